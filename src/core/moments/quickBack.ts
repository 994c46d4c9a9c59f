import { detector } from './detector';
import { hasCart } from './hasCart';

/**
 * Into a page and straight back: not what the shopper looked for. Twice in a visit, each within 7 s (Clarity reports such
 * returns without publishing its figure; both are judgement). Out of the cart one goes back to shop on.
 */
const WITHIN_MS = 7000;

interface State {
  /** Where the shopper is, where from, and since when. */
  readonly path?: string;
  readonly from?: string;
  readonly since: number;
  readonly kind?: string;
  readonly count: number;
}

export const quickBack = detector<State>(2, (state = { since: 0, count: 0 }, signal, visit, limit) => {
  if (signal.type !== 'page') return [state];
  const { at, path, kind } = visit;
  // The same page again: its kind is known better by now, or it was loaded anew and is not known yet.
  if (path === state.path) return [kind === 'other' ? state : { ...state, kind }];
  const isOne = path === state.from && state.kind !== 'cart' && at - state.since < WITHIN_MS && hasCart(visit);
  const count = state.count + +isOne;
  const isFull = isOne && count >= limit;
  return [{ path, from: state.path, since: at, kind, count: isFull ? 0 : count }, isFull && { count, strength: 0.3 }];
});
