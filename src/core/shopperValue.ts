import type { Order, ShopperValue } from '../types';

const DAY_MS = 864e5;
const YEAR = 365;

/**
 * Recency, frequency and monetary value of this shopper, from the orders that are kept on this device. What is expected of
 * the next year is the rate of orders so far times their mean value. The rate is a Gamma-Poisson estimate: as if a year
 * without an order had been watched before the first one, so that two orders in a week are not taken for a hundred a year
 * (judgement). Values in other currencies than the last order's are left out.
 */
export const shopperValue = (orders: readonly Order[], at: number): ShopperValue | null => {
  const last = orders[orders.length - 1];
  const [first = last] = orders;
  if (!last || !first) return null;
  const { currency } = last;
  const values = orders.flatMap(({ value, currency: theirs }) => (theirs === currency && value ? [value] : []));
  const counted = { orders: orders.length, days: Math.floor(Math.max(0, at - last.at) / DAY_MS) };
  if (!values.length) return counted;
  const average = values.reduce((sum, value) => sum + value) / values.length;
  const watched = Math.max(0, at - first.at) / DAY_MS;
  return { ...counted, average, expected: ((average * orders.length) / (watched + YEAR)) * YEAR, currency };
};
