import type { Detector } from './detector';

/**
 * Looking at the full cart without going on: something holds the shopper back, and nothing tells what. 20 attentive
 * seconds since the page opened or the cart last changed (judgement: checking an order takes about ten), once a page view.
 */
export const CART_IDLE_SECONDS = 20;

interface State {
  readonly seconds: number;
  readonly told: boolean;
}

export const cartIdle: Detector<State> = (state = { seconds: 0, told: false }, signal, visit, { cartIdleSeconds }) => {
  if (signal.type === 'page') return { state: undefined };
  if (signal.type === 'cart') return { state: { ...state, seconds: 0 } };
  if (signal.type !== 'tick' || visit.kind !== 'cart' || !visit.cart?.count) return { state };
  const seconds = state.seconds + 1;
  if (state.told || seconds < cartIdleSeconds) return { state: { ...state, seconds } };
  return { state: { seconds, told: true }, moment: { kind: 'cart-idle', seconds, strength: 0.5 } };
};
