import { binOf, coarsen, quantileEdges } from './bins.mjs';

/**
 * How a feature falls into bins; the last bin is for missing values. `zero`: the first bin holds nothing but 0, so the
 * step to the next one means more than the others.
 */
const scaleOf = (feature, rows, { bins, pairBins, leastRows }, weights) => {
  const { values, levels } = feature;
  if (!levels) {
    const { edges, zero } = quantileEdges(
      rows.map((row) => values[row]),
      bins,
      weights,
    );
    const onNumbers = (edges) => ({ edges, zero, count: edges.length + 1, at: (row) => binOf(edges, values[row]) });
    return { fine: onNumbers(edges), coarse: onNumbers(coarsen(edges, zero, pairBins)) };
  }
  const seen = levels.map(() => 0);
  rows.forEach((row, i) => {
    if (values[row] >= 0) seen[values[row]] += weights[i];
  });
  // A word of a few rows says too little for a weight of its own: it counts as missing.
  const kept = levels.filter((_, level) => seen[level] >= leastRows);
  const place = levels.map((level) => (kept.includes(level) ? kept.indexOf(level) : kept.length));
  const onWords = { levels: kept, zero: false, count: kept.length, at: (row) => place[values[row]] ?? kept.length };
  return { fine: onWords, coarse: onWords };
};

/** Every feature in two resolutions: fine for its own table, coarse for the tables of pairs. */
export const termsOf = (frame, rows, settings, weights) =>
  frame.features.map((feature) => {
    const { fine, coarse } = scaleOf(feature, rows, settings, weights);
    return {
      name: feature.name,
      fine: { ...fine, bin: Int32Array.from(rows, fine.at) },
      coarse: { ...coarse, bin: Int32Array.from(rows, coarse.at) },
    };
  });
