import { describe, expect, test } from 'vitest';
import { FEATURES, gatherEvidence } from '../../src/core/evidence';
import { questions } from '../../src/core/questions';
import { withoutAnswers } from '../../src/core/withoutAnswers';
import type { AnswerValue, WaverRecord } from '../../src/types';
import { aVisit, NOW } from './given';

const base = { v: 1, id: 'v-1', at: NOW, visitor: 'a', visit: 'b', page: '/cart' } as const;
const reason = (feature: string, value: number | string) => ({ feature, value, weight: 0.5 });
const score: WaverRecord<'score'> = {
  ...base,
  type: 'score',
  churn: 0.7,
  intent: 'price',
  intents: { price: 1, delivery: 0, effort: 0, fit: 0, returns: 0, payment: 0, trust: 0 },
  because: [reason('budget-share', 1.5), reason('cart-value', 48)],
  intentBecause: [reason('priority', 'price'), reason('hesitation', 'price'), reason('told-price', 1)],
  evidence: {
    priority: 'price',
    hesitation: 'price',
    horizon: 'today',
    'budget-share': 1.5,
    'cart-value': 48,
    stage: 1,
  },
};
const decision: WaverRecord<'decision'> = {
  ...base,
  type: 'decision',
  show: true,
  campaign: 'points-deadline',
  intent: 'price',
  churn: 0.7,
  arm: 'treatment',
  propensity: 0.9,
  because: [reason('priority', 'price'), reason('exits', 1)],
};

describe('what was answered is taken out', () => {
  test('of a score: evidence and reasons', () => {
    const before = structuredClone(score);
    expect(withoutAnswers(score)).toEqual({
      ...score,
      because: [reason('cart-value', 48)],
      intentBecause: [reason('told-price', 1)],
      evidence: { 'cart-value': 48, stage: 1 },
    });
    expect(score).toEqual(before);
  });

  test('of a decision: reasons', () => {
    expect(withoutAnswers(decision)).toEqual({ ...decision, because: [reason('exits', 1)] });
  });

  test('but what its question named the receiver for', () => {
    expect(withoutAnswers(score, (question) => question === 'budget')).toMatchObject({
      because: score.because,
      intentBecause: [reason('told-price', 1)],
      evidence: { 'budget-share': 1.5, 'cart-value': 48, stage: 1 },
    });
    expect(withoutAnswers(decision, () => true)).toEqual(decision);
  });

  test('and nothing else: an answer as such, a moment, what is null', () => {
    for (const record of [
      { ...base, type: 'preference', key: 'priority', value: ['price', 'fit'] },
      { ...base, type: 'preference', key: 'priority', value: null },
      { ...base, type: 'moment', kind: 'field-hesitation', field: 'coupon', strength: 1 },
    ] as WaverRecord[])
      expect(withoutAnswers(record)).toEqual(record);
  });
});

describe('whatever is answered, no feature that changes by it goes', () => {
  const evidenceOf = (preferences: Record<string, AnswerValue>) => gatherEvidence(aVisit({ preferences }), NOW);
  const told = (preferences: Record<string, AnswerValue>) =>
    withoutAnswers({ ...score, evidence: evidenceOf(preferences) }).evidence;

  test.each(Object.keys(questions))('%s', (key) => {
    const { kind, options } = questions[key] ?? {};
    const values = [options?.[0]?.value ?? '', kind === 'number' ? 20 : '2026-12-24'];
    for (const value of values) expect(told({ [key]: value })).toEqual(told({}));
  });

  test('these change, and no other is taken out', () => {
    const four = ['budget-share', 'hesitation', 'horizon', 'priority'];
    const all = { priority: 'price', hesitation: 'price', horizon: 'today', budget: 20 };
    const [before, after] = [evidenceOf({}), evidenceOf(all)];
    expect(FEATURES.filter((name) => before[name] !== after[name]).sort()).toEqual(four);
    const { evidence } = withoutAnswers({ ...score, evidence: Object.fromEntries(FEATURES.map((name) => [name, 1])) });
    expect(FEATURES.filter((name) => !(name in evidence)).sort()).toEqual(four);
  });
});
