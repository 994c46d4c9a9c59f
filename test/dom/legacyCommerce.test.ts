import { describe, expect, test } from 'vitest';
import { readGa4 } from '../../src/shops/ga4';
import { legacyCommerce } from '../../src/shops/legacyCommerce';
import { PROTOTYPE_KEYS } from './given';

const products = [
  { id: 'b1', name: 'Beans', price: '4.90', quantity: '2' },
  { id: 'p1', name: 'Peas', price: 3, quantity: 1 },
];
const message = (key: string, more: object = {}) => ({
  event: 'eec.whatever',
  ecommerce: { currencyCode: 'EUR', [key]: { products, ...more } },
});
const read = (said: object, cart = { count: 4, total: 40, currency: 'EUR' }) =>
  readGa4(legacyCommerce(said) ?? {}, cart, 60_000);

test.each([
  ['add', { count: 7 }],
  ['remove', { count: 1 }],
  ['checkout', { count: 3, currency: 'EUR' }],
])('%s reads as its successor', (key, cart) => {
  expect(read(message(key))).toMatchObject({ type: 'cart', cart });
});

test('purchase with its order and revenue', () => {
  expect(read(message('purchase', { actionField: { id: 'T-1', revenue: '12.80' } }))).toEqual({
    type: 'purchase',
    order: 'T-1',
    value: 12.8,
    currency: 'EUR',
  });
});

describe('is none', () => {
  test.each<[object]>([
    [{ event: 'add_to_cart', ecommerce: { items: [] } }],
    [{ ecommerce: { impressions: products } }],
    [{ ecommerce: { detail: { products } } }],
    [{ ecommerce: { add: null } }],
    [{ event: 'add_to_cart', ecommerce: { items: products, add: { products } } }],
    [{ ecommerce: null }],
    [{}],
    [[]],
    ...PROTOTYPE_KEYS.map((key): [object] => [{ ecommerce: { [key]: 1 } }]),
  ])('%j', (said) => {
    expect(legacyCommerce(said)).toBeUndefined();
  });
});
