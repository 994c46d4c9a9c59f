import { random, shuffled } from './random.mjs';
import { evenly } from './weights.mjs';

/** Rows dealt into k parts with the same share of either outcome. */
const foldsOf = (churn, k, next) => {
  const folds = Array.from({ length: k }, () => []);
  let dealt = 0;
  for (const outcome of [0, 1]) {
    const rows = Array.from(churn.keys()).filter((row) => churn[row] === outcome);
    for (const i of shuffled(rows.length, next)) folds[dealt++ % k].push(rows[i]);
  }
  return folds.map((fold) => fold.sort((a, b) => a - b));
};

/**
 * Whole groups dealt into k parts, in random order: each to the part that lacks its outcomes most, so that the shares are
 * nearly the same.
 */
const groupFoldsOf = (churn, k, next, groups, weights) => {
  /** @type {Map<string, { rows: number[], size: [number, number] }>} */
  const byName = new Map();
  const all = [0, 0];
  churn.forEach((outcome, row) => {
    const group = byName.get(groups[row]) ?? { rows: [], size: [0, 0] };
    byName.set(groups[row], group);
    group.rows.push(row);
    group.size[outcome] += weights[row];
    all[outcome] += weights[row];
  });
  const dealt = [...byName.values()];
  const folds = Array.from({ length: k }, () => ({ rows: [], size: [0, 0] }));
  for (const i of shuffled(dealt.length, next)) {
    const { rows, size } = dealt[i];
    // By how much the squares of the shares would grow, but for a part that is the same for every fold.
    const growth = folds.map((fold) => (fold.size[0] * size[0]) / all[0] ** 2 + (fold.size[1] * size[1]) / all[1] ** 2);
    const fold = folds[growth.indexOf(Math.min(...growth))];
    fold.rows.push(...rows);
    fold.size = [fold.size[0] + size[0], fold.size[1] + size[1]];
  }
  return folds.map(({ rows }) => rows.sort((a, b) => a - b));
};

/**
 * [rows to train on, rows to test on] of k-fold cross-validation, repeated. Rows of one group are never on both sides.
 * @param {ArrayLike<string>} [groups]
 * @returns {number[][][]}
 */
export const splitsOf = (churn, k, repeats, seed, groups, weights = evenly(churn.length)) => {
  const next = random(seed);
  const deal = () => (groups ? groupFoldsOf(churn, k, next, groups, weights) : foldsOf(churn, k, next));
  return Array.from({ length: repeats }, deal).flatMap((folds) =>
    folds.map((test, i) => [
      folds
        .filter((_, j) => j !== i)
        .flat()
        .sort((a, b) => a - b),
      test,
    ]),
  );
};
