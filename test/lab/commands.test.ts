import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteFile } from 'hyparquet-writer';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkModel } from '../../src/core/checkModel';
import { scoreChurn } from '../../src/core/churn';
import type { Model } from '../../src/types';
import { hasReal, REAL, type Row, readReal, seenInBrowser, simulate, simulatedColumns, toCsv } from './given';
import { type Seen, simulateRecords } from './simulatedRecords';

/** The commands as somebody types them. */

const dir = mkdtempSync(join(tmpdir(), 'waver-lab-'));
const at = (name: string) => join(dir, name);
const lab = (...args: string[]) => spawnSync(process.execPath, ['lab/main.mjs', ...args], { encoding: 'utf8' });
const train = (rows: string, out: string, ...more: string[]) =>
  lab('train', at(rows), '--label', 'bought', '--columns', simulatedColumns, '--out', at(out), ...more);
const read = (name: string): Model => JSON.parse(readFileSync(at(name), 'utf8'));
const numbers = (text: string) => text.trim().split('\n').map(Number);

const rows = simulate(2000, 9);
const holes = rows
  .slice(0, 300)
  .map((row, i) => (i % 3 ? row : { ...row, visitor: i % 2 ? '' : 'never seen', 'pages-product': 'NA' }));

/** The row as the core sees a visit: what is missing is left out. */
const evidenceOf = (row: Row) =>
  Object.fromEntries(
    simulatedColumns
      .split(',')
      .filter((name) => row[name] && row[name] !== 'NA')
      .map((name) => [name, name === 'visitor' ? (row[name] as string) : Number(row[name])]),
  );

beforeAll(() => {
  writeFileSync(at('rows.csv'), toCsv(rows));
  writeFileSync(at('holes.csv'), toCsv(holes));
  writeFileSync(at('rows.ndjson'), rows.map((row) => JSON.stringify(row)).join('\n'));
  parquetWriteFile({
    filename: at('rows.parquet'),
    columnData: Object.keys(rows[0] ?? {}).map((name) => ({ name, data: rows.map((row) => row[name] ?? null) })),
  });
  expect(train('rows.csv', 'model.json', '--report', at('report.html')).stderr).toContain('AUC');
});

test('the tag takes the model', () => {
  expect(checkModel(read('model.json'))).toEqual({ model: read('model.json') });
});

test.each([
  ['rows.csv', rows],
  ['holes.csv', holes],
])('%s: one probability of purchase a line, in row order, and the same as the core works out', (file, given) => {
  const { stdout, status } = lab('predict', '--model', at('model.json'), at(file));
  const { churn } = read('model.json');
  expect(status).toBe(0);
  const lines = numbers(stdout);
  expect(lines).toHaveLength(given.length);
  given.forEach((row, i) => {
    expect(lines[i]).toBeCloseTo(1 - scoreChurn(churn, evidenceOf(row)).churn, 6);
  });
});

test('same rows and seed, same bytes; CSV, NDJSON and Parquet alike', () => {
  for (const [file, out] of [
    ['rows.csv', 'again.json'],
    ['rows.ndjson', 'ndjson.json'],
    ['rows.parquet', 'parquet.json'],
  ] as const) {
    train(file, out, '--name', 'rows.csv');
    expect(readFileSync(at(out), 'utf8'), file).toBe(readFileSync(at('model.json'), 'utf8'));
  }
});

test('another seed deals other folds, not another kind of model', () => {
  train('rows.csv', 'seed.json', '--seed', '2');
  const [one, two] = [read('model.json'), read('seed.json')];
  expect(one.churn.tables).toEqual(two.churn.tables);
  expect(one.card).not.toEqual(two.card);
});

test('the report stands alone', () => {
  const html = readFileSync(at('report.html'), 'utf8');
  expect(html.match(/<svg/g)).toHaveLength(4 + (read('model.json').churn.pairs?.length ?? 0));
  expect(html).not.toMatch(/<script|<link|(src|href)="(?!#)/);
  expect(html).toContain('seconds-terms');
});

test('an own map names columns, and goes with the model', () => {
  writeFileSync(
    at('own.csv'),
    toCsv(rows.map(({ visitor = '', ...row }) => ({ ...row, Besucher: visitor === 'new' ? 'neu' : 'alt' }))),
  );
  writeFileSync(
    at('map.json'),
    JSON.stringify({ Besucher: { feature: 'visitor', words: { neu: 'new', alt: 'returning' } } }),
  );
  const columns = 'pages-product,seconds-terms,Besucher';
  lab(
    'train',
    at('own.csv'),
    '--label',
    'bought',
    '--columns',
    columns,
    '--out',
    at('own.json'),
    '--map',
    at('map.json'),
  );
  expect(read('own.json').churn).toEqual(read('model.json').churn);
  const own = lab('predict', '--model', at('own.json'), at('own.csv')).stdout;
  expect(own).toBe(lab('predict', '--model', at('model.json'), at('rows.csv')).stdout);
});

test('trees trained elsewhere become a model that predicts', () => {
  expect(lab('import', 'test/lab/lightgbm.json', '--out', at('trees.json')).status).toBe(0);
  writeFileSync(at('some.csv'), 'pages-product,seconds-terms,weekend\n3,,1\n');
  const { stdout } = lab('predict', '--model', at('trees.json'), at('some.csv'));
  const { churn } = scoreChurn(read('trees.json').churn, { 'pages-product': 3, weekend: 1 });
  expect(Number(stdout)).toBeCloseTo(1 - churn, 6);
});

describe("Waver's own records, simulated", () => {
  const records = simulateRecords(600);
  const toLines = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).join('\n');
  const own = (...more: string[]) => lab('train', at('told.ndjson'), '--out', at('told.json'), ...more);

  beforeAll(() => writeFileSync(at('told.ndjson'), toLines(records)));

  test('need neither label nor columns, and the card says what they were', () => {
    const { status, stderr } = own();
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /^600 visits, \d+ of them to learn from, with \d+ scores\n\d+ visits of which no end was told/,
    );
    expect(checkModel(read('told.json'))).toEqual({ model: read('told.json') });
    const { features, from, rows, groups } = read('told.json').card as Record<string, unknown>;
    expect(features).toEqual(['cart-count', 'exits', 'past-orders', 'stage']);
    expect(from).toBe('2026-10-01');
    expect(rows).toBeGreaterThan(Number(groups));
  });

  test('give the same model in any order, and one of chosen columns', () => {
    own();
    const model = read('told.json');
    writeFileSync(at('turned.ndjson'), toLines([...records].reverse()));
    lab('train', at('turned.ndjson'), '--out', at('turned.json'), '--name', 'told.ndjson');
    expect(read('turned.json')).toEqual(model);
    own('--columns', 'stage, cart-count');
    expect(Object.keys(read('told.json').churn.tables).sort()).toEqual(['cart-count', 'stage']);
  });

  test('are predicted score by score, in the order of the lines', () => {
    own();
    const { stdout } = lab('predict', '--model', at('told.json'), at('told.ndjson'));
    const scores = records.filter(({ type }) => type === 'score');
    const { churn } = read('told.json');
    const lines = numbers(stdout);
    expect(lines).toHaveLength(scores.length);
    scores.forEach(({ evidence }, i) => {
      expect(lines[i]).toBeCloseTo(1 - scoreChurn(churn, evidence as Seen).churn, 6);
    });
  });

  test.each([
    [records, ['--label', 'bought'], '--label "bought": "'],
    [records, ['--weight', 'w'], "holds Waver's own records, which need none"],
    [records.slice(0, 60), [], 'expected at least 20 with and 20 without'],
    [[...records.slice(0, 2), { level: 'info' }], [], 'line 3: expected a record of Waver'],
    [
      records.map((one) => ({ ...one, evidence: undefined })),
      [],
      'expected visits to learn from, found none\n600 visits',
    ],
  ])('say what is wrong with them (%#)', (list, more, message) => {
    writeFileSync(at('bad.ndjson'), toLines(list));
    const { status, stderr } = lab('train', at('bad.ndjson'), '--out', at('never.json'), ...more);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(status).toBe(1);
  });

  test('a score without evidence cannot be predicted', () => {
    const model = at('model.json');
    writeFileSync(at('bare.ndjson'), toLines([records[0] as object, { ...records[2], evidence: undefined }]));
    expect(lab('predict', '--model', model, at('bare.ndjson')).stderr).toContain(
      'line 2: expected a score with its evid',
    );
    writeFileSync(at('bare.ndjson'), toLines([records[1] as object]));
    expect(lab('predict', '--model', model, at('bare.ndjson')).stderr).toContain('no score among its records');
  });
});

describe('what stands beside the columns', () => {
  const beside = rows.map((row, i) => ({
    ...row,
    shopper: `shopper ${i >> 1}`,
    half: '0.5',
    day: i % 2 ? '2026-03-02' : '2026-03-01T23:30-02:00',
  }));
  const aside = ['--group', 'shopper', '--weight', 'half', '--time', 'day'];

  test('shoppers, weights and times go into the card', () => {
    writeFileSync(at('beside.csv'), toCsv(beside));
    expect(train('beside.csv', 'beside.json', ...aside).status).toBe(0);
    const { card } = read('beside.json') as { card: Record<string, unknown> };
    expect([card.rows, card.sessions, card.groups, card.from, card.to]).toEqual([
      2000,
      1000,
      1000,
      '2026-03-02',
      '2026-03-02',
    ]);
  });

  test.each<[string, object, string[], string]>([
    ['a weight below 0', { half: '-1' }, aside, '--weight "half", row 4: expected a number from 0 on, got "-1"'],
    ['no weight', { half: '' }, aside, '--weight "half", row 4: expected a number from 0 on, got ""'],
    ['no shopper', { shopper: ' ' }, aside, '--group "shopper", row 4: expected the name of a group, got " "'],
    ['a day that is none', { day: '2.3.2026' }, aside, '--time "day", row 4: expected a date since 2000'],
    ['a number that is no time', { day: '17' }, aside, 'got "17"'],
    [
      'no such column',
      {},
      ['--time', 'when'],
      '--time "when": not in the file, which has pages-product, seconds-terms',
    ],
    [
      'learning from it',
      {},
      [...aside, '--columns', 'pages-product,shopper'],
      'columns: "shopper" is the --group, which a model must not see',
    ],
  ])('%s', (_, cell, more, message) => {
    const wrong = beside.map((row, i) => (i === 3 ? { ...row, ...cell } : row));
    writeFileSync(at('bad.ndjson'), wrong.map((row) => JSON.stringify(row)).join('\n'));
    const { status, stderr } = train('bad.ndjson', 'never.json', ...more);
    expect(stderr).toContain(message);
    expect(status).toBe(1);
  });
});

describe('says what is wrong, where, and what it expected', () => {
  const first = rows[0] as Row;
  test.each<[string, Row[] | string, string[], string]>([
    [
      'a word in a column of numbers',
      [...rows.slice(0, 99), { ...first, 'pages-product': 'many' }],
      [],
      'column "pages-product", row 100: expected a number, got "many"',
    ],
    [
      'an odd label',
      [...rows.slice(0, 50), { ...first, bought: 'maybe' }],
      [],
      'label "bought", row 51: expected True or False, 1 or 0, got "maybe"',
    ],
    ['a missing label', [...rows.slice(0, 50), { ...first, bought: '' }], [], 'label "bought", row 51: expected'],
    [
      'a column that is not there',
      rows,
      ['--columns', 'pages-product,colour'],
      'column "colour": not in the file, which has pages-product, seconds-terms',
    ],
    ['the label among the columns', rows, ['--columns', 'pages-product,bought'], '"bought" is the label'],
    ['too few rows', rows.slice(0, 30), [], 'expected at least 20 with and 20 without'],
    ['a row with too many cells', `${toCsv(rows)}\n1,2,new,True,5`, [], 'Invalid Record Length'],
    [
      'names where words are expected',
      rows.map((row, i) => ({ ...row, visitor: `shopper ${i}` })),
      [],
      'column "visitor": 2000 different words, expected at most 60',
    ],
    ['no rows', 'a,b', [], 'no rows'],
    ['no such seed', rows, ['--seed', 'x'], '--seed: expected a whole number, got "x"'],
    [
      'no such feature to bind',
      rows,
      ['--monotone', 'visitor:up'],
      '"visitor" is no feature with numbers, expected one of pages-product',
    ],
    ['no such way', rows, ['--monotone', 'pages-product'], 'expected feature:up or feature:down, got "pages-product"'],
    ['no such option', rows, ['--colums', 'a'], '--colums'],
  ])('%s', (_, content, more, message) => {
    writeFileSync(at('bad.csv'), typeof content === 'string' ? content : toCsv(content));
    const { status, stderr, stdout } = train('bad.csv', 'never.json', ...more);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(status).toBe(1);
    expect(stdout).toBe('');
  });

  test('NDJSON that is none, a file that is none, a model that is none', () => {
    writeFileSync(at('bad.ndjson'), '{"a":1}\n{"a":');
    expect(train('bad.ndjson', 'never.json').stderr).toContain('line 2: expected one JSON object a line');
    expect(train('nowhere.csv', 'never.json').stderr).toContain('no such file');
    writeFileSync(at('bad.json'), JSON.stringify({ ...read('model.json'), v: 2 }));
    expect(lab('predict', '--model', at('bad.json'), at('rows.csv')).stderr).toContain('v: expected 1, got 2');
    const { churn, ...rest } = read('model.json');
    const tables = { ...churn.tables, 'seconds-terms': { edges: [2, 1], weights: [0, 1, 2] } };
    writeFileSync(at('bad.json'), JSON.stringify({ ...rest, churn: { ...churn, tables } }));
    const { stderr } = lab('predict', '--model', at('bad.json'), at('rows.csv'));
    expect(stderr).toContain('churn.tables.seconds-terms: expected edges that rise');
  });
});

test.runIf(hasReal)(
  'on the real sessions as documented: small, calibrated on the whole, row by row as the core',
  () => {
    lab('train', REAL, '--label', 'Revenue', '--columns', seenInBrowser, '--out', at('real.json'));
    const file = readFileSync(at('real.json'));
    expect(gzipSync(file, { level: 9 }).length).toBeLessThanOrEqual(1600);
    const purchases = numbers(lab('predict', '--model', at('real.json'), REAL).stdout);
    expect(purchases).toHaveLength(readReal().length);
    const mean = purchases.reduce((sum, p) => sum + p, 0) / purchases.length;
    expect(Math.abs(mean - 1336 / 8631)).toBeLessThan(0.004);
    const [row = {}] = readReal();
    const { churn } = scoreChurn(read('real.json').churn, {
      'pages-account': Number(row.Administrative),
      'seconds-account': Number(row.Administrative_Duration),
      'pages-terms': Number(row.Informational),
      'seconds-terms': Number(row.Informational_Duration),
      'pages-product': Number(row.ProductRelated),
      'seconds-product': Number(row.ProductRelated_Duration),
      'seconds-per-product-page': Number(row.ProductRelated_Duration) / Number(row.ProductRelated),
      'product-share':
        Number(row.ProductRelated) /
        (Number(row.Administrative) + Number(row.Informational) + Number(row.ProductRelated)),
      visitor: 'returning',
      weekend: 0,
      month: 'oct',
      'special-day': 0,
    });
    expect(purchases[0]).toBeCloseTo(1 - churn, 6);
  },
);
