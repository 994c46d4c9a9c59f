import type { Preference } from '../types';
import { cleanText } from './cleanText';
import { isKey } from './isKey';
import { isName } from './isName';
import { isObject } from './isObject';
import { MOST_PAST } from './mergePreferences';
import { readAnswer } from './readAnswer';
import { sayWrong } from './sayWrong';

/** Many times what anybody reads at a question. */
const MOST_WORDS = 300;
const MOST_SHARED = 30;
const DAY = 864e5;
/** Clocks of two devices differ; by more than a day, one is wrong. */
const AHEAD = DAY;
/** The longest that a question may keep its answer. */
const KEPT = 730 * DAY;

const isList = (raw: unknown): raw is readonly string[] =>
  Array.isArray(raw) &&
  raw.length <= MOST_SHARED &&
  raw.every((one) => typeof one === 'string' && one.length <= MOST_WORDS);

const words = (raw: unknown): string | undefined =>
  typeof raw === 'string' ? cleanText(raw.slice(0, MOST_WORDS)) : undefined;

const isTime = (raw: unknown, most: number): raw is number => typeof raw === 'number' && raw > 0 && raw <= most;

/** Who was told, and when. */
const readSharings = (raw: unknown, most: number): Preference['shared'] =>
  Array.isArray(raw) &&
  raw.length <= MOST_SHARED &&
  raw.every((one) => isObject(one) && words(one.with) && isTime(one.at, most))
    ? raw.map((one) => ({ with: words(one.with) ?? '', at: one.at }))
    : undefined;

/** An answer as a file has it, with what is known of its fields, or undefined; what is wrong goes to `refuse`. */
export const readPreference = (
  raw: unknown,
  path: string,
  at: number,
  refuse: (reason: string) => void,
): Preference | undefined => {
  if (!isObject(raw)) {
    refuse(sayWrong(path, raw, 'an answer'));
    return;
  }
  const { key, purpose, givenAt, expiresAt, consent, benefit = '', sharedWith = [], shared, history = [] } = raw;
  // As some systems write it: de_DE.
  const locale = typeof raw.locale === 'string' ? raw.locale.replace(/_/g, '-') : '';
  const past = Array.isArray(history) ? history.slice(-MOST_PAST) : [];
  const read = {
    key,
    value: readAnswer(raw.value),
    question: words(raw.question),
    wording: words(raw.wording),
    benefit: words(benefit),
    locale,
    purpose,
    givenAt,
    expiresAt,
    consent,
    sharedWith: isList(sharedWith) ? sharedWith.map(cleanText) : undefined,
    ...(shared !== undefined && { shared: readSharings(shared, at + AHEAD) }),
    history: past.flatMap((one, place) => {
      const value = readAnswer(isObject(one) ? one.value : undefined);
      if (value !== undefined && isTime(one.givenAt, at + AHEAD)) return [{ value, givenAt: one.givenAt }];
      refuse(sayWrong(`${path}.history[${place}]`, one, 'an earlier answer with its time'));
      return [];
    }),
  };
  const needs: readonly (readonly [field: keyof Preference, isFine: boolean, expected: string])[] = [
    ['key', isKey(key), 'a kebab-case name'],
    ['value', read.value !== undefined, 'a word, a number or a list of words, each at most 200 long'],
    ['question', !!read.question, 'text'],
    ['wording', !!read.wording, 'text'],
    ['benefit', read.benefit !== undefined, 'text'],
    ['locale', /^[a-z]{2,3}(-[a-z\d]{1,8}){0,8}$/i.test(locale), 'a language such as de-AT'],
    ['purpose', isName(purpose), 'a kebab-case name'],
    ['givenAt', isTime(givenAt, at + AHEAD), 'a time that has been'],
    [
      'expiresAt',
      isTime(expiresAt, Number(givenAt) + KEPT) && expiresAt > at,
      'a time to come, at most 730 days after the answer',
    ],
    ['consent', consent === 'answer' || consent === 'granted', 'answer or granted'],
    ['sharedWith', !!read.sharedWith, 'a list of at most 30 names'],
    ['shared', shared === undefined || !!read.shared, 'a list of at most 30 names, each with its time'],
    ['history', Array.isArray(history), 'a list'],
  ];
  const flaw = needs.find(([, isFine]) => !isFine);
  if (!flaw) return read as Preference;
  const [field, , expected] = flaw;
  refuse(sayWrong(`${path}.${field}`, raw[field], expected));
};
