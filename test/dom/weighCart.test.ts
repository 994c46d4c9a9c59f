import { describe, expect, test } from 'vitest';
import { weighCart } from '../../src/shops/weighCart';
import type { Cart, CartSource } from '../../src/types';

const NOW = 1_000_000;
const weigh = (
  cart: Cart,
  source: CartSource,
  {
    before,
    known = null,
    ageMs = 60_000,
    isOld,
  }: { before?: Cart; known?: Cart | null; ageMs?: number; isOld?: boolean } = {},
) => weighCart({ cart, source, before }, known, NOW - ageMs, NOW, isOld);

describe('is taken at its word', () => {
  test.each(['page', 'platform'] as const)('%s, where nobody has said anything', (source) => {
    expect(weigh({ count: 2, total: 20 }, source)).toEqual({ count: 2, total: 20, source });
  });

  test('the page, after itself', () => {
    expect(weigh({ count: 3 }, 'page', { known: { count: 2, source: 'page' } })).toEqual({ count: 3, source: 'page' });
  });

  test('the shop system, after the page and after itself', () => {
    for (const source of ['page', 'platform'] as const)
      expect(weigh({ count: 3 }, 'platform', { known: { count: 9, source } })).toEqual({
        count: 3,
        source: 'platform',
      });
  });
});

describe('what was told in another document', () => {
  test.each(['shop', 'data-layer', 'platform'] as const)('by %s is old', (source) => {
    const known = { count: 2, source };
    expect(weigh({ count: 3 }, 'page', { known, isOld: true })).toEqual({ count: 3, source: 'page' });
  });
});

describe('who is not sure of the pieces', () => {
  test.each([null, { count: 2, source: 'page' } as const, { count: 2, source: 'shop' } as const])(
    'says nothing without a sum, whatever is known: %j',
    (known) => {
      expect(weigh({ count: 0, confidence: 0.3 }, 'page', { known, isOld: true })).toBeUndefined();
    },
  );

  test('may know what they cost now', () => {
    const known = { count: 2, total: 20, currency: 'EUR', confidence: 0.9, source: 'page' } as const;
    const reading = { count: 1, total: 26, currency: 'EUR', confidence: 0.4 };
    expect(weigh(reading, 'page', { known, isOld: true })).toEqual({ ...known, total: 26 });
    expect(weigh(reading, 'page', { known: { ...known, source: 'data-layer' } })).toBeUndefined();
    expect(weigh(reading, 'page')).toBeUndefined();
  });
});

describe('is weighed against who is trusted more', () => {
  test.each([
    ['page', 'platform'],
    ['page', 'data-layer'],
    ['page', 'shop'],
    ['platform', 'shop'],
    ['platform', 'data-layer'],
  ] as const)('%s against %s: a first reading changes nothing', (source, told) => {
    expect(weigh({ count: 9 }, source, { known: { count: 2, source: told } })).toBeUndefined();
  });

  test('a change between two readings is a change of what is known; the old sum is gone with it', () => {
    const known = { count: 5, total: 50, currency: 'EUR', source: 'shop' } as const;
    expect(weigh({ count: 3 }, 'page', { before: { count: 2 }, known })).toEqual({
      ...known,
      count: 6,
      total: undefined,
    });
    expect(weigh({ count: 0 }, 'page', { before: { count: 9 }, known })).toMatchObject({ count: 0 });
  });

  test('the same reading again is no change', () => {
    const known = { count: 5, source: 'shop' } as const;
    expect(weigh({ count: 2, total: 3 }, 'page', { before: { count: 2 }, known })).toBeUndefined();
  });

  test('a change that has just been told is the same fact, and counts once', () => {
    const known = { count: 3, source: 'data-layer' } as const;
    const reading = { before: { count: 2 }, known };
    expect(weigh({ count: 4 }, 'page', { ...reading, ageMs: 1200 })).toBeUndefined();
    expect(weigh({ count: 4 }, 'page', { ...reading, ageMs: 5000 })).toMatchObject({ count: 5 });
    // However late it comes, it says no more than what is known.
    expect(weigh({ count: 3 }, 'page', { ...reading, ageMs: 5000 })).toBeUndefined();
  });
});
