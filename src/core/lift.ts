import { reachOf } from './confidenceSequence';

/**
 * Visitors who bought, and who did not, that each arm needs before bounds are given: with fewer, a mean is far from normal.
 * A rule of thumb; that it is enough was tried by simulation (docs/PROOF.md).
 */
const ENOUGH = 10;

/** Plain sums over the visitors of one arm, each visitor counted once. */
interface ArmCounts {
  readonly visitors: number;
  /** Visitors with an order. */
  readonly conversions: number;
  /** What they spent, in one currency. */
  readonly revenue: number;
  /** The squares of what each visitor (not each order) spent, added up. */
  readonly revenueSquared: number;
}

/** null: not to be had from these counts. */
interface Interval {
  readonly estimate: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** Means per visitor in each arm; `difference` is treatment less holdout, `lift` treatment by holdout less 1. */
interface Comparison {
  readonly treatment: number | null;
  readonly holdout: number | null;
  readonly difference: Interval;
  readonly lift: Interval;
}

/** Means in both arms. */
type Pair = readonly [treatment: number, holdout: number];
/** As estimated, and at both ends of what is within reach. */
type Pairs = readonly [estimate: Pair, least: Pair, most: Pair];

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

const intervalOf = (pairs: Pairs, read: (...pair: Pair) => number): Interval => {
  const [estimate = null, least = null, most = null] = pairs.map((pair) => known(read(...pair)));
  return { estimate, least, most };
};

/** `top`: no mean is greater. */
const comparisonOf = (pairs: Pairs, top: number): Comparison => ({
  treatment: known(pairs[0][0]),
  holdout: known(pairs[0][1]),
  difference: intervalOf(pairs, (treatment, holdout) => Math.min(top, treatment) - Math.min(top, holdout)),
  lift: intervalOf(pairs, (treatment, holdout) => treatment / holdout - 1),
});

/**
 * The sequence is that of the logarithm of the ratio of both means, its variance by the delta method; so it keeps its word
 * with skewed sums too. At each end of it the means are those with this ratio and the overall mean that was seen: then
 * difference and lift exclude 0 together. The error of the overall mean is left out; it is a ninth of the difference's
 * variance where conversion doubles and arms are equal, and less with smaller lifts.
 */
const pairsOf = (visitors: Pair, sums: Pair, squares: Pair, enough: boolean, alpha: number): Pairs => {
  const means: Pair = [sums[0] / visitors[0], sums[1] / visitors[1]];
  const variance = (arm: 0 | 1) => ((squares[arm] * visitors[arm]) / sums[arm] ** 2 - 1) / visitors[arm];
  const reach = enough && Math.min(...sums) > 0 ? reachOf(variance(0) + variance(1), alpha) : Number.NaN;
  const at = (end: number): Pair => {
    const ratio = (means[0] / means[1]) * Math.exp(end);
    const base = (sums[0] + sums[1]) / (visitors[0] * ratio + visitors[1]);
    return [ratio * base, base];
  };
  return [means, at(-reach), at(reach)];
};

/**
 * What popups change, by treatment against holdout: conversion, abandonment (its complement) and revenue per visitor.
 * Bounds hold with 1 − `alpha` at all looks together (see `reachOf`), each measure for itself.
 */
export const liftOf = (
  { treatment, holdout }: { readonly treatment: ArmCounts; readonly holdout: ArmCounts },
  alpha = 0.05,
): { readonly conversion: Comparison; readonly abandonment: Comparison; readonly revenue: Comparison } => {
  const arms = [treatment, holdout];
  const both = (read: (arm: ArmCounts) => number): Pair => [read(treatment), read(holdout)];
  const enough = arms.every((arm) => Math.min(arm.conversions, arm.visitors - arm.conversions) >= ENOUGH);
  const visitors = both((arm) => arm.visitors);
  const conversions = both((arm) => arm.conversions);
  const bought = pairsOf(visitors, conversions, conversions, enough, alpha);
  const spent = pairsOf(
    visitors,
    both((arm) => arm.revenue),
    both((arm) => arm.revenueSquared),
    enough,
    alpha,
  );
  const leaves = ([buys, without]: Pair): Pair => [1 - Math.min(1, buys), 1 - Math.min(1, without)];
  return {
    conversion: comparisonOf(bought, 1),
    abandonment: comparisonOf([leaves(bought[0]), leaves(bought[2]), leaves(bought[1])], 1),
    revenue: comparisonOf(spent, Number.POSITIVE_INFINITY),
  };
};
