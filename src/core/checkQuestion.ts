import type { Question } from '../types';
import { isName } from './isName';
import { isObject } from './isObject';
import { own } from './own';
import { questions } from './questions';
import { sayWrong } from './sayWrong';

/** Looks at what stands at a path. */
type Look = (value: unknown, path: string) => void;

const KINDS: readonly unknown[] = ['one', 'several', 'scale', 'number', 'date', 'size'];
const NAME = 'a kebab-case name';
const MOST_WORDS = 200;
const MOST_DAYS = 730;
/** More steps than these nobody tells apart. */
const MOST_STEPS = 10;
/** As with an answer: more is a slip of the finger. */
const MOST = 1e12;
/** No other scheme, no other host in disguise (`//`, `/\`), nothing that ends the attribute it will stand in. */
const PICTURE = /^(https:\/\/|\/(?![/\\]))[^\s"'<>\\]{0,500}$/;
const LANGUAGE = /^[a-z]{2,3}(-[a-z\d]{1,8}){0,8}$/i;
const UNIT = /^([A-Z]{3}|[a-z]+(-[a-z]+)*)$/;

/**
 * A shop's own question as it came from its page, or all that is wrong with it. `keys`: of all questions there will be,
 * the ready ones among them. Fields it does not know are let be.
 */
export const checkQuestion = (
  raw: unknown,
  keys: readonly string[],
): { readonly question: Question } | { readonly flaws: readonly string[] } => {
  if (!isObject(raw)) return { flaws: [sayWrong('question', raw, 'an object')] };
  const flaws: string[] = [];
  const need = (isFine: unknown, path: string, value: unknown, expected: string): boolean => {
    if (!isFine) flaws.push(sayWrong(path, value, expected));
    return !!isFine;
  };
  const name: Look = (value, path) => need(isName(value), path, value, NAME);
  const text: Look = (value, path) => {
    const isText = typeof value === 'string' && value.trim() && value.length <= MOST_WORDS;
    need(isText, path, value, `text of at most ${MOST_WORDS} characters`);
  };
  const list = (value: unknown, path: string, fewest: number, most: number, look: Look) => {
    const isList = Array.isArray(value) && value.length >= fewest && value.length <= most;
    if (need(isList, path, value, `a list of ${fewest} to ${most}`))
      for (const [at, one] of (value as unknown[]).entries()) look(one, `${path}[${at}]`);
  };
  const entries = (value: unknown, path: string, look: (value: unknown, path: string, name: string) => void) => {
    if (need(isObject(value), path, value, 'an object'))
      for (const [key, one] of Object.entries(value as object)) look(one, `${path}.${key}`, key);
  };

  const { key, kind, min, max, unit } = raw;
  const isScale = kind === 'scale';
  const isNumber = kind === 'number';
  const isChoice = kind === 'one' || kind === 'several';
  const values: unknown[] = [];

  name(key, 'key');
  name(raw.purpose, 'purpose');
  need(KINDS.includes(kind), 'kind', kind, `one of ${KINDS.join(', ')}`);
  const { keepDays } = raw;
  const isSpan = Number.isInteger(keepDays) && Number(keepDays) >= 1 && Number(keepDays) <= MOST_DAYS;
  need(isSpan, 'keepDays', keepDays, `whole days, 1 to ${MOST_DAYS}`);

  if (isChoice)
    list(raw.options, 'options', 2, 30, (option, path) => {
      if (!need(isObject(option), path, option, 'an object with a value')) return;
      const { value, picture = '/' } = option as Readonly<Record<string, unknown>>;
      name(value, `${path}.value`);
      need(!values.includes(value), `${path}.value`, value, 'each value once');
      values.push(value);
      const isPicture = typeof picture === 'string' && PICTURE.test(picture);
      need(isPicture, `${path}.picture`, picture, 'an address that begins with https:// or /');
    });
  else need(raw.options === undefined, 'options', raw.options, 'none with this kind');

  for (const [path, bound] of Object.entries({ min, max }))
    if (isScale) need(Number.isInteger(bound), path, bound, 'a whole number');
    else if (bound !== undefined) {
      const isBound = isNumber && typeof bound === 'number' && Math.abs(bound) <= MOST;
      need(isBound, path, bound, isNumber ? `a number of at most ${MOST}` : 'none with this kind');
    }
  if (typeof min === 'number' && typeof max === 'number') {
    need(max > min, 'max', max, `more than min, ${min}`);
    need(!isScale || max - min <= MOST_STEPS, 'max', max, `at most ${MOST_STEPS} more than min, ${min}`);
  }
  if (unit !== undefined) {
    const isUnit = isNumber && typeof unit === 'string' && unit.length <= 40 && UNIT.test(unit);
    need(
      isUnit,
      'unit',
      unit,
      isNumber ? 'a currency such as EUR or a unit such as centimeter' : 'none with this kind',
    );
  }

  if (raw.sharedWith !== undefined) list(raw.sharedWith, 'sharedWith', 0, 20, text);
  if (raw.next !== undefined)
    entries(raw.next, 'next', (to, path, from) => {
      need(!isChoice || from === '*' || values.includes(from), path, from, 'a value of options, or *');
      need(keys.includes(to as string) && to !== key, path, to, 'the key of another question');
    });

  // What the ready ones say stands in the popups' own copy.
  if (raw.words !== undefined || !(isName(key) && own(questions, key))) {
    entries(raw.words, 'words', (words, path, language) => {
      need(LANGUAGE.test(language), path, language, 'a language such as de-AT');
      if (!need(isObject(words), path, words, 'an object')) return;
      const { ask, benefit, options, least, most } = words as Readonly<Record<string, unknown>>;
      text(ask, `${path}.ask`);
      for (const [field, value] of Object.entries({ benefit, least, most }))
        if (value !== undefined) text(value, `${path}.${field}`);
      if (options !== undefined)
        entries(options, `${path}.options`, (label, where, value) => {
          need(values.includes(value), where, value, 'a value of options');
          text(label, where);
        });
    });
    need(!isObject(raw.words) || Object.keys(raw.words).length, 'words', raw.words, 'one language at least');
  }
  return flaws.length ? { flaws } : { question: raw as unknown as Question };
};
