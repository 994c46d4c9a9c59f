/** Area under the ROC curve, by ranks; ties count half. 1 in `truth` is what a high `score` speaks for. */
export const auc = (truth, score) => {
  const order = Array.from(score.keys()).sort((a, b) => score[a] - score[b]);
  let ones = 0;
  let ranks = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    while (end < order.length && score[order[end]] === score[order[i]]) end++;
    const rank = (i + end + 1) / 2;
    for (; i < end; i++) {
      if (!truth[order[i]]) continue;
      ones++;
      ranks += rank;
    }
  }
  const zeros = order.length - ones;
  return ones && zeros ? (ranks - (ones * (ones + 1)) / 2) / (ones * zeros) : Number.NaN;
};

export const logLoss = (truth, p) => {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum -= Math.log(Math.max(truth[i] ? p[i] : 1 - p[i], 1e-15));
  return sum / p.length;
};

export const brier = (truth, p) => {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += (p[i] - truth[i]) ** 2;
  return sum / p.length;
};

/** What was promised and what happened, in bins of equal width. */
export const reliability = (truth, p, bins = 15) => {
  const table = Array.from({ length: bins }, () => ({ rows: 0, predicted: 0, observed: 0 }));
  for (let i = 0; i < p.length; i++) {
    const bin = table[Math.min(bins - 1, Math.floor(p[i] * bins))];
    bin.rows++;
    bin.predicted += p[i];
    bin.observed += truth[i];
  }
  return table
    .filter((bin) => bin.rows)
    .map(({ rows, predicted, observed }) => ({ rows, predicted: predicted / rows, observed: observed / rows }));
};

/** Expected calibration error over 15 bins of equal width. */
export const ece = (truth, p) =>
  reliability(truth, p).reduce((sum, bin) => sum + bin.rows * Math.abs(bin.predicted - bin.observed), 0) / p.length;

export const measure = (truth, p) => ({
  auc: auc(truth, p),
  logLoss: logLoss(truth, p),
  ece: ece(truth, p),
  brier: brier(truth, p),
});
