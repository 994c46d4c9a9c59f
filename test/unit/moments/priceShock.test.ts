import { describe, expect, test } from 'vitest';
import { priceShock } from '../../../src/core/moments/priceShock';
import type { Cart } from '../../../src/types';
import { aVisit, cart, limited, momentsOf, page, RULES, type Untimed } from '../given';

const shocks = (said: readonly Untimed[], rules = RULES) =>
  momentsOf('price-shock', said, aVisit({ cart: null }), rules);
const BEFORE: Cart = { count: 2, total: 100, currency: 'EUR', source: 'shop' };
const rise = (then: Partial<Cart>, before: Partial<Cart> = {}): Untimed[] => [
  page('cart'),
  { type: 'cart', cart: { ...BEFORE, ...before } },
  page('checkout'),
  { type: 'cart', cart: { ...BEFORE, ...then } },
];

describe('fires', () => {
  test.each([
    [106, 0.52],
    [120, 0.8],
    [300, 1],
  ])('when 100 becomes %d', (total, strength) => {
    const told = shocks(rise({ total }));
    expect(told).toMatchObject([{ kind: 'price-shock' }]);
    expect(told[0]?.strength).toBeCloseTo(strength, 9);
  });

  test('once for one rise, and again for another', () => {
    const now = (total: number): Untimed => ({ type: 'cart', cart: { ...BEFORE, total } });
    expect(shocks([...rise({ total: 110 }), now(110)])).toHaveLength(1);
    expect(shocks([...rise({ total: 110 }), now(120)])).toHaveLength(2);
  });

  test('against the latest sum before the checkout', () => {
    const said = [page('cart'), cart(2, { total: 80 }), ...rise({ total: 110 })];
    expect(shocks(said)[0]?.strength).toBeCloseTo(0.6, 9);
  });

  test('its threshold may be another', () => {
    expect(priceShock.limit).toBe(5);
    expect(shocks(rise({ total: 103 }), limited('price-shock', 2.5))).toHaveLength(1);
    expect(shocks(rise({ total: 110 }), limited('price-shock', 20))).toEqual([]);
  });
});

describe('does not fire', () => {
  test.each([104.9, 100, 90])('when 100 becomes %d', (total) => {
    expect(shocks(rise({ total }))).toEqual([]);
  });

  test.each<[string, Partial<Cart>]>([
    ['other pieces', { count: 3 }],
    ['another currency', { currency: 'USD' }],
    ['another source', { source: 'page' }],
    ['a cart that was hardly read', { confidence: 0.3 }],
    ['no pieces', { count: 0 }],
  ])('for %s', (_, other) => {
    expect(shocks(rise({ total: 150, ...other }))).toEqual([]);
  });

  test('where a sum was unknown, nought, or hardly read before', () => {
    expect(shocks(rise({ total: 150 }, { total: undefined }))).toEqual([]);
    expect(shocks(rise({ total: 150 }, { total: 0 }))).toEqual([]);
    expect(shocks(rise({ total: 150 }, { confidence: 0.3 }))).toEqual([]);
    expect(shocks(rise({ total: undefined }))).toEqual([]);
  });

  test('for what the shopper chooses at the checkout, if no sum was told before it', () => {
    expect(shocks([page('checkout'), cart(2, { total: 100 }), cart(2, { total: 110 })])).toEqual([]);
  });

  test('before the checkout', () => {
    expect(shocks([page('cart'), cart(2, { total: 100 }), cart(2, { total: 150 })])).toEqual([]);
  });

  test('when it is off', () => {
    expect(shocks(rise({ total: 150 }), limited('price-shock', 0))).toEqual([]);
  });
});
