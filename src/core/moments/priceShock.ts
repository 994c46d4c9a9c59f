import type { Cart } from '../../types';
import { detector } from './detector';
import { hasCart } from './hasCart';

/**
 * At the checkout the sum is higher than it was on the way there, for the same pieces: fees that were not told before, the
 * first reason for leaving that shoppers name (Baymard Institute). 5 per cent (judgement: less is rounding or a stamp).
 * State: the cart as last known before the checkout.
 */
export const priceShock = detector<Cart>(5, (before, signal, visit, limit) => {
  const { kind, cart } = visit;
  if (signal.type !== 'cart' || !cart?.total || !hasCart(visit)) return [before];
  if (kind !== 'checkout') return [cart];
  const { count, total = 0, currency, source } = before ?? cart;
  const isSame = count === cart.count && currency === cart.currency && source === cart.source;
  const rise = total && isSame ? cart.total / total - 1 : 0;
  // Told once: the higher sum is what the shopper knows from now on.
  return rise * 100 < limit ? [before] : [cart, { strength: Math.min(1, 0.4 + 2 * rise) }];
});
