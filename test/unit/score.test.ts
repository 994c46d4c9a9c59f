import { expect, test } from 'vitest';
import { prior } from '../../src/core/prior';
import { scoreVisit } from '../../src/core/score';
import { aMoment, aVisit, MINUTE, NOW } from './given';

const dwell = aMoment({ kind: 'policy-dwell', topic: 'shipping', seconds: 24 });

test('a long look at the delivery terms raises churn and points at delivery', () => {
  const calm = scoreVisit(aVisit(), NOW);
  const unsure = scoreVisit(aVisit({ moments: [dwell] }), NOW);
  expect(unsure.churn).toBeGreaterThan(calm.churn);
  expect([calm.intent, unsure.intent]).toEqual([null, 'delivery']);
  expect(unsure.because.map(({ feature }) => feature)).toContain('dwell-shipping');
});

test('and is forgotten in time', () => {
  const later = scoreVisit(aVisit({ moments: [dwell] }), NOW + 120 * MINUTE);
  const { evidence, ...never } = scoreVisit(aVisit(), NOW);
  expect(later).toEqual({ ...never, evidence: { ...evidence, 'dwell-shipping': 0.006 } });
});

test('its reasons explain its churn', () => {
  const { churn, because } = scoreVisit(aVisit({ moments: [dwell], stage: 2 }), NOW);
  const logit = because.reduce((sum, { weight }) => sum + weight, prior.churn.intercept);
  expect(Math.abs(Math.log(churn / (1 - churn)) - logit)).toBeLessThan(1e-9);
});
