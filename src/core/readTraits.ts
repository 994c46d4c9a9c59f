import type { AnswerValue } from '../types';
import { cleanText } from './cleanText';
import { isName } from './isName';
import { isObject } from './isObject';
import { readAnswer } from './readAnswer';

/** As long as a campaign's condition may be. */
const MOST_TEXT = 200;
/** They have meanings of their own, or are nobody's condition. */
const NO_TAGS: readonly string[] = ['email', 'phone', 'preferences', 'capped'];

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/[_\s]+/g, '-');

/** Whose traits they are, by visitor: a tab hears late that somebody else has signed in. No name of a tag. */
export const WHOSE = ' visitor';

/** What is known of a shopper elsewhere, as far as it can be used: tags for conditions, answers, campaigns held back. */
export const readTraits = (
  given: Readonly<Record<string, unknown>>,
  visitor: string,
): {
  readonly tags: Readonly<Record<string, string>>;
  readonly preferences: Readonly<Record<string, AnswerValue>>;
  readonly capped: readonly string[];
} => {
  const { [WHOSE]: whose = visitor, ...known } = given;
  const traits = whose === visitor ? known : {};
  const { preferences, capped } = traits as Readonly<Record<string, unknown>>;
  const tags = Object.entries(traits).flatMap(([name, value]) =>
    !NO_TAGS.includes(name) && isName(kebab(name)) && /^(string|number|boolean)$/.test(typeof value)
      ? [[kebab(name), cleanText(`${value}`.slice(0, MOST_TEXT))]]
      : [],
  );
  const answers = Object.entries(isObject(preferences) ? preferences : {}).flatMap(([key, raw]) => {
    const value = readAnswer(raw);
    return isName(key) && value !== undefined ? [[key, value]] : [];
  });
  return {
    tags: Object.fromEntries(tags),
    preferences: Object.fromEntries(answers),
    capped: Array.isArray(capped) ? capped.map((one) => `${one}`) : [],
  };
};
