/** Every row counts once: what no weights stand for. */
export const evenly = (rows) => new Float64Array(rows).fill(1);

/** @param {ArrayLike<number>} weights */
export const totalOf = (weights) => {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i];
  return total;
};

/**
 * How much each row counts, tried before it is believed. A row of weight 3 counts as three rows, one of weight 0 as none.
 * @param {ArrayLike<number> | undefined} weights
 * @param {number} rows
 * @returns {Float64Array}
 */
export const weightsOf = (weights, rows) => {
  if (!weights) return evenly(rows);
  if (weights.length !== rows) throw new Error(`weights: expected one for each of ${rows} rows, got ${weights.length}`);
  for (let i = 0; i < rows; i++)
    if (!(Number.isFinite(weights[i]) && weights[i] >= 0))
      throw new Error(`weights, row ${i + 1}: expected a number from 0 on, got "${weights[i]}"`);
  const known = Float64Array.from(weights);
  if (!totalOf(known)) throw new Error('weights: all are 0, expected some above it');
  return known;
};
