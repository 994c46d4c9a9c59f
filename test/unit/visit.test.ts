import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeHistory, mergeVisits, REST_MS, startVisit, validAnswers } from '../../src/core/visit';
import type { Moment, Preference, Shown, Visit } from '../../src/types';
import { aMoment, anOrder, aShown, aVisit, DAY, NOW } from './given';

describe('startVisit', () => {
  test('has seen nothing', () => {
    expect(startVisit('v', 'visitor', NOW)).toMatchObject({
      id: 'v',
      visitor: 'visitor',
      at: NOW,
      cart: null,
      moments: [],
      history: [],
    });
  });

  test('rests for half an hour', () => {
    expect(REST_MS).toBe(30 * 60_000);
  });
});

describe('validAnswers', () => {
  const answer = (key: string, expiresAt: number): Preference => ({
    key,
    value: `${key}!`,
    question: '',
    wording: '',
    benefit: '',
    history: [],
    locale: 'en',
    purpose: '',
    givenAt: 0,
    expiresAt,
    consent: 'granted',
    sharedWith: [],
  });

  test('hold until they expire and not a millisecond longer', () => {
    const kept = { a: answer('a', NOW + 1), b: answer('b', NOW), c: answer('c', NOW - 1) };
    expect(validAnswers(kept, NOW)).toEqual({ a: 'a!' });
  });

  test.each(['constructor', '__proto__'])('may be to a question named %s', (key) => {
    const answers = validAnswers(Object.fromEntries([[key, answer(key, NOW + 1)]]), NOW);
    expect(Object.entries(answers)).toEqual([[key, `${key}!`]]);
  });
});

describe('mergeHistory', () => {
  const shown = aShown();
  const dismissed = aShown({ outcome: 'dismissed' });

  test('an outcome beats `shown`, whichever side knows it', () => {
    expect(mergeHistory([shown], [dismissed])).toEqual([dismissed]);
    expect(mergeHistory([dismissed], [shown])).toEqual([dismissed]);
  });

  test('two popups stay two, oldest first', () => {
    const later = aShown({ at: NOW + 1 });
    const other = aShown({ campaign: 'limited-points' });
    expect(mergeHistory([later], [shown])).toEqual([shown, later]);
    expect(mergeHistory([shown], [other])).toHaveLength(2);
  });

  test('keeps the latest fifty', () => {
    const many = Array.from({ length: 60 }, (_, i) => aShown({ at: NOW + i }));
    const kept = mergeHistory(many.slice(30), many.slice(0, 30));
    expect(kept).toHaveLength(50);
    expect(kept[0]?.at).toBe(NOW + 10);
    expect(kept.at(-1)?.at).toBe(NOW + 59);
  });

  test('changes neither list', () => {
    const theirs = Object.freeze([shown, aShown({ at: NOW - 1 })]);
    expect(() => mergeHistory(theirs, Object.freeze([dismissed]))).not.toThrow();
  });

  test('is symmetric, and merging again adds nothing', () => {
    const popups: fc.Arbitrary<Shown[]> = fc
      .uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 8 })
      .chain((ats) =>
        fc.tuple(...ats.map((at) => fc.boolean().map((over) => aShown({ at, outcome: over ? 'dismissed' : 'shown' })))),
      );
    fc.assert(
      fc.property(popups, popups, (a, b) => {
        const merged = mergeHistory(a, b);
        expect(merged).toEqual(mergeHistory(b, a));
        expect(mergeHistory(merged, a)).toEqual(merged);
      }),
    );
  });
});

describe('mergeVisits', () => {
  const other = (over: Partial<Visit>) => aVisit({ view: 'view-2', path: '/shipping', kind: 'shipping', ...over });

  test('another visit is not merged', () => {
    const mine = aVisit();
    expect(mergeVisits(other({ id: 'visit-2', stage: 2, moments: [aMoment()] }), mine)).toBe(mine);
  });

  test('of two carts the later one is true', () => {
    const empty = { cart: { count: 0 }, cartAt: NOW + 1 };
    const full = { cart: { count: 3 }, cartAt: NOW };
    expect(mergeVisits(other(empty), aVisit(full))).toMatchObject(empty);
    expect(mergeVisits(other(full), aVisit(empty))).toMatchObject(empty);
  });

  test('what this tab shows stays this tab’s', () => {
    const mine = aVisit({ told: 7, detectors: { a: 1 }, chance: {}, field: { key: 'zip', fails: 'custom' } });
    const theirs = other({ told: 99, detectors: { b: 2 }, chance: { invited: true } });
    const { view, told, path, kind, detectors, chance, field } = mine;
    expect(mergeVisits(theirs, mine)).toMatchObject({ view, told, path, kind, detectors, chance, field });
  });

  test('the furthest step and the latest time win', () => {
    expect(mergeVisits(other({ stage: 2, at: NOW }), aVisit({ stage: 1, at: NOW + 5 }))).toMatchObject({
      stage: 2,
      at: NOW + 5,
    });
    expect(mergeVisits(other({ stage: 0, at: NOW + 5 }), aVisit({ stage: 1, at: NOW }))).toMatchObject({
      stage: 1,
      at: NOW + 5,
    });
  });

  test.each(['converted', 'churned'] as const)('a visit that is over (%s) in one tab is over in both', (ended) => {
    expect(mergeVisits(other({ ended }), aVisit()).ended).toBe(ended);
    expect(mergeVisits(other({}), aVisit({ ended })).ended).toBe(ended);
  });

  test('no moment is lost, none counts twice, fifty are kept', () => {
    const many = Array.from({ length: 60 }, (_, i) => aMoment({ at: NOW + i }));
    const { moments } = mergeVisits(other({ moments: many.slice(0, 40) }), aVisit({ moments: many.slice(20) }));
    expect(moments.map(({ at }) => at - NOW)).toEqual(Array.from({ length: 50 }, (_, i) => i + 10));
  });

  test('is symmetric in all that belongs to the visit, and merging again adds nothing', () => {
    const moments: fc.Arbitrary<Moment[]> = fc
      .uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 40 })
      .map((ats) => ats.sort((a, b) => a - b).map((at) => aMoment({ at })));
    const side = (parity: number) =>
      fc
        .record({
          at: fc.nat(),
          stage: fc.integer({ min: 0, max: 2 }),
          cartAt: fc.nat().map((n) => 2 * n + parity),
          moments,
          orders: fc.uniqueArray(fc.nat(60), { maxLength: 20 }).map((all) => {
            const ats = all.sort((a, b) => a - b);
            return ats.map((at) => anOrder({ order: `${at}`, at: at - 99, visit: `v-${at}` }));
          }),
          forecasts: fc.uniqueArray(fc.nat(60), { maxLength: 20 }).map((all) => {
            const ats = all.sort((a, b) => a - b);
            return ats.map((at) => ({ visit: `v-${at}`, at, model: 'prior-1', logit: at / 10 }));
          }),
          before: fc.constant(NOW - DAY),
        })
        .map((over) => aVisit({ ...over, cart: { count: over.cartAt } }));
    const common = ({ at, stage, cart, cartAt, moments: all, orders, forecasts, before }: Visit) => ({
      at,
      stage,
      cart,
      cartAt,
      all,
      orders,
      forecasts,
      before,
    });
    fc.assert(
      fc.property(side(0), side(1), (a, b) => {
        const merged = mergeVisits(a, b);
        expect(common(merged)).toEqual(common(mergeVisits(b, a)));
        expect(mergeVisits(a, merged)).toEqual(merged);
      }),
    );
  });
});
