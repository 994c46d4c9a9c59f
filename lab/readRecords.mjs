import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isRecord, recordChecker } from './checkRecord.mjs';

/** What is told at one instant, in the order in which it came about. */
const ORDER = 'ready identity moment score decision experiment outcome preference purchase'.split(' ');

/** No clock of a shopper's is believed that shows less or more: from 2000 until 2100. */
const [LEAST, MOST] = [Date.UTC(2000, 0), Date.UTC(2100, 0)];

/** As Waver told records before they had a version. */
const isUnversioned = (row) =>
  row.v === undefined && ['type', 'visit', 'visitor', 'id'].every((name) => typeof row[name] === 'string');

/** What the report is about; the rest of a record, most of it, is let go. */
const compact = ({ evidence, because: _, intents: __, intentBecause: ___, ...record }) => ({
  ...record,
  cart: evidence?.['cart-count'],
  // Past orders are only known where something is kept.
  isKept: evidence && evidence['past-orders'] !== undefined,
});

const parseLine = (text) => {
  try {
    const row = JSON.parse(text);
    if (row && typeof row === 'object' && !Array.isArray(row)) return row;
  } catch {}
};

/** Never an address or a number as it is written: who is signed in is told by a hash alone. */
const isHash = (person) => typeof person === 'string' && /^[0-9a-f]{64}$/.test(person);

/** What it needs of some records beyond what all of the lab needs: name, whether it is as expected, what was expected. */
const needs = ({ type, at, value, arm, person }) => [
  ['at', at >= LEAST && at < MOST, 'milliseconds since 1970'],
  ['value', type !== 'purchase' || Number.isFinite(value ?? 0), 'an amount in major units, or none'],
  ['person', type !== 'identity' || person === null || isHash(person), 'a SHA-256 in hex, or null'],
  ['arm', arm === undefined || arm === 'treatment' || arm === 'holdout', 'treatment or holdout'],
];

/**
 * Waver's records of a file, one JSON object a line, in the order of time however the lines stand. What was sent twice
 * counts once; the file is read line by line, so it may be larger than a text can be.
 */
export const readRecords = async (file) => {
  if (!existsSync(file)) throw new Error(`"${file}": no such file`);
  const check = recordChecker(file);
  const once = new Set();
  const records = [];
  let line = 0;
  let twice = 0;
  let unversioned = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (!text.trim()) continue;
    const row = parseLine(text);
    if (!row) throw new Error(`"${file}", line ${line}: expected one JSON object a line`);
    if (!isRecord(row) && isUnversioned(row)) {
      unversioned++;
      continue;
    }
    check(row, line);
    const wrong = needs(row).find(([, is]) => !is);
    if (wrong)
      throw new Error(
        `"${file}", line ${line}, ${wrong[0]}: expected ${wrong[2]}, got ${JSON.stringify(row[wrong[0]])?.slice(0, 80)}`,
      );
    const key = `${row.visit} ${row.id} ${row.at}`;
    if (once.has(key)) twice++;
    else records.push(compact(row));
    once.add(key);
  }
  if (!records.length) throw new Error(`"${file}": expected Waver's own records, found none`);
  const place = ({ type }) => ORDER.indexOf(type);
  records.sort((a, b) => a.at - b.at || place(a) - place(b));
  return { records, twice, unversioned };
};
