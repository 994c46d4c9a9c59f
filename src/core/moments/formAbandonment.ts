import { detector } from './detector';
import { hasCart } from './hasCart';
import { isForm } from './isForm';

/**
 * A form of the checkout or of an account, begun and not sent: the shopper goes to another page of the shop, or leaves the
 * form alone for 60 attentive seconds (form analytics calls a form abandoned when it was started and not completed; the
 * minute is judgement).
 */
interface State {
  /** Where a form was begun. */
  readonly path: string;
  /** Attentive seconds since it was last touched. */
  readonly seconds: number;
}

/** Another step of the checkout, its end, and the terms that are read meanwhile are no way out. */
const OUT = /^(home|listing|product|cart)$/;

export const formAbandonment = detector<State>(60, (state, signal, visit, limit) => {
  const { type } = signal;
  const { path, kind } = visit;
  if (type === 'field') {
    const begins = signal.did === 'edit' || signal.did === 'change';
    return [(state || begins) && isForm(visit) && !signal.coupon ? { path, seconds: 0 } : state];
  }
  if (!state || type === 'submit') return [undefined];
  if (type !== 'tick') return [state];
  // The kind of another page may be known late, but by the first second there it is.
  if (path !== state.path) return [undefined, OUT.test(kind) && hasCart(visit) && { strength: 0.7 }];
  const seconds = state.seconds + 1;
  return seconds < limit ? [{ path, seconds }] : [undefined, hasCart(visit) && { seconds, strength: 0.5 }];
});
