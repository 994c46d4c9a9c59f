import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreChurn } from '../../src/core/churn';
import { prior } from '../../src/core/prior';
import { driftOf, recalibrate } from '../../src/core/recalibrate';
import type { Visit } from '../../src/types';
import { anOrder, aShown, aVisit, NOW } from './given';

interface Past {
  readonly logit: number;
  readonly bought: boolean;
  readonly shown?: 'shown' | 'withheld' | 'dismissed';
}

/** A shopper who has been here before: what was foretold of each visit, and how it ended. */
const visitAfter = (past: readonly Past[], over: Partial<Visit> = {}) =>
  aVisit({
    forecasts: past.map(({ logit }, i) => ({ visit: `v-${i}`, at: NOW - 99 + i, model: prior.name, logit })),
    orders: [
      anOrder({ order: 'first', visit: 'long ago' }),
      ...past.flatMap(({ bought }, i) => (bought ? [anOrder({ order: `${i}`, visit: `v-${i}` })] : [])),
    ],
    history: past.flatMap(({ shown }, i) => (shown ? [aShown({ visit: `v-${i}`, outcome: shown })] : [])),
    ...over,
  });
const times = (n: number, past: Past) => Array.from({ length: n }, () => past);
const offsetAfter = (past: readonly Past[]) => driftOf(visitAfter(past), prior.name).offset;

describe('the drift on this device', () => {
  test('is none where nothing is known', () => {
    expect(driftOf(aVisit(), prior.name)).toEqual({ slope: 1, offset: 0 });
  });

  test('goes the way of what happened, by as much as the doc says', () => {
    expect(offsetAfter(times(25, { logit: 0, bought: true }))).toBe(-0.8);
    expect(offsetAfter(times(5, { logit: 0, bought: true }))).toBe(-0.2);
    expect(offsetAfter(times(25, { logit: 0, bought: false }))).toBe(0.8);
    expect(offsetAfter(times(1, { logit: 0, bought: true }))).toBe(0);
  });

  test('makes steeper what was put too mildly, and flatter what was put too boldly', () => {
    const mild = [...times(12, { logit: 1, bought: false }), ...times(12, { logit: -1, bought: true })];
    const bold = [...times(6, { logit: 3, bought: true }), ...times(6, { logit: 3, bought: false })];
    expect(driftOf(visitAfter(mild), prior.name).slope).toBeGreaterThan(1);
    expect(driftOf(visitAfter([...bold, ...times(6, { logit: -3, bought: false })]), prior.name).slope).toBeLessThan(1);
  });

  test.each<[string, Visit]>([
    ['visits a popup has meddled with', visitAfter(times(25, { logit: 0, bought: true, shown: 'dismissed' }))],
    ['the visit that goes on', visitAfter([{ logit: 0, bought: true }], { id: 'v-0' })],
    [
      'what another model foretold',
      visitAfter(times(25, { logit: 0, bought: true }), {
        forecasts: Array.from({ length: 25 }, (_, i) => ({ visit: `v-${i}`, at: NOW, model: 'other', logit: 0 })),
      }),
    ],
  ])('learns nothing from %s', (_, visit) => {
    expect(driftOf(visit, prior.name)).toEqual({ slope: 1, offset: 0 });
  });

  test('learns nothing where no order was ever seen: the shop may be one whose orders cannot be seen', () => {
    const visit = visitAfter(times(25, { logit: 0, bought: false }), { orders: [] });
    expect(driftOf(visit, prior.name)).toEqual({ slope: 1, offset: 0 });
  });

  test('learns from a withheld popup: nobody was shown anything', () => {
    expect(offsetAfter(times(25, { logit: 0, bought: true, shown: 'withheld' }))).toBe(-0.8);
  });
});

describe('it cannot run away', () => {
  const past = fc.record({
    logit: fc.double({ min: -10, max: 10, noNaN: true }),
    bought: fc.boolean(),
    shown: fc.constantFrom(undefined, 'withheld' as const),
  });

  test('whatever happened, however often it is looked at', () => {
    fc.assert(
      fc.property(fc.array(past, { maxLength: 50 }), (all) => {
        const visit = visitAfter(all);
        const { slope, offset } = driftOf(visit, prior.name);
        expect([slope >= 0.6, slope <= 1.4, offset >= -1, offset <= 1]).toEqual([true, true, true, true]);
        expect(driftOf(visit, prior.name)).toEqual({ slope, offset });
      }),
      { numRuns: 50 },
    );
  });

  test('not even over a thousand visits that all end against the forecast, each foretold by the last correction', () => {
    let visit = aVisit();
    for (let i = 0; i < 1000; i++) {
      const id = `v-${i}`;
      visit = {
        ...visit,
        // What is kept is what the model itself said, so that corrections do not feed on each other.
        forecasts: [...visit.forecasts, { visit: id, at: NOW + i, model: prior.name, logit: 10 }].slice(-50),
        orders: [...visit.orders, anOrder({ order: id, visit: id })].slice(-50),
      };
    }
    expect(driftOf(visit, prior.name)).toEqual({ slope: 0.6, offset: -1 });
    const { churn } = scoreChurn(recalibrate(prior, visit).churn, {});
    expect(churn).toBeGreaterThan(0.5);
  });

  test('and forgets: 25 visits as foretold bring it back', () => {
    const wrong = times(25, { logit: 0, bought: true });
    const right = [...times(12, { logit: 0, bought: true }), ...times(13, { logit: 0, bought: false })];
    expect(Math.abs(offsetAfter([...wrong, ...right]))).toBeLessThanOrEqual(0.1);
  });
});

describe('the corrected model', () => {
  const visit = visitAfter(times(25, { logit: 0, bought: true }));

  test('is the model itself where there is no drift', () => {
    expect(recalibrate(prior, aVisit())).toBe(prior);
  });

  test('says its own log-odds times the slope plus the offset, with or without a calibration of its own', () => {
    for (const calibration of [undefined, { slope: 0.5, offset: 0.25 }]) {
      const model = { ...prior, churn: { ...prior.churn, calibration } };
      const logit = (m: typeof model) => {
        const { churn } = scoreChurn(m.churn, { stage: 2 });
        return Math.log(churn / (1 - churn));
      };
      const { slope, offset } = driftOf(visit, prior.name);
      expect(logit(recalibrate(model, visit) as typeof model)).toBeCloseTo(slope * logit(model) + offset, 12);
    }
  });
});
