import type { Model, Score } from '../types';

/** Standard deviations to either side that hold 95 of 100. */
const Z = 1.96;

/** Where churn lies with 95 in 100, by what the model says of its own uncertainty. null: it says nothing. */
export const churnRange = ({ uncertainty }: Model, { churn, because }: Score): readonly [number, number] | null => {
  if (!uncertainty) return null;
  let variance = uncertainty.intercept ** 2;
  for (const { weight } of because) variance += (uncertainty.share * weight) ** 2;
  const logit = Math.log(churn / (1 - churn));
  const [least = 0, most = 0] = [-Z, Z].map((z) => 1 / (1 + Math.exp(-logit - z * Math.sqrt(variance))));
  return [least, most];
};
