import { evenly } from './weights.mjs';

/** Three digits keep the model file small. */
const short = (value) => Number(value.toPrecision(3));

/**
 * Edges of quantile bins over the known values, each with its weight. Zero gets a bin of its own when it is common: "did
 * not" is another thing than "a little".
 */
export const quantileEdges = (values, bins, weights = evenly(values.length)) => {
  const order = Array.from(values.keys())
    .filter((i) => !Number.isNaN(values[i]))
    .sort((a, b) => values[a] - values[b]);
  const known = order.map((i) => values[i]);
  const weigh = (from) => order.slice(from).reduce((sum, i) => sum + weights[i], 0);
  const zeros = known.filter((value) => value === 0).length;
  const zero = known[0] === 0 && zeros < known.length && weigh(0) - weigh(zeros) > weigh(0) / 50;
  const first = zero ? zeros : 0;
  const rest = known.slice(first);
  const total = weigh(first);
  const edges = zero ? [Math.min(rest[0], short(rest[0]))] : [];
  const parts = zero ? bins - 1 : bins;
  let below = 0;
  let at = -1;
  for (let i = 1; i < parts; i++) {
    // The first value with more than the i-th part of all weight up to and with it.
    while (at < rest.length - 1 && below <= (i * total) / parts) below += weights[order[first + ++at]];
    const edge = short(rest[at] ?? 0);
    if (edge > (edges.at(-1) ?? known[0]) && edge <= rest[rest.length - 1]) edges.push(edge);
  }
  return { edges, zero };
};

/** Some of the edges, evenly spread: pairs need fewer. */
export const coarsen = (edges, zero, bins) => {
  const first = zero ? 1 : 0;
  const rest = edges.length - first;
  const wanted = Math.min(bins - 1 - first, rest);
  const picked = Array.from(
    { length: wanted },
    (_, i) => edges[first + Math.round(((i + 1) * (rest + 1)) / (wanted + 1)) - 1],
  );
  return zero ? [edges[0], ...picked] : picked;
};

/** The bin of a value as in src/core/scorecard.ts: that of the first edge above it; missing is one past the last. */
export const binOf = (edges, value) => {
  if (Number.isNaN(value)) return edges.length + 1;
  let bin = 0;
  while (bin < edges.length && value >= edges[bin]) bin++;
  return bin;
};
