import { detector } from './detector';
import { hasCart } from './hasCart';
import { isForm } from './isForm';

/**
 * A form of the checkout or of an account, begun and not sent: the shopper goes to another page of the shop, or leaves the
 * form alone for 60 attentive seconds (form analytics calls a form abandoned when it was started and not completed; the
 * minute is judgement).
 */
interface State {
  /** Where a form was begun, or what page came then. */
  readonly path: string;
  /** Attentive seconds since the form was last touched. */
  readonly seconds: number;
  /** Away from the form, on a page whose kind is not known yet. */
  readonly left?: boolean;
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
  const { left } = state;
  const isAway = path !== state.path;
  if (type === 'page' && (left || isAway)) {
    if (kind === 'other' && !left) return [{ path, seconds: 0, left: true }];
    // Of the page after an unknown one nobody can say whether it was the way out.
    return [undefined, !(left && isAway) && OUT.test(kind) && hasCart(visit) && { strength: 0.7 }];
  }
  if (type !== 'tick' || left) return [state];
  const seconds = state.seconds + 1;
  return seconds < limit ? [{ path, seconds }] : [undefined, hasCart(visit) && { seconds, strength: 0.5 }];
});
