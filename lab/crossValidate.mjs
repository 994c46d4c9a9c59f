import { fitTables } from './fitTables.mjs';
import { splitsOf } from './folds.mjs';
import { pick } from './frame.mjs';
import { measure } from './metrics.mjs';
import { scoreRows, toChurn } from './score.mjs';
import { settingsFor } from './settings.mjs';
import { evenly, totalOf } from './weights.mjs';

/** Log-odds for the rows of each fold, by tables that were fitted on the other rows: pairs and bins chosen there too. */
export const scoreFolds = (
  frame,
  churn,
  splits,
  { monotone = {}, weights = evenly(frame.rows), settingsOf = settingsFor, tell = (_i, _of) => {} },
) =>
  splits.map(([train, test], i) => {
    tell(i + 1, splits.length);
    const settings = settingsOf(totalOf(train.map((row) => weights[row])), monotone);
    return { test, logits: scoreRows(fitTables(frame, churn, train, settings, weights), pick(frame, test)) };
  });

export const spread = (values) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / Math.max(values.length - 1, 1)) };
};

/**
 * Two folds, five times: what a model fitted on half of the rows is worth on the other half, as it comes out of the fit,
 * without calibration. Measured for purchases.
 * @param {import('./frame.mjs').Frame} frame
 * @param {Uint8Array} churn
 * @param {{ seed: number, repeats?: number, monotone?: Record<string, 'up' | 'down'>, weights?: ArrayLike<number>,
 *   groups?: ArrayLike<string>, settingsOf?: typeof settingsFor, tell?: (i: number, of: number) => void }} options
 */
export const crossValidate = (frame, churn, { seed, repeats = 5, groups, ...more }) => {
  const { weights = evenly(frame.rows) } = more;
  const splits = splitsOf(churn, 2, repeats, seed, groups, weights);
  const folds = scoreFolds(frame, churn, splits, more).map(({ test, logits }) => {
    const p = Array.from(logits, (logit) => 1 - toChurn(logit));
    const truth = test.map((row) => 1 - churn[row]);
    const weighed = test.map((row) => weights[row]);
    return { ...measure(truth, p, weighed), p, truth, weighed };
  });
  const of = (name) => spread(folds.map((fold) => fold[name]));
  return {
    auc: of('auc'),
    logLoss: of('logLoss'),
    ece: of('ece'),
    brier: of('brier'),
    predicted: folds.flatMap(({ p }) => p),
    bought: folds.flatMap(({ truth }) => truth),
    weights: folds.flatMap(({ weighed }) => weighed),
  };
};

/**
 * Log-odds of every row by tables that have not seen it: what calibration may learn from.
 * @param {import('./frame.mjs').Frame} frame
 * @param {Uint8Array} churn
 * @param {{ seed: number, folds?: number, monotone?: Record<string, 'up' | 'down'>, weights?: ArrayLike<number>,
 *   groups?: ArrayLike<string>, settingsOf?: typeof settingsFor, tell?: (i: number, of: number) => void }} options
 */
export const crossFit = (frame, churn, { seed, folds = 5, groups, ...more }) => {
  const all = new Float64Array(frame.rows);
  const splits = splitsOf(churn, folds, 1, seed + 1, groups, more.weights);
  for (const { test, logits } of scoreFolds(frame, churn, splits, more))
    test.forEach((row, i) => {
      all[row] = logits[i];
    });
  return all;
};
