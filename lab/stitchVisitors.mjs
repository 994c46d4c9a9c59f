/** In the order in which they were told; of one page view's at the same millisecond, by their numbers. */
const inOrder = (a, b) => a.at - b.at || a.id.length - b.id.length || (a.id < b.id ? -1 : +(a.id > b.id));

/**
 * Who a visitor was, and from when on. Who signs in first takes over what was told before. Of one person the visitor is
 * theirs throughout; of several, each has their own time, and nobody has that between signing out and in.
 * @returns {{ shopper: string, from: number }[]}
 */
const spansOf = (visitor, identities) => {
  const persons = new Set(identities.flatMap(({ person }) => person ?? []));
  if (persons.size < 2) return [{ shopper: [...persons][0] ?? visitor, from: Number.NEGATIVE_INFINITY }];
  const told = identities.sort(inOrder);
  const spans = told
    .slice(told.findIndex(({ person }) => person))
    .map(({ person, at }, i) => ({ shopper: person ?? visitor, from: i ? at : Number.NEGATIVE_INFINITY }));
  return spans.filter(({ shopper }, i) => shopper !== spans[i - 1]?.shopper);
};

/**
 * Whose visitors are the same shopper: by `identity` records and by nothing else, in whatever order they come. Visitors of
 * one person are one shopper, called by the person; a visitor whom nobody claims stays itself. A visitor claimed by two
 * persons, which the tag never makes, is taken apart by time.
 * @param {readonly Record<string, any>[]} records
 */
export const stitchVisitors = (records) => {
  /** @type {Map<string, Record<string, any>[]>} */
  const told = new Map();
  for (const record of records) {
    if (!told.has(record.visitor)) told.set(record.visitor, []);
    if (record.type === 'identity') told.get(record.visitor).push(record);
  }
  const spans = new Map([...told].map(([visitor, identities]) => [visitor, spansOf(visitor, identities)]));
  return {
    /** @type {Map<string, { shopper: string, from: number }[]>} by visitor, in the order of time */
    spans,
    /** @type {(record: Record<string, any>) => string} */
    shopperOf: ({ visitor, at }) => spans.get(visitor).findLast(({ from }) => from <= at).shopper,
  };
};
