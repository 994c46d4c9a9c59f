import type { Said } from '../runVisit';
import type { Cart } from '../types';
import { readCart } from './readCart';

/** These carry the whole cart; `add_to_cart` and `remove_from_cart` the change. */
const WHOLE: readonly unknown[] = ['view_cart', 'begin_checkout'];

/** What was just read off the page, or asked of the platform, is the same fact. */
const SAME_MS = 3000;

/**
 * What a message of the data layer says of cart and order: GA4 ecommerce as GTM's `{ event, ecommerce }` or gtag's
 * `['event', name, parameters]`, as a signal. `cart` is what is known so far, and for how long.
 * https://developers.google.com/analytics/devguides/collection/ga4/ecommerce
 */
export const readGa4 = (message: object, cart: Cart | null, ageMs: number): Said | undefined => {
  const { 0: command, 1: name, 2: parameters, event, ecommerce } = message as Record<string, unknown>;
  const [what, said] = command === 'event' ? [name, parameters] : [event, ecommerce];
  const { items = [], value, currency = cart?.currency, transaction_id: order } = Object(said);
  const stated = readCart({ items, total: value, currency });
  // A sum that makes no sense does not undo the order.
  if (what === 'purchase' && order !== undefined)
    return { type: 'purchase', order: `${order}`, value: stated?.total, currency: stated?.currency };
  if (!stated) return;
  const source = 'data-layer';
  if (WHOLE.includes(what)) return { type: 'cart', cart: { ...stated, source } };
  const sign = what === 'add_to_cart' ? 1 : what === 'remove_from_cart' ? -1 : 0;
  if (!sign || (/^p/.test(cart?.source ?? '') && ageMs < SAME_MS)) return;
  const before = cart?.count ?? 0;
  const count = Math.max(0, before + sign * (stated.count || 1));
  // A part without a price leaves a sum nobody knows.
  const sum = Number(before ? cart?.total : 0) + sign * Number(stated.total);
  const total = Number.isNaN(sum) ? undefined : Math.max(0, sum);
  return { type: 'cart', cart: { count, total, currency, source } };
};
