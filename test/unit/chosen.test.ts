import { describe, expect, test } from 'vitest';
import { campaigns as ready } from '../../src/core/campaigns';
import { decide, type Judging, lookAt, type Occasion } from '../../src/core/decide';
import { judge } from '../../src/core/judge';
import { prior } from '../../src/core/prior';
import { scenario } from '../../src/core/scenario';
import type { Campaign, Rules, Score, Signal, Visit } from '../../src/types';
import { aScore, aShown, aVisit, DELIVERY, NOW, ofType, RULES, WITHHELD } from './given';

/** What a shop's own campaigns do to a decision; the reasons to hold stand in `decide.test.ts`. */

const notice = (id: string, over: Partial<Campaign> = {}): Campaign => ({
  id,
  popup: 'notice',
  intent: 'price',
  copy: { en: { title: id } },
  ...over,
});

interface Case {
  readonly visit?: Partial<Visit>;
  readonly score?: Partial<Score>;
  readonly occasion?: Partial<Occasion>;
  readonly rules?: Partial<Rules>;
  readonly uplift?: Judging['uplift'];
}
const OCCASION = { at: NOW, busy: null, canKeep: true } as const;
const look = (campaigns: readonly Campaign[], { visit, score, occasion, rules, uplift }: Case = {}) =>
  decide(
    aVisit(visit),
    aScore({ intent: 'price', intents: { ...aScore().intents, price: 0.7 }, ...score }),
    { ...OCCASION, ...occasion },
    { ...RULES, points: 0, ...rules },
    { campaigns, scenario, uplift },
  );
const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
const shareOf = (id: string, campaigns: readonly Campaign[], given: Case = {}) =>
  SEEDS.filter((seed) => look(campaigns, { ...given, occasion: { seed } }).decision.campaign === id).length /
  SEEDS.length;

describe('of several campaigns for an intent', () => {
  test('the one of higher priority goes first, whatever it is worth', () => {
    expect(
      shareOf('a', [notice('a', { priority: 2 }), notice('b')], {
        uplift: { a: { any: [10, 190] }, b: { any: [60, 140] } },
      }),
    ).toBe(1);
  });

  test('one that may not come leaves the way to the next', () => {
    const waits = notice('a', { priority: 2, when: { cartTotal: [500, null] } });
    expect(look([waits, notice('b')]).showing?.campaign).toBe('b');
  });

  test('the one that is known to do more is chosen more often, and with its propensity', () => {
    const all = [notice('a'), notice('b')];
    const uplift = { a: { price: [30, 270] }, b: { price: [12, 288] } } as const;
    const { decision } = look(all, { uplift, rules: { holdout: 0 } });
    const share = shareOf('a', all, { uplift, rules: { holdout: 0 } });
    expect(share).toBeGreaterThan(0.9);
    expect(decision.campaign).toBe('a');
    expect(Math.abs(decision.propensity - share)).toBeLessThan(0.05);
  });

  test('one that brings nothing is not worth the shopper’s attention', () => {
    const { decision, showing } = look([notice('a')], { uplift: { a: { any: [1, 9999] } } });
    expect(decision).toMatchObject({ show: false, hold: 'not-worth-it', campaign: null });
    expect(decision.propensity).toBeGreaterThan(0.9);
    expect(showing).toBeUndefined();
  });

  test('the hold told is of the one that came furthest', () => {
    const lacking: Campaign = { id: 'lacking', popup: 'returns-promise', intent: 'price' };
    expect(look([lacking, notice('b')], { visit: { history: [aShown({ campaign: 'x' })] } }).decision).toMatchObject({
      hold: 'visit-budget',
    });
    expect(look([lacking, notice('b', { limits: { total: 0 } })]).decision).toMatchObject({
      campaign: 'b',
      hold: 'cooldown',
    });
    expect(look([lacking, notice('b', { triggers: ['exit-intent'] })]).decision).toMatchObject({
      campaign: 'lacking',
      hold: 'no-facts',
    });
  });
});

describe('a campaign’s own conditions', () => {
  test('a churn band takes the place of the threshold', () => {
    const sure = { score: { churn: 0.3 } };
    expect(look([notice('a')], sure).decision).toMatchObject({ hold: 'below-threshold' });
    expect(look([notice('a', { when: { churn: [0.2, 0.4] } })], sure).showing?.campaign).toBe('a');
  });

  test('who names a quiet page means it', () => {
    const reading = { visit: { kind: 'shipping' } } as const;
    expect(look([notice('a')], reading).decision).toMatchObject({ hold: 'page' });
    expect(look([notice('a', { when: { pages: ['shipping'] } })], reading).showing?.campaign).toBe('a');
  });

  test('what the shop’s tools hold back does not come', () => {
    expect(look([notice('a')], { occasion: { capped: ['a'] } }).decision).toMatchObject({ hold: 'capped' });
    expect(look([notice('a')], { occasion: { capped: ['b'] } }).showing?.campaign).toBe('a');
  });

  test('words about what nobody knows keep it back', () => {
    const size = notice('a', { copy: { en: { title: 'Your size {preferences.size}' } } });
    expect(look([size]).decision).toMatchObject({ hold: 'no-facts' });
    expect(look([size], { visit: { preferences: { size: 'M' } } }).showing?.copy).toEqual({ title: 'Your size M' });
  });

  test('words are in the shopper’s language, else in the shop’s first', () => {
    const both = notice('a', { copy: { de: { title: 'Hallo' }, en: { title: 'Hello' } } });
    const spoken = (locale: string) => look([both], { occasion: { locales: [locale] } }).showing;
    expect(spoken('en-GB')).toMatchObject({ locale: 'en-GB', copy: { title: 'Hello' } });
    expect(spoken('ja')).toMatchObject({ locale: 'de', copy: { title: 'Hallo' } });
  });

  test('a notice without words does not come', () => {
    expect(look([notice('a', { copy: undefined })]).decision).toMatchObject({ hold: 'no-facts' });
  });

  test('asked for by name, it needs its facts alone', () => {
    const late = notice('a', { triggers: ['exit-intent'], delay: 5000 });
    expect(look([late], { occasion: { force: 'a' } }).showing?.campaign).toBe('a');
    expect(look([late], { occasion: { force: 'b' } }).decision).toMatchObject({ hold: 'no-campaign' });
  });
});

describe('of what holds it back', () => {
  test('what passes is told before what does not, so that the chance is kept', () => {
    const band = notice('band', { when: { churn: [0.2, 0.59] } });
    const given: Case = { score: { churn: 0.5 }, occasion: { busy: 'typing' } };
    expect(look([notice('a'), band], given).decision).toMatchObject({ campaign: 'band', hold: 'typing' });
    expect(look([notice('a'), band], { ...given, occasion: {} }).showing?.campaign).toBe('band');
    expect(look([notice('a'), band], { ...given, occasion: {}, visit: { kind: 'returns' } }).decision).toMatchObject({
      campaign: 'band',
      hold: 'page',
    });
  });

  test('that facts are lacking is told, though another hold is', () => {
    const lacking: Campaign = { id: 'lacking', popup: 'returns-promise', intent: 'price' };
    expect(look([notice('a', { limits: { total: 0 } }), lacking])).toMatchObject({
      decision: { campaign: 'a', hold: 'cooldown' },
      lacks: true,
    });
    expect(look([notice('a', { limits: { total: 0 } })]).lacks).toBe(false);
  });

  test('a campaign asked for in vain takes no chance away', () => {
    const start = aVisit({ chance: { held: 'typing' } });
    const signal = { ...OCCASION, type: 'decide', force: 'returns-promise' } as const;
    const { visit, records } = judge(start, signal, RULES);
    expect(ofType('decision', records)).toMatchObject([{ hold: 'no-facts' }]);
    expect(visit.chance).toEqual({ held: 'typing' });
  });
});

describe('an experiment', () => {
  const campaign = notice('a', {
    experiment: {
      id: 'words',
      variants: [
        { id: 'plain', share: 0.5 },
        { id: 'warm', share: 0.5, copy: { en: { title: 'warm' } } },
      ],
    },
  });
  const variantFor = (visitor: string, rules: Partial<Rules> = {}) => look([campaign], { visit: { visitor }, rules });

  test('gives each visitor one variant, which says what is different in it', () => {
    const seen = SEEDS.map((n) => variantFor(`visitor-${n}`, { holdout: 0 }));
    for (const { decision, showing } of seen) {
      expect(decision.experiment).toBe('words');
      expect(showing?.copy?.title).toBe(decision.variant === 'warm' ? 'warm' : 'a');
    }
    const warm = seen.filter(({ decision }) => decision.variant === 'warm').length / SEEDS.length;
    expect(Math.abs(warm - 0.5)).toBeLessThan(0.1);
    expect(variantFor('lise').decision).toEqual(variantFor('lise').decision);
  });

  test('is held out within each variant', () => {
    expect(variantFor(WITHHELD).decision).toMatchObject({ hold: 'holdout', experiment: 'words' });
  });

  test('is told once a visit, where its popup is due, shown or withheld', () => {
    const signal = { ...OCCASION, type: 'decide' } as const;
    const start = (visitor: string, history = aVisit().history) =>
      aVisit({ visitor, history, chance: {}, preferences: { priority: 'price' } });
    const judged = (visit: Visit) =>
      judge(visit, signal, { ...RULES, points: 0, maxPerVisit: 9 }, prior, { campaigns: [campaign], scenario });
    for (const visitor of ['lise', WITHHELD]) {
      const first = judged(start(visitor));
      expect(ofType('experiment', first.records)).toMatchObject([{ experiment: 'words', campaign: 'a' }]);
      expect(ofType('decision', first.records)[0]?.variant).toBe(ofType('experiment', first.records)[0]?.variant);
      const many = { ...campaign, limits: { perVisit: 9 } };
      const again = judge(start(visitor, first.visit.history), signal, { ...RULES, points: 0, maxPerVisit: 9 }, prior, {
        campaigns: [many],
        scenario,
      });
      expect(ofType('decision', again.records)).toHaveLength(1);
      expect(ofType('experiment', again.records)).toEqual([]);
    }
  });
});

describe('a delay', () => {
  const late = notice('late', { delay: 5000 });
  const rules = { ...RULES, points: 0, holdout: 0 };
  const decideAt = (visit: Visit, after: number, over: Partial<Extract<Signal, { type: 'decide' }>> = {}) =>
    judge(visit, { ...OCCASION, type: 'decide', at: NOW + after, ...over }, rules, prior, {
      campaigns: [late, notice('other')],
      scenario,
    });
  const start = aVisit({ chance: {}, preferences: { priority: 'price' }, moments: [] });
  /** With the one that waits being the one that is chosen. */
  const begin = () => {
    for (const seed of SEEDS) {
      const step = decideAt(start, 0, { seed });
      if (step.visit.waits) return step;
    }
    throw new Error('never chosen');
  };

  test('keeps the chance, tells it once, and does not choose anew', () => {
    const first = begin();
    expect(ofType('decision', first.records)).toMatchObject([{ show: false, hold: 'delay', campaign: 'late' }]);
    expect(first.showing).toBeUndefined();
    for (const seed of SEEDS) {
      const { visit, records, showing } = decideAt(first.visit, 4999, { seed });
      expect(showing).toBeUndefined();
      expect(ofType('decision', records)).toEqual([]);
      expect(visit.waits?.until).toBe(NOW + 5000);
    }
    for (const seed of SEEDS) expect(decideAt(first.visit, 5000, { seed }).showing?.campaign).toBe('late');
    expect(decideAt(first.visit, 5000).visit.waits).toBeUndefined();
  });

  test('has the propensity of its choice', () => {
    const first = begin();
    const [told] = ofType('decision', first.records);
    const [shown] = ofType('decision', decideAt(first.visit, 5000).records);
    expect(told?.propensity).toBeLessThan(1);
    expect(shown?.propensity).toBe(told?.propensity);
  });

  test('the conditions are checked again when it ends', () => {
    const { visit } = begin();
    const step = decideAt({ ...visit, preferences: { ...visit.preferences, 'muted-until': NOW + 1e9 } }, 5000);
    expect(ofType('decision', step.records)).toMatchObject([{ hold: 'muted' }]);
    expect(step.visit).toMatchObject({ chance: null });
    expect(step.visit.waits).toBeUndefined();
  });

  test('what passes by itself is waited for', () => {
    const typing = decideAt(begin().visit, 5000, { busy: 'typing' });
    expect(typing.visit.waits?.campaign).toBe('late');
    expect(decideAt(typing.visit, 6000).showing?.campaign).toBe('late');
  });

  test('does not go on when the shopper comes back to its page', () => {
    const away = decideAt({ ...begin().visit, path: '/shipping', kind: 'shipping' }, 3000);
    expect(ofType('decision', away.records)).toMatchObject([{ hold: 'page' }]);
    expect(away.visit.waits).toBeUndefined();
  });

  test('is for its intent: who hesitates for something else by now is not told of it', () => {
    const { visit } = begin();
    const answered = { ...visit, preferences: { priority: 'delivery' } };
    expect(decideAt(answered, 5000).showing).toBeUndefined();
  });

  test('ends with its page: what comes on the next one is decided there', () => {
    const { visit } = begin();
    const next = { ...visit, path: '/other' };
    const chosen = SEEDS.map((seed) => decideAt(next, 5000, { seed }));
    expect(chosen.some(({ showing }) => showing?.campaign === 'other')).toBe(true);
    expect(chosen.some(({ showing }) => showing?.campaign === 'late')).toBe(false);
  });
});

test('looking at one campaign tells what it would say, or why not', () => {
  const promise = ready.find(({ id }) => id === 'delivery-promise') as Campaign;
  const told = (visit: Partial<Visit>) => lookAt(promise, aVisit(visit), aScore(), OCCASION, RULES).content;
  expect(told({ delivery: DELIVERY })).toEqual({ popup: 'delivery-promise', window: DELIVERY });
  expect(told({})).toBe('no-facts');
});
