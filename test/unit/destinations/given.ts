import * as made from '../../../src/destinations';
import type { Destination, DestinationOptions, Person, SharedAnswer } from '../../../src/destinations/destination';
import type { Preference, RecordType, Visit, WaverRecord } from '../../../src/types';

/** What the tests of destinations start from: one visit as it was told, with everything in it that may be told. */

/** Monday, 23 November 2026, 10:00 in London. */
export const NOW = Date.UTC(2026, 10, 23, 10);

const INTENTS = { price: 0.1, delivery: 0.62, effort: 0.06, fit: 0.06, returns: 0.06, payment: 0.05, trust: 0.05 };
const BECAUSE = [{ feature: 'cart-total', value: 48, weight: 0.4 }];
const SCORE = {
  churn: 0.7134,
  intent: 'delivery',
  intents: INTENTS,
  because: BECAUSE,
  intentBecause: BECAUSE,
  evidence: { 'cart-total': 48, stage: 1 },
} as const;
const DECISION = {
  campaign: 'delivery-promise',
  intent: 'delivery',
  churn: 0.7134,
  arm: 'treatment',
  propensity: 0.9,
  because: BECAUSE,
} as const;
const OUTCOME = { campaign: 'delivery-promise', intent: 'delivery', arm: 'treatment' } as const;

type Body = { [T in RecordType]: { type: T } & Omit<WaverRecord<T>, 'v' | 'id' | 'at' | 'visitor' | 'visit' | 'page'> };

const BODIES: readonly Body[RecordType][] = [
  { type: 'ready', version: '0.1.0' },
  { type: 'moment', kind: 'field-error', field: 'postcode', strength: 0.51, count: 2 },
  { type: 'moment', kind: 'policy-dwell', topic: 'shipping', strength: 0.666, seconds: 12 },
  { type: 'score', ...SCORE },
  { type: 'decision', ...DECISION, show: false, hold: 'typing' },
  {
    type: 'experiment',
    experiment: 'words-of-delivery',
    variant: 'date-first',
    campaign: 'delivery-promise',
  },
  { type: 'decision', ...DECISION, show: true, experiment: 'words-of-delivery', variant: 'date-first' },
  { type: 'outcome', ...OUTCOME, outcome: 'shown' },
  { type: 'outcome', ...OUTCOME, outcome: 'accepted' },
  {
    type: 'preference',
    key: 'delivery-by',
    value: '2026-12-24',
    question: 'When do you need it?',
    purpose: 'plan-delivery',
  },
  { type: 'identity', person: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
  { type: 'purchase', order: 'A-1001', value: 48, currency: 'EUR' },
  { type: 'outcome', ...OUTCOME, outcome: 'purchased' },
] as readonly Body[RecordType][];

/** One second lies between two records. */
export const VISIT_RECORDS = BODIES.map((body, i) => ({
  v: 1,
  id: `view-${i + 1}`,
  at: NOW + 1000 * i,
  visitor: 'visitor-77',
  visit: 'visit-1',
  page: '/cart',
  ...body,
})) as unknown as readonly WaverRecord[];

/** One like those of the visit. */
export const aRecord = <T extends RecordType>(type: T, over: object = {}): WaverRecord<T> => {
  const found = VISIT_RECORDS.filter((record) => record.type === type).at(-1);
  return { ...found, ...over } as WaverRecord<T>;
};

export const aPreference = (over: Partial<Preference> = {}): Preference => ({
  key: 'delivery-by',
  value: '2026-12-24',
  question: 'When do you need it?',
  wording: '24 December 2026',
  benefit: 'You see what arrives in time',
  locale: 'en',
  purpose: 'plan-delivery',
  givenAt: NOW,
  expiresAt: NOW + 90 * 864e5,
  consent: 'granted',
  sharedWith: [],
  history: [],
  ...over,
});

export const anAnswer: SharedAnswer = {
  key: 'style',
  value: ['classic', 'minimal'],
  properties: {
    waver_style: ['classic', 'minimal'],
    waver_style_question: 'What do you like to wear?',
    waver_style_purpose: 'personalise-products',
    waver_style_given_at: '2026-11-23T10:00:00.000Z',
  },
};

export const aPerson: Person = { id: 'a'.repeat(64), emailHash: 'b'.repeat(64) };

export const aVisit = (over: Partial<Visit> = {}): Visit =>
  ({ id: 'visit-1', visitor: 'visitor-77', preferences: { 'delivery-by': '2026-12-24' }, ...over }) as Visit;

/** All there are, by name. */
export const DESTINATIONS = Object.fromEntries(
  (Object.values(made) as ((options?: DestinationOptions) => Destination)[]).map((make) => [make().name, make]),
);
