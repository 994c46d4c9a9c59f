import { detector } from './detector';
import { isSure } from './hasCart';

/**
 * In and out of the cart: 3 changes in two minutes, not all in one direction (judgement). Presses on a stepper within two
 * seconds are one change, and filling a cart is no doubt. Another source may count otherwise, and says nothing of a change.
 */
const WITHIN_MS = 120_000;
const ONE_MS = 2000;

interface State {
  readonly count?: number;
  readonly source?: string;
  readonly changes: readonly (readonly [at: number, up: boolean])[];
}

export const cartWavering = detector<State>(3, (state = { changes: [] }, signal, { at, cart }, limit) => {
  if (signal.type !== 'cart' || !cart || !isSure(cart)) return [state];
  const { count, source } = cart;
  if (state.count === undefined || state.count === count || state.source !== source)
    return [{ ...state, count, source }];
  const up = count > state.count;
  const [last, wasUp] = state.changes[state.changes.length - 1] ?? [0, !up];
  const goesOn = up === wasUp && at - last < ONE_MS;
  const before = (goesOn ? state.changes.slice(0, -1) : state.changes).filter(([then]) => at - then < WITHIN_MS);
  const changes = [...before, [at, up] as const];
  const wavers = changes.length >= limit && changes.some(([, one]) => one) && changes.some(([, one]) => !one);
  return [{ count, source, changes: wavers ? [] : changes }, wavers && { count: changes.length, strength: 0.5 }];
});
