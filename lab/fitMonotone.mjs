import { fitPenalised } from './fitPenalised.mjs';

/** Strong enough to make neighbours equal after rounding. */
const TIED = 1e6;

/**
 * As `fitPenalised`, with some tables that may only rise or only fall: neighbours that go the wrong way are tied together
 * and everything is fitted again, until none does.
 * @param {{ start: number, count: number, sign: 1 | -1 }[]} chains the first parameter and the bins of each such table
 */
export const fitMonotone = (design, truth, chains, start, weights) => {
  let beta = fitPenalised(design, truth, start, weights);
  const penalty = [...design.penalty];
  const tied = new Set();
  for (;;) {
    const before = tied.size;
    for (const { start: first, count, sign } of chains)
      for (let at = first + 1; at < first + count; at++)
        if (!tied.has(at) && sign * (beta[at] - beta[at - 1]) < 0) {
          tied.add(at);
          penalty.push([at, at - 1, TIED]);
        }
    if (tied.size === before) return beta;
    beta = fitPenalised({ ...design, penalty }, truth, beta, weights);
  }
};
