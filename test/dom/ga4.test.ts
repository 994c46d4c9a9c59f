import { describe, expect, test } from 'vitest';
import { readGa4 as read } from '../../src/shops/ga4';
import type { Cart } from '../../src/types';
import { PROTOTYPE_KEYS } from './given';

/** What was known has been known for a while. */
const readGa4 = (message: object, cart: Cart | null) => read(message, cart, 60_000);

/** gtag pushes its `arguments`, which is neither array nor plain object. */
function gtag(..._: unknown[]): object {
  // biome-ignore lint/complexity/noArguments: it is the shape that counts
  return arguments;
}
const gtm = (event: unknown, ecommerce?: unknown) => ({ event, ecommerce });
const SHIRT = { item_id: 'sku-1', price: 20, quantity: 2 };
const KNOWN = { count: 3, total: 60, currency: 'EUR' };

describe.each([
  ['GTM', gtm],
  ['gtag', (event: unknown, ecommerce?: unknown) => gtag('event', event, ecommerce)],
  ['a plain array', (event: unknown, ecommerce?: unknown) => ['event', event, ecommerce]],
])('from %s', (_, say) => {
  test.each(['view_cart', 'begin_checkout'])('%s states the whole cart', (event) => {
    expect(readGa4(say(event, { items: [SHIRT, { quantity: 1 }], value: 49.9, currency: 'EUR' }), KNOWN)).toEqual({
      type: 'cart',
      cart: { count: 3, total: 49.9, currency: 'EUR', items: ['sku-1'], source: 'data-layer' },
    });
  });

  test('an empty cart is a cart', () => {
    expect(readGa4(say('view_cart', { items: [], value: 0 }), KNOWN)).toMatchObject({ cart: { count: 0, total: 0 } });
  });

  test('add_to_cart adds to what is known', () => {
    expect(readGa4(say('add_to_cart', { items: [SHIRT], value: 40, currency: 'EUR' }), KNOWN)).toEqual({
      type: 'cart',
      cart: { count: 5, total: 100, currency: 'EUR', source: 'data-layer' },
    });
  });

  test('add_to_cart is a first cart where none is known', () => {
    expect(readGa4(say('add_to_cart', { items: [SHIRT], value: 40, currency: 'EUR' }), null)).toEqual({
      type: 'cart',
      cart: { count: 2, total: 40, currency: 'EUR', source: 'data-layer' },
    });
  });

  test('an event that names no items is about one', () => {
    expect(readGa4(say('add_to_cart', { value: 20 }), KNOWN)).toMatchObject({ cart: { count: 4 } });
    expect(readGa4(say('remove_from_cart'), KNOWN)).toMatchObject({ cart: { count: 2 } });
  });

  test('remove_from_cart takes away, and never below nothing', () => {
    const removed = say('remove_from_cart', { items: [SHIRT], value: 40 });
    expect(readGa4(removed, KNOWN)).toMatchObject({ cart: { count: 1, total: 20, currency: 'EUR' } });
    expect(readGa4(removed, { count: 1, total: 5 })).toMatchObject({ cart: { count: 0, total: 0 } });
    expect(readGa4(removed, null)).toMatchObject({ cart: { count: 0 } });
  });

  test('a part without a price leaves a sum nobody knows', () => {
    expect(readGa4(say('add_to_cart', { items: [SHIRT] }), KNOWN)).toMatchObject({
      cart: { count: 5, total: undefined },
    });
    const unknown = { count: 3, currency: 'EUR' };
    expect(readGa4(say('add_to_cart', { items: [SHIRT], value: 40 }), unknown)).toMatchObject({
      cart: { count: 5, total: undefined },
    });
  });

  test.each(['page', 'platform'] as const)('a change that the %s has just shown is not counted again', (source) => {
    const added = say('add_to_cart', { items: [SHIRT], value: 40 });
    expect(read(added, { ...KNOWN, source }, 800)).toBeUndefined();
    expect(read(added, { ...KNOWN, source }, 10_000)).toMatchObject({ cart: { count: 5 } });
    expect(read(added, { ...KNOWN, source: 'data-layer' }, 800)).toMatchObject({ cart: { count: 5 } });
  });

  test('numbers written as text are numbers', () => {
    const ecommerce = { items: [{ quantity: '2' }], value: '40.00', currency: 'EUR' };
    expect(readGa4(say('view_cart', ecommerce), null)).toMatchObject({ cart: { count: 2, total: 40 } });
  });

  test('purchase is one, with its order as text', () => {
    expect(
      readGa4(say('purchase', { transaction_id: 4711, value: 49.9, currency: 'EUR', items: [SHIRT] }), KNOWN),
    ).toEqual({
      type: 'purchase',
      order: '4711',
      value: 49.9,
      currency: 'EUR',
    });
  });

  test('purchase without an order is none: it could not be told from its reload', () => {
    expect(readGa4(say('purchase', { value: 49.9, items: [SHIRT] }), KNOWN)).toBeUndefined();
  });

  test.each(['view_item', 'page_view', 'Add_To_Cart', '', 7, null, undefined, ...PROTOTYPE_KEYS])(
    '%s is none of ours',
    (event) => {
      expect(readGa4(say(event, { items: [SHIRT] }), KNOWN)).toBeUndefined();
    },
  );

  test.each([
    { items: 'a shirt' },
    { items: [{ quantity: -1 }] },
    { items: [SHIRT], value: 'free' },
    { items: [SHIRT], value: Number.NaN },
  ])('a cart of %j is not believed', (ecommerce) => {
    expect(readGa4(say('view_cart', ecommerce), KNOWN)).toBeUndefined();
    expect(readGa4(say('add_to_cart', ecommerce), KNOWN)).toBeUndefined();
  });
});

describe('passes over', () => {
  test.each([
    [{}],
    [[]],
    [{ ecommerce: null }],
    [{ 'gtm.start': 1, event: 'gtm.js' }],
    [gtag('consent', 'default', { ad_storage: 'denied' })],
    [gtag('js', new Date(0))],
    [gtag('config', 'G-1')],
    [gtag('event')],
  ])('%j', (message) => {
    expect(readGa4(message, KNOWN)).toBeUndefined();
  });

  test('an ecommerce reset changes no cart', () => {
    expect(readGa4({ event: 'view_item_list', ecommerce: null }, KNOWN)).toBeUndefined();
  });
});
