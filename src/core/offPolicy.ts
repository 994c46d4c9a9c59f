/** One decision and what came of it. */
interface Row {
  /** With what probability it was made: above 0, or nothing can be learned from it. */
  readonly propensity?: number;
  /** What came of it: 1 or 0 for an order or none, or what was spent. */
  readonly reward: number;
  /** With what probability the new policy would have made the same decision. */
  readonly target: number;
  /** What a model of rewards foretells for the decision made. */
  readonly predicted?: number;
  /** What it foretells on average over the decisions of the new policy. */
  readonly expected?: number;
}

interface Estimate {
  readonly value: number;
  /** Standard error. */
  readonly error: number;
}

/** Mean over independent rows; null: fewer than two. */
const estimateOf = (values: readonly number[]): Estimate | null => {
  const n = values.length;
  if (n < 2) return null;
  const value = values.reduce((sum, one) => sum + one, 0) / n;
  const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
  return { value, error: Math.sqrt(squares / (n - 1) / n) };
};

/** How much more often the new policy does this than the old one did. null: it is not known, or nothing is. */
const weightOf = ({ propensity = 0, target, reward }: Row): number | null => {
  const weight = target / propensity;
  return propensity > 0 && propensity <= 1 && target >= 0 && target <= 1 && Number.isFinite(weight + reward)
    ? weight
    : null;
};

/**
 * What another policy would have brought, reckoned from the decisions of this one: the mean reward of a row by inverse
 * propensities (`ips`: unbiased where propensities are right, wide), by the same made to add up to one (`snips`: Swaminathan
 * and Joachims, 2015; a little biased, steadier, error by the delta method) and doubly robust (`dr`: Dudík, Langford and Li,
 * 2011; unbiased where either propensities or model are right). Rows must be independent: take one per visitor, or the
 * errors are too small. `effective` is Kish's effective sample size.
 *
 * A `cap` on the weights buys smaller errors with bias, and `cut` says how much: where rewards lie between 0 and R, `ips` is
 * low by about R × `cut` at most. `weight` is 1 but for chance and the cap; where it is well below, the new policy makes
 * decisions that the old one never made, and no estimate knows of those.
 */
export const offPolicy = (rows: readonly Row[], cap = Number.POSITIVE_INFINITY) => {
  const used = rows.flatMap((row) => {
    const whole = weightOf(row);
    return whole === null ? [] : [{ ...row, whole, weight: Math.min(cap, whole) }];
  });
  const sumOf = (read: (row: (typeof used)[number]) => number) => used.reduce((sum, row) => sum + read(row), 0);
  const weights = sumOf(({ weight }) => weight);
  const squares = sumOf(({ weight }) => weight ** 2);
  const normalised = sumOf(({ weight, reward }) => weight * reward) / weights;
  const misses = sumOf(({ weight, reward }) => (weight * (reward - normalised)) ** 2);
  const modelled = used.flatMap(({ weight, reward, predicted = Number.NaN, expected = Number.NaN }) => {
    const value = expected + weight * (reward - predicted);
    return Number.isFinite(value) ? [value] : [];
  });
  return {
    rows: used.length,
    /** Left out: no propensity above 0 and up to 1, no target between 0 and 1, or no reward. */
    refused: rows.length - used.length,
    effective: weights && weights ** 2 / squares,
    weight: used.length ? weights / used.length : null,
    capped: used.filter(({ whole }) => whole > cap).length,
    cut: used.length ? sumOf(({ whole, weight }) => whole - weight) / used.length : null,
    ips: estimateOf(used.map(({ weight, reward }) => weight * reward)),
    snips: weights ? { value: normalised, error: Math.sqrt(misses) / weights } : null,
    /** null: the model does not speak of every row. */
    dr: modelled.length === used.length ? estimateOf(modelled) : null,
  };
};
