import { describe, expect, test } from 'vitest';
import { gatherEvidence, HALF_LIFE_MS } from '../../src/core/evidence';
import { detectors } from '../../src/core/moments';
import type { Moment, Topic } from '../../src/types';
import { aMoment, aVisit, MINUTE, NOW } from './given';

const evidenceOf = (moments: Moment[], at = NOW, over = {}) => gatherEvidence(aVisit({ moments, ...over }), at);
const dwell = (seconds: number, over: Partial<Moment> = {}) =>
  aMoment({ kind: 'policy-dwell', topic: 'shipping', seconds, ...over });

describe('what the visit says', () => {
  test('stage, pieces and priority', () => {
    expect(evidenceOf([], NOW, { stage: 2, preferences: { priority: 'price', other: 'x' } })).toEqual({
      stage: 2,
      'cart-count': 2,
      priority: 'price',
    });
  });

  test('an unknown cart is unknown, an empty one is zero', () => {
    expect(evidenceOf([], NOW, { cart: null })['cart-count']).toBeUndefined();
    expect(evidenceOf([], NOW, { cart: { count: 0 } })['cart-count']).toBe(0);
    expect(evidenceOf([], NOW, { cart: { count: 0, confidence: 0.5 } })['cart-count']).toBe(0);
    expect(evidenceOf([], NOW, { cart: { count: 0, confidence: 0.3 } })['cart-count']).toBeUndefined();
  });

  test('what was not noticed is left out', () => {
    const features = Object.entries(evidenceOf([])).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(features)).toEqual({ stage: 1, 'cart-count': 2 });
  });
});

describe('decay', () => {
  test.each([
    [0, 24],
    [10, 12],
    [20, 6],
    [60, 0.375],
  ])('after %d minutes 24 seconds count %d', (minutes, seconds) => {
    expect(evidenceOf([dwell(24)], NOW + minutes * MINUTE)['dwell-shipping']).toBeCloseTo(seconds, 9);
  });

  test('halves in ten minutes', () => {
    expect(HALF_LIFE_MS).toBe(10 * MINUTE);
  });

  test.each<[string, Partial<Moment>]>([
    ['cart-idle', { kind: 'cart-idle', seconds: 1 }],
    ['exits', { kind: 'exit-intent' }],
    ['field-errors', { kind: 'field-error', count: 1 }],
    ['told', { kind: 'size-doubt', strength: 1 }],
    ['told-fit', { kind: 'size-doubt', strength: 1, intent: 'fit' }],
  ])('holds for %s too', (feature, moment) => {
    expect(evidenceOf([aMoment(moment)])[feature]).toBe(1);
    expect(evidenceOf([aMoment(moment)], NOW + 10 * MINUTE)[feature]).toBeCloseTo(0.5, 9);
  });
});

describe('moments of one kind', () => {
  test('dwells add up by topic, each as old as it is', () => {
    const old = dwell(12, { at: NOW - 10 * MINUTE });
    const moments = [old, dwell(12), dwell(20, { topic: 'returns' })];
    expect(evidenceOf(moments)).toMatchObject({ 'dwell-shipping': 18, 'dwell-returns': 20 });
  });

  test('exits add up', () => {
    expect(evidenceOf([aMoment({ kind: 'exit-intent' }), aMoment({ kind: 'exit-intent' })]).exits).toBe(2);
  });

  test('trust adds up by its seconds, whatever it was sought in', () => {
    const seek = (seconds: number, topic: Topic) => aMoment({ kind: 'trust-seeking', seconds, topic });
    expect(evidenceOf([seek(8, 'about'), seek(9, 'reviews')])).toMatchObject({ 'trust-seeking': 17 });
  });

  test.each(
    Object.keys(detectors).filter(
      (kind) => !/^(policy-dwell|trust-seeking|field-error|cart-idle|exit-intent)$/.test(kind),
    ),
  )('%s counts by how often it happened', (kind) => {
    const evidence = evidenceOf([aMoment({ kind, count: 9 }), aMoment({ kind, at: NOW - 10 * MINUTE })]);
    expect(evidence).toMatchObject({ [kind]: 1.5 });
    expect(evidence).not.toHaveProperty('told');
  });

  test('of refused fields the worst counts, not their sum', () => {
    const field = (name: string, count: number) => aMoment({ kind: 'field-error', field: name, count });
    expect(evidenceOf([field('zip', 2), field('zip', 3), field('email', 2)])['field-errors']).toBe(3);
  });

  test('a shop’s own moment counts by its strength, and for the intent it names', () => {
    const evidence = evidenceOf([
      aMoment({ kind: 'wishlist', strength: 0.5 }),
      aMoment({ kind: 'chat', strength: 1, intent: 'trust' }),
    ]);
    expect(evidence).toMatchObject({ told: 1.5, 'told-trust': 1 });
    expect(evidence).not.toHaveProperty('told-fit');
    expect(evidence).not.toHaveProperty('wishlist');
  });

  test('one that says no seconds and no count adds nothing', () => {
    const evidence = evidenceOf([dwell(0, { seconds: undefined }), aMoment({ kind: 'field-error' })]);
    expect(evidence).toMatchObject({ 'dwell-shipping': 0, 'field-errors': 0 });
  });
});
