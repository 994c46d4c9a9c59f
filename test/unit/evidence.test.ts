import { describe, expect, test } from 'vitest';
import { FEATURES, gatherEvidence, HALF_LIFE_MS } from '../../src/core/evidence';
import { detectors } from '../../src/core/moments';
import { prior } from '../../src/core/prior';
import type { Evidence, Moment, Rules, Topic } from '../../src/types';
import {
  aMoment,
  anOrder,
  aShown,
  aVisit,
  cart,
  DAY,
  limited,
  MINUTE,
  NOW,
  page,
  play,
  TICK,
  times,
  type Untimed,
} from './given';

const evidenceOf = (moments: Moment[], at = NOW, over = {}) => gatherEvidence(aVisit({ moments, ...over }), at);
const knownIn = (evidence: Evidence) => Object.keys(evidence).filter((feature) => evidence[feature] !== undefined);
const dwell = (seconds: number, over: Partial<Moment> = {}) =>
  aMoment({ kind: 'policy-dwell', topic: 'shipping', seconds, ...over });

describe('what the visit says', () => {
  test('stage, pieces and priority', () => {
    expect(evidenceOf([], NOW, { stage: 2, preferences: { priority: 'price', other: 'x' } })).toEqual({
      stage: 2,
      'cart-count': 2,
      'cart-value': 49.9,
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
    expect(Object.fromEntries(features)).toEqual({ stage: 1, 'cart-count': 2, 'cart-value': 49.9 });
  });
});

describe('what was looked at', () => {
  const START = aVisit({ cart: null, stage: 0 });
  const lookedAt = (said: Untimed[], rules?: Rules) => {
    const { visit } = play(said, START, rules);
    return gatherEvidence(visit, visit.at);
  };
  const SEEN: Untimed[] = [
    page('listing', '/shoes', 'view-1'),
    ...times(4, TICK),
    page('product', '/shoes/1', 'view-2'),
    ...times(30, TICK),
    page('product', '/shoes/2', 'view-3'),
    ...times(2, TICK),
    page('account', '/account', 'view-4'),
    ...times(5, TICK),
    page('returns', '/returns', 'view-5'),
    ...times(7, TICK),
  ];

  test('pages and attentive seconds, by what the pages are for', () => {
    expect(lookedAt(SEEN)).toMatchObject({
      'pages-product': 3,
      'seconds-product': 36,
      'pages-account': 1,
      'seconds-account': 5,
      'pages-terms': 1,
      'seconds-terms': 7,
      'seconds-per-product-page': 12,
      'product-share': 0.6,
    });
  });

  test('a group of pages not looked at is zero, and its mean is unknown', () => {
    const evidence = lookedAt([page('home'), TICK]);
    expect(evidence).toMatchObject({ 'pages-product': 0, 'seconds-account': 0 });
    expect(evidence['seconds-per-product-page']).toBeUndefined();
    expect(evidence['product-share']).toBeUndefined();
  });

  test('a page that was not looked at for a second is none; the same view again is no other page', () => {
    expect(lookedAt([page('product'), page('product', '/product', 'view-2'), TICK])['pages-product']).toBe(1);
    expect(lookedAt([page('product'), TICK, page('product'), TICK])['pages-product']).toBe(1);
  });

  test('a page counts as what it was known to be when it was looked at', () => {
    expect(lookedAt([page('other', '/p', 'view-9'), page('product', '/p', 'view-9'), TICK])['pages-product']).toBe(1);
  });

  test('terms in a section of another page count too', () => {
    expect(lookedAt([page('product'), { type: 'tick', topics: ['shipping'] }])).toMatchObject({
      'pages-terms': 1,
      'pages-product': 1,
      'seconds-terms': 1,
    });
  });

  test('goes on from what an older version has kept, which counted seconds of topics only', () => {
    const { visit } = play([page('shipping'), TICK], aVisit({ detectors: { 'policy-dwell': { shipping: [5, 0] } } }));
    expect(gatherEvidence(visit, visit.at)).toMatchObject({ 'seconds-terms': 6, 'pages-terms': 1 });
  });

  test('is unknown where it is not counted, since that moment is off', () => {
    const evidence = lookedAt(SEEN, limited('policy-dwell', 0));
    expect(knownIn(evidence).filter((name) => /^(pages|seconds|product)-/.test(name))).toEqual([]);
    expect(lookedAt([page('product')])['pages-product']).toBe(0);
  });
});

describe('the cart', () => {
  test('ages by attentive seconds with something in it', () => {
    const { visit } = play(
      [page('product'), ...times(3, TICK), cart(1, { total: 20 }), ...times(5, TICK)],
      aVisit({ cart: null }),
    );
    expect(gatherEvidence(visit, visit.at)).toMatchObject({ 'cart-age': 5, 'cart-value': 20 });
  });

  test('that was empty all the time is zero seconds old, and one that is unknown has no age', () => {
    const { visit } = play([page('product'), TICK], aVisit({ cart: { count: 0 } }));
    expect(gatherEvidence(visit, visit.at)['cart-age']).toBe(0);
    const unknown = gatherEvidence(aVisit({ ...visit, cart: null }), NOW);
    expect([unknown['cart-age'], unknown['cart-value']]).toEqual([undefined, undefined]);
  });
});

describe('who it is', () => {
  const who = (over: Parameters<typeof aVisit>[0], canKeep?: boolean) => {
    const { visitor, 'past-orders': orders } = gatherEvidence(aVisit(over), NOW, { canKeep });
    return [visitor, orders];
  };

  test.each<[string, Parameters<typeof aVisit>[0], boolean | undefined, unknown[]]>([
    ['ordered before', { orders: [anOrder({ order: '1' }), anOrder({ order: '2' })] }, true, ['returning', 2]],
    ['saw a popup before', { history: [aShown({ visit: 'visit-0' })] }, true, ['returning', 0]],
    ['was here before', { history: [aShown()] }, true, ['returning', 0]],
    ['is here for the first time', { id: 'a', visitor: 'a' }, true, ['new', 0]],
    ['may be new: nothing is kept', { id: 'a', visitor: 'a' }, false, [undefined, undefined]],
    ['may be anybody', {}, undefined, [undefined, undefined]],
  ])('who %s', (_, over, canKeep, expected) => {
    expect(who(over, canKeep)).toEqual(expected);
  });
});

test('what the orders and the visit before say, in days and in money', () => {
  const orders = [anOrder({ at: NOW - 10 * DAY, value: 30 }), anOrder({ order: 'B', at: NOW - 4.5 * DAY, value: 50 })];
  expect(gatherEvidence(aVisit({ orders, before: NOW - 2.5 * DAY }), NOW, { canKeep: true })).toMatchObject({
    'past-orders': 2,
    'days-since-order': 4,
    'days-since-visit': 2.5,
    'order-value': 40,
    // Two orders of 40 in 375 days, by the year.
    'expected-value': 77.867,
  });
  const silent = gatherEvidence(aVisit({ orders: [anOrder()] }), NOW, { canKeep: true });
  expect(silent).toMatchObject({ 'days-since-order': 1 });
  for (const unknown of ['days-since-visit', 'order-value', 'expected-value'])
    expect(silent).not.toHaveProperty(unknown);
});

test('what was said: words as they are, the budget against what is in the cart', () => {
  const preferences = { hesitation: 'price', horizon: 'today', budget: 20, priority: ['price'] };
  const evidence = gatherEvidence(aVisit({ preferences }), NOW);
  expect(evidence).toMatchObject({ hesitation: 'price', horizon: 'today', 'budget-share': 2.495 });
  expect(evidence.priority).toBeUndefined();
  for (const over of [{ preferences, cart: null }, { preferences: { budget: 'much' } }, { preferences: { budget: 0 } }])
    expect(gatherEvidence(aVisit(over), NOW)['budget-share']).toBeUndefined();
});

test('the clock is taken as it is told, and unknown without', () => {
  const clock = { hour: 23, weekend: 1, month: 'nov' } as const;
  expect(gatherEvidence(aVisit(), NOW, { clock })).toMatchObject(clock);
  expect(gatherEvidence(aVisit(), NOW).month).toBeUndefined();
});

describe('the list of features', () => {
  test('has each once', () => {
    expect(new Set(FEATURES).size).toBe(FEATURES.length);
  });

  test('has all that the prior rests on', () => {
    const used = [prior.churn, ...Object.values(prior.intents)].flatMap(({ tables }) => Object.keys(tables));
    expect(used.filter((feature) => !FEATURES.includes(feature))).toEqual([]);
  });

  test('is what evidence there may be, and no other', () => {
    const topics: Topic[] = ['shipping', 'returns', 'payment', 'size-guide'];
    const intents = ['price', 'delivery', 'effort', 'fit', 'returns', 'payment', 'trust'] as const;
    const moments = [
      ...Object.keys(detectors)
        .filter((kind) => kind !== 'policy-dwell')
        .map((kind) => aMoment({ kind })),
      ...topics.map((topic) => aMoment({ kind: 'policy-dwell', topic })),
      ...intents.map((intent) => aMoment({ kind: 'mine', intent })),
    ];
    const preferences = { priority: 'fit', hesitation: 'price', horizon: 'today', budget: 40 };
    const { visit } = play(
      [page('product'), TICK],
      aVisit({ orders: [anOrder({ value: 20 })], before: NOW - 2.5 * DAY, preferences }),
    );
    const clock = { hour: 9, weekday: 'mon', weekend: 0, month: 'may', 'special-day': 0 } as const;
    const evidence = gatherEvidence({ ...visit, moments }, visit.at, { canKeep: true, clock });
    expect(knownIn(evidence).sort()).toEqual([...FEATURES].sort());
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
