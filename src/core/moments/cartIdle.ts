import type { Detector } from './detector';

/**
 * Looking at the full cart without going on: something holds the shopper back, and nothing tells what. 20 attentive
 * seconds since the page opened or the cart last changed (judgement: checking an order takes about ten), once a page view.
 */
export const CART_IDLE_SECONDS = 20;

/** State: attentive seconds so far. They go on after the moment, so that they meet the threshold only once. */
export const cartIdle: Detector<number> = (seconds = 0, signal, visit, { cartIdleSeconds }) => {
  if (signal.type === 'page' || (signal.type === 'cart' && seconds < cartIdleSeconds)) return { state: 0 };
  if (signal.type !== 'tick' || visit.kind !== 'cart' || !visit.cart?.count) return { state: seconds };
  const state = seconds + 1;
  return {
    state,
    moment: state === cartIdleSeconds ? { kind: 'cart-idle', seconds: state, strength: 0.5 } : undefined,
  };
};
