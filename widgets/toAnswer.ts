import type { Answer, AnswerValue } from '../src/types';
import type { Asked } from './askWords';
import { sayAnswer } from './sayAnswer';

/** What is kept of an answer: the value, and the words as they stood on the screen. */
export const toAnswer = (asked: Asked, value: AnswerValue, locale: string, comma: string): Answer => ({
  key: asked.question.key,
  value,
  question: asked.title,
  wording: sayAnswer(asked, value, locale, comma),
  benefit: asked.benefit,
  locale: asked.locale,
});
