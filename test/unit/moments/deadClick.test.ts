import { describe, expect, test } from 'vitest';
import { aVisit, limited, momentsOf, page, RULES, type Untimed } from '../given';

const dead = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('dead-click', [page('product'), ...said], start, rules);
const VAIN: Untimed = { type: 'dead-click' };

describe('fires', () => {
  test('at the second on a page, and at each after', () => {
    expect(dead([VAIN, VAIN, VAIN])).toMatchObject([
      { kind: 'dead-click', count: 2, strength: 0.5 },
      { count: 3, strength: 0.75 },
    ]);
  });

  test('without a cart too: a shop may be broken for anybody', () => {
    expect(dead([VAIN, VAIN], aVisit({ cart: null }))).toHaveLength(1);
  });

  test('its threshold may be another', () => {
    expect(dead([VAIN], aVisit(), limited('dead-click', 1))).toMatchObject([{ count: 1 }]);
  });
});

describe('does not fire', () => {
  test('for one, or one each on two pages', () => {
    expect(dead([VAIN])).toEqual([]);
    expect(dead([VAIN, page('product', '/other'), VAIN])).toEqual([]);
  });

  test('for clicks that are not in vain', () => {
    expect(dead([0, 1, 2].map((x) => ({ type: 'click', x, y: 0, effect: false })))).toEqual([]);
  });

  test('when it is off', () => {
    expect(dead([VAIN, VAIN], aVisit(), limited('dead-click', 0))).toEqual([]);
  });
});
