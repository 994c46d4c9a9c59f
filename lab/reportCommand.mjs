import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { countRecords } from './countRecords.mjs';
import { proofPage } from './proofPage.mjs';
import { prove } from './prove.mjs';
import { readRecords } from './readRecords.mjs';
import { readShare } from './readShare.mjs';

const readDay = (text) => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new Error(`--start: expected a day such as 2026-11-01, got "${text}"`);
  return at;
};

/**
 * `report records.ndjson …`: writes the page.
 * @param {Record<string, string | undefined>} values
 * @param {string | undefined} file
 * @param {string} made by which version
 */
export const reportCommand = async ({ out = 'report.html', start, holdout }, file, made) => {
  if (!file) throw new Error('report: a file of records is missing');
  const share = readShare('holdout', holdout ?? '0.1');
  const told = start === undefined ? undefined : readDay(start);
  const read = await readRecords(file);
  const counts = countRecords(read, told);
  const proof = await prove(counts, share);
  writeFileSync(out, proofPage(counts, proof, { name: basename(file), holdout: share, made }));
  process.stderr.write(`${out}\n`);
};
