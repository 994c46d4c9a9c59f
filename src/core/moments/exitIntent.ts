import type { Detector } from './detector';

/**
 * The mouse leaves at the top with something in the cart, on its way to the tab bar or the address. Once a page view and
 * not in its first ten seconds (judgement: who leaves at once was never here). Speed and edge are judged by the signal.
 */
export const EXIT_AFTER_MS = 10_000;

/** State: when the page opened, 0 once it was told. */
export const exitIntent: Detector<number> = (since = 0, signal, visit) => {
  if (signal.type === 'page') return { state: signal.at };
  const isOne = signal.type === 'exit' && since && signal.at - since >= EXIT_AFTER_MS && visit.cart?.count;
  return isOne ? { state: 0, moment: { kind: 'exit-intent', strength: 0.6 } } : { state: since };
};
