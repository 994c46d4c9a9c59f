/**
 * How many visitors turned out to be how many shoppers.
 * @param {ReturnType<typeof import('./stitchVisitors.mjs').stitchVisitors>} stitched
 */
export const countShoppers = ({ spans }) => {
  /** @type {Map<string, Set<string>>} */
  const visitors = new Map();
  for (const [visitor, parts] of spans)
    for (const { shopper } of parts) visitors.set(shopper, (visitors.get(shopper) ?? new Set()).add(visitor));
  const joined = [...visitors.values()].filter(({ size }) => size > 1);
  return {
    visitors: spans.size,
    shoppers: visitors.size,
    /** Visitors who signed in. */
    linked: [...spans].filter(([visitor, parts]) => parts.some(({ shopper }) => shopper !== visitor)).length,
    /** Shoppers who came as several visitors, and how many these are. */
    joined: joined.length,
    of: new Set(joined.flatMap((names) => [...names])).size,
    /** Visitors whom two persons claim. */
    torn: [...spans.values()].filter(({ length }) => length > 1).length,
  };
};
