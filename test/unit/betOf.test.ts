import { describe, expect, test } from 'vitest';
import { betOf } from '../../src/core/betOf';
import type { Campaign, PopupContent } from '../../src/types';
import { anOrder, aScore, aVisit, NOW } from './given';

const OFFER: Campaign = { id: 'limited-points', popup: 'offer', intent: 'price' };
const COSTED: Campaign = { ...OFFER, incentive: { kind: 'points', lasts: 60_000, claim: '/claim', costEach: 0.01 } };
const POINTS: PopupContent = { popup: 'offer', kind: 'points', amount: 300, endsAt: NOW };
const PAYMENTS: PopupContent = { popup: 'payment-help', payments: ['PayPal'] };

const bet = (over: Partial<Parameters<typeof betOf>[0]> = {}) =>
  betOf({
    campaign: OFFER,
    content: PAYMENTS,
    visit: aVisit({ cart: { count: 2, total: 80 } }),
    score: aScore({ churn: 0.7, intent: 'price' }),
    at: NOW,
    ...over,
  });

test('what the score says, what is known of the campaign, and what attention costs', () => {
  expect(bet({ uplift: { 'limited-points': { price: [3, 50] } } })).toEqual({
    churn: 0.7,
    share: 0.3,
    uplift: [3, 50],
    value: 80,
    cost: 0,
    attention: 0.16,
  });
});

test('where no intent stands out, all who leave may be kept', () => {
  expect(bet({ score: aScore() })).toMatchObject({ share: 1, uplift: [6, 94] });
});

describe('an order is worth', () => {
  const orders = [anOrder({ value: 40 }), anOrder({ order: 'B', value: 60 })];
  test.each([
    ['what is in the cart', { count: 1, total: 80 }, orders, 80],
    ["the mean of this shopper's orders, where the cart's total is not known", { count: 1 }, orders, 50],
    ['likewise, where the cart is empty', { count: 0, total: 0 }, orders, 50],
    ['an order, where nothing is known', null, [anOrder()], 1],
  ] as const)('%s', (_, cart, orders, value) => {
    expect(bet({ visit: aVisit({ cart, orders }) })).toMatchObject({ value, attention: 0.002 * value });
  });
});

describe('an incentive costs', () => {
  test.each([
    ['what the shop says that one costs, so many times', COSTED, POINTS, 3],
    ['once, where it has no amount', COSTED, { ...POINTS, kind: 'gift', amount: 0 }, 0.01],
    ['nothing, where the shop says so', { ...COSTED, incentive: { ...COSTED.incentive, costEach: 0 } }, POINTS, 0],
    ['as much as an interruption, where the shop does not say', OFFER, POINTS, 0.16],
    ['nothing, where none is given', COSTED, PAYMENTS, 0],
  ] as [string, Campaign, PopupContent, number][])('%s', (_, campaign, content, cost) => {
    expect(bet({ campaign, content }).cost).toBeCloseTo(cost, 10);
  });

  test('likewise, where nobody knows what an order is worth: money cannot be held against it', () => {
    expect(bet({ campaign: COSTED, content: POINTS, visit: aVisit({ cart: null }) })).toMatchObject({ cost: 0.002 });
  });
});
