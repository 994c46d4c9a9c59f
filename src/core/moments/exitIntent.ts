import type { Detector } from './detector';

/**
 * The mouse leaves at the top with something in the cart, on its way to the tab bar or the address. Once a page view and
 * not in its first ten seconds (judgement: who leaves at once was never here). Speed and edge are judged by the signal.
 */
export const EXIT_AFTER_MS = 10_000;

interface State {
  readonly since: number;
  readonly told: boolean;
}

export const exitIntent: Detector<State> = (state, signal, visit) => {
  if (signal.type === 'page') return { state: { since: signal.at, told: false } };
  const early = !state || signal.at - state.since < EXIT_AFTER_MS;
  if (signal.type !== 'exit' || early || state.told || !visit.cart?.count) return { state };
  return { state: { ...state, told: true }, moment: { kind: 'exit-intent', strength: 0.6 } };
};
