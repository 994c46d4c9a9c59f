import { hasCart } from './hasCart';
import { tally } from './tally';

/**
 * A product's name, number or price is copied: it will be looked up elsewhere. 1 copy, on a product page or with something
 * in the cart.
 */
export const priceCopy = tally(1, (signal, visit) =>
  signal.type === 'copy' && (visit.kind === 'product' || hasCart(visit)) ? '' : undefined,
);
