import { hasCart } from './hasCart';
import { isForm } from './isForm';
import { tally } from './tally';

/**
 * What stands in one field, or which way to pay or be delivered to is chosen, is changed again and again. 3 changes: form
 * analytics (Zuko) counts returns to a filled field; that three of them are doubt is judgement.
 */
export const fieldRefill = tally(3, (signal, visit) =>
  signal.type === 'field' && signal.did === 'change' && !signal.coupon && isForm(visit) && hasCart(visit)
    ? signal.key
    : undefined,
);
