import { describe, expect, test } from 'vitest';
import { couponRejected } from '../../../src/core/moments/couponRejected';
import { aVisit, limited, momentsOf, page, RULES, refusal, times, type Untimed } from '../given';

const rejected = (said: readonly Untimed[], rules = RULES) =>
  momentsOf('coupon-rejected', [page('cart'), ...said], aVisit(), rules);

describe('fires', () => {
  test('at the first refusal, and at each after', () => {
    expect(couponRejected.limit).toBe(1);
    expect(rejected([refusal('code', true), refusal('code', true)])).toMatchObject([
      { kind: 'coupon-rejected', field: 'code', count: 1, strength: 0.5 },
      { count: 2, strength: 1 },
    ]);
  });

  test('as late as the shop wants it', () => {
    expect(rejected(times(3, refusal('code', true)), limited('coupon-rejected', 3))).toHaveLength(1);
  });
});

describe('does not fire', () => {
  test('for any other field', () => {
    expect(rejected(times(5, refusal('zip')))).toEqual([]);
  });

  test('when it is off', () => {
    expect(rejected([refusal('code', true)], limited('coupon-rejected', 0))).toEqual([]);
  });
});
