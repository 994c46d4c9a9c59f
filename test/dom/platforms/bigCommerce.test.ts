import { describe, expect, test } from 'vitest';
import { bigCommerce } from '../../../src/shops/platforms/bigCommerce';
import { at, body, define, fakeJQuery, GARBAGE, serve, watch } from './shop';

const CARTS = [
  {
    id: 'a',
    currency: { code: 'USD' },
    cartAmount: 123.45,
    lineItems: {
      physicalItems: [
        { id: '1', quantity: 2 },
        { id: '2', parentId: '1', quantity: 2 },
      ],
      digitalItems: [{ id: '3', quantity: 1 }],
      giftCertificates: [{ id: '4', amount: 20 }],
      customItems: [],
    },
  },
];
const store = (count: string) => localStorage.setItem('cart-quantity', count);

test('is known by its global, or by its storage and its theme together', () => {
  store('2');
  expect(bigCommerce.detect()).toBe(false);
  body('', '<a data-cart-preview aria-label="Cart with 2 items"></a>');
  expect(bigCommerce.detect()).toBe(true);
  localStorage.clear();
  expect(bigCommerce.detect()).toBe(false);
  define({ BCData: { csrf_token: 'x' } });
  expect(bigCommerce.detect()).toBe(true);
});

describe('the cart', () => {
  test('counts pieces: all kinds of items, but not the parts of a bundle', async () => {
    store('4');
    const { paths } = serve(CARTS);
    expect(await bigCommerce.readCart()).toEqual({ count: 4, total: 123.45, currency: 'USD' });
    expect(paths()).toEqual(['/api/storefront/carts']);
  });

  test('of yen has no minor units', async () => {
    serve([{ currency: { code: 'JPY' }, cartAmount: 4711, lineItems: { physicalItems: [{ quantity: 1 }] } }]);
    expect(await bigCommerce.readCart()).toEqual({ count: 1, total: 4711, currency: 'JPY' });
  });

  test('is empty by its storage, and nobody is asked', async () => {
    store('0');
    const { asked } = serve(CARTS);
    expect(await bigCommerce.readCart()).toEqual({ count: 0, total: 0 });
    expect(asked).not.toHaveBeenCalled();
  });

  test('is empty by an empty list', async () => {
    serve([]);
    expect(await bigCommerce.readCart()).toEqual({ count: 0, total: 0 });
  });

  test.each([
    { status: 404, title: 'no' },
    '<html>',
    '',
    [null],
    [{}],
    [{ lineItems: { physicalItems: [{ quantity: 'x' }] } }],
    [{ lineItems: { physicalItems: [{ quantity: 3 }, { quantity: -1 }] } }],
    ...GARBAGE.filter((one) => !Array.isArray(one)),
  ])('is not %o', async (answer) => {
    serve(answer);
    expect(await bigCommerce.readCart()).toBeUndefined();
  });

  test('is as many as stored, with a doubt, where the server says nothing', async () => {
    store('3');
    serve({ status: 500 }, 500);
    expect(await bigCommerce.readCart()).toEqual({ count: 3, confidence: 0.8 });
    store('NaN');
    expect(await bigCommerce.readCart()).toBeUndefined();
  });

  test.each(['/checkout', '/checkout/order-confirmation', '/checkout.php'])('is not asked for at %s', async (path) => {
    at(path);
    const { asked } = serve(CARTS);
    expect(await bigCommerce.readCart()).toBeUndefined();
    store('2');
    expect(await bigCommerce.readCart()).toMatchObject({ count: 2 });
    expect(asked).not.toHaveBeenCalled();
  });
});

test('a change is told by jQuery, and by another tab', () => {
  const { jQuery, count } = fakeJQuery();
  define({ jQuery });
  const { changed, stop } = watch(bigCommerce);
  jQuery(document.body).trigger('cart-quantity-update', [3]);
  expect(changed).toHaveBeenCalledTimes(1);
  const storage = (key: string) => window.dispatchEvent(Object.assign(new Event('storage'), { key }));
  storage('cart');
  expect(changed).toHaveBeenCalledTimes(1);
  storage('cart-quantity');
  expect(changed).toHaveBeenCalledTimes(2);
  stop();
  expect(count()).toBe(0);
});

describe('the order', () => {
  const html = '<p data-test="order-confirmation-order-number-text">Your order number is <strong>4711</strong></p>';

  test('stands in the page, or in the address', () => {
    at('/checkout/order-confirmation');
    body('', html);
    expect(bigCommerce.readPage?.()).toBe('thank-you');
    expect(bigCommerce.readOrder?.()).toEqual({ id: '4711' });
    at('/checkout/order-confirmation/4712');
    expect(bigCommerce.readOrder?.()).toEqual({ id: '4712' });
  });

  test('is none before, or without a number', () => {
    at('/checkout');
    body('', html);
    expect(bigCommerce.readPage?.()).toBe('checkout');
    expect(bigCommerce.readOrder?.()).toBeUndefined();
    at('/checkout/order-confirmation');
    body('', '<p>Loading</p>');
    expect(bigCommerce.readOrder?.()).toBeUndefined();
  });
});
