import { evenly, totalOf } from './weights.mjs';

/**
 * Area under the ROC curve; ties count half. 1 in `truth` is what a high `score` speaks for. A weighted row counts as so
 * many rows, here and below.
 * @param {ArrayLike<number>} [weights]
 */
export const auc = (truth, score, weights = evenly(score.length)) => {
  const order = Array.from(score.keys()).sort((a, b) => score[a] - score[b]);
  let ones = 0;
  let zeros = 0;
  let above = 0;
  for (let i = 0; i < order.length; ) {
    const first = order[i];
    let [tiedOnes, tiedZeros] = [0, 0];
    for (; i < order.length && score[order[i]] === score[first]; i++) {
      if (truth[order[i]]) tiedOnes += weights[order[i]];
      else tiedZeros += weights[order[i]];
    }
    above += tiedOnes * (zeros + tiedZeros / 2);
    ones += tiedOnes;
    zeros += tiedZeros;
  }
  return ones && zeros ? above / (ones * zeros) : Number.NaN;
};

/** @param {ArrayLike<number>} [weights] */
export const logLoss = (truth, p, weights = evenly(p.length)) => {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum -= weights[i] * Math.log(Math.max(truth[i] ? p[i] : 1 - p[i], 1e-15));
  return sum / totalOf(weights);
};

/** @param {ArrayLike<number>} [weights] */
export const brier = (truth, p, weights = evenly(p.length)) => {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += weights[i] * (p[i] - truth[i]) ** 2;
  return sum / totalOf(weights);
};

/**
 * What was promised and what happened, in bins of equal width. `rows` is what the rows weigh.
 * @param {ArrayLike<number>} [weights]
 */
export const reliability = (truth, p, bins = 15, weights = evenly(p.length)) => {
  const table = Array.from({ length: bins }, () => ({ rows: 0, predicted: 0, observed: 0 }));
  for (let i = 0; i < p.length; i++) {
    const bin = table[Math.min(bins - 1, Math.floor(p[i] * bins))];
    bin.rows += weights[i];
    bin.predicted += weights[i] * p[i];
    bin.observed += weights[i] * truth[i];
  }
  return table
    .filter((bin) => bin.rows)
    .map(({ rows, predicted, observed }) => ({ rows, predicted: predicted / rows, observed: observed / rows }));
};

/**
 * Expected calibration error over 15 bins of equal width.
 * @param {ArrayLike<number>} [weights]
 */
export const ece = (truth, p, weights = evenly(p.length)) =>
  reliability(truth, p, 15, weights).reduce((sum, bin) => sum + bin.rows * Math.abs(bin.predicted - bin.observed), 0) /
  totalOf(weights);

/** @param {ArrayLike<number>} [weights] */
export const measure = (truth, p, weights) => ({
  auc: auc(truth, p, weights),
  logLoss: logLoss(truth, p, weights),
  ece: ece(truth, p, weights),
  brier: brier(truth, p, weights),
});
