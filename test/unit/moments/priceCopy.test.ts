import { describe, expect, test } from 'vitest';
import { aVisit, limited, momentsOf, NO_CARTS, page, RULES, TICK, type Untimed } from '../given';

const copies = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('price-copy', said, start, rules);
const COPY: Untimed = { type: 'copy', what: 'price' };

describe('fires', () => {
  test.each(['name', 'number', 'price'] as const)('for a %s', (what) => {
    expect(copies([page('product'), { type: 'copy', what }])).toMatchObject([
      { kind: 'price-copy', count: 1, strength: 0.5 },
    ]);
  });

  test.each(NO_CARTS)('on a product page, whatever the cart: %j', (cart) => {
    expect(copies([page('product'), COPY], aVisit({ cart }))).toHaveLength(1);
  });

  test('in the cart', () => {
    expect(copies([page('cart'), COPY])).toHaveLength(1);
  });

  test('at the second, where the shop wants that', () => {
    expect(copies([page('product'), COPY, COPY], aVisit(), limited('price-copy', 2))).toMatchObject([{ count: 2 }]);
  });
});

describe('does not fire', () => {
  test.each(NO_CARTS)('elsewhere with the cart %j', (cart) => {
    expect(copies([page('listing'), COPY, COPY], aVisit({ cart }))).toEqual([]);
  });

  test('where nothing is copied', () => {
    expect(copies([page('product'), TICK, { type: 'click', x: 1, y: 1, effect: true }])).toEqual([]);
  });

  test('when it is off', () => {
    expect(copies([page('product'), COPY], aVisit(), limited('price-copy', 0))).toEqual([]);
  });
});
