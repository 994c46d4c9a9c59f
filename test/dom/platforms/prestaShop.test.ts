import { describe, expect, test } from 'vitest';
import { prestaShop } from '../../../src/shops/platforms/prestaShop';
import { at, define, GARBAGE, serve, watch } from './shop';

const cart = (products_count: unknown, amount: unknown) => ({
  products: [],
  products_count,
  totals: { total: { type: 'total', amount, value: '49,90 €' } },
});
const shop = (more: object = {}) => {
  const prestashop: Record<string, unknown> = {
    cart: cart(2, 49.9),
    currency: { iso_code: 'EUR' },
    page: { page_name: 'index' },
    urls: {},
    ...more,
  };
  define({ prestashop });
  return prestashop;
};
/** The theme's script makes the global an emitter, later than the page begins. */
const emit = (prestashop: Record<string, unknown>) => {
  const hearers = new Map<string, Set<(event: unknown) => void>>();
  prestashop.on = (name: string, hear: (event: unknown) => void) => {
    hearers.set(name, (hearers.get(name) ?? new Set()).add(hear));
  };
  prestashop.removeListener = (name: string, hear: (event: unknown) => void) => hearers.get(name)?.delete(hear);
  return {
    emit: (name: string, event: unknown) => {
      for (const hear of hearers.get(name) ?? []) hear(event);
    },
    count: () => [...hearers.values()].reduce((sum, { size }) => sum + size, 0),
  };
};

test('is known by its global, and not by anything of that name', () => {
  expect(prestaShop.detect()).toBe(false);
  for (const prestashop of [null, 7, 'text', {}, { cart: 7 }]) {
    define({ prestashop });
    expect(prestaShop.detect()).toBe(false);
  }
  shop();
  expect(prestaShop.detect()).toBe(true);
});

describe('the cart', () => {
  test('is in the page, and nobody is asked', async () => {
    shop();
    const { asked } = serve({});
    expect(await prestaShop.readCart()).toEqual({ count: 2, total: 49.9, currency: 'EUR' });
    expect(asked).not.toHaveBeenCalled();
  });

  test('is empty', async () => {
    shop({ cart: cart(0, 0) });
    expect(await prestaShop.readCart()).toEqual({ count: 0, total: 0, currency: 'EUR' });
  });

  test('in yen', async () => {
    shop({ cart: cart(1, 4711), currency: { iso_code: 'JPY' } });
    expect(await prestaShop.readCart()).toEqual({ count: 1, total: 4711, currency: 'JPY' });
  });

  test.each(GARBAGE)('is not %o', async (answer) => {
    shop({ cart: answer });
    expect(await prestaShop.readCart()).toBeUndefined();
  });

  test('goes without a sum that makes no sense', async () => {
    shop({ cart: cart('3', Number.NaN), currency: { iso_code: '€' } });
    expect(await prestaShop.readCart()).toEqual({ count: 3 });
  });
});

describe('a change', () => {
  test('is told by its emitter, which comes late, and brings the new cart', async () => {
    const prestashop = shop();
    const { changed, stop } = watch(prestaShop);
    const emitter = emit(prestashop);
    document.dispatchEvent(new Event('DOMContentLoaded'));
    emitter.emit('updateCart', { reason: { linkAction: 'add-to-cart', cart: cart(3, 74.85) } });
    expect(changed).toHaveBeenCalledTimes(1);
    expect(await prestaShop.readCart()).toMatchObject({ count: 3, total: 74.85 });
    stop();
    expect(emitter.count()).toBe(0);
  });

  test('by a theme that puts the new cart into the page counts as that', async () => {
    const prestashop = shop();
    const emitter = emit(prestashop);
    const { changed } = watch(prestaShop);
    emitter.emit('updateCart', { reason: { cart: cart(3, 74.85) } });
    prestashop.cart = cart(4, 99.8);
    emitter.emit('updatedCart', { resp: {} });
    expect(changed).toHaveBeenCalledTimes(2);
    expect(await prestaShop.readCart()).toMatchObject({ count: 4, total: 99.8 });
  });

  test.each(GARBAGE)('that says %o changes no cart', async (event) => {
    const prestashop = shop();
    const emitter = emit(prestashop);
    const { changed } = watch(prestaShop);
    emitter.emit('updateCart', event);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(await prestaShop.readCart()).toMatchObject({ count: 2 });
  });
});

test.each([
  ['index', 'home'],
  ['category', 'listing'],
  ['product', 'product'],
  ['cart', 'cart'],
  ['checkout', 'checkout'],
  ['order-confirmation', 'thank-you'],
  ['my-account', 'account'],
  ['cms', undefined],
  ['toString', undefined],
])('its page %s is %s', (page_name, kind) => {
  shop({ page: { page_name } });
  expect(prestaShop.readPage?.()).toBe(kind);
});

test('the order has its number in the address of its confirmation, and nowhere else', () => {
  at('/confirmation-commande?id_cart=7&id_module=3&id_order=4711&key=abc');
  shop({ page: { page_name: 'order-confirmation' } });
  expect(prestaShop.readOrder?.()).toEqual({ id: '4711' });
  shop({ page: { page_name: 'order-detail' } });
  expect(prestaShop.readOrder?.()).toBeUndefined();
});
