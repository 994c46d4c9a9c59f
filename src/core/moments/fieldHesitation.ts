import { detector } from './detector';
import { hasCart } from './hasCart';
import { isForm } from './isForm';

/**
 * In a field of an order, and not a character written: what is asked for is unclear, or not to hand. 8 attentive
 * seconds, and three times this shopper's own pace, if that is more: who types by voice or by switch is slow everywhere.
 * Both figures are judgement.
 */
const TIMES = 3;

interface State {
  readonly key?: string;
  readonly seconds: number;
  /** Seconds before the first character, the latest field counting half. */
  readonly pace: number;
}

export const fieldHesitation = detector<State>(8, (state = { seconds: 0, pace: 0 }, signal, visit, limit) => {
  const { key, seconds, pace } = state;
  if (signal.type === 'page') return [{ seconds: 0, pace }];
  if (signal.type === 'field') {
    if (signal.did === 'enter' && !signal.coupon && isForm(visit)) return [{ key: signal.key, seconds: 0, pace }];
    return [{ seconds: 0, pace: key && signal.did === 'edit' ? (pace + seconds) / 2 : pace }];
  }
  if (signal.type !== 'tick' || !key) return [state];
  const most = Math.max(limit, Math.ceil(TIMES * pace));
  const next = { key, seconds: seconds + 1, pace };
  return [next, next.seconds === most && hasCart(visit) && { field: key, seconds: most, strength: 0.4 }];
});
