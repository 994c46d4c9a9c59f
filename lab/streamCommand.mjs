import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readRows } from './readRows.mjs';
import { stream } from './stream.mjs';
import { streamTable } from './streamTable.mjs';

const needed = {
  session: 'the column with the session',
  time: 'the column with the time',
  event: 'the column with the event',
  from: 'the event from which on to predict',
  until: 'the event to predict',
};

/**
 * `stream events.csv …`: prints what prediction during the session is worth, and writes the model where told.
 * @param {Record<string, string | undefined>} values
 * @param {string | undefined} file
 * @param {string} made by which version
 */
export const streamCommand = async (values, file, made) => {
  if (!file) throw new Error('stream: a file of events is missing');
  for (const [option, what] of Object.entries(needed))
    if (!values[option]) throw new Error(`--${option} is missing, expected ${what}`);
  const { session, time, event, from, until, group, note, out } = values;
  const seed = Number(values.seed ?? 1);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`--seed: expected a whole number, got "${values.seed}"`);
  const columns = (values.columns ?? '')
    .split(',')
    .map((column) => column.trim())
    .filter(Boolean);
  const log = (await readRows(file)).map(({ row }) => row);
  const { model, figures } = stream(log, {
    session,
    time,
    event,
    from,
    until,
    group,
    columns,
    seed,
    note,
    name: values.name ?? basename(file),
    made,
    tell: (text) => process.stderr.write(`${text}\n`),
  });
  const { sessions, purchases, rows, from: first, to } = model.card;
  process.stdout.write(
    `${log.length} events, ${sessions} sessions with ${from} (${purchases} then with ${until}), ${rows} rows, ${first} to ${to}\n`,
  );
  process.stdout.write(`${streamTable(figures, { note, group })}\n`);
  if (!out) return;
  writeFileSync(out, `${JSON.stringify(model)}\n`);
  process.stderr.write(`${out}\n`);
};
