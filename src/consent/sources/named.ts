import type { Purpose } from '../opinion';

/** Tools whose categories the shop names itself: words by which a category is known to be for a purpose. */
const WORDS: Readonly<Record<Purpose, RegExp>> = {
  functional: /function|preference|personali[sz]/i,
  analytics: /analy|statisti|performance|measure/i,
  marketing: /marketing|advert|targeting/i,
};

/** Are all things of this purpose granted? A purpose with none of them is not. */
export const allNamed = (
  purpose: Purpose,
  things: readonly (readonly [names: unknown, granted: unknown])[],
): boolean | undefined => {
  const fitting = things.filter(([names]) => WORDS[purpose].test(`${names}`));
  return fitting.length ? fitting.every(([, granted]) => granted === true) : undefined;
};
