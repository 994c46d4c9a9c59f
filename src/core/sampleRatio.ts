import { logGamma } from './logGamma';

/**
 * How near to the stated shares other shares are looked for: as if 1,000 visitors had borne the stated ones out, that is
 * with a spread of 1.6 points where arms are equal and 0.9 where one has a tenth (judgement).
 */
const CONCENTRATION = 1000;

/**
 * Do the arms have the shares of visitors they should have? Where they do not, visitors get lost in one arm, and the
 * comparison proves nothing. A sequential test, exact at any number of looks: the Dirichlet-multinomial likelihood of the
 * counts against that of the stated shares, a martingale while they are right (Lindon and Malek, "Anytime-valid inference
 * for multinomial count data", NeurIPS 2022). `alpha`: probability of ever raising a false alarm; small, as an alarm voids
 * the comparison.
 */
export const sampleRatio = (
  counts: readonly number[],
  shares: readonly number[],
  alpha = 0.001,
): { readonly alarm: boolean; readonly pValue: number } => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let evidence = logGamma(CONCENTRATION) - logGamma(CONCENTRATION + all);
  counts.forEach((count, i) => {
    if (!count) return;
    const share = (shares[i] ?? 0) / whole;
    const before = CONCENTRATION * share;
    // An arm that should have no visitor and has one.
    if (!before) evidence = Number.POSITIVE_INFINITY;
    else evidence += logGamma(before + count) - logGamma(before) - count * Math.log(share);
  });
  const pValue = Math.min(1, Math.exp(-evidence));
  return { alarm: pValue <= alpha, pValue };
};
