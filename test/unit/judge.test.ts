import { describe, expect, test } from 'vitest';
import { judge } from '../../src/core/judge';
import { prior } from '../../src/core/prior';
import type { Busy, Rules, Visit } from '../../src/types';
import { aMoment, anOrder, aShown, aVisit, DELIVERY, NOW, ofType, RULES, WITHHELD } from './given';

const look = (
  over: Partial<Visit> = {},
  { busy = null as Busy | null, canKeep = true, force = undefined as string | undefined, at = NOW } = {},
  rules: Rules = RULES,
) => judge(aVisit({ chance: {}, delivery: DELIVERY, ...over }), { type: 'decide', at, busy, canKeep, force }, rules);
const DWELL = aMoment({ kind: 'policy-dwell', topic: 'shipping', seconds: 24 });
const types = ({ records }: ReturnType<typeof look>) => records.map(({ type }) => type);

test('without a chance nothing is decided and nothing told', () => {
  const visit = aVisit();
  const step = judge(visit, { type: 'decide', at: NOW + 5, busy: null, canKeep: true }, RULES);
  expect(step).toEqual({ visit, records: [] });
  expect(step.visit).toBe(visit);
});

describe('a popup shown', () => {
  const step = look({ moments: [DWELL] });

  test('is told as score and decision; the outcome is the popup’s to tell', () => {
    expect(types(step)).toEqual(['score', 'decision']);
    expect(step.showing).toMatchObject({ campaign: 'delivery-promise', intent: 'delivery' });
  });

  test('uses up the chance and is kept in the history', () => {
    expect(step.visit.chance).toBeNull();
    expect(step.visit.history).toEqual([
      { campaign: 'delivery-promise', intent: 'delivery', visit: 'visit-1', at: NOW, outcome: 'shown' },
    ]);
  });

  test('says it was invited when it was', () => {
    expect(look({ chance: { invited: true } }).visit.history).toMatchObject([{ campaign: 'question', invited: true }]);
  });
});

describe('a popup withheld', () => {
  const step = look({ visitor: WITHHELD });

  test('is told with its outcome, kept, and not shown', () => {
    expect(types(step)).toEqual(['score', 'decision', 'outcome']);
    expect(ofType('outcome', step.records)).toMatchObject([
      { outcome: 'withheld', campaign: 'question', arm: 'holdout' },
    ]);
    expect(step.visit.history).toMatchObject([{ outcome: 'withheld', campaign: 'question' }]);
    expect(step.showing).toBeUndefined();
    expect(step.visit.chance).toBeNull();
  });
});

describe('a hold that passes by itself', () => {
  test.each(['typing', 'hidden', 'dialog', 'popup-open'] as const)('%s keeps the chance', (busy) => {
    const { visit, records } = look({ chance: { invited: true } }, { busy });
    expect(visit.chance).toEqual({ invited: true, held: busy });
    expect(records).toMatchObject([{ type: 'score' }, { type: 'decision', show: false, hold: busy }]);
    expect(visit.history).toEqual([]);
  });

  test('page keeps it too', () => {
    expect(look({ kind: 'shipping' }).visit.chance).toEqual({ held: 'page' });
  });

  test('is told once, another one after it is told, and the score only at first', () => {
    expect(types(look({ chance: { held: 'typing' } }, { busy: 'typing' }))).toEqual([]);
    expect(types(look({ chance: { held: 'typing' } }, { busy: 'dialog' }))).toEqual(['decision']);
    expect(types(look({ chance: { held: 'typing' } }))).toEqual(['decision']);
  });
});

describe('any other hold', () => {
  test.each<[string, Partial<Visit>]>([
    ['visit-budget', { history: [aShown({ campaign: 'limited-points' })] }],
    ['no-facts', { moments: [DWELL], delivery: null }],
    ['purchased', { ended: 'converted' }],
  ])('%s uses up the chance and leaves no trace', (hold, over) => {
    const { visit, records, showing } = look(over);
    expect(ofType('decision', records)).toMatchObject([{ show: false, hold }]);
    expect(visit.chance).toBeNull();
    expect(visit.history).toEqual(over.history ?? []);
    expect(visit.offers).toEqual({});
    expect(showing).toBeUndefined();
  });
});

describe('an offer', () => {
  const price = { preferences: { priority: 'price' } };

  test('is made when first shown, with an id of its own and a deadline', () => {
    const { visit, showing } = look(price);
    expect(showing?.content).toEqual({ popup: 'offer', kind: 'points', amount: 500, endsAt: NOW + RULES.pointsLasts });
    expect(visit.offers).toEqual({
      'limited-points': {
        id: expect.stringMatching(/^view-1-\d+$/),
        points: 500,
        endsAt: NOW + RULES.pointsLasts,
        state: 'open',
        startsAt: NOW,
        seenAt: NOW,
      },
    });
  });

  test('is never made anew', () => {
    const offer = { id: 'first', points: 300, endsAt: NOW + 1000, state: 'open' } as const;
    const { visit, showing } = look({ ...price, offers: { 'limited-points': offer } });
    expect(showing?.content).toEqual({ popup: 'offer', kind: 'points', amount: 300, endsAt: NOW + 1000 });
    expect(visit.offers).toEqual({ 'limited-points': { ...offer, seenAt: NOW } });
  });

  test('is not made for a popup that is withheld', () => {
    const { visit, records } = look({ ...price, visitor: WITHHELD });
    expect(ofType('decision', records)).toMatchObject([{ campaign: 'limited-points', hold: 'holdout' }]);
    expect(visit.offers).toEqual({});
  });

  test('is not made by other popups', () => {
    expect(look().visit.offers).toEqual({});
  });
});

describe('a campaign asked for by name', () => {
  test('needs no chance, and leaves an open one closed only if it was shown', () => {
    const { visit, showing } = look({ chance: null }, { force: 'question' });
    expect(showing?.campaign).toBe('question');
    expect(visit.history).toMatchObject([{ campaign: 'question' }]);
    expect(visit.chance).toBeNull();
  });

  test.each(['nonsense', 'constructor'])('%s is none: told, not shown', (force) => {
    const { visit, records, showing } = look({ chance: null }, { force });
    expect(ofType('decision', records)).toMatchObject([{ show: false, hold: 'no-campaign' }]);
    expect(showing).toBeUndefined();
    expect(visit.history).toEqual([]);
  });
});

test('the evidence is weighed as it stands when the decision is made', () => {
  const [now] = ofType('score', look({ moments: [DWELL] }).records);
  const [later] = ofType('score', look({ moments: [DWELL] }, { at: NOW + 3_600_000 }).records);
  expect(now?.intent).toBe('delivery');
  expect(later?.intent).toBeNull();
});

describe('a model of the shop’s own', () => {
  const model = { v: 1, trained: true, name: 'calm', churn: { intercept: -2, tables: {} } } as const;

  test('judges instead of the prior, by the evidence of the moment', () => {
    const signal = { type: 'decide', at: NOW, busy: null, canKeep: true } as const;
    const { records } = judge(aVisit({ chance: {}, moments: [DWELL] }), signal, RULES, model);
    expect(ofType('score', records)).toMatchObject([{ churn: 1 / (1 + Math.exp(2)), because: [], intent: 'delivery' }]);
    expect(ofType('decision', records)).toMatchObject([{ show: false, hold: 'below-threshold' }]);
  });

  test('is told the time by the signal, so that a tape gives the same again', () => {
    const night = { ...model, churn: { intercept: -2, tables: { hour: { edges: [22], weights: [0, 4] } } } };
    const at = (hour: number) => {
      const clock = { hour, weekend: 0, month: 'nov' } as const;
      return judge(aVisit({ chance: {} }), { type: 'decide', at: NOW, busy: null, canKeep: true, clock }, RULES, night);
    };
    expect(ofType('decision', at(23).records)).toMatchObject([{ show: true }]);
    expect(ofType('decision', at(10).records)).toMatchObject([{ show: false }]);
  });
});

describe('what is foretold of a visit', () => {
  const foretold = ({ visit }: ReturnType<typeof look>) => visit.forecasts;

  test('is kept at its first chance: what the model itself says, in log-odds', () => {
    const [forecast, ...more] = foretold(look());
    expect(forecast).toMatchObject({ visit: 'visit-1', at: NOW, model: 'prior-1' });
    expect(forecast?.logit).toBeCloseTo(prior.churn.intercept, 9);
    expect(more).toEqual([]);
  });

  test('stays as it was foretold first', () => {
    const kept = { visit: 'visit-1', at: NOW - 5, model: 'prior-1', logit: -1 };
    expect(foretold(look({ forecasts: [kept] }))).toEqual([kept]);
  });

  test('is nothing where the shop asked for a popup and there was no chance', () => {
    expect(foretold(look({ chance: null }, { force: 'question' }))).toEqual([]);
  });

  test('corrects the next visits, and is not corrected itself', () => {
    const past = Array.from({ length: 25 }, (_, i) => `v-${i}`);
    const forecasts = past.map((visit) => ({ visit, at: NOW - 9, model: 'prior-1', logit: 0 }));
    const orders = past.map((visit) => anOrder({ order: visit, visit }));
    const { visit, records } = look({ forecasts, orders });
    const before = foretold(look({ orders })).at(-1)?.logit ?? Number.NaN;
    expect(visit.forecasts.at(-1)?.logit).toBe(before);
    const [{ churn } = { churn: 0 }] = ofType('score', records);
    expect(Math.log(churn / (1 - churn))).toBeCloseTo(before - 0.8, 6);
  });

  test('ends at e^10 to 1, however sure a model is', () => {
    const sure = { ...prior, churn: { intercept: 900, tables: {} } };
    const at = { type: 'decide', at: NOW, busy: null, canKeep: true } as const;
    expect(judge(aVisit({ chance: {} }), at, RULES, sure).visit.forecasts).toMatchObject([{ logit: 10 }]);
  });

  test('fifty are kept', () => {
    const forecasts = Array.from({ length: 50 }, (_, i) => ({ visit: `v-${i}`, at: NOW - 9, model: 'm', logit: 0 }));
    expect(foretold(look({ forecasts })).map(({ visit }) => visit)).toEqual([
      ...forecasts.slice(1).map(({ visit }) => visit),
      'visit-1',
    ]);
  });
});
