import { describe, expect, test } from 'vitest';
import { decide, type Occasion } from '../../src/core/decide';
import type { Hold, Intent, Rules, Score, Visit } from '../../src/types';
import { aScore, aShown, aVisit, DELIVERY, NOW, RULES, WITHHELD } from './given';

interface Case {
  readonly visit?: Partial<Visit>;
  readonly score?: Partial<Score>;
  readonly occasion?: Partial<Occasion>;
  readonly rules?: Partial<Rules>;
}

const look = ({ visit, score, occasion, rules }: Case = {}) =>
  decide(
    aVisit({ delivery: DELIVERY, ...visit }),
    aScore({ intent: 'delivery', ...score }),
    { at: NOW, busy: null, canKeep: true, ...occasion },
    { ...RULES, ...rules },
  );
const holdOf = (given: Case) => {
  const { decision, showing } = look(given);
  expect(showing).toBeUndefined();
  return decision.show ? null : decision.hold;
};

/**
 * Every reason to hold, as a change to a visit that would be shown the delivery promise. In the order in which they are
 * asked: of two reasons the upper one is told.
 *
 *   purchased · below-threshold   the shopper needs nothing
 *   typing · hidden · dialog · popup-open · page   not now
 *   muted · cooldown · visit-budget   not again
 *   no-facts · no-storage         nothing honest to say
 *   holdout                       for comparison
 *   no-campaign                   nothing that answers this intent
 */
const HOLDS: Record<Hold, Case> = {
  purchased: { visit: { ended: 'converted' } },
  'below-threshold': { score: { churn: 0.599 } },
  typing: { occasion: { busy: 'typing' } },
  hidden: { occasion: { busy: 'hidden' } },
  dialog: { occasion: { busy: 'dialog' } },
  'popup-open': { occasion: { busy: 'popup-open' } },
  page: { visit: { kind: 'shipping' } },
  muted: { visit: { preferences: { 'muted-until': NOW + 1 } } },
  cooldown: {
    visit: { history: [aShown({ campaign: 'delivery-promise', visit: 'visit-0', outcome: 'dismissed', at: NOW - 1 })] },
  },
  'visit-budget': { visit: { history: [aShown()] } },
  'no-facts': { visit: { delivery: null } },
  'no-storage': { score: { intent: 'price' }, occasion: { canKeep: false } },
  holdout: { visit: { visitor: WITHHELD } },
  'no-campaign': { score: { intent: 'fit' } },
};

describe('holds', () => {
  test.each(Object.entries(HOLDS))('%s', (hold, given) => {
    expect(holdOf(given)).toBe(hold);
  });

  test('and without any of them the popup is shown', () => {
    const { decision, showing } = look();
    expect(decision).toMatchObject({ show: true, campaign: 'delivery-promise', intent: 'delivery', arm: 'treatment' });
    expect(decision).not.toHaveProperty('hold');
    expect(showing?.content).toEqual({ popup: 'delivery-promise', window: DELIVERY });
  });

  const ORDER: Hold[] = ['purchased', 'below-threshold', 'typing', 'page', 'muted', 'cooldown', 'no-facts', 'holdout'];
  test.each(ORDER.slice(1).map((lower, i) => [ORDER[i] as Hold, lower]))('%s is told before %s', (upper, lower) => {
    const merge = (key: keyof Case) => ({ ...HOLDS[lower][key], ...HOLDS[upper][key] });
    const both = {
      visit: merge('visit'),
      score: merge('score'),
      occasion: merge('occasion'),
      rules: merge('rules'),
    } as Case;
    expect(holdOf(both)).toBe(upper);
  });

  test.each(['shipping', 'returns', 'payment', 'size-guide', 'account', 'thank-you'] as const)(
    'a %s page is not interrupted',
    (kind) => {
      expect(holdOf({ visit: { kind } })).toBe('page');
    },
  );

  test.each(['home', 'listing', 'product', 'cart', 'checkout', 'other'] as const)('a %s page may be', (kind) => {
    expect(look({ visit: { kind } }).decision.show).toBe(true);
  });

  test('churn at the threshold is enough', () => {
    expect(look({ score: { churn: RULES.threshold } }).decision.show).toBe(true);
  });

  test('a visit that ended without a purchase is over too', () => {
    expect(holdOf({ visit: { ended: 'churned' } })).toBe('purchased');
  });
});

describe('campaigns', () => {
  test.each<[Intent | null, string]>([
    ['delivery', 'delivery-promise'],
    ['price', 'limited-points'],
    ['effort', 'form-help'],
    [null, 'question'],
  ])('%s is answered by %s', (intent, campaign) => {
    const field = { key: 'zip', fails: 'custom' } as const;
    expect(look({ visit: { field }, score: { intent } }).decision).toMatchObject({ show: true, campaign, intent });
  });

  test('a hold names the campaign it holds back', () => {
    expect(look(HOLDS.page).decision.campaign).toBe('delivery-promise');
    expect(look(HOLDS['no-campaign']).decision.campaign).toBeNull();
  });
});

describe('propensity', () => {
  test('of a show is the treated share, of a withheld popup the holdout’s', () => {
    expect(look({ rules: { holdout: 0.2 } }).decision.propensity).toBeCloseTo(0.8, 12);
    expect(look({ visit: { visitor: WITHHELD }, rules: { holdout: 0.2 } }).decision).toMatchObject({
      arm: 'holdout',
      propensity: 0.2,
    });
  });

  test('of any other hold is one: it would be the same in both arms', () => {
    expect(look(HOLDS.page).decision.propensity).toBe(1);
    expect(look({ ...HOLDS.page, visit: { ...HOLDS.page.visit, visitor: WITHHELD } }).decision).toMatchObject({
      hold: 'page',
      arm: 'holdout',
      propensity: 1,
    });
  });
});

describe('reasons', () => {
  test('of the intent come first, and none stands twice', () => {
    const dwell = { feature: 'dwell-shipping', value: 24, weight: 3 };
    const churnDwell = { ...dwell, weight: 0.9 };
    const exits = { feature: 'exits', value: 1, weight: 0.5 };
    const { decision, showing } = look({ score: { intentBecause: [dwell], because: [churnDwell, exits] } });
    expect(decision.because).toEqual([dwell, exits]);
    expect(showing?.because).toEqual([dwell, exits]);
  });
});

describe('a campaign asked for by name', () => {
  const force = (name: string, given: Case = {}) => look({ ...given, occasion: { ...given.occasion, force: name } });

  test.each<Hold>(['purchased', 'below-threshold', 'typing', 'page', 'cooldown', 'visit-budget', 'holdout'])(
    'is shown in spite of %s',
    (hold) => {
      const { decision, showing } = force('delivery-promise', HOLDS[hold]);
      expect(decision).toMatchObject({ show: true, campaign: 'delivery-promise', propensity: 1 });
      expect(showing?.campaign).toBe('delivery-promise');
    },
  );

  test('any question, once: who has answered or declined it is not asked again at once', () => {
    const campaign = 'question-size';
    expect(force(campaign).showing).toMatchObject({ campaign, content: { popup: 'question', question: 'size' } });
    const declined = (at: number) => ({ visit: { history: [aShown({ campaign, outcome: 'dismissed', at })] } });
    expect(force(campaign, declined(NOW - 1)).decision).toMatchObject({ show: false, hold: 'cooldown' });
    expect(force(campaign, declined(NOW - RULES.cooldown)).decision).toMatchObject({ show: true });
    for (const size of ['M', 0, ''])
      expect(force(campaign, { visit: { preferences: { size } } }).decision).toMatchObject({ hold: 'no-facts' });
  });

  test('is shown whatever the intent', () => {
    expect(force('question', { score: { intent: 'price' } }).decision).toMatchObject({ show: true, intent: 'price' });
  });

  test('still needs its facts', () => {
    expect(force('delivery-promise', HOLDS['no-facts']).decision).toMatchObject({ show: false, hold: 'no-facts' });
    expect(force('limited-points', { occasion: { canKeep: false } }).decision).toMatchObject({ hold: 'no-storage' });
  });

  test.each(['nonsense', 'constructor', '__proto__'])('%s is no campaign', (name) => {
    const { decision, showing } = force(name);
    expect(decision).toMatchObject({ show: false, hold: 'no-campaign', campaign: null });
    expect(showing).toBeUndefined();
  });
});
