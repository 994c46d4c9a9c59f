import { describe, expect, test } from 'vitest';
import type { Cart } from '../../../src/types';
import { aVisit, cart, limited, momentsOf, NOW, RULES, TICK, type Untimed } from '../given';

const wavers = (said: readonly Untimed[], rules = RULES) =>
  momentsOf('cart-wavering', said, aVisit({ cart: null }), rules);
/** Counts in order, so many milliseconds apart. */
const counts = (all: readonly number[], ms = 10_000, more: Partial<Cart> = {}): Untimed[] =>
  all.map((count, i) => ({ ...cart(count, more), at: NOW + i * ms }) as Untimed);

describe('fires', () => {
  test.each([[[1, 2, 1, 2]], [[2, 1, 2, 1]], [[1, 2, 3, 2]], [[0, 1, 0, 1]]])('for the counts %j', (all) => {
    expect(wavers(counts(all))).toMatchObject([{ kind: 'cart-wavering', count: 3, strength: 0.5 }]);
  });

  test('again after as many changes more', () => {
    expect(wavers(counts([1, 2, 1, 2, 1, 2]))).toHaveLength(1);
    expect(wavers(counts([1, 2, 1, 2, 1, 2, 1]))).toHaveLength(2);
  });

  test('within two minutes', () => {
    expect(wavers(counts([1, 2, 1, 2], 59_000))).toHaveLength(1);
  });

  test('its threshold may be another', () => {
    expect(wavers(counts([1, 2, 1]), limited('cart-wavering', 2))).toMatchObject([{ count: 2 }]);
  });
});

describe('does not fire', () => {
  test('for two changes', () => {
    expect(wavers(counts([1, 2, 1]))).toEqual([]);
  });

  test('for what goes in one direction', () => {
    expect(wavers(counts([1, 2, 3, 4, 5, 6]))).toEqual([]);
    expect(wavers(counts([6, 5, 4, 3, 2, 1]))).toEqual([]);
  });

  test('over more than two minutes', () => {
    expect(wavers(counts([1, 2, 1, 2], 61_000))).toEqual([]);
  });

  test('for presses on a stepper: those within two seconds are one change', () => {
    expect(wavers(counts([1, 2, 3, 4, 3, 2], 1999))).toEqual([]);
    expect(wavers(counts([1, 2, 3, 4, 3], 2000))).toHaveLength(1);
  });

  test('for the same cart told again', () => {
    expect(wavers(counts([1, 2, 2, 2, 1, 1]))).toEqual([]);
  });

  test('for two sources that count otherwise', () => {
    const said = counts([2, 3, 2, 3, 2, 3]).map((one, i) =>
      one.type === 'cart' ? { ...one, cart: { ...one.cart, source: i % 2 ? 'platform' : 'page' } as Cart } : one,
    );
    expect(wavers(said)).toEqual([]);
  });

  test('for a cart that was hardly read', () => {
    expect(wavers(counts([1, 2, 1, 2, 1], 10_000, { confidence: 0.3 }))).toEqual([]);
    expect(wavers(counts([1, 2, 1, 2, 1], 10_000, { confidence: 0.5 }))).toHaveLength(1);
  });

  test('for anything but the cart, or when it is off', () => {
    expect(wavers([TICK, TICK, TICK, TICK])).toEqual([]);
    expect(wavers(counts([1, 2, 1, 2]), limited('cart-wavering', 0))).toEqual([]);
  });
});
