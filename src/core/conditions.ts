import type { Campaign, Conditions, Range, Score, Visit } from '../types';
import type { Occasion } from './decide';
import { isTriggered } from './isTriggered';
import { matchesPath } from './matchesPath';
import { isSure } from './moments/hasCart';
import { own } from './own';

interface Known {
  readonly visit: Visit;
  readonly score: Score;
  readonly occasion: Occasion;
}

/** What is not known lies within no range, not even one that is open on both sides. */
const within = ([least, most]: Range, value: unknown): boolean =>
  typeof value === 'number' && value >= (least ?? -Infinity) && value <= (most ?? Infinity);

/** A cart that was hardly read is not known. */
const cartOf = ({ cart }: Visit) => (cart && isSure(cart) ? cart : undefined);

/** One that runs backwards runs over midnight. */
const inHours = ([from, to]: readonly [number, number], hour: number): boolean =>
  from <= to ? hour >= from && hour <= to : hour >= from || hour <= to;

const CHECKS: {
  readonly [Name in keyof Conditions]-?: (asked: NonNullable<Conditions[Name]>, known: Known) => unknown;
} = {
  pages: (kinds, { visit }) => kinds.includes(visit.kind),
  paths: (patterns, { visit }) => matchesPath(visit.path, `${patterns}`),
  cartTotal: (range, { visit }) => within(range, cartOf(visit)?.total),
  cartCount: (range, { visit }) => within(range, cartOf(visit)?.count),
  products: (ids, { visit }) => cartOf(visit)?.items?.some((id) => ids.includes(id)),
  churn: (range, { score }) => within(range, score.churn),
  margin: (least, { score: { intent, intents } }) => {
    const { [intent as 'price']: first, ...others } = intents;
    return intent && first - Math.max(...Object.values(others)) >= least;
  },
  // As text: `42` is the size "42".
  preferences: (asked, { visit }) =>
    Object.entries(asked).every(([key, values]) =>
      [own(visit.preferences, key) ?? []].flat().some((said) => values.some((value) => `${value}` === `${said}`)),
    ),
  visitor: (asked, { score }) => score.evidence.visitor === asked,
  orders: (range, { score }) => within(range, score.evidence['past-orders']),
  expected: (range, { score }) => within(range, score.evidence['expected-value']),
  devices: (asked, { occasion }) => asked.includes(occasion.device as never),
  locales: (asked, { occasion: { locales: [locale = ''] = [] } }) =>
    asked.some((one) => `${locale}-`.toLowerCase().startsWith(`${one}-`.toLowerCase())),
  hours: (asked, { occasion: { clock } }) => clock && inHours(asked, clock.hour),
  weekdays: (asked, { occasion: { clock } }) => asked.includes(clock?.weekday as string),
  from: (instant, { occasion: { at } }) => at >= Date.parse(instant),
  until: (instant, { occasion: { at } }) => at < Date.parse(instant),
  tags: (asked, { occasion: { tags = {} } }) =>
    Object.entries(asked).every(([key, values]) => values.includes(own(tags, key) as string)),
};

/**
 * The first condition of the campaign that does not hold, by its name in the configuration, or null. What is asked for and
 * not known does not hold: a campaign for carts over 50 does not come where nobody told the total.
 */
export const unmet = (campaign: Campaign, visit: Visit, score: Score, occasion: Occasion) => {
  const { when = {} } = campaign;
  if (!isTriggered(campaign, visit)) return 'triggers';
  const known = { visit, score, occasion };
  for (const [name, asked] of Object.entries(when)) {
    const check = own<(asked: never, known: Known) => unknown>(CHECKS, name);
    if (asked !== undefined && !check?.(asked as never, known)) return `when.${name}`;
  }
  return null;
};
