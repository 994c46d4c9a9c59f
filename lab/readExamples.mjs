import { isRecord } from './checkRecord.mjs';
import { readAside } from './readAside.mjs';
import { readRows } from './readRows.mjs';
import { readVisits } from './readVisits.mjs';

const listOf = (text) => text.split(',').map((column) => column.trim());

/** Options that say where something stands in a row. Records bring all of it themselves. */
const WHERE = ['label', 'weight', 'group', 'time'];

const fromRecords = (rows, file, values) => {
  for (const option of WHERE)
    if (values[option] !== undefined)
      throw new Error(`--${option} "${values[option]}": "${file}" holds Waver's own records, which need none`);
  const visits = readVisits(rows, file);
  if (!visits.records.length)
    throw new Error(`"${file}": expected visits to learn from, found none\n${visits.summary.join('\n')}`);
  return { ...visits, columns: values.columns === undefined ? visits.columns : listOf(values.columns) };
};

/**
 * What there is to learn from a file, Waver's own records or rows of any kind: rows, the label's and the features'
 * columns, and what stands beside them. `summary` says what was left out.
 */
export const readExamples = async (file, values, need) => {
  const rows = await readRows(file);
  if (rows.some(({ row }) => isRecord(row))) return fromRecords(rows, file, values);
  const label = need(values.label, '--label');
  const columns = listOf(need(values.columns, '--columns'));
  for (const option of WHERE.slice(1))
    if (columns.includes(values[option]))
      throw new Error(`columns: "${values[option]}" is the --${option}, which a model must not see`);
  const records = rows.map(({ row }) => row);
  return { records, label, columns, ...readAside(records, values), summary: [] };
};
