import type { AnswerValue, Question } from '../types';
import { own } from './own';

/** The question that follows this answer and has no answer yet; those that have one lead on by it. */
export const nextQuestion = (
  questions: Readonly<Record<string, Question>>,
  key: string,
  value: AnswerValue,
  known: Readonly<Record<string, AnswerValue>>,
): string | undefined => {
  // Each once: a shop's questions may lead in a circle.
  const seen = new Set<string>();
  let at = key;
  let answer: AnswerValue | undefined = value;
  while (answer !== undefined && !seen.has(at)) {
    seen.add(at);
    const next: Readonly<Record<string, string>> = own(questions, at)?.next ?? {};
    const given = [answer].flat().map((one) => own(next, `${one}`));
    const follower: string | undefined = given.find(Boolean) ?? own(next, '*');
    if (!follower || !own(questions, follower)) return;
    at = follower;
    answer = own(known, at);
  }
  return seen.has(at) ? undefined : at;
};
