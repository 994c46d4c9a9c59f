import { expect, test } from 'vitest';
import { churnRange } from '../../src/core/churnRange';
import { prior } from '../../src/core/prior';
import { scoreVisit } from '../../src/core/score';
import { aMoment, aVisit, NOW } from './given';

const calm = scoreVisit(aVisit(), NOW);

test('where nothing was noticed, it is as wide as what studies report: 25 to 88 %', () => {
  const [least = 0, most = 0] = churnRange(prior, { ...calm, churn: 0.61, because: [] }) ?? [];
  expect(least).toBeCloseTo(0.25, 2);
  expect(most).toBeCloseTo(0.88, 2);
});

test('each part that was judged makes it wider, in log-odds', () => {
  const width = (range: readonly [number, number] | null) =>
    (range ?? []).map((p) => Math.log(p / (1 - p))).reduce((least, most) => most - least);
  const dwell = aMoment({ kind: 'policy-dwell', topic: 'shipping', seconds: 24 });
  const unsure = scoreVisit(aVisit({ moments: [dwell] }), NOW);
  expect(width(churnRange(prior, unsure))).toBeGreaterThan(width(churnRange(prior, calm)));
  expect(width(churnRange(prior, calm))).toBeCloseTo(2 * 1.96 * 0.8, 6);
});

test('it holds what it is about, and stays between 0 and 1 where churn is sure', () => {
  for (const churn of [0, 1e-12, 0.3, 0.7, 1 - 1e-12, 1]) {
    const [least = Number.NaN, most = Number.NaN] = churnRange(prior, { ...calm, churn }) ?? [];
    expect(least).toBeLessThanOrEqual(churn);
    expect(most).toBeGreaterThanOrEqual(churn);
    expect([least >= 0, most <= 1]).toEqual([true, true]);
  }
});

test('a model that says nothing of its uncertainty has none', () => {
  const { uncertainty: _, ...silent } = prior;
  expect(churnRange(silent, calm)).toBeNull();
});
