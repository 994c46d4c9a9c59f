import type { AnswerValue, Evidence, Signal, Visit } from '../types';
import type { Looked } from './moments/dwell';
import { isSure } from './moments/hasCart';
import { own } from './own';
import { prior } from './prior';
import { shopperValue } from './shopperValue';

/** What is known beside the visit: whether anything is kept from visit to visit, and the time where the shop is. */
export type Known = Partial<Pick<Extract<Signal, { type: 'decide' }>, 'canKeep' | 'clock'>>;

/**
 * A moment counts half after ten minutes. Judgement: long enough to carry a policy read in one tab to the cart in
 * another, short enough that a shopper who found the answer and went on is no longer taken for a doubter.
 */
export const HALF_LIFE_MS = 600_000;

/** Moments that count by how often they happened; the feature is named like the moment. */
const counted = new Set(
  (
    'field-hesitation field-refill form-abandonment coupon-hunt coupon-rejected price-recheck price-copy price-shock ' +
    'cart-wavering back-and-forth quick-back rage-click dead-click tab-away slow-page payment-failure'
  ).split(' '),
);

/** Pages by what they are for: what is counted of each is pages looked at, and attentive seconds. */
const GROUPS: readonly (readonly [pages: string, seconds: string, kinds: readonly string[]])[] = [
  ['pages-account', 'seconds-account', ['account']],
  ['pages-terms', 'seconds-terms', ['shipping', 'returns', 'payment', 'size-guide', 'reviews', 'contact', 'about']],
  ['pages-product', 'seconds-product', ['listing', 'product']],
];

/** All features there may be; their units stand in docs/MODEL.md. A model that names another is refused. */
export const FEATURES: readonly string[] = [
  ...counted,
  ...GROUPS.map(([pages]) => pages),
  ...GROUPS.map(([, seconds]) => seconds),
  ...Object.keys(prior.intents).map((intent) => `told-${intent}`),
  ...(
    'cart-count cart-value cart-age budget-share stage priority hesitation horizon visitor past-orders days-since-order order-value expected-value ' +
    'days-since-visit hour weekday weekend month special-day product-share ' +
    'seconds-per-product-page dwell-shipping dwell-returns dwell-payment dwell-size-guide field-errors cart-idle exits ' +
    'trust-seeking told'
  ).split(' '),
];

const DAY_MS = 864e5;

type Found = Record<string, number | string | undefined>;

/** Nearly every visit has these. Named at once, engines keep them in a fixed place: twice as fast as one by one. */
const blank = (): Found => ({
  stage: undefined,
  priority: undefined,
  hesitation: undefined,
  horizon: undefined,
  hour: undefined,
  weekday: undefined,
  weekend: undefined,
  month: undefined,
  'special-day': undefined,
  'cart-count': undefined,
  'cart-value': undefined,
  'cart-age': undefined,
  'pages-account': undefined,
  'pages-terms': undefined,
  'pages-product': undefined,
  'seconds-account': undefined,
  'seconds-terms': undefined,
  'seconds-product': undefined,
  'seconds-per-product-page': undefined,
  'product-share': undefined,
  'past-orders': undefined,
  visitor: undefined,
});

/** What was looked at, as the detector of long looks remembers it. It is off: unknown, not zero. */
const gatherPages = (found: Found, looked: Looked): void => {
  let all = 0;
  let products = 0;
  let attention = 0;
  for (const [pages, seconds, kinds] of GROUPS) {
    products = attention = 0;
    for (const kind of kinds) {
      const [attentive = 0, , views = 0] = looked[kind] ?? [];
      products += views;
      attention += attentive;
    }
    found[pages] = products;
    found[seconds] = attention;
    all += products;
  }
  // The last group is the products.
  if (products) found['seconds-per-product-page'] = short(attention / products);
  if (all) found['product-share'] = short(products / all);
};

/** Answers that are features by themselves. */
const SAID = ['priority', 'hesitation', 'horizon'];
const wordOf = (answer: AnswerValue | undefined) => (typeof answer === 'object' ? undefined : answer);

/** Three decimals are more than any of this is known by, and keep what is told of it short. */
const short = (value: number): number => Math.round(value * 1000) / 1000;

/** Somebody who has been here before, or is known not to have been; and what the orders so far say. */
const gatherVisitor = (
  found: Found,
  { id, visitor, orders, history, before }: Visit,
  at: number,
  canKeep?: boolean,
): void => {
  const value = shopperValue(orders, at);
  if (value) {
    const { days, average, expected } = value;
    found['days-since-order'] = days;
    if (average && expected) {
      found['order-value'] = short(average);
      found['expected-value'] = short(expected);
    }
  }
  if (before) found['days-since-visit'] = short((at - before) / DAY_MS);
  if (canKeep || orders.length) found['past-orders'] = orders.length;
  if (orders.length || history.some(({ visit }) => visit !== id)) found.visitor = 'returning';
  // The first visit of all bears its visitor's own id.
  else if (canKeep) found.visitor = id === visitor ? 'new' : 'returning';
};

/**
 * The visit as named features: what shop and shopper said, what was looked at, and the moments, each fading. What is not
 * known is left out or undefined, never zero; so is what no moment was noticed of.
 */
export const gatherEvidence = (visit: Visit, at: number, { canKeep, clock }: Known = {}): Evidence => {
  const { moments, stage, cart, preferences } = visit;
  const looked = own(visit.detectors, 'policy-dwell') as Looked | undefined;
  const known = cart && isSure(cart) ? cart : undefined;
  const found = blank();
  found.stage = stage;
  for (const key of SAID) found[key] = wordOf(preferences[key]);
  const { budget } = preferences;
  if (known?.total && Number(budget) > 0) found['budget-share'] = short(known.total / Number(budget));
  found['cart-count'] = known?.count;
  found['cart-value'] = known?.total;
  if (known && looked) found['cart-age'] = looked.true?.[0] ?? 0;
  if (clock) Object.assign(found, clock);
  if (looked) gatherPages(found, looked);
  gatherVisitor(found, visit, at, canKeep);
  for (const { at: then, kind, topic, intent, strength, seconds = 0, count = 0 } of moments) {
    const fresh = 0.5 ** ((at - then) / HALF_LIFE_MS);
    const add = (feature: string, amount: number) => {
      found[feature] = short(Number(found[feature] ?? 0) + fresh * amount);
    };
    if (kind === 'policy-dwell') add(`dwell-${topic}`, seconds);
    else if (kind === 'cart-idle' || kind === 'trust-seeking') add(kind, seconds);
    else if (kind === 'exit-intent') add('exits', 1);
    else if (kind === 'field-error')
      found['field-errors'] = short(Math.max(Number(found['field-errors'] ?? 0), fresh * count));
    else if (counted.has(kind)) add(kind, 1);
    else {
      add('told', strength);
      if (intent) add(`told-${intent}`, strength);
    }
  }
  return found;
};
