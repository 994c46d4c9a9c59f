import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreChurn } from '../../src/core/churn';
import { prior } from '../../src/core/prior';
import type { Evidence, Scorecard } from '../../src/types';

const CARD: Scorecard = { intercept: 0, tables: { exits: { edges: [1], weights: [0, Math.log(3)] } } };
const value = fc.oneof(fc.double(), fc.string(), fc.constantFrom(undefined, null, true));
const anyEvidence = fc
  .record(Object.fromEntries(Object.keys(prior.churn.tables).map((feature) => [feature, value])), { requiredKeys: [] })
  .map((evidence) => evidence as unknown as Evidence);

describe('churn', () => {
  test('is the logistic of the sum', () => {
    expect(scoreChurn(CARD, { exits: 0 })).toEqual({ churn: 0.5, because: [] });
    expect(scoreChurn(CARD, { exits: 1 }).churn).toBeCloseTo(0.75, 12);
  });

  test.each([
    [800, 1],
    [-800, 0],
  ])('a logit of %d is %d, not NaN', (intercept, churn) => {
    expect(scoreChurn({ intercept, tables: {} }, {}).churn).toBe(churn);
  });

  test('is a probability for any evidence, missing, NaN and text included', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { churn } = scoreChurn(prior.churn, evidence);
        expect(churn).toBeGreaterThanOrEqual(0);
        expect(churn).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('is explained to the last bit: intercept and weights make its logit', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { churn, because } = scoreChurn(prior.churn, evidence);
        const logit = because.reduce((sum, { weight }) => sum + weight, prior.churn.intercept);
        expect(Math.abs(Math.log(churn / (1 - churn)) - logit)).toBeLessThan(1e-9);
      }),
    );
  });
});
