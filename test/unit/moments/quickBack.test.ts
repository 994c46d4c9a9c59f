import { describe, expect, test } from 'vitest';
import type { PageKind } from '../../../src/types';
import { aVisit, limited, momentsOf, NO_CARTS, NOW, page, RULES, type Untimed } from '../given';

const backs = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('quick-back', said, start, rules);
/** From a list into a page, and back after so many milliseconds. */
const trip = (n: number, ms: number, kind: PageKind = 'product'): Untimed[] => {
  const at = NOW + n * 60_000;
  return [
    { ...page('listing'), at },
    { ...page(kind, `/page-${n}`), at: at + 20_000 },
    { ...page('listing'), at: at + 20_000 + ms },
  ];
};

describe('fires', () => {
  test('the second time', () => {
    expect(backs([...trip(1, 6999), ...trip(2, 6999)])).toMatchObject([
      { kind: 'quick-back', count: 2, strength: 0.3 },
    ]);
  });

  test('again after two more', () => {
    const trips = (count: number) => Array.from({ length: count }, (_, i) => trip(i + 1, 3000)).flat();
    expect(backs(trips(3))).toHaveLength(1);
    expect(backs(trips(4))).toHaveLength(2);
  });

  test('its threshold may be another', () => {
    expect(backs(trip(1, 3000), aVisit(), limited('quick-back', 1))).toMatchObject([{ count: 1 }]);
  });
});

describe('does not fire', () => {
  test('the first time', () => {
    expect(backs(trip(1, 3000))).toEqual([]);
  });

  test('for pages that were looked at', () => {
    expect(backs([...trip(1, 7000), ...trip(2, 7000), ...trip(3, 7000)])).toEqual([]);
  });

  test('out of the cart: one goes on shopping', () => {
    expect(backs([...trip(1, 3000, 'cart'), ...trip(2, 3000, 'cart')])).toEqual([]);
  });

  test('out of a cart whose kind is known late, even where it is loaded anew', () => {
    const late = (n: number): Untimed[] => {
      const at = NOW + n * 60_000;
      const visitTo = (kind: PageKind, view: string, ms: number) => ({ ...page(kind, '/korb', view), at: at + ms });
      return [
        { ...page('listing'), at },
        visitTo('other', `a-${n}`, 20_000),
        visitTo('cart', `a-${n}`, 20_300),
        visitTo('other', `b-${n}`, 22_000),
        { ...page('listing'), at: at + 24_000 },
      ];
    };
    expect(backs([...late(1), ...late(2)])).toEqual([]);
  });

  test('for quick steps forward, or a page loaded anew', () => {
    const steps = Array.from({ length: 8 }, (_, i) => page('product', `/page-${i}`));
    expect(backs(steps)).toEqual([]);
    expect(backs(Array.from({ length: 8 }, (_, i) => page('product', '/page', `view-${i}`)))).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(backs([...trip(1, 3000), ...trip(2, 3000)], aVisit({ cart }))).toEqual([]);
  });

  test('when it is off', () => {
    expect(backs([...trip(1, 3000), ...trip(2, 3000)], aVisit(), limited('quick-back', 0))).toEqual([]);
  });
});
