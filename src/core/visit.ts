import type { AnswerValue, Preference, Shown, Visit } from '../types';

/** A visit rests at most this long; then the shopper has left (30 min, as GA4 and most session tools have it). */
export const REST_MS = 1_800_000;

/** Moments, popups, orders and forecasts kept: more than any visit makes, little enough to write at each change. */
export const KEPT = 50;

/** A visit that has seen nothing yet. */
export const startVisit = (id: string, visitor: string, at: number): Visit => ({
  id,
  visitor,
  at,
  view: '',
  told: 0,
  path: '',
  kind: 'other',
  stage: 0,
  cart: null,
  cartAt: 0,
  moments: [],
  detectors: {},
  preferences: {},
  history: [],
  offers: {},
  orders: [],
  forecasts: [],
});

/** Answers that still hold. */
export const validAnswers = (kept: Readonly<Record<string, Preference>>, at: number): Record<string, AnswerValue> =>
  Object.fromEntries(
    Object.values(kept)
      .filter(({ expiresAt }) => expiresAt > at)
      .map(({ key, value }) => [key, value]),
  );

/** Oldest first, the latest kept; of two with the same key the one that stands later in the list. */
const unite = <T extends { readonly at: number }>(all: readonly T[], key: (item: T) => string): T[] =>
  [...new Map(all.map((item) => [key(item), item])).values()].sort((a, b) => a.at - b.at).slice(-KEPT);

/** Popups shown, as two sides remember them: how it ended is worth more than that it was shown. */
export const mergeHistory = (theirs: readonly Shown[], mine: readonly Shown[]): Shown[] => {
  const rank = ({ outcome }: Shown) => +(outcome === 'shown');
  return unite(
    [...theirs, ...mine].sort((a, b) => rank(b) - rank(a)),
    ({ campaign, at }) => campaign + at,
  );
};

/** What two tabs know of one visit, put together: nothing noticed is lost, of two carts the later one is true. */
export const mergeVisits = (theirs: Visit, mine: Visit): Visit => {
  if (theirs.id !== mine.id) return mine;
  const { cart, cartAt } = theirs.cartAt > mine.cartAt ? theirs : mine;
  return {
    ...mine,
    cart,
    cartAt,
    at: Math.max(theirs.at, mine.at),
    stage: Math.max(theirs.stage, mine.stage),
    moments: unite([...theirs.moments, ...mine.moments], ({ id }) => id),
    orders: unite([...theirs.orders, ...mine.orders], ({ order }) => order),
    forecasts: unite([...theirs.forecasts, ...mine.forecasts], (one) => one.visit),
    before: mine.before ?? theirs.before,
    ended: mine.ended ?? theirs.ended,
  };
};
