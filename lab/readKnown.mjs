import { isRecord, recordChecker } from './checkRecord.mjs';
import { readRows } from './readRows.mjs';

/**
 * What is known in each row of a file that a model is asked about. Of Waver's own records it is the evidence of each
 * score, in the order of the lines: as many answers as there are scores, whatever became of the visit.
 */
export const readKnown = async (file) => {
  const rows = await readRows(file);
  if (!rows.some(({ row }) => isRecord(row))) return rows.map(({ row }) => row);
  const check = recordChecker(file);
  const scores = rows.filter(({ row, line }) => {
    check(row, line);
    return row.type === 'score';
  });
  if (!scores.length) throw new Error(`"${file}": no score among its records`);
  const bare = scores.find(({ row }) => !row.evidence);
  if (bare) throw new Error(`"${file}", line ${bare.line}: expected a score with its evidence`);
  // Every row names every feature: columns are taken from the first.
  const columns = new Set(scores.flatMap(({ row }) => Object.keys(row.evidence)));
  const unknown = Object.fromEntries(Array.from(columns, (column) => [column, undefined]));
  return scores.map(({ row }) => ({ ...unknown, ...row.evidence }));
};
