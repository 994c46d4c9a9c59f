import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreIntent } from '../../src/core/intent';
import { prior } from '../../src/core/prior';
import type { Evidence, Intent, Scorecard } from '../../src/types';

type Cards = Readonly<Record<Intent, Scorecard>>;

const INTENTS: Intent[] = ['price', 'delivery', 'effort', 'fit', 'returns', 'payment', 'trust'];

/** Models that say these shares outright; the others get nothing worth speaking of. */
const saying = (shares: Partial<Record<Intent, number>>): Cards =>
  Object.fromEntries(
    INTENTS.map((intent) => [intent, { intercept: Math.log(shares[intent] ?? 1e-12), tables: {} } as Scorecard]),
  ) as Cards;

describe('the distribution', () => {
  test('is the softmax of the sums', () => {
    const { intents } = scoreIntent(saying({ price: 1, delivery: 3 }), {});
    expect(intents.price).toBeCloseTo(0.25, 9);
    expect(intents.delivery).toBeCloseTo(0.75, 9);
    expect(Object.keys(intents).sort()).toEqual([...INTENTS].sort());
  });

  test('adds up to one and stays above zero, for any evidence', () => {
    const features = [...new Set(INTENTS.flatMap((intent) => Object.keys(prior.intents[intent].tables)))];
    const value = fc.oneof(fc.double(), fc.string(), fc.constantFrom(undefined, ...INTENTS));
    const evidence = fc.record(Object.fromEntries(features.map((feature) => [feature, value])), { requiredKeys: [] });
    fc.assert(
      fc.property(evidence, (given) => {
        const shares = Object.values(scoreIntent(prior.intents, given as Evidence).intents);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('stands large sums', () => {
    const models = saying({});
    const { intents } = scoreIntent({ ...models, fit: { intercept: 1000, tables: {} } }, {});
    expect(intents.fit).toBe(1);
  });
});

describe('the intent', () => {
  test('is the one that leads clearly', () => {
    expect(scoreIntent(saying({ price: 0.61, delivery: 0.39 }), {}).intent).toBe('price');
    expect(scoreIntent(saying({ price: 0.39, delivery: 0.61 }), {}).intent).toBe('delivery');
  });

  test('is null when two are close, and then nothing is said for it', () => {
    const { intent, intentBecause } = scoreIntent(saying({ price: 0.59, delivery: 0.41 }), {});
    expect(intent).toBeNull();
    expect(intentBecause).toEqual([]);
  });

  test('comes with its own reasons and not with those of the others', () => {
    const { intent, intentBecause } = scoreIntent(prior.intents, { priority: 'delivery' });
    expect(intent).toBe('delivery');
    expect(intentBecause.map(({ feature, value }) => [feature, value])).toEqual([['priority', 'delivery']]);
  });

  test('of the prior alone is null: nothing known, nothing guessed', () => {
    expect(scoreIntent(prior.intents, {}).intent).toBeNull();
  });

  test('may stand alone in a model', () => {
    const only = { price: { intercept: 0, tables: {} } } as unknown as Cards;
    expect(scoreIntent(only, {})).toEqual({ intent: 'price', intents: { price: 1 }, intentBecause: [] });
  });
});
