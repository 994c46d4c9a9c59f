/** How much a joint table of two features would take off the misfit: Σ residual² / variance over its cells. */
const gainOf = (one, two, slack, weight, ridge) => {
  const width = two.count + 1;
  const sum = new Float64Array((one.count + 1) * width);
  const variance = new Float64Array(sum.length);
  for (let i = 0; i < slack.length; i++) {
    const cell = one.bin[i] * width + two.bin[i];
    sum[cell] += slack[i];
    variance[cell] += weight[i];
  }
  let gain = 0;
  // A cell of pure noise gains about `variance / (variance + ridge)`: taken off, or the largest tables always win.
  for (let cell = 0; cell < sum.length; cell++) gain += (sum[cell] ** 2 - variance[cell]) / (variance[cell] + ridge);
  return gain;
};

/** The pairs of features whose joint effect the additive model misses most, at most `settings.pairs` of them. */
export const choosePairs = (terms, churn, logits, { pairs: count, pairRidge: ridge }, mayPair, weights) => {
  const expected = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
  const slack = expected.map((p, i) => weights[i] * (churn[i] - p));
  const weight = expected.map((p, i) => weights[i] * p * (1 - p));
  const free = terms.flatMap((term, t) => (mayPair(term) ? [t] : []));
  const gains = free.flatMap((a, i) =>
    free.slice(i + 1).map((b) => ({
      pair: [a, b],
      gain: gainOf(terms[a].coarse, terms[b].coarse, slack, weight, ridge),
    })),
  );
  return gains
    .filter(({ gain }) => gain > 0)
    .sort((x, y) => y.gain - x.gain)
    .slice(0, count)
    .map(({ pair }) => pair);
};
