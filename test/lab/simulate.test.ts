import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordChecker } from '../../lab/checkRecord.mjs';
import { readVisits } from '../../lab/readVisits.mjs';
import { linesOf, type Told } from './simulatedRecords';

/** Records of shoppers who do not exist, and whether the report finds in them what was put in. */

const dir = mkdtempSync(join(tmpdir(), 'waver-simulate-'));
const at = (name: string) => join(dir, name);
const lab = (...args: string[]) => spawnSync(process.execPath, ['lab/main.mjs', ...args], { encoding: 'utf8' });
const simulate = (name: string, ...more: string[]) => lab('simulate', '--out', at(name), ...more);
const recordsOf = (name: string): Told[] =>
  readFileSync(at(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const report = (name: string, ...more: string[]) => {
  expect(lab('report', at(name), '--out', at('page.html'), ...more).status).toBe(0);
  return readFileSync(at('page.html'), 'utf8');
};

describe('a few visits', () => {
  let said = '';
  beforeAll(() => {
    said = simulate('few.ndjson', '--visits', '900', '--days', '9', '--holdout', '0.2').stderr;
  });

  test('what was assumed is said', () => {
    expect(said).toMatch(/^SIMULATED: about 900 visits of shoppers that do not exist, over 9 days, seed 1\n/);
    expect(said).toContain('makes an order 10 % likelier');
  });

  test('every line is a record of Waver that says it is simulated, told in the order of time', () => {
    const records = recordsOf('few.ndjson');
    const check = recordChecker('few.ndjson');
    records.forEach((record, i) => {
      check(record, i + 1);
      expect(record.simulated).toBe(true);
      expect(record.at).toBeGreaterThanOrEqual(records[i - 1]?.at ?? 0);
    });
    expect(new Set(records.map(({ visit, id }) => `${visit} ${id}`)).size).toBe(records.length);
    const { summary } = readVisits(linesOf(records), 'few.ndjson');
    expect(summary.join()).toMatch(/visits? withheld for comparison/);
  });

  test('popups of several campaigns, and none before they begin', () => {
    const records = recordsOf('few.ndjson');
    const shown = records.filter(({ outcome }) => outcome === 'shown');
    expect(new Set(shown.map(({ campaign }) => campaign)).size).toBeGreaterThanOrEqual(4);
    const [first] = records;
    expect((shown[0]?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(2 * 864e5);
    expect(records.some(({ hold }) => hold === 'below-threshold')).toBe(true);
  });

  test('same seed, same bytes', () => {
    simulate('again.ndjson', '--visits', '900', '--days', '9', '--holdout', '0.2');
    expect(readFileSync(at('again.ndjson'), 'utf8')).toBe(readFileSync(at('few.ndjson'), 'utf8'));
    simulate('other.ndjson', '--visits', '900', '--days', '9', '--holdout', '0.2', '--seed', '2');
    expect(readFileSync(at('other.ndjson'), 'utf8')).not.toBe(readFileSync(at('few.ndjson'), 'utf8'));
  });

  test('a page made of them says so; of one alone among others, too', () => {
    const html = report('few.ndjson');
    expect(html).toContain('SIMULATED. These records were made by a program');
    expect(html).toMatch(/<title>Simulated: /);
    const real = recordsOf('few.ndjson').map(({ simulated: _, ...record }) => record);
    const write = (list: readonly object[]) =>
      writeFileSync(at('told.ndjson'), list.map((record) => JSON.stringify(record)).join('\n'));
    write(real);
    expect(report('told.ndjson')).not.toMatch(/simulated/i);
    write([{ ...real[0], simulated: true }, ...real.slice(1)]);
    expect(report('told.ndjson')).toContain(`PARTLY SIMULATED. 1 of ${real.length.toLocaleString('en-GB')} records`);
  });
});

test.each([
  [0.5, '1'],
  [0, '2'],
  [-0.5, '3'],
])('a lift of %s is found again, within its interval', (lift, seed) => {
  const made = simulate('many.ndjson', '--visits', '9000', `--lift=${lift}`, '--holdout', '0.5', '--seed', seed);
  expect(made.status).toBe(0);
  const html = report('many.ndjson', '--holdout', '0.5').replaceAll('\u00a0', ' ').replaceAll('−', '-');
  const [, ...found] =
    /conversion<\/th><td>[^<]*<\/td><td>[^<]*<\/td><td>([-+\d.]+) %\n([-+\d.]+) % to ([-+\d.]+) %/.exec(html) ?? [];
  const [estimate = Number.NaN, least = Number.NaN, most = Number.NaN] = found.map((text) => Number(text) / 100);
  console.info(`simulated: lift ${lift}, found ${estimate}, from ${least} to ${most}`);
  expect(least).toBeLessThanOrEqual(lift);
  expect(most).toBeGreaterThanOrEqual(lift);
  expect(Math.abs(estimate - lift)).toBeLessThan(0.3);
  if (lift) expect(least < 0 && most > 0).toBe(false);
  expect(html).toContain('No more off than chance would have it.');
  expect(html).toMatch(/\+10 %<\/th><td>[\d,]+<\/td><td>(enough|about .* more)</);
  expect(html).not.toMatch(/NaN|Infinity|undefined|null/);
});

test.each([
  [['--visits', '0'], '--visits: expected a whole number from 1 on, got "0"'],
  [['--days', '1.5'], '--days: expected a whole number from 3 on, got "1.5"'],
  [['--lift', 'x'], '--lift: expected a number from -1 to 0.9, got "x"'],
  [['--holdout', '1'], '--holdout: expected a share such as 0.1, got "1"'],
  [['--seed', '-1'], '--seed'],
])('%j is not taken', (more, message) => {
  const { status, stderr } = simulate('never.ndjson', ...more);
  expect(stderr).toContain(message);
  expect(status).toBe(1);
});

test('a file to write is needed, none to read', () => {
  expect(lab('simulate').stderr).toContain('--out is missing');
  expect(lab('simulate', 'x.ndjson', '--out', at('never.ndjson')).stderr).toContain('"x.ndjson" is not read');
});
