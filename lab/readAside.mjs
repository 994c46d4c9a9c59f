import { readTime } from './readTime.mjs';

/** What is older is no shopper's visit, but a number that was no time. */
const FIRST_MS = Date.UTC(2000);

const toTime = (cell) => {
  const time = readTime(cell);
  return time >= FIRST_MS ? time : Number.NaN;
};

const toWeight = (cell) => {
  const text = String(cell ?? '').trim();
  const weight = text === '' ? Number.NaN : Number(text);
  return weight >= 0 && weight < Number.POSITIVE_INFINITY ? weight : Number.NaN;
};

const toGroup = (cell) => String(cell ?? '').trim() || undefined;

const read = (rows, option, column, to, expected) => {
  if (column === undefined) return undefined;
  if (!rows.some((row) => Object.hasOwn(row, column)))
    throw new Error(`--${option} "${column}": not in the file, which has ${Object.keys(rows[0]).join(', ')}`);
  return rows.map((row, i) => {
    const value = to(row[column]);
    if (value === undefined || Number.isNaN(value))
      throw new Error(`--${option} "${column}", row ${i + 1}: expected ${expected}, got "${row[column] ?? ''}"`);
    return value;
  });
};

/**
 * What stands beside the features of each row: when it was, what it weighs, whose it is.
 * @param {Record<string, unknown>[]} rows
 * @param {{ time?: string, weight?: string, group?: string }} columns
 */
export const readAside = (rows, { time, weight, group }) => ({
  times: read(
    rows,
    'time',
    time,
    toTime,
    'a date since 2000 like 2026-11-24T09:30Z, or seconds or milliseconds since 1970',
  ),
  weights: read(rows, 'weight', weight, toWeight, 'a number from 0 on'),
  groups: read(rows, 'group', group, toGroup, 'the name of a group'),
});
