import { fitTables } from './fitTables.mjs';
import { splitsOf } from './folds.mjs';
import { pick } from './frame.mjs';
import { measure } from './metrics.mjs';
import { scoreRows, toChurn } from './score.mjs';
import { settingsFor } from './settings.mjs';

/** Log-odds for the rows of each fold, by tables that were fitted on the other rows: pairs and bins chosen there too. */
const scoreFolds = (frame, churn, splits, monotone, tell) =>
  splits.map(([train, test], i) => {
    tell(i + 1, splits.length);
    return {
      test,
      logits: scoreRows(fitTables(frame, churn, train, settingsFor(train.length, monotone)), pick(frame, test)),
    };
  });

const spread = (values) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / Math.max(values.length - 1, 1)) };
};

/**
 * Two folds, five times: what a model fitted on half of the rows is worth on the other half, as it comes out of the fit,
 * without calibration. Measured for purchases.
 */
export const crossValidate = (frame, churn, { seed, repeats = 5, monotone = {}, tell = () => {} }) => {
  const folds = scoreFolds(frame, churn, splitsOf(churn, 2, repeats, seed), monotone, tell).map(({ test, logits }) => {
    const p = Array.from(logits, (logit) => 1 - toChurn(logit));
    const truth = test.map((row) => 1 - churn[row]);
    return { ...measure(truth, p), p, truth };
  });
  const of = (name) => spread(folds.map((fold) => fold[name]));
  return {
    auc: of('auc'),
    logLoss: of('logLoss'),
    ece: of('ece'),
    brier: of('brier'),
    predicted: folds.flatMap(({ p }) => p),
    bought: folds.flatMap(({ truth }) => truth),
  };
};

/** Log-odds of every row by tables that have not seen it: what calibration may learn from. */
export const crossFit = (frame, churn, { seed, folds = 5, monotone = {}, tell = () => {} }) => {
  const all = new Float64Array(frame.rows);
  for (const { test, logits } of scoreFolds(frame, churn, splitsOf(churn, folds, 1, seed + 1), monotone, tell))
    test.forEach((row, i) => {
      all[row] = logits[i];
    });
  return all;
};
