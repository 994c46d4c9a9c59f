import { detector } from './detector';
import { hasCart } from './hasCart';

/**
 * On the way out with something in the cart: the mouse leaves at the top towards the tab bar, or a finger flings the page
 * down to its top, where the address is. Once a page view and not in its first 10 s (15 s by touch: one has to read down
 * before one can fling up; both judgement). Speed and edge are judged by the signal.
 * State: when the page opened, 0 once it was told.
 */
export const exitIntent = detector<number>(10, (since = 0, signal, visit, limit) => {
  if (signal.type === 'page') return [visit.at];
  if (signal.type !== 'exit' || !since) return [since];
  const isOne = visit.at - since >= limit * (signal.by ? 1500 : 1000) && hasCart(visit);
  return isOne ? [0, { strength: 0.6 }] : [since];
});
