import { describe, expect, test } from 'vitest';
import { campaigns as ready } from '../../src/core/campaigns';
import { decide, type Occasion } from '../../src/core/decide';
import { scenario } from '../../src/core/scenario';
import type { Campaign, Hold, Incentive, Intent, Rules, Score, Visit } from '../../src/types';
import { aMoment, aScore, aShown, aVisit, DAY, DELIVERY, MINUTE, NOW, RULES, WITHHELD } from './given';

interface Case {
  readonly visit?: Partial<Visit>;
  readonly score?: Partial<Score>;
  readonly occasion?: Partial<Occasion>;
  readonly rules?: Partial<Rules>;
  readonly campaigns?: readonly Campaign[];
}

const look = ({ visit, score, occasion, rules, campaigns = ready }: Case = {}) =>
  decide(
    aVisit({ delivery: DELIVERY, ...visit }),
    aScore({ intent: 'delivery', ...score }),
    { at: NOW, busy: null, canKeep: true, ...occasion },
    { ...RULES, ...rules },
    { campaigns, scenario },
  );
const holdOf = (given: Case) => {
  const { decision, showing } = look(given);
  expect(showing).toBeUndefined();
  return decision.show ? null : decision.hold;
};

/** The delivery promise, as a shop might change it. */
const promise = (over: Partial<Campaign>): Case => ({
  campaigns: [{ id: 'delivery-promise', popup: 'delivery-promise', intent: 'delivery', ...over }],
});
/** Something given away, in its place. */
const given = (over: Partial<Incentive>): Case =>
  promise({ popup: 'offer', incentive: { kind: 'points', amount: 10, lasts: MINUTE, claim: '', ...over } });

/**
 * Every reason to hold, as a change to a visit that would be shown the delivery promise. In the order in which they are
 * asked: of two reasons the upper one is told.
 *
 *   purchased · below-threshold   the shopper needs nothing
 *   typing · hidden · dialog · paying · popup-open · page   not now
 *   capped                        the shop's own tools say no
 *   muted · cooldown · visit-budget   not again
 *   conditions                    not what it waits for
 *   no-facts · no-storage · incentive-budget · clock   nothing honest to say
 *   not-worth-it                  worth less than the shopper's attention
 *   delay                         not yet
 *   holdout                       for comparison
 *   no-campaign                   nothing that answers this intent
 */
const HOLDS: Record<Hold, Case> = {
  purchased: { visit: { ended: 'converted' } },
  'below-threshold': { score: { churn: 0.599 } },
  typing: { occasion: { busy: 'typing' } },
  hidden: { occasion: { busy: 'hidden' } },
  dialog: { occasion: { busy: 'dialog' } },
  paying: { occasion: { busy: 'paying' } },
  'popup-open': { occasion: { busy: 'popup-open' } },
  page: { visit: { kind: 'shipping' } },
  capped: { occasion: { capped: ['delivery-promise'] } },
  muted: { visit: { preferences: { 'muted-until': NOW + 1 } } },
  cooldown: {
    visit: { history: [aShown({ campaign: 'delivery-promise', visit: 'visit-0', outcome: 'dismissed', at: NOW - 1 })] },
  },
  'visit-budget': { visit: { history: [aShown()] } },
  conditions: promise({ triggers: ['exit-intent'] }),
  'no-facts': { visit: { delivery: null } },
  'no-storage': { ...given({}), occasion: { canKeep: false } },
  'incentive-budget': given({ perShopper: 0 }),
  clock: { ...given({}), visit: { at: NOW + 3 * MINUTE } },
  'not-worth-it': given({ costEach: 1000 }),
  delay: promise({ delay: 1 }),
  holdout: { visit: { visitor: WITHHELD } },
  'no-campaign': { campaigns: [] },
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

  const ORDER: Hold[] = [
    ...(['purchased', 'below-threshold', 'paying', 'page', 'capped', 'muted', 'cooldown'] as const),
    ...(['visit-budget', 'conditions', 'no-facts', 'delay', 'holdout'] as const),
  ];
  test.each(ORDER.slice(1).map((lower, i) => [ORDER[i] as Hold, lower]))('%s is told before %s', (upper, lower) => {
    const merge = (key: keyof Case) => ({ ...HOLDS[lower][key], ...HOLDS[upper][key] });
    const both = {
      visit: merge('visit'),
      score: merge('score'),
      occasion: merge('occasion'),
      rules: merge('rules'),
      campaigns: HOLDS[lower].campaigns ?? HOLDS[upper].campaigns,
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

  test('a page whose kind the campaign names may be, whatever it is', () => {
    expect(look({ ...promise({ when: { pages: ['shipping'] } }), visit: { kind: 'shipping' } }).decision.show).toBe(
      true,
    );
    expect(holdOf({ ...promise({ when: { pages: ['cart'] } }), visit: { kind: 'shipping' } })).toBe('page');
  });

  test('a campaign that names a churn has a threshold of its own', () => {
    const over = promise({ when: { churn: [0.3, 0.5] } });
    expect(look({ ...over, score: { churn: 0.4 } }).decision.show).toBe(true);
    expect(holdOf({ ...over, score: { churn: 0.8 } })).toBe('conditions');
  });

  test('one of its triggers is enough, in this visit', () => {
    const moments = [aMoment({ kind: 'cart-idle' }), aMoment({ kind: 'tab-away' })];
    expect(look({ ...promise({ triggers: ['exit-intent', 'tab-away'] }), visit: { moments } }).decision.show).toBe(
      true,
    );
  });

  test('of several held back, the one that came furthest tells why', () => {
    const [first] = promise({ id: 'first', triggers: ['exit-intent'] }).campaigns ?? [];
    const [second] = promise({ id: 'second' }).campaigns ?? [];
    const both = { campaigns: [first, second] as Campaign[] };
    const history = [aShown({ campaign: 'second', visit: 'visit-0', outcome: 'dismissed', at: NOW - DAY })];
    expect(look({ ...both, visit: { history } }).decision).toMatchObject({ hold: 'cooldown', campaign: 'second' });
    expect(look({ ...both, visit: { delivery: null } }).decision).toMatchObject({
      hold: 'conditions',
      campaign: 'first',
    });
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
  test('of a show is that of the choice times the treated share, of a withheld popup times the holdout’s', () => {
    // Next to nothing the promise is drawn in 96 of 100.
    const chosen = look({ rules: { holdout: 0 } }).decision.propensity;
    expect(chosen).toBeCloseTo(0.96, 2);
    expect(look({ rules: { holdout: 0.2 } }).decision.propensity).toBeCloseTo(chosen * 0.8, 12);
    const { decision } = look({ visit: { visitor: WITHHELD }, rules: { holdout: 0.2 } });
    expect(decision).toMatchObject({ arm: 'holdout', hold: 'holdout' });
    expect(decision.propensity).toBeCloseTo(chosen * 0.2, 12);
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

  test.each<Hold>([
    ...(['purchased', 'below-threshold', 'typing', 'paying', 'popup-open', 'page', 'capped', 'muted'] as const),
    ...(['cooldown', 'visit-budget', 'conditions', 'delay', 'holdout'] as const),
  ])('is shown in spite of %s', (hold) => {
    const { decision, showing } = force('delivery-promise', HOLDS[hold]);
    expect(decision).toMatchObject({ show: true, campaign: 'delivery-promise', propensity: 1 });
    expect(showing?.campaign).toBe('delivery-promise');
  });

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

describe('the shop’s own words', () => {
  const says = (title: string, over: Partial<Campaign> = {}) => promise({ copy: { en: { title } }, ...over });

  test('go with the popup, filled with what is known', () => {
    const { showing } = look({ ...says('{cart.count} pieces'), occasion: { locales: ['en-GB'] } });
    expect(showing?.copy).toEqual({ title: '2 pieces' });
    expect(look().showing?.copy).toBeUndefined();
  });

  test('that speak of what nobody knows keep it back', () => {
    expect(holdOf(says('Your size: {preferences.size}'))).toBe('no-facts');
  });

  test('are all that a notice has: without any for this language there is none', () => {
    expect(look(says('Still there', { popup: 'notice' })).decision.show).toBe(true);
    expect(holdOf(promise({ popup: 'notice' }))).toBe('no-facts');
  });
});

describe('an experiment', () => {
  test('is told with its variant, and what differs in it is decided on', () => {
    const experiment = { id: 'wait', variants: [{ id: 'long', share: 1, delay: 5000 }] };
    const { decision, waits } = look(promise({ experiment }));
    expect(decision).toMatchObject({ hold: 'delay', experiment: 'wait', variant: 'long' });
    expect(waits?.until).toBe(NOW + 5000);
    expect(look().decision).not.toHaveProperty('variant');
  });
});

describe('a delay', () => {
  const CASE = promise({ delay: 2000 });
  const waits = { campaign: 'delivery-promise', path: '/cart', until: NOW + 2000, propensity: 0.7 };
  const later = (ms: number, more: Case = {}) =>
    look({ ...CASE, ...more, visit: { waits, ...more.visit }, occasion: { at: NOW + ms, ...more.occasion } });

  test('begins with the choice, and says on which page and until when', () => {
    const { decision, waits: next, showing } = look(CASE);
    expect(decision).toMatchObject({ show: false, hold: 'delay', campaign: 'delivery-promise' });
    expect(next).toEqual({ ...waits, propensity: decision.propensity });
    expect(showing).toBeUndefined();
  });

  test('ends when it ends, and what was chosen is not drawn anew', () => {
    expect(later(1999).decision).toMatchObject({ hold: 'delay', propensity: 0.7 });
    expect(later(1999).waits).toEqual(waits);
    expect(later(2000).decision).toMatchObject({ show: true, campaign: 'delivery-promise' });
    expect(later(2000).decision.propensity).toBeCloseTo(0.7 * 0.9, 12);
    expect(later(2000).waits).toBeUndefined();
    // Who hesitates for something else by now is not told of this.
    expect(later(2000, { score: { intent: 'price' } }).decision.campaign).not.toBe('delivery-promise');
  });

  test('is no more on another page, and conditions must still hold', () => {
    expect(later(2000, { visit: { path: '/product/bean' } }).decision).toMatchObject({ hold: 'delay' });
    expect(later(2000, { visit: { delivery: null } }).decision).toMatchObject({ hold: 'no-facts' });
    expect(later(2000, { occasion: { busy: 'typing' } }).decision).toMatchObject({ hold: 'typing' });
    expect(later(2000, { visit: { visitor: WITHHELD } }).decision).toMatchObject({ hold: 'holdout' });
  });

  test('does not keep back what the shop asks for', () => {
    expect(later(0, { occasion: { force: 'delivery-promise' } }).decision).toMatchObject({ show: true });
    expect(look({ ...CASE, occasion: { force: 'delivery-promise' } }).decision).toMatchObject({ show: true });
  });
});
