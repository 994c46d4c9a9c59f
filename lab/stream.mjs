import { churnOf, frameOf } from './frame.mjs';
import { prefixes } from './prefixes.mjs';
import { settingsForStream } from './settings.mjs';
import { streamFigures } from './streamFigures.mjs';
import { train } from './train.mjs';

/**
 * Prediction while a session goes on, from an event log: a model that scores it after each event, and what that is worth.
 * @param {Record<string, unknown>[]} log
 * @param {{ session: string, time: string, event: string, from: string, until: string, group?: string,
 *   columns?: string[], seed?: number, folds?: number, repeats?: number, name: string, made: string,
 *   note?: string, tell?: (text: string) => void }} options
 */
export const stream = (log, { seed = 1, folds, repeats, name, made, note, tell = () => {}, ...how }) => {
  const rows = prefixes(log, how);
  if (!rows.length) throw new Error(`--from: no session has "${how.from}" before "${how.until}", expected some`);
  const records = rows.map(({ features }) => features);
  // What never differs says nothing and would only fill the file.
  const columns = Object.keys(records[0] ?? {}).filter(
    (column) => column !== 'bought' && records.some((record) => record[column] !== records[0][column]),
  );
  const settingsOf = settingsForStream;
  const model = train(records, {
    label: 'bought',
    columns,
    map: {},
    name,
    seed,
    made,
    weights: rows.map(({ weight }) => weight),
    groups: rows.map(({ group }) => group),
    times: rows.map(({ at }) => at),
    settingsOf,
    tell,
  });
  const figures = streamFigures(rows, frameOf(records, columns, {}), churnOf(records, 'bought'), {
    from: how.from,
    seed: seed + 2,
    folds,
    repeats,
    settingsOf,
    tell: (i, of) => tell(`figures, fold ${i}/${of}`),
  });
  const stream = { from: how.from, until: how.until };
  return { model: { ...model, card: { ...model.card, stream, ...(note ? { note } : {}) } }, figures };
};
