import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liftOf } from '../../src/core/lift';

/** An arm in which each who buys spends the same. */
const anArm = (visitors: number, conversions: number, spent = 20) => ({
  visitors,
  conversions,
  revenue: conversions * spent,
  revenueSquared: conversions * spent ** 2,
});
const NOBODY = anArm(0, 0);
const NOTHING = { estimate: null, least: null, most: null };

describe('treatment against holdout', () => {
  // Variance of the logarithm of the ratio: 1/60 − 1/1000 + 1/50 − 1/1000; its reach 0.98336; the ratio 1.2 times or by e to that.
  const { conversion, abandonment, revenue } = liftOf({ treatment: anArm(1000, 60), holdout: anArm(1000, 50) });

  test('conversion', () => {
    expect(conversion.treatment).toBeCloseTo(0.06, 12);
    expect(conversion.holdout).toBeCloseTo(0.05, 12);
    expect(conversion.difference.estimate).toBeCloseTo(0.01, 12);
    expect(conversion.lift.estimate).toBeCloseTo(0.2, 12);
    expect(conversion.lift.least).toBeCloseTo(-0.5512, 3);
    expect(conversion.lift.most).toBeCloseTo(2.2081, 3);
  });

  test('the difference at either end is that of two means with that ratio and the overall mean', () => {
    for (const end of ['least', 'most'] as const) {
      const ratio = 1 + (conversion.lift[end] ?? Number.NaN);
      const base = 0.11 / (1 + ratio);
      expect(conversion.difference[end]).toBeCloseTo((ratio - 1) * base, 12);
    }
  });

  test('abandonment is its complement', () => {
    expect(abandonment.treatment).toBeCloseTo(0.94, 12);
    expect(abandonment.holdout).toBeCloseTo(0.95, 12);
    expect(abandonment.lift.estimate).toBeCloseTo(0.94 / 0.95 - 1, 12);
    expect(abandonment.difference.least).toBeCloseTo(-(conversion.difference.most ?? Number.NaN), 12);
    expect(abandonment.difference.most).toBeCloseTo(-(conversion.difference.least ?? Number.NaN), 12);
  });

  test('revenue per visitor, where all baskets cost the same, says what conversion says', () => {
    expect(revenue.treatment).toBeCloseTo(1.2, 12);
    expect(revenue.difference.estimate).toBeCloseTo(0.2, 12);
    expect(revenue.lift.least).toBeCloseTo(conversion.lift.least ?? Number.NaN, 9);
    expect(revenue.difference.most).toBeCloseTo(20 * (conversion.difference.most ?? Number.NaN), 9);
  });

  test('is wider where baskets differ, and where more certainty is asked for', () => {
    const mixed = { ...anArm(1000, 60), revenueSquared: 60 * 900 };
    const wide = liftOf({ treatment: mixed, holdout: anArm(1000, 50) });
    expect(wide.revenue.lift.most).toBeGreaterThan(revenue.lift.most ?? Number.NaN);
    const sure = liftOf({ treatment: anArm(1000, 60), holdout: anArm(1000, 50) }, 0.001);
    expect(sure.conversion.lift.least).toBeLessThan(conversion.lift.least ?? Number.NaN);
  });
});

describe('what cannot be known is null', () => {
  test('no visitors', () => {
    const none = { treatment: null, holdout: null, difference: NOTHING, lift: NOTHING };
    expect(liftOf({ treatment: NOBODY, holdout: NOBODY })).toEqual({
      conversion: none,
      abandonment: none,
      revenue: none,
    });
  });

  test('visitors in one arm only', () => {
    const { conversion } = liftOf({ treatment: anArm(1000, 60), holdout: NOBODY });
    expect(conversion).toEqual({ treatment: 0.06, holdout: null, difference: NOTHING, lift: NOTHING });
  });

  test('no conversions in the holdout: a difference, but no lift and no bounds', () => {
    const { conversion, revenue } = liftOf({ treatment: anArm(1000, 60), holdout: anArm(100, 0) });
    expect(conversion.difference).toEqual({ estimate: 0.06, least: null, most: null });
    expect([conversion.lift, revenue.lift]).toEqual([NOTHING, NOTHING]);
  });

  test.each([
    ['nine who bought', anArm(100, 9)],
    ['nine who did not', anArm(100, 91)],
  ])('%s are too few for bounds, ten are not', (_, holdout) => {
    const more = holdout.conversions < 50 ? 1 : -1;
    const { conversion, revenue } = liftOf({ treatment: anArm(1000, 500), holdout });
    expect([conversion.lift.least, conversion.difference.most, revenue.lift.least]).toEqual([null, null, null]);
    const enough = liftOf({ treatment: anArm(1000, 500), holdout: anArm(100, holdout.conversions + more) });
    expect(enough.conversion.lift.least).not.toBeNull();
  });

  test('no worth known of any order: conversion has bounds, revenue has none', () => {
    const { conversion, revenue } = liftOf({ treatment: anArm(1000, 60, 0), holdout: anArm(1000, 50, 0) });
    expect(conversion.lift.most).not.toBeNull();
    expect(revenue.difference).toEqual({ estimate: 0, least: null, most: null });
    expect(revenue.lift).toEqual(NOTHING);
  });

  test('more given back than spent', () => {
    const { revenue } = liftOf({ treatment: anArm(1000, 60), holdout: { ...anArm(1000, 50), revenue: -20 } });
    expect(revenue.difference).toEqual({ estimate: 1.22, least: null, most: null });
  });

  test('a small holdout that might have bought always: abandonment may have risen without limit', () => {
    const { abandonment, conversion } = liftOf({ treatment: anArm(300, 90), holdout: anArm(33, 10) });
    expect(abandonment.lift.most).toBeNull();
    expect(conversion.difference.least).toBeGreaterThanOrEqual(-1);
    expect(conversion.lift.most).not.toBeNull();
  });
});

test('whatever the counts: never NaN, bounds on either side of the estimate, 0 excluded by all measures of conversion or none', () => {
  const arm = fc
    .record({ visitors: fc.nat(1e6), share: fc.double({ min: 0, max: 1, noNaN: true }), spent: fc.nat(1e4) })
    .map(({ visitors, share, spent }) => anArm(visitors, Math.floor(visitors * share), spent));
  fc.assert(
    fc.property(arm, arm, (treatment, holdout) => {
      const lifts = liftOf({ treatment, holdout });
      const sides = [lifts.conversion, lifts.abandonment, lifts.revenue].map(({ difference, lift }) =>
        [difference, lift].map(({ estimate, least, most }) => {
          for (const value of [estimate, least, most]) expect(value === null || Number.isFinite(value)).toBe(true);
          if (least !== null && estimate !== null) expect(least).toBeLessThanOrEqual(estimate + 1e-9);
          if (most !== null && estimate !== null) expect(most).toBeGreaterThanOrEqual(estimate - 1e-9);
          return least !== null && least > 0 ? 1 : most !== null && most < 0 ? -1 : 0;
        }),
      );
      const [[difference, lift] = [], [less, fall] = [], [worth, rise] = []] = sides;
      expect([lift, less, fall].map((side) => Math.abs(side ?? 9))).toEqual(Array(3).fill(Math.abs(difference ?? 8)));
      expect(rise).toBe(worth);
    }),
    { seed: 1, numRuns: 2000 },
  );
});
