import { calibrate } from './calibrate.mjs';
import { crossFit, crossValidate } from './crossValidate.mjs';
import { fitTables } from './fitTables.mjs';
import { churnOf, frameOf } from './frame.mjs';
import { reliability } from './metrics.mjs';
import { settingsFor } from './settings.mjs';

/** So few of either outcome say nothing: there would be two in a fold. */
const FEWEST = 20;

const short = (x) => Math.round(x * 10000) / 10000;
const spreadOf = ({ mean, sd }) => ({ mean: short(mean), sd: short(sd) });

/**
 * From sessions to a model file with its card.
 * @param {Record<string, unknown>[]} records
 * @param {{ label: string, columns: string[], map: object, name: string, seed?: number, made: string, ownMap?: object,
 *   monotone?: Record<string, 'up' | 'down'>,
 *   tell?: (text: string) => void }} options
 */
export const train = (
  records,
  { label, columns, map, name, seed = 1, made, ownMap, monotone = {}, tell = () => {} },
) => {
  const churn = churnOf(records, label);
  const purchases = churn.reduce((sum, left) => sum + 1 - left, 0);
  if (Math.min(purchases, churn.length - purchases) < FEWEST)
    throw new Error(
      `label "${label}": ${purchases} purchases in ${churn.length} rows, expected at least ${FEWEST} with and ${FEWEST} without`,
    );
  if (columns.includes(label)) throw new Error(`columns: "${label}" is the label, which a model must not see`);
  const frame = frameOf(records, columns, map);
  for (const name of Object.keys(monotone)) {
    const feature = frame.features.find((one) => one.name === name);
    if (!feature || feature.levels) {
      const numbers = frame.features.filter((one) => !one.levels).map((one) => one.name);
      throw new Error(`--monotone: "${name}" is no feature with numbers, expected one of ${numbers.join(', ')}`);
    }
  }
  const rows = Array.from(churn.keys());
  const step = (what) => (i, of) => tell(`${what} ${i}/${of}`);
  tell(`${rows.length} rows, ${purchases} purchases, ${frame.features.length} features`);
  const tables = fitTables(frame, churn, rows, settingsFor(rows.length, monotone));
  const calibration = calibrate(churn, crossFit(frame, churn, { seed, monotone, tell: step('calibration, fold') }));
  const checked = crossValidate(frame, churn, { seed, monotone, tell: step('cross-validation, fold') });
  const card = {
    rows: rows.length,
    purchases,
    features: frame.features.map((feature) => feature.name),
    auc: spreadOf(checked.auc),
    logLoss: spreadOf(checked.logLoss),
    ece: spreadOf(checked.ece),
    brier: spreadOf(checked.brier),
    reliability: reliability(checked.bought, checked.predicted).map((bin) => [
      Math.round(bin.predicted * 1000) / 1000,
      Math.round(bin.observed * 1000) / 1000,
      bin.rows,
    ]),
    seed,
    made,
    ...(Object.keys(monotone).length ? { monotone } : {}),
    ...(ownMap ? { map: ownMap } : {}),
  };
  return { v: 1, trained: true, name, churn: { ...tables, calibration }, card };
};
