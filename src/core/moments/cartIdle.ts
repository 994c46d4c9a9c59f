import { detector } from './detector';
import { hasCart } from './hasCart';

/**
 * Looking at the full cart without going on: something holds the shopper back, and nothing tells what. 20 attentive
 * seconds since the page opened or the cart last changed (judgement: checking an order takes about ten), once a page view.
 * State: attentive seconds so far. They go on after the moment, so that they meet the threshold only once.
 */
export const cartIdle = detector<number>(20, (seconds = 0, signal, visit, limit) => {
  if (signal.type === 'page' || (signal.type === 'cart' && seconds < limit)) return [0];
  if (signal.type !== 'tick' || visit.kind !== 'cart' || !hasCart(visit)) return [seconds];
  return [seconds + 1, seconds + 1 === limit && { seconds: limit, strength: 0.5 }];
});
