import { groupByVisit } from './groupByVisit.mjs';

/** A visit may rest for half an hour; one seen later than that before the log ends may still go on. */
const REST_MS = 1_800_000;
const DAY_MS = 864e5;

/** Points in time a chart can show. */
const POINTS = 120;

const isPurchase = ({ type, outcome }) => type === 'purchase' || (type === 'outcome' && outcome === 'purchased');

const none = () => ({ visits: 0, bought: 0, carts: 0, abandoned: 0 });

/** One visit's records in the order of time: when it began, whether it bought, whether something was in its cart. */
const judge = (records, until) => {
  const bought = records.find(isPurchase);
  const cart = records.some(({ cart, at }) => cart > 0 && at <= (bought?.at ?? at));
  const [{ at }] = records;
  const last = records[records.length - 1].at;
  return { at, last, bought: !!bought, cart, isOpen: !bought && until - last < REST_MS };
};

const add = (sum, { bought, cart }) => {
  sum.visits++;
  sum.bought += +bought;
  sum.carts += +cart;
  sum.abandoned += +(cart && !bought);
};

/**
 * Visits over time, and before and after popups began. A cart counts where it was seen in a score's evidence, so it is seen
 * alike in visits that buy and that do not.
 * @param {Record<string, any>[]} records in the order of time
 * @param {number | null} start
 */
export const countVisits = (records, start) => {
  const until = records[records.length - 1].at;
  const judged = groupByVisit(records).map((one) => judge(one, until));
  const over = judged.filter(({ isOpen }) => !isOpen);
  const first = Math.floor(records[0].at / DAY_MS) * DAY_MS;
  const days = Math.floor((until - first) / DAY_MS) + 1;
  const step = days <= POINTS ? 1 : 7 * Math.ceil(days / POINTS / 7);
  const series = Array.from({ length: Math.ceil(days / step) }, (_, i) => ({
    at: first + i * step * DAY_MS,
    ...none(),
  }));
  const before = none();
  const after = none();
  for (const visit of over) {
    add(series[Math.floor((visit.at - first) / DAY_MS / step)], visit);
    // The visit with the first popup had begun before it.
    add(start !== null && visit.last >= start ? after : before, visit);
  }
  return { series, step, before, after, visits: judged.length, open: judged.length - over.length };
};
