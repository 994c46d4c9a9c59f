import { detector } from './detector';
import { hasCart } from './hasCart';

/**
 * To and fro between the same two pages with something in the cart: a choice that does not fall. 2 returns in three
 * minutes (judgement). From a list to one product after another is how people browse.
 */
const WITHIN_MS = 180_000;

type State = readonly (readonly [at: number, path: string])[];

export const backAndForth = detector<State>(2, (state = [], signal, visit, limit) => {
  if (signal.type !== 'page' || signal.path === state[state.length - 1]?.[1]) return [state];
  const now = visit.at;
  const next = [...state, [now, signal.path] as const].slice(-(2 * limit + 1));
  const isFull =
    next.length > 2 * limit && next.every(([at, path], i) => now - at < WITHIN_MS && path === next[i % 2]?.[1]);
  return isFull && hasCart(visit) ? [next.slice(-1), { count: limit, strength: 0.4 }] : [next];
});
