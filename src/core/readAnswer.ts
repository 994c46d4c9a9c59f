import type { AnswerValue } from '../types';
import { cleanText } from './cleanText';

/** Many times what an answer of a shopper comes to. Longer ones are refused and not cut: half an answer is another answer. */
const MOST_VALUE = 200;
const MOST_LIST = 30;

const isWord = (raw: unknown): raw is string => typeof raw === 'string' && raw.length <= MOST_VALUE;

/** Any value an answer may have, whatever the question: a word, a number or a list of words; else undefined. */
export const readAnswer = (raw: unknown): AnswerValue | undefined => {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined;
  if (isWord(raw)) return cleanText(raw) || undefined;
  return Array.isArray(raw) && raw.length && raw.length <= MOST_LIST && raw.every(isWord)
    ? raw.map(cleanText)
    : undefined;
};
