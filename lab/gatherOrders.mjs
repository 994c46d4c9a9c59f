const tally = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

/** No order is worth less than nothing: what says so is of unknown worth, as one that says nothing. */
const isWorth = ({ value, currency }) => value >= 0 && !!currency;

/**
 * Orders by visitor, each with its time and worth. An order told in two records, or again on a reloaded page, is one. Of
 * several currencies the most frequent is reported: amounts of two are never added up.
 * @param {Record<string, any>[]} records in the order of time
 */
export const gatherOrders = (records) => {
  /** @type {Map<string, Map<string, { at: number, value?: number, currency?: string }>>} */
  const orders = new Map();
  const told = new Set();
  const add = (visitor, order, known) => {
    if (!orders.has(visitor)) orders.set(visitor, new Map());
    if (!orders.get(visitor).has(order)) orders.get(visitor).set(order, known);
  };
  for (const { type, visitor, visit, order, at, value, currency } of records) {
    if (type !== 'purchase') continue;
    told.add(visit);
    add(visitor, `${order}`, isWorth({ value, currency }) ? { at, value, currency } : { at });
  }
  // Where only the outcome was kept it is an order all the same, of unknown worth.
  for (const { type, outcome, visitor, visit, at } of records)
    if (type === 'outcome' && outcome === 'purchased' && !told.has(visit)) add(visitor, `in ${visit}`, { at });
  const currencies = new Map();
  let worthless = 0;
  for (const known of orders.values())
    for (const { currency } of known.values())
      if (currency) tally(currencies, currency);
      else worthless++;
  const [main, ...others] = [...currencies].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { orders, currency: main?.[0] ?? null, others, worthless };
};
