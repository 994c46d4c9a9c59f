import { calibrate } from './calibrate.mjs';
import { checkGroups } from './checkGroups.mjs';
import { crossFit, crossValidate } from './crossValidate.mjs';
import { fitTables } from './fitTables.mjs';
import { churnOf, frameOf } from './frame.mjs';
import { learnUplift } from './learnUplift.mjs';
import { reliability } from './metrics.mjs';
import { settingsFor } from './settings.mjs';
import { spanOf } from './spanOf.mjs';
import { totalOf, weightsOf } from './weights.mjs';

/** So few of either outcome say nothing: there would be two in a fold. */
const FEWEST = 20;

const short = (x) => Math.round(x * 10000) / 10000;
/** Weights need not add up to a whole number; whole ones stay what they are. */
const tidy = (x) => Math.round(x * 100) / 100;
const spreadOf = ({ mean, sd }) => ({ mean: short(mean), sd: short(sd) });

/**
 * From sessions to a model file with its card.
 * @param {Record<string, unknown>[]} records
 * @param {{ label: string, columns: string[], map: object, name: string, seed?: number, made: string, ownMap?: object,
 *   monotone?: Record<string, 'up' | 'down'>, weights?: ArrayLike<number>, groups?: ArrayLike<string>,
 *   times?: ArrayLike<number>, popups?: Parameters<typeof learnUplift>[0], settingsOf?: typeof settingsFor,
 *   tell?: (text: string) => void }} options
 *   `weights`: how many sessions each row stands for, so that many rows of one session can weigh one together. `groups`: rows of one name (a shopper, a session)
 *   are never both learned from and measured on. `times`: when each row was, in ms since 1970. `popups`: visits in which one
 *   was due, shown or withheld.
 */
export const train = (
  records,
  {
    label,
    columns,
    map,
    name,
    seed = 1,
    made,
    ownMap,
    monotone = {},
    weights: given,
    groups,
    times,
    popups = [],
    settingsOf = settingsFor,
    tell = () => {},
  },
) => {
  const churn = churnOf(records, label);
  const weights = weightsOf(given, churn.length);
  const sessions = totalOf(weights);
  const purchases = churn.reduce((sum, left, row) => sum + (1 - left) * weights[row], 0);
  // A thousandth: many small weights do not add up to a whole to the last digit.
  if (Math.min(purchases, sessions - purchases) < FEWEST - 0.001)
    throw new Error(
      `label "${label}": ${tidy(purchases)} purchases in ${tidy(sessions)} ${given ? 'sessions by weight' : 'rows'}, expected at least ${FEWEST} with and ${FEWEST} without`,
    );
  checkGroups(groups, churn, weights);
  const span = spanOf(times, churn.length);
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
  tell(`${rows.length} rows, ${tidy(purchases)} purchases, ${frame.features.length} features`);
  const tables = fitTables(frame, churn, rows, settingsOf(sessions, monotone), weights);
  const how = { seed, monotone, weights, groups, settingsOf };
  const unseen = crossFit(frame, churn, { ...how, tell: step('calibration, fold') });
  const calibration = calibrate(churn, unseen, weights);
  const checked = crossValidate(frame, churn, { ...how, tell: step('cross-validation, fold') });
  const learned = learnUplift(popups);
  if (learned) tell(`uplift of ${Object.keys(learned.uplift).join(', ')} from ${popups.length} visits`);
  const card = {
    rows: rows.length,
    // What the rows stand for, where they are not sessions themselves; purchases count by weight too.
    ...(given ? { sessions: tidy(sessions) } : {}),
    ...(groups ? { groups: new Set(Array.from(groups)).size } : {}),
    ...span,
    purchases: tidy(purchases),
    features: frame.features.map((feature) => feature.name),
    auc: spreadOf(checked.auc),
    logLoss: spreadOf(checked.logLoss),
    ece: spreadOf(checked.ece),
    brier: spreadOf(checked.brier),
    reliability: reliability(checked.bought, checked.predicted, 15, checked.weights).map((bin) => [
      Math.round(bin.predicted * 1000) / 1000,
      Math.round(bin.observed * 1000) / 1000,
      tidy(bin.rows),
    ]),
    seed,
    made,
    ...(Object.keys(monotone).length ? { monotone } : {}),
    ...(ownMap ? { map: ownMap } : {}),
    ...(learned ? { uplift: learned.rests } : {}),
  };
  const uplift = learned ? { uplift: learned.uplift } : {};
  return { v: 1, trained: true, name, churn: { ...tables, calibration }, ...uplift, card };
};
