import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addUp } from '../../src/core/scorecard';
import type { Evidence, Scorecard } from '../../src/types';

const CARD: Scorecard = {
  intercept: 0.5,
  tables: {
    dwell: { edges: [6, 20], weights: [0, 1, 2], missing: -0.25 },
    exits: { edges: [1], weights: [0, 0.75] },
    priority: { levels: { price: 3, delivery: -4 }, missing: 0.125 },
  },
};
const PLAIN: Evidence = { dwell: 0, exits: 0, priority: 'price' };
const weightOf = (feature: string, evidence: Evidence) =>
  addUp(CARD, evidence).because.find((reason) => reason.feature === feature)?.weight ?? 0;

describe('a table of numbers', () => {
  test.each([
    [-1, 0],
    [0, 0],
    [5.99, 0],
    [6, 1],
    [19.99, 1],
    [20, 2],
    [1e9, 2],
    [Number.POSITIVE_INFINITY, 2],
    [Number.NEGATIVE_INFINITY, 0],
  ])('%d weighs %d: an edge belongs to the bin above it', (value, weight) => {
    expect(weightOf('dwell', { ...PLAIN, dwell: value })).toBe(weight);
  });

  test.each([[undefined], [Number.NaN], ['20'], ['price']])('%s counts as missing, not as zero', (value) => {
    expect(weightOf('dwell', { ...PLAIN, dwell: value as number })).toBe(-0.25);
  });

  test('what is missing weighs nothing where the table does not say', () => {
    expect(weightOf('exits', { dwell: 0, priority: 'price' })).toBe(0);
  });
});

describe('a table of words', () => {
  test.each([
    ['price', 3],
    ['delivery', -4],
    ['fit', 0.125],
    [7, 0.125],
    [undefined, 0.125],
    ['constructor', 0.125],
    ['__proto__', 0.125],
    ['toString', 0.125],
  ])('%s weighs %d', (value, weight) => {
    expect(weightOf('priority', { ...PLAIN, priority: value as string })).toBe(weight);
  });

  test('a word that happens to be `constructor` may have a weight', () => {
    const card: Scorecard = {
      intercept: 0,
      tables: { word: { levels: { constructor: 2 } as Record<string, number> } },
    };
    expect(addUp(card, { word: 'constructor' }).logit).toBe(2);
  });
});

describe('the sum', () => {
  test('names each part with its value, the strongest first, and leaves out what weighs nothing', () => {
    expect(addUp(CARD, { dwell: 8, exits: 0, priority: 'delivery' })).toEqual({
      logit: -2.5,
      because: [
        { feature: 'priority', value: 'delivery', weight: -4 },
        { feature: 'dwell', value: 8, weight: 1 },
      ],
    });
  });

  test('says null for a feature that is unknown', () => {
    expect(addUp(CARD, {}).because).toEqual([
      { feature: 'dwell', value: null, weight: -0.25 },
      { feature: 'priority', value: null, weight: 0.125 },
    ]);
  });

  test('knows nothing of features it has no table for', () => {
    expect(addUp(CARD, { ...PLAIN, stage: 2 })).toEqual(addUp(CARD, PLAIN));
  });

  test('is the intercept and the weights told, whatever the evidence', () => {
    const value = fc.oneof(fc.double(), fc.string(), fc.constant(undefined));
    fc.assert(
      fc.property(fc.record({ dwell: value, exits: value, priority: value }), (evidence) => {
        const { logit, because } = addUp(CARD, evidence as Evidence);
        expect(because.reduce((sum, { weight }) => sum + weight, CARD.intercept)).toBeCloseTo(logit, 9);
      }),
    );
  });
});
