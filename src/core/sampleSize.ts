import { reachOf } from './confidenceSequence';
import { normalQuantile } from './normalQuantile';

interface Question {
  /** Of the holdout, 0 to 1. */
  readonly conversion: number;
  /** Relative: 0.1 is 10 % more. */
  readonly lift: number;
  /** Share of visitors, 0 to 1. */
  readonly holdout: number;
  readonly alpha?: number;
  readonly power?: number;
}

/**
 * About how many visitors, both arms together, it takes to tell this lift from none with this power. `once`: for whoever
 * looks once, at the end, by the two-sided z-test of two proportions (unpooled variance, unequal arms: Chow, Shao and Wang,
 * "Sample Size Calculations in Clinical Research", chapter 4). `always`: for whoever looks at the always-valid sequence
 * whenever they like; as many as make it exclude 0 with this power at that one look. null: there is no such test.
 */
export const sampleSize = ({
  conversion,
  lift,
  holdout,
  alpha = 0.05,
  power = 0.8,
}: Question): { readonly once: number; readonly always: number } | null => {
  const lifted = conversion * (1 + lift);
  const shares = [conversion, lifted, holdout, alpha, power];
  if (!lift || !shares.every((share) => share > 0 && share < 1)) return null;
  const z = normalQuantile(power);
  const variance = (lifted * (1 - lifted)) / (1 - holdout) + (conversion * (1 - conversion)) / holdout;
  const once = ((normalQuantile(1 - alpha / 2) + z) ** 2 * variance) / (lifted - conversion) ** 2;
  // The sequence's own variance, of the logarithm of the ratio, times visitors.
  const ratioVariance = (1 - lifted) / lifted / (1 - holdout) + (1 - conversion) / conversion / holdout;
  let [few, many] = [1, 1];
  const tells = (visitors: number) => {
    const v = ratioVariance / visitors;
    return reachOf(v, alpha) + z * Math.sqrt(v) <= Math.abs(Math.log1p(lift));
  };
  while (!tells(many)) [few, many] = [many, many * 2];
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (tells(middle)) many = middle;
    else few = middle;
  }
  return { once: Math.ceil(once), always: many };
};
