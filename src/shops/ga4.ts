import type { Said } from '../runVisit';
import type { Cart } from '../types';
import { readCart } from './readCart';

/** These carry the whole cart; `add_to_cart` and `remove_from_cart` the change. */
const WHOLE: readonly unknown[] = ['view_cart', 'begin_checkout'];

/**
 * GA4 ecommerce events as signals, from GTM's `{ event, ecommerce }` or gtag's `['event', name, parameters]`; nothing for
 * other messages. `cart` is what is known so far.
 * https://developers.google.com/analytics/devguides/collection/ga4/ecommerce
 */
export const readGa4 = (message: object, cart: Cart | null): Said | undefined => {
  const { 0: command, 1: name, 2: parameters, event, ecommerce } = message as Record<string, unknown>;
  const [what, said] = command === 'event' ? [name, parameters] : [event, ecommerce];
  const { items = [], value, currency = cart?.currency, transaction_id: order } = Object(said);
  const stated = readCart({ items, total: value, currency });
  // A sum that makes no sense does not undo the order.
  if (what === 'purchase' && order !== undefined)
    return { type: 'purchase', order: `${order}`, value: stated?.total, currency: stated?.currency };
  if (!stated) return;
  if (WHOLE.includes(what)) return { type: 'cart', cart: stated };
  const sign = what === 'add_to_cart' ? 1 : what === 'remove_from_cart' ? -1 : 0;
  if (!sign) return;
  const count = Math.max(0, (cart?.count ?? 0) + sign * (stated.count || 1));
  const total = Math.max(0, (cart?.total ?? 0) + sign * (stated.total ?? 0));
  return { type: 'cart', cart: { count, total, currency } };
};
