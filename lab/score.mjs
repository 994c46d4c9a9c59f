import { binOf } from './bins.mjs';

/** @returns {(row: number) => number} the row's bin in a table or one side of a pair; the last one is for missing. */
const binsOf = (side, feature) => {
  const last = side.edges
    ? side.edges.length + 1
    : (Array.isArray(side.levels) ? side.levels : Object.keys(side.levels)).length;
  if (!feature) return () => last;
  const { values, levels } = feature;
  if (side.edges) return levels ? () => last : (row) => binOf(side.edges, values[row]);
  const names = Array.isArray(side.levels) ? side.levels : Object.keys(side.levels);
  const place = (word) => (names.includes(word) ? names.indexOf(word) : last);
  if (!levels) return (row) => (Number.isNaN(values[row]) ? last : place(String(values[row])));
  const places = levels.map(place);
  return (row) => places[values[row]] ?? last;
};

/** @returns {(row: number) => number} the leaf that the row ends in. */
const leafOf = (branch, byName) => {
  if (typeof branch === 'number') return () => branch;
  const [name, edge, below, above, missingBelow] = branch;
  const [low, high] = [leafOf(below, byName), leafOf(above, byName)];
  const feature = byName.get(name);
  // To a tree a word is no number, and neither is the place of one in a list.
  const at = feature && !feature.levels ? (row) => feature.values[row] : () => Number.NaN;
  return (row) => {
    const value = at(row);
    const isBelow = Number.isNaN(value) ? missingBelow === 1 : edge === null || value < edge;
    return isBelow ? low(row) : high(row);
  };
};

/** Log-odds of churn for every row, before calibration: the same sums as in src/core. */
export const scoreRows = (churn, frame) => {
  const logits = new Float64Array(frame.rows).fill(churn.intercept);
  const byName = new Map(frame.features.map((feature) => [feature.name, feature]));
  for (const [name, table] of Object.entries(churn.tables)) {
    const bin = binsOf(table, byName.get(name));
    const weights = [...(table.edges ? table.weights : Object.values(table.levels)), table.missing ?? 0];
    for (let row = 0; row < frame.rows; row++) logits[row] += weights[bin(row)];
  }
  for (const { features, sides, weights } of churn.pairs ?? []) {
    const [one, two] = sides.map((side, i) => binsOf(side, byName.get(features[i])));
    for (let row = 0; row < frame.rows; row++) logits[row] += weights[one(row)][two(row)];
  }
  for (const tree of churn.trees ?? []) {
    const leaf = leafOf(tree, byName);
    for (let row = 0; row < frame.rows; row++) logits[row] += leaf(row);
  }
  return logits;
};

/** Probability of churn from log-odds, with the model's calibration. */
export const toChurn = (logit, { slope, offset } = { slope: 1, offset: 0 }) =>
  1 / (1 + Math.exp(-(slope * logit + offset)));
