import { frameOf } from './frame.mjs';
import { scoreRows, toChurn } from './score.mjs';

/** Every side by which the model knows a feature; a tree is one of numbers. */
const sidesOf = ({ tables, pairs = [], trees = [] }) => [
  ...Object.entries(tables),
  ...pairs.flatMap(({ features, sides }) => features.map((feature, i) => [feature, sides[i]])),
  ...trees
    .flat(3)
    .filter((one) => typeof one === 'string')
    .map((feature) => [feature, {}]),
];

/**
 * Probability of a purchase for each row. Columns that the model does not know are left alone, features that no column
 * gives count as missing.
 * @returns {number[]}
 */
export const predict = (model, records, map) => {
  const sides = sidesOf(model.churn);
  const wanted = new Set(model.card?.features ?? sides.map(([feature]) => feature));
  const words = new Set(sides.filter(([, { levels }]) => levels).map(([feature]) => feature));
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))].filter((column) => {
    const rule = Object.hasOwn(map, column) ? map[column] : column;
    return wanted.has(typeof rule === 'string' ? rule : rule.feature);
  });
  if (records.length && !columns.length)
    throw new Error(`rows: no column is known to the model, expected some that become ${[...wanted].join(', ')}`);
  const typed = { ...map };
  for (const column of columns) {
    const rule = typeof map[column] === 'object' ? map[column] : { feature: map[column] ?? column };
    typed[column] = { ...rule, kind: words.has(rule.feature) ? 'levels' : 'number' };
  }
  return Array.from(
    scoreRows(model.churn, frameOf(records, columns, typed)),
    (logit) => 1 - toChurn(logit, model.churn.calibration),
  );
};
