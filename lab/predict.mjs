import { frameOf } from './frame.mjs';
import { scoreRows, toChurn } from './score.mjs';

/**
 * Probability of a purchase for each row. Columns that the model does not know are left alone, features that no column
 * gives count as missing.
 * @returns {number[]}
 */
export const predict = (model, records, map) => {
  const wanted = new Set(model.card?.features ?? Object.keys(model.churn.tables));
  const columns = Object.keys(records[0] ?? {}).filter((column) => {
    const rule = Object.hasOwn(map, column) ? map[column] : column;
    return wanted.has(typeof rule === 'string' ? rule : rule.feature);
  });
  if (records.length && !columns.length)
    throw new Error(`rows: no column is known to the model, expected some that become ${[...wanted].join(', ')}`);
  const typed = { ...map };
  for (const column of columns) {
    const rule = typeof map[column] === 'object' ? map[column] : { feature: map[column] ?? column };
    typed[column] = { ...rule, kind: model.churn.tables[rule.feature]?.levels ? 'levels' : 'number' };
  }
  return Array.from(
    scoreRows(model.churn, frameOf(records, columns, typed)),
    (logit) => 1 - toChurn(logit, model.churn.calibration),
  );
};
