import { detector } from './detector';
import { hasCart } from './hasCart';
import { isForm } from './isForm';

/**
 * In a field of an order, and not a character written: what is asked for is unclear, or not to hand. 8 attentive
 * seconds, and three times what this shopper usually needs once that is known from five fields: who types by voice or by
 * switch is slow everywhere. Both figures are judgement.
 */
const KNOWN = 5;
const TIMES = 3;

interface State {
  readonly key?: string;
  readonly seconds: number;
  /** Seconds before the first character in the latest fields. */
  readonly usual: readonly number[];
}

export const fieldHesitation = detector<State>(8, (state = { seconds: 0, usual: [] }, signal, visit, limit) => {
  const { key, seconds, usual } = state;
  if (signal.type === 'page') return [{ seconds: 0, usual }];
  if (signal.type === 'field') {
    if (signal.did === 'enter' && !signal.coupon && isForm(visit)) return [{ key: signal.key, seconds: 0, usual }];
    return [key ? { seconds: 0, usual: signal.did === 'edit' ? [...usual, seconds].slice(-9) : usual } : state];
  }
  if (signal.type !== 'tick' || !key) return [state];
  const median = [...usual].sort((a, b) => a - b)[usual.length >> 1] ?? 0;
  const most = usual.length < KNOWN ? limit : Math.max(limit, TIMES * median);
  const next = { key, seconds: seconds + 1, usual };
  return [next, next.seconds === most && hasCart(visit) && { field: key, seconds: most, strength: 0.4 }];
});
