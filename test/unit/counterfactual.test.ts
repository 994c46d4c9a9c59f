import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreChurn } from '../../src/core/churn';
import { findCounterfactual } from '../../src/core/counterfactual';
import { FEATURES } from '../../src/core/evidence';
import { prior } from '../../src/core/prior';
import type { Evidence, Scorecard } from '../../src/types';

/** Without a word on anything: 0.73. */
const CARD: Scorecard = {
  intercept: 1,
  tables: {
    exits: { edges: [0.5, 2], weights: [0, 1, 3] },
    stage: { edges: [1, 2], weights: [0, -0.5, -2] },
    priority: { levels: { price: 1, fit: -3 } },
  },
};
const churnOf = (evidence: Evidence) => scoreChurn(CARD, evidence).churn;

describe('the smallest change with which churn were below the threshold', () => {
  test('is none where it is below already', () => {
    expect(findCounterfactual(CARD, { stage: 0 }, 0.8)).toBeNull();
  });

  test('is none where no one change does it', () => {
    expect(findCounterfactual(CARD, { exits: 0, stage: 0 }, 0.1)).toBeNull();
  });

  test('is the fewest bins away', () => {
    // To the checkout it is two bins, to no exit one.
    expect(findCounterfactual(CARD, { exits: 1, stage: 0 }, 0.8)).toEqual({
      feature: 'exits',
      value: 0,
      churn: churnOf({ exits: 0, stage: 0 }),
    });
  });

  test('goes as far as it must', () => {
    expect(findCounterfactual(CARD, { exits: 0, stage: 0 }, 0.5)).toEqual({
      feature: 'stage',
      value: 2,
      churn: churnOf({ exits: 0, stage: 2 }),
    });
  });

  test('of those as near is the one that changes churn least', () => {
    const card: Scorecard = { intercept: 1, tables: { a: { levels: { x: 0, y: -4, z: -2 } } } };
    expect(findCounterfactual(card, { a: 'x' }, 0.5)).toMatchObject({ value: 'z' });
  });

  test('may be another word', () => {
    expect(findCounterfactual(CARD, { priority: 'price' }, 0.5)).toMatchObject({ feature: 'priority', value: 'fit' });
  });

  test('leaves alone what is not known, and what the card does not know', () => {
    expect(findCounterfactual(CARD, { stage: undefined, hour: 3 }, 0.7)).toBeNull();
  });

  test('knows the bins of pairs', () => {
    const card: Scorecard = {
      intercept: 0,
      tables: {},
      pairs: [
        {
          features: ['hour', 'month'],
          sides: [{ edges: [-2] }, { levels: ['nov', 'dec'] }],
          weights: [
            [2, -2, 0],
            [3, 1, 0],
            [0, 0, 0],
          ],
        },
      ],
    };
    expect(findCounterfactual(card, { hour: 5, month: 'dec' }, 0.5)).toMatchObject({ feature: 'hour', value: -3 });
    expect(findCounterfactual(card, { hour: -5, month: 'nov' }, 0.5)).toMatchObject({ feature: 'month', value: 'dec' });
  });
});

describe('the edges of trees', () => {
  const card: Scorecard = {
    intercept: 1,
    tables: { exits: { edges: [5], weights: [0, 0] } },
    trees: [['stage', null, ['exits', 2, ['hour', 6, 0, -3, 1], ['exits', 8, 1, -2]], 4]],
  };

  test('are known, at any depth', () => {
    expect(findCounterfactual(card, { stage: 0, exits: 0, hour: 3 }, 0.5)).toMatchObject({ feature: 'hour', value: 6 });
    expect(findCounterfactual(card, { stage: 0, exits: 3, hour: 7 }, 0.5)).toMatchObject({
      feature: 'exits',
      value: 0,
    });
    expect(findCounterfactual(card, { stage: 0, exits: 0 }, 0.1)).toBeNull();
    expect(findCounterfactual(card, { stage: 0, exits: 0 }, 0.3)).toMatchObject({ feature: 'exits', value: 8 });
  });

  test('may be 0', () => {
    const signed: Scorecard = { intercept: 0, tables: {}, trees: [['hour', 0, 1, -1]] };
    expect(findCounterfactual(signed, { hour: -5 }, 0.5)).toMatchObject({ feature: 'hour', value: 0 });
  });

  test('whether something is known is not changed', () => {
    expect(findCounterfactual(card, { exits: 0, hour: 3 }, 0.9)).toBeNull();
  });
});

test('it does what it says, for any evidence', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.constantFrom(undefined, 'price', 'fit', Number.NaN, Number.POSITIVE_INFINITY),
  );
  const evidence = fc.record(Object.fromEntries(FEATURES.map((name) => [name, value])), { requiredKeys: [] });
  fc.assert(
    fc.property(evidence, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (given, threshold) => {
      const { churn } = scoreChurn(prior.churn, given as Evidence);
      const found = findCounterfactual(prior.churn, given as Evidence, threshold);
      if (churn < threshold) expect(found).toBeNull();
      if (!found) return;
      expect(found.churn).toBeLessThan(threshold);
      expect(scoreChurn(prior.churn, { ...given, [found.feature]: found.value } as Evidence).churn).toBe(found.churn);
      expect(given[found.feature]).not.toBe(found.value);
    }),
  );
});
