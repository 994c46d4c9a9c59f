import { describe, expect, test } from 'vitest';
import { slowPage } from '../../../src/core/moments/slowPage';
import { aVisit, limited, momentsOf, NO_CARTS, page, RULES, type Untimed } from '../given';

const slow = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('slow-page', [page('checkout'), ...said], start, rules);
const inp = (value: number): Untimed => ({ type: 'vital', name: 'INP', value });
const LCP: Untimed = { type: 'vital', name: 'LCP', value: 6200 };
const CLS: Untimed = { type: 'vital', name: 'CLS', value: 0.4 };

describe('fires', () => {
  test('for an answer slower than 500 ms', () => {
    expect(slowPage.limit).toBe(500);
    expect(slow([inp(501)])).toMatchObject([{ kind: 'slow-page', strength: 0.5 }]);
  });

  test('once for each vital of a page, and again on the next', () => {
    expect(slow([LCP, CLS, inp(600), inp(900), LCP])).toHaveLength(3);
    expect(slow([LCP, page('cart'), LCP])).toHaveLength(2);
  });

  test('its threshold may be another', () => {
    expect(slow([inp(300)], aVisit(), limited('slow-page', 200))).toHaveLength(1);
    expect(slow([inp(900)], aVisit(), limited('slow-page', 1000))).toEqual([]);
  });
});

describe('does not fire', () => {
  test('for 500 ms, until it gets worse', () => {
    expect(slow([inp(500)])).toEqual([]);
    expect(slow([inp(500), inp(501)])).toHaveLength(1);
  });

  test.each(['home', 'listing', 'product', 'shipping'] as const)('on a %s page', (kind) => {
    expect(slow([page(kind), inp(900), LCP, CLS])).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(slow([inp(900), LCP, CLS], aVisit({ cart }))).toEqual([]);
  });

  test('when it is off', () => {
    expect(slow([inp(900), LCP, CLS], aVisit(), limited('slow-page', 0))).toEqual([]);
  });
});
