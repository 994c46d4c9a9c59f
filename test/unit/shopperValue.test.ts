import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shopperValue } from '../../src/core/shopperValue';
import { anOrder, DAY, NOW } from './given';

const EUR = 'EUR';

describe('recency, frequency, monetary value', () => {
  test('of nobody who has ordered are unknown', () => {
    expect(shopperValue([], NOW)).toBeNull();
  });

  test('of one order', () => {
    const orders = [anOrder({ at: NOW - 365 * DAY, value: 60, currency: EUR })];
    expect(shopperValue(orders, NOW)).toEqual({ orders: 1, days: 365, average: 60, expected: 30, currency: EUR });
  });

  test('an order that states no value counts as an order, and its value is unknown', () => {
    expect(shopperValue([anOrder()], NOW)).toEqual({ orders: 1, days: 1 });
    expect(shopperValue([anOrder({ value: 0 })], NOW)).not.toHaveProperty('average');
    const orders = [anOrder({ value: 20 }), anOrder({ order: 'B' })];
    expect(shopperValue(orders, NOW)).toMatchObject({ orders: 2, average: 20 });
  });

  test('other currencies than that of the last order are not added to it', () => {
    const orders = [anOrder({ value: 9000, currency: 'JPY' }), anOrder({ order: 'B', value: 40, currency: EUR })];
    expect(shopperValue(orders, NOW)).toMatchObject({ orders: 2, average: 40, currency: EUR });
  });

  test('a clock that was set back makes nothing negative', () => {
    expect(shopperValue([anOrder({ at: NOW + 5 * DAY, value: 10 })], NOW)).toMatchObject({ days: 0, expected: 10 });
  });
});

test('whatever was ordered, a year is never expected to bring more than all orders so far, and never less than nothing', () => {
  const order = fc.record({
    at: fc.integer({ min: NOW - 4000 * DAY, max: NOW }),
    value: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(order, { minLength: 1, maxLength: 50 }), (all) => {
      const orders = all.sort((a, b) => a.at - b.at).map((one, i) => anOrder({ ...one, order: `${i}` }));
      const { expected = Number.NaN, average = Number.NaN } = shopperValue(orders, NOW) ?? {};
      expect(expected).toBeGreaterThan(0);
      expect(expected).toBeLessThanOrEqual(average * orders.length * (1 + 1e-9));
    }),
  );
});
