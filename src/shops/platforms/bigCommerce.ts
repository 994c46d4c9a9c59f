import type { Cart } from '../../types';
import { askShopJson } from './askShop';
import { dig } from './dig';
import { onJQuery } from './hook';
import { orderBy, textOf } from './pageByClass';
import type { Platform } from './platform';
import { amount, EMPTY, stateCart } from './stateCart';

/**
 * BigCommerce: the number that its themes keep in storage, and the storefront's carts for the rest.
 * https://developer.bigcommerce.com/docs/rest-storefront/carts
 */

const STORAGE = 'cart-quantity';
const LINES = ['physicalItems', 'digitalItems', 'giftCertificates', 'customItems'];
/** The number may be that of the page before. */
const DOUBT = 0.8;

const stored = () => {
  try {
    return localStorage.getItem(STORAGE);
  } catch {
    // Storage is closed to scripts.
  }
};

/** Amounts are in major units. A gift certificate has no quantity; what belongs to a bundle is no piece of its own. */
const fromCarts = (carts: unknown): Cart | undefined => {
  if (!Array.isArray(carts)) return;
  if (!carts.length) return EMPTY;
  const lines = dig(carts[0], 'lineItems');
  if (typeof lines !== 'object') return;
  const items = LINES.flatMap((kind) => dig(lines, kind) ?? []).filter((item) => !dig(item, 'parentId'));
  const count = items.reduce((sum: number, item) => sum + amount(dig(item, 'quantity') ?? 1), 0);
  return stateCart(count, dig(carts[0], 'cartAmount'), dig(carts[0], 'currency.code'));
};

const PATH = /\/(checkout|embedded-checkout)(\/|\.php|$)/;
const CONFIRMATION = /\/checkout\/order-confirmation(?:\/(\d+))?/;

export const bigCommerce: Platform = {
  name: 'bigcommerce',
  // Others may use the storage's name too.
  detect: () =>
    typeof dig(window, 'BCData') === 'object' ||
    typeof dig(window, 'stencilBootstrap') === 'function' ||
    (stored() != null && !!document.querySelector('[data-cart-preview]')),
  async readCart() {
    const count = stored();
    if (count === '0') return EMPTY;
    const cart = PATH.test(location.pathname) ? undefined : fromCarts(await askShopJson('/api/storefront/carts'));
    return cart ?? stateCart(count, undefined, undefined, DOUBT);
  },
  watch(listen, changed) {
    const stops = [
      // On every load too.
      onJQuery(listen, () => document.body, 'cart-quantity-update', changed),
      // Another tab.
      listen<StorageEvent>(window, 'storage', ({ key }) => key === STORAGE && changed()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
  readPage: () =>
    CONFIRMATION.test(location.pathname) ? 'thank-you' : PATH.test(location.pathname) ? 'checkout' : undefined,
  readOrder() {
    const [path, id] = CONFIRMATION.exec(location.pathname) ?? [];
    return path ? orderBy(id ?? textOf('[data-test=order-confirmation-order-number-text]')) : undefined;
  },
};
