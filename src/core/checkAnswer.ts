import type { AnswerFlaw, AnswerValue, Question } from '../types';
import { cleanText } from './cleanText';
import { knownLocale } from './knownLocale';
import { readDate } from './readDate';
import { readNumber } from './readNumber';
import { readSize } from './readSize';

interface AnswerContext {
  /** The language the answer is given in: it decides what `1.234` and `3/4/2027` mean. */
  readonly locale: string;
  /** ISO date where the shopper is. */
  readonly today: string;
  /** The shop's, for numbers of no other unit. */
  readonly currency?: string;
}

type Checked = { readonly value: AnswerValue } | { readonly wrong: AnswerFlaw };

/** More than anybody types as an answer, and little enough to look through at once. */
const MOST_TYPED = 200;
const MOST_SIZE = 24;
/** Beyond it, an amount is a slip of the finger. */
const MOST = 1e12;

/** What was typed or chosen, as the question keeps it, or why it is no answer to it. */
export const checkAnswer = (question: Question, raw: unknown, { locale, today, currency }: AnswerContext): Checked => {
  const { kind, options = [], min = -MOST, max = MOST, unit = currency } = question;
  const wrong = (flaw: AnswerFlaw): Checked => ({ wrong: flaw });

  if (kind === 'several') {
    const given: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
    const chosen = given
      .map((one) => (typeof one === 'string' ? cleanText(one) : (one ?? '')))
      .filter((one) => one !== '');
    const values: readonly unknown[] = options.map(({ value }) => value);
    if (!chosen.length) return wrong('empty');
    if (!chosen.every((one) => values.includes(one))) return wrong('unknown-option');
    return { value: options.map(({ value }) => value).filter((value) => chosen.includes(value)) };
  }

  const isTyped = typeof raw === 'string' || typeof raw === 'number';
  const text = isTyped ? `${raw}` : '';
  if (text.length > MOST_TYPED) return wrong('too-long');
  const words = cleanText(text);
  if (raw === undefined || raw === null || (isTyped && !words)) return wrong('empty');

  switch (kind) {
    case 'one':
      return options.some(({ value }) => value === words) ? { value: words } : wrong('unknown-option');
    case 'date': {
      const date = readDate(words, knownLocale(locale), today);
      if (!date) return wrong('not-a-date');
      return date < today ? wrong('past') : { value: date };
    }
    case 'size': {
      const size = readSize(words);
      if (!size) return wrong('not-a-size');
      return size.length > MOST_SIZE ? wrong('too-long') : { value: size };
    }
    default: {
      const number = typeof raw === 'number' ? raw + 0 : readNumber(words, knownLocale(locale), unit);
      if (number === undefined || Number.isNaN(number) || (kind === 'scale' && number % 1))
        return wrong('not-a-number');
      if (number < min) return wrong('too-low');
      return number > max ? wrong('too-high') : { value: number };
    }
  }
};
