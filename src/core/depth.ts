import type { Incentive } from '../types';

/** Judgement: who is this likely to leave is offered the most there is. */
const SURE = 0.95;

/** Two digits are precise enough, and read like an offer rather than a sum: of 1,500 points steps of 100. */
const stepOf = (most: number): number => 10 ** Math.max(0, `${most}`.length - 2);

/**
 * How much is offered: the least at the threshold, the most where churn is 0.95, on a straight line between; so the likelier
 * the purchase, the less. Never more than `fits`; 0: not even the least does. A plain number is always that number, and of
 * what is not counted there is one.
 */
export const depth = (
  { kind, amount = kind === 'points' ? 0 : 1 }: Pick<Incentive, 'kind' | 'amount'>,
  churn: number,
  threshold: number,
  fits = Number.POSITIVE_INFINITY,
): number => {
  const [least, most] = typeof amount === 'number' ? [amount, amount] : amount;
  if (fits < least) return 0;
  const share = churn >= SURE ? 1 : churn > threshold ? (churn - threshold) / (SURE - threshold) : 0;
  if (share === 1 && most <= fits) return most;
  const step = stepOf(most);
  return Math.max(least, Math.floor(Math.min(least + share * (most - least), fits) / step) * step);
};
