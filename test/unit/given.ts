import { detectors } from '../../src/core/moments';
import { replay } from '../../src/core/replay';
import { startVisit } from '../../src/core/visit';
import type {
  Cart,
  DeliveryWindow,
  FieldStep,
  Moment,
  Order,
  Rules,
  Score,
  Shown,
  Signal,
  Visit,
  WaverRecord,
} from '../../src/types';

/** What the tests of the core start from: a shopper on the cart page with two pieces. */

/** Monday, 23 November 2026, 10:00 in London. */
export const NOW = Date.UTC(2026, 10, 23, 10);
export const MINUTE = 60_000;
export const DAY = 864e5;

/** By their share of [0, 1): 0.84 and 0.006. */
export const TREATED = 'lise';
export const WITHHELD = 'ruth';

export const RULES: Rules = {
  threshold: 0.6,
  holdout: 0.1,
  maxPerVisit: 1,
  cooldown: 7 * DAY,
  points: 500,
  pointsLasts: 20 * MINUTE,
  moments: Object.fromEntries(Object.entries(detectors).map(([kind, { limit }]) => [kind, limit])),
};

/** With one moment's threshold changed; 0: off. */
export const limited = (kind: string, limit: number): Rules => ({
  ...RULES,
  moments: { ...RULES.moments, [kind]: limit },
});

export const DELIVERY: DeliveryWindow = {
  earliest: '2026-11-25',
  latest: '2026-11-27',
  orderBefore: NOW + 240 * MINUTE,
  cutoff: true,
  timeZone: 'Europe/Berlin',
};

export const anOrder = (over: Partial<Order> = {}): Order => ({
  order: 'A1',
  visit: 'visit-0',
  at: NOW - DAY,
  ...over,
});

export const aVisit = (over: Partial<Visit> = {}): Visit => ({
  ...startVisit('visit-1', TREATED, NOW),
  field: null,
  delivery: null,
  chance: null,
  ended: null,
  view: 'view-1',
  path: '/cart',
  kind: 'cart',
  stage: 1,
  cart: { count: 2, total: 49.9, currency: 'EUR' },
  cartAt: NOW,
  ...over,
});

export const aMoment = (over: Partial<Moment> = {}): Moment => ({
  id: `view-1-${over.at ?? NOW}`,
  at: NOW,
  kind: 'cart-idle',
  strength: 0.5,
  ...over,
});

export const aShown = (over: Partial<Shown> = {}): Shown => ({
  campaign: 'question',
  intent: null,
  visit: 'visit-1',
  at: NOW,
  outcome: 'shown',
  ...over,
});

export const aScore = (over: Partial<Score> = {}): Score => ({
  churn: 0.8,
  intent: null,
  intents: { price: 0.3, delivery: 0.1, effort: 0.3, fit: 0.05, returns: 0.05, payment: 0.1, trust: 0.1 },
  because: [],
  evidence: {},
  intentBecause: [],
  ...over,
});

/** A signal that comes a second after the one before it, unless it says when. */
export type Untimed = Signal extends infer S ? (S extends Signal ? Omit<S, 'at'> & { at?: number } : never) : never;

export const timed = (said: readonly Untimed[], from = NOW): Signal[] => {
  let at = from;
  return said.map((one) => {
    at = one.at ?? at + 1000;
    return { ...one, at } as Signal;
  });
};

export const times = (count: number, said: Untimed): Untimed[] => Array.from({ length: count }, () => said);
export const TICK: Untimed = { type: 'tick' };
export const DECIDE: Untimed = { type: 'decide', busy: null, canKeep: true };
export const refusal = (key: string, coupon?: boolean): Untimed => ({
  type: 'field-invalid',
  field: { key, fails: 'patternMismatch', coupon },
});
export const field = (key: string, did: FieldStep, coupon?: boolean): Untimed => ({ type: 'field', key, did, coupon });
export const cart = (count: number, more: Partial<Cart> = {}): Untimed => ({ type: 'cart', cart: { count, ...more } });
export const page = (kind: Visit['kind'], path = `/${kind}`, view = `view-${kind}`): Untimed => ({
  type: 'page',
  view,
  path,
  kind,
});

export const play = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  replay({ v: 1, rules, start, signals: timed(said, start.at) });

export const ofType = <T extends WaverRecord['type']>(type: T, records: readonly WaverRecord[]) =>
  records.filter((record): record is Extract<WaverRecord, { type: T }> => record.type === type);

export const momentsOf = (kind: string, said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  ofType('moment', play(said, start, rules).records).filter((record) => record.kind === kind);

/** Carts that no moment may rest on: none known, an empty one, one that was hardly read. */
export const NO_CARTS = [null, { count: 0 }, { count: 2, total: 49.9, confidence: 0.3 }] as const;
