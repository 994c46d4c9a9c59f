import { describe, expect, test } from 'vitest';
import { readCart } from '../../src/shops/readCart';
import { PROTOTYPE_KEYS } from './given';

describe('reads', () => {
  test.each([
    [
      { items: 2, total: 49.9, currency: 'EUR' },
      { count: 2, total: 49.9, currency: 'EUR' },
    ],
    [{ items: 0 }, { count: 0 }],
    [
      { items: '3', total: '12.50' },
      { count: 3, total: 12.5 },
    ],
    [
      { items: 1e9, total: 1e9 },
      { count: 1e9, total: 1e9 },
    ],
    [{ items: [] }, { count: 0, items: [] }],
    [{ items: [{}, {}] }, { count: 2, items: [] }],
    [
      { items: [{ id: 'a' }, { item_id: 'b', id: 3 }, { id: 4 }, { id: '' }, { id: null }] },
      { count: 5, items: ['a', 'b', '4'] },
    ],
    [{ items: [{ quantity: 2 }, { quantity: '3' }, { quantity: 0 }] }, { count: 5, items: [] }],
    [{ items: [{ quantity: null }, null, 'a shirt', 7] }, { count: 4, items: [] }],
    [
      { items: 1, total: 0, currency: 'JPY' },
      { count: 1, total: 0, currency: 'JPY' },
    ],
    [
      { items: 1, currency: '' },
      { count: 1, currency: '' },
    ],
    [{ items: 1, color: 'red' }, { count: 1 }],
  ])('%j', (raw, cart) => {
    expect(readCart(raw)).toEqual(cart);
  });

  test('and keeps nothing of what else the shop hands in', () => {
    expect(Object.keys(readCart({ items: 1, email: 'a@example.com' }) as object).sort()).toEqual([
      'count',
      'currency',
      'items',
      'total',
    ]);
  });
});

describe('does not believe', () => {
  test.each<[unknown]>([
    [{}],
    [null],
    [undefined],
    ['three'],
    [3],
    [[]],
    [{ items: -1 }],
    [{ items: Number.NaN }],
    [{ items: Number.POSITIVE_INFINITY }],
    [{ items: '' }],
    [{ items: null }],
    [{ items: 'two' }],
    [{ items: {} }],
    [{ items: true }],
    [{ items: ' ' }],
    [{ items: [{ quantity: [] }] }],
    [{ items: [{ quantity: true }] }],
    [{ items: [{ quantity: -1 }] }],
    [{ items: [{ quantity: 'two' }] }],
    [{ items: [{ quantity: Number.NaN }, { quantity: 1 }] }],
    ...PROTOTYPE_KEYS.map((key): [unknown] => [{ items: [{ quantity: key }] }]),
  ])('items of %j', (raw) => {
    expect(readCart(raw)).toBeUndefined();
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 'free', '', ' ', null, '1.234,56 €', {}, true, [5]])(
    'a total of %j',
    (total) => {
      expect(readCart({ items: 1, total })).toBeUndefined();
    },
  );

  test.each(['eur', 'EURO', '€', 978, {}, ...PROTOTYPE_KEYS])('the currency %j', (currency) => {
    expect(readCart({ items: 1, currency })).toBeUndefined();
  });
});

test('an object with keys like its prototype’s is read like any other', () => {
  const raw = JSON.parse('{ "__proto__": { "items": 9 }, "constructor": 1, "toString": 2, "items": 2 }');
  expect(readCart(raw)).toEqual({ count: 2 });
});
