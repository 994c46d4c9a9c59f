import { type Opinion, PURPOSES, type Word } from './opinion';

/** The stricter word of several; undefined: nobody has one. */
export const strictest = (words: readonly (Word | undefined)[]): Word | undefined =>
  (['denied', 'open', 'granted'] as const).find((word) => words.includes(word));

/**
 * What all sources together say, by purpose. Whoever denies, denies for all. The shop's own yes stands in for a tool that
 * has no answer yet, never for one that has.
 */
export const combine = (shop: Opinion, tools: readonly Opinion[]): Opinion => {
  const all: Partial<Record<keyof Opinion, Word>> = {};
  for (const purpose of PURPOSES) {
    const word = strictest(tools.map((tool) => tool[purpose]));
    const own = shop[purpose];
    const both = word === 'denied' ? word : (own ?? word);
    if (both) all[purpose] = both;
  }
  return all;
};
