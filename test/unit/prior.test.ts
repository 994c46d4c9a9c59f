import { describe, expect, test } from 'vitest';
import { prior } from '../../src/core/prior';
import { scoreVisit } from '../../src/core/score';
import type { Intent, Scorecard } from '../../src/types';
import { aMoment, aVisit, NOW, RULES } from './given';

const INTENTS: Intent[] = ['delivery', 'effort', 'fit', 'payment', 'price', 'returns', 'trust'];
const cards: [string, Scorecard][] = [['churn', prior.churn], ...Object.entries(prior.intents)];
const tables = cards.flatMap(([card, { tables: all }]) =>
  Object.entries(all).map(([feature, table]) => [`${card}: ${feature}`, table] as const),
);

test('an untrained model says so', () => {
  expect(prior).toMatchObject({ v: 1, trained: false });
  expect(prior.name).toMatch(/^prior/);
});

test('has a card for each intent', () => {
  expect(Object.keys(prior.intents).sort()).toEqual(INTENTS);
});

test.each(cards)('the intercept of %s is finite', (_, { intercept }) => {
  expect(intercept).toSatisfy(Number.isFinite);
});

test.each(tables)('%s is well formed', (_, table) => {
  if ('levels' in table) {
    expect(Object.values(table.levels)).toSatisfy((all: number[]) => all.length > 0 && all.every(Number.isFinite));
  } else {
    expect(table.weights).toHaveLength(table.edges.length + 1);
    expect([...table.edges].sort((a, b) => a - b)).toEqual(table.edges);
    expect(new Set(table.edges).size).toBe(table.edges.length);
    expect([...table.edges, ...table.weights]).toSatisfy((all: number[]) => all.every(Number.isFinite));
  }
  expect(table.missing ?? 0).toSatisfy(Number.isFinite);
});

test('survives JSON, as a trained one has to', () => {
  expect(JSON.parse(JSON.stringify(prior))).toEqual(prior);
});

describe('with the default threshold', () => {
  const churn = (over: Parameters<typeof aVisit>[0]) => scoreVisit(aVisit(over), NOW).churn;

  test('a cart and one clear moment is above it', () => {
    const { 'policy-dwell': dwell, 'cart-idle': idle } = RULES.moments;
    for (const moment of [
      aMoment({ kind: 'policy-dwell', topic: 'shipping', seconds: dwell }),
      aMoment({ kind: 'cart-idle', seconds: idle }),
      aMoment({ kind: 'exit-intent' }),
    ])
      expect(churn({ moments: [moment] })).toBeGreaterThanOrEqual(RULES.threshold);
  });

  test('a checkout in which nothing happens is below it', () => {
    expect(churn({ stage: 2 })).toBeLessThan(RULES.threshold);
  });
});

test.each<[Intent, string]>([
  ['price', 'price'],
  ['delivery', 'delivery'],
  ['effort', 'effort'],
  ['fit', 'fit'],
  ['returns', 'returns'],
  ['payment', 'payment'],
  ['trust', 'trust'],
])('a shopper who says %s matters most is believed', (intent, priority) => {
  expect(scoreVisit(aVisit({ preferences: { priority } }), NOW).intent).toBe(intent);
});

test.each(INTENTS)('a shop’s own moment that names %s is believed', (intent) => {
  const moments = [aMoment({ kind: 'mine', strength: 0.5, intent })];
  expect(scoreVisit(aVisit({ moments }), NOW).intent).toBe(intent);
});
