import { detector } from './detector';

/**
 * Clicking on and on at something that does not answer: 3 clicks, each within a second and 30 px of the one before, as
 * PostHog has it. A click that the page answers at once is none of them: steppers and carousels are clicked fast too.
 */
const WITHIN_MS = 1000;
const WITHIN_PX = 30;

interface State {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

export const rageClick = detector<State>(3, (state, signal, { at }, limit) => {
  if (signal.type !== 'click') return [state];
  const { x, y, effect } = signal;
  if (effect) return [undefined];
  const goesOn = state && at - state.at < WITHIN_MS && Math.abs(x - state.x) + Math.abs(y - state.y) < WITHIN_PX;
  const count = goesOn ? state.count + 1 : 1;
  return [{ at, x, y, count }, count === limit && { count, strength: 0.7 }];
});
