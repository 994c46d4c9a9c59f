import { detector } from './detector';
import { hasCart } from './hasCart';
import { LUNCH_MS } from './tabAway';

/**
 * In the field for a discount code without one: 5 attentive seconds there and nothing written, or as long in another tab
 * to look for one, but not over lunch (judgement). Who has a code writes it.
 */
interface State {
  readonly seconds: number;
  /** When the tab was left out of the empty field. */
  readonly away?: number;
}

export const couponHunt = detector<State>(5, (state, signal, visit, limit) => {
  const told = (seconds: number) => hasCart(visit) && { seconds, strength: 0.6 };
  if (signal.type === 'field') return [signal.did === 'enter' && signal.coupon ? { seconds: 0 } : undefined];
  if (!state || signal.type === 'page') return [undefined];
  if (signal.type === 'hidden') return [{ ...state, away: visit.at }];
  if (signal.type === 'visible') {
    const away = visit.at - (state.away ?? visit.at);
    const isOne = away >= limit * 1000 && away <= LUNCH_MS;
    return isOne ? [undefined, told(Math.round(away / 1000))] : [{ seconds: state.seconds }];
  }
  if (signal.type !== 'tick') return [state];
  const seconds = state.seconds + 1;
  return seconds < limit ? [{ ...state, seconds }] : [undefined, told(seconds)];
});
