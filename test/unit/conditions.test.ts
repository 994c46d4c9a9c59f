import { describe, expect, test } from 'vitest';
import { unmet } from '../../src/core/conditions';
import type { Occasion } from '../../src/core/decide';
import type { Campaign, Conditions, Score, Visit } from '../../src/types';
import { aMoment, aScore, aVisit, NOW } from './given';

const OCCASION: Occasion = {
  at: NOW,
  busy: null,
  canKeep: true,
  clock: { hour: 10, weekday: 'mon', weekend: 0, month: 'nov' },
  device: 'phone',
  locales: ['de-AT'],
  tags: { vip: 'yes' },
};
const VISIT = aVisit({
  moments: [aMoment({ kind: 'exit-intent' })],
  cart: { count: 2, total: 49.9, currency: 'EUR', items: ['sku-1', 'sku-2'] },
  preferences: { size: '42', budget: 100, style: ['classic', 'sporty'] },
});
const SCORE = aScore({
  intent: 'price',
  intents: { price: 0.5, delivery: 0.2, effort: 0.1, fit: 0.05, returns: 0.05, payment: 0.05, trust: 0.05 },
  evidence: { visitor: 'returning', 'past-orders': 2, 'expected-value': 80 },
});

interface Given {
  readonly visit?: Partial<Visit>;
  readonly score?: Partial<Score>;
  readonly occasion?: Partial<Occasion>;
}

const check = (more: Partial<Campaign>, { visit, score, occasion }: Given = {}) =>
  unmet(
    { id: 'mine', popup: 'notice', intent: null, ...more },
    { ...VISIT, ...visit },
    { ...SCORE, ...score },
    { ...OCCASION, ...occasion },
  );

test('nothing asked: nothing unmet, whatever is not known', () => {
  expect(
    unmet({ id: 'mine', popup: 'notice', intent: null }, aVisit(), aScore(), { at: NOW, busy: null, canKeep: false }),
  ).toBeNull();
  expect(check({ when: {} })).toBeNull();
  expect(check({ when: { pages: undefined } })).toBeNull();
});

describe('triggers', () => {
  test('one of them was noticed', () => {
    expect(check({ triggers: ['rage-click', 'exit-intent'] })).toBeNull();
    expect(check({ triggers: ['rage-click'] })).toBe('triggers');
    expect(check({ triggers: [] })).toBe('triggers');
  });

  test('they come first', () => {
    expect(check({ triggers: ['rage-click'], when: { pages: ['home'] } })).toBe('triggers');
  });
});

const TOMORROW = new Date(NOW + 864e5).toISOString();
const YESTERDAY = new Date(NOW - 864e5).toISOString();
const IS_NOW = new Date(NOW).toISOString();

/** By condition: with which it holds, with which it does not, and without what it is not known. */
const CASES: {
  readonly [Name in keyof Conditions]-?: readonly [readonly Conditions[Name][], readonly Conditions[Name][], Given];
} = {
  pages: [[['cart'], ['home', 'cart']], [['home']], { visit: { kind: 'other' } }],
  paths: [[['/cart'], ['/a', '/c*']], [['/checkout*'], ['/car']], { visit: { path: '' } }],
  cartTotal: [
    [
      [49.9, 49.9],
      [null, 50],
      [40, null],
      [null, null],
    ],
    [
      [50, null],
      [null, 49],
    ],
    { visit: { cart: { count: 2 } } },
  ],
  cartCount: [
    [
      [2, 2],
      [1, null],
    ],
    [
      [3, null],
      [null, 1],
    ],
    { visit: { cart: null } },
  ],
  products: [[['sku-2'], ['x', 'sku-1']], [['sku-3']], { visit: { cart: { count: 2 } } }],
  churn: [
    [
      [0.8, 0.8],
      [0.6, null],
    ],
    [
      [0.9, null],
      [null, 0.7],
    ],
    { score: { churn: Number.NaN } },
  ],
  margin: [[0.2, 0.3, 0], [0.31, 1], { score: { intent: null } }],
  preferences: [
    [
      { size: ['42'] },
      { size: [42] },
      { budget: ['100', 50] },
      { style: ['sporty'] },
      { size: ['42'], style: ['classic'] },
    ],
    [{ size: ['43'] }, { style: ['modern'] }, { size: ['42'], style: ['modern'] }],
    { visit: { preferences: {} } },
  ],
  visitor: [['returning'], ['new'], { score: { evidence: {} } }],
  orders: [
    [
      [2, 2],
      [1, null],
    ],
    [
      [3, null],
      [null, 1],
    ],
    { score: { evidence: {} } },
  ],
  expected: [
    [
      [80, 80],
      [50, 100],
    ],
    [[81, null]],
    { score: { evidence: {} } },
  ],
  devices: [[['phone'], ['desktop', 'phone']], [['desktop', 'tablet']], { occasion: { device: undefined } }],
  locales: [
    [['de'], ['DE-at'], ['fr', 'de']],
    [['d'], ['de-CH'], ['de-AT-1996'], ['en']],
    { occasion: { locales: undefined } },
  ],
  hours: [
    [
      [10, 10],
      [9, 17],
      [22, 10],
      [10, 5],
    ],
    [
      [11, 17],
      [22, 9],
      [11, 9],
    ],
    { occasion: { clock: undefined } },
  ],
  weekdays: [[['mon'], ['sun', 'mon']], [['tue']], { occasion: { clock: undefined } }],
  from: [[YESTERDAY, IS_NOW], [TOMORROW, 'soon'], { occasion: { at: Number.NaN } }],
  until: [[TOMORROW], [YESTERDAY, IS_NOW, 'soon'], { occasion: { at: Number.NaN } }],
  tags: [
    [{ vip: ['yes'] }, { vip: ['no', 'yes'] }],
    [{ vip: ['no'] }, { vip: ['yes'], tier: ['gold'] }],
    { occasion: { tags: undefined } },
  ],
};

describe.each(Object.entries(CASES))('when.%s', (name, [holds, fails, unknown]) => {
  test.each(holds.map((asked) => ({ asked })))('$asked holds', ({ asked }) => {
    expect(check({ when: { [name]: asked } })).toBeNull();
  });

  test.each(fails.map((asked) => ({ asked })))('$asked does not hold', ({ asked }) => {
    expect(check({ when: { [name]: asked } })).toBe(`when.${name}`);
  });

  test.each(holds.map((asked) => ({ asked })))('$asked does not hold where it is not known', ({ asked }) => {
    expect(check({ when: { [name]: asked } }, unknown)).toBe(`when.${name}`);
  });
});

test('all of them must hold; the first that does not is named', () => {
  expect(check({ when: { cartCount: [1, null], weekdays: ['mon'], devices: ['phone'] } })).toBeNull();
  expect(check({ when: { cartCount: [1, null], weekdays: ['tue'], devices: ['desktop'] } })).toBe('when.weekdays');
});

test('a cart that was hardly read is not known', () => {
  const visit = { cart: { ...VISIT.cart, count: 2, total: 49.9, confidence: 0.3 } };
  expect(check({ when: { cartTotal: [null, null] } }, { visit })).toBe('when.cartTotal');
  expect(check({ when: { cartCount: [null, null] } }, { visit })).toBe('when.cartCount');
  expect(check({ when: { products: ['sku-1'] } }, { visit })).toBe('when.products');
});

test('what every object has is no answer, no tag and no condition', () => {
  expect(check({ when: { preferences: { constructor: ['x'] } as never } })).toBe('when.preferences');
  expect(check({ when: { tags: { toString: ['x'] } as never } })).toBe('when.tags');
  expect(check({ when: { constructor: 1 } as never })).toBe('when.constructor');
  expect(check({ when: { weather: ['rain'] } as never })).toBe('when.weather');
});
