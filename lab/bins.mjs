/** Three digits keep the model file small. */
const short = (value) => Number(value.toPrecision(3));

/**
 * Edges of quantile bins over the known values. Zero gets a bin of its own when it is common: "did not" is another
 * thing than "a little".
 */
export const quantileEdges = (values, bins) => {
  const known = Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const zeros = known.filter((value) => value === 0).length;
  const zero = known[0] === 0 && zeros > known.length / 50 && zeros < known.length;
  const rest = zero ? known.slice(zeros) : known;
  const edges = zero ? [Math.min(rest[0], short(rest[0]))] : [];
  const parts = zero ? bins - 1 : bins;
  for (let i = 1; i < parts; i++) {
    const edge = short(rest[Math.floor((i * rest.length) / parts)] ?? 0);
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
