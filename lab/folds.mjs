import { random, shuffled } from './random.mjs';

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

/** [rows to train on, rows to test on] of k-fold cross-validation, repeated. */
export const splitsOf = (churn, k, repeats, seed) => {
  const next = random(seed);
  return Array.from({ length: repeats }, () => foldsOf(churn, k, next)).flatMap((folds) =>
    folds.map((test, i) => [
      folds
        .filter((_, j) => j !== i)
        .flat()
        .sort((a, b) => a - b),
      test,
    ]),
  );
};
