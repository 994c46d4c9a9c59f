import type { Model, Scorecard } from '../types';

/**
 * The scorecard of a shop with no data of its own: untrained, useful on the first day, replaced by a trained one. Every
 * number's origin stands in docs/MODEL.md, and a test holds the two together.
 */

/** Nothing below the edge, `weight` from it on. */
const from = (edge: number, weight: number) => ({ edges: [edge], weights: [0, weight] });

/** Attentive seconds on a policy topic: some, then a lot. The edges are half of what makes the moment (see decay). */
const dwell = (some: number, lot: number) => ({ edges: [6, 20], weights: [0, some, lot] });

/** Once, and twice or more often. */
const twice = (once: number, more: number) => ({ edges: [0.5, 1.2], weights: [0, once, more] });

/** The shopper's own word on what matters most, or on what holds them back. */
const said = (word: string) => ({ levels: { [word]: 3 } });

const intent = (word: string, share: number, tables: Scorecard['tables'] = {}): Scorecard => ({
  intercept: Math.log(share),
  tables: { ...tables, priority: said(word), hesitation: said(word), [`told-${word}`]: from(0.2, 3) },
});

export const prior: Model & Required<Pick<Model, 'intents'>> = {
  v: 1,
  trained: false,
  name: 'prior-1',
  uncertainty: { intercept: 0.8, share: 0.5 },
  churn: {
    intercept: 0.856,
    tables: {
      'cart-count': { edges: [1], weights: [2.375, 0], missing: 0.84 },
      stage: from(2, -0.9),
      'dwell-shipping': dwell(0.6, 0.9),
      'dwell-returns': dwell(0.5, 0.8),
      'dwell-payment': dwell(0.4, 0.6),
      'dwell-size-guide': dwell(0.3, 0.5),
      'field-errors': { edges: [1, 3], weights: [0, 1.1, 1.5] },
      'cart-idle': from(10, 0.3),
      exits: from(0.5, 0.5),
      'trust-seeking': from(4, 0.4),
      'field-hesitation': from(0.5, 0.3),
      'field-refill': from(0.5, 0.4),
      'form-abandonment': from(0.5, 0.7),
      'coupon-hunt': from(0.5, 0.5),
      'coupon-rejected': from(0.5, 0.7),
      'price-recheck': from(0.5, 0.4),
      'price-copy': from(0.5, 0.6),
      'price-shock': from(0.5, 0.9),
      'cart-wavering': from(0.5, 0.4),
      'back-and-forth': from(0.5, 0.3),
      'quick-back': from(0.5, 0.2),
      'rage-click': from(0.5, 0.6),
      'dead-click': from(0.5, 0.3),
      'tab-away': twice(0.3, 0.5),
      'slow-page': from(0.5, 0.4),
      'payment-failure': from(0.5, 1.2),
      told: from(0.2, 0.5),
      horizon: { levels: { today: -0.4, 'this-month': 0.2, 'just-looking': 0.6 } },
      'budget-share': from(1, 0.4),
    },
  },
  intents: {
    price: intent('price', 0.31, {
      'dwell-shipping': from(6, 0.7),
      'coupon-hunt': from(0.5, 2.5),
      'coupon-rejected': from(0.5, 3),
      'price-recheck': from(0.5, 1.5),
      'price-copy': from(0.5, 2.5),
      'price-shock': from(0.5, 3),
      'cart-wavering': from(0.5, 0.3),
      'tab-away': twice(0.5, 1.2),
      'budget-share': from(1, 1.5),
    }),
    delivery: intent('delivery', 0.1, { 'dwell-shipping': dwell(2.7, 3) }),
    effort: intent('effort', 0.3, {
      'field-errors': from(1, 5),
      'field-hesitation': from(0.5, 0.6),
      'field-refill': from(0.5, 0.6),
      'form-abandonment': from(0.5, 1.2),
      'rage-click': from(0.5, 2),
      'dead-click': from(0.5, 0.6),
      'slow-page': from(0.5, 1),
    }),
    fit: intent('fit', 0.05, {
      'dwell-size-guide': dwell(3.5, 4),
      'dwell-returns': from(6, 0.7),
      'cart-wavering': from(0.5, 1),
    }),
    returns: intent('returns', 0.08, { 'dwell-returns': dwell(3, 3.5) }),
    payment: intent('payment', 0.1, { 'dwell-payment': dwell(3, 3.5), 'payment-failure': from(0.5, 4) }),
    trust: intent('trust', 0.11, {
      'dwell-payment': from(6, 0.7),
      'dwell-returns': from(6, 0.4),
      'trust-seeking': from(4, 2.2),
    }),
  },
};
