import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countRecords } from '../../lab/countRecords.mjs';
import { readRecords } from '../../lab/readRecords.mjs';

/** What popups were worth, from records written by hand: no shopper made them. */

const dir = mkdtempSync(join(tmpdir(), 'waver-report-'));
const at = (name: string) => join(dir, name);
const lab = (...args: string[]) => spawnSync(process.execPath, ['lab/main.mjs', ...args], { encoding: 'utf8' });

const DAY = 1440;
const T0 = Date.UTC(2026, 10, 1, 10);

let ids = 0;
type Line = Record<string, unknown>;
const told = (visitor: string, minute: number, type: string, body: Line = {}): Line => ({
  v: 1,
  id: `view-${++ids}`,
  type,
  at: T0 + minute * 60_000,
  visitor,
  visit: `visit of ${visitor}`,
  page: '/cart',
  ...body,
});
const score = (visitor: string, minute: number, evidence: Line = { 'cart-count': 2, 'past-orders': 0 }) =>
  told(visitor, minute, 'score', { evidence });
const decided = (visitor: string, minute: number, body: Line) =>
  told(visitor, minute, 'decision', { campaign: 'limited-points', intent: 'price', arm: 'treatment', ...body });
const ended = (visitor: string, minute: number, outcome: string, arm = 'treatment') =>
  told(visitor, minute, 'outcome', { campaign: 'limited-points', intent: 'price', outcome, arm });
const bought = (visitor: string, minute: number, body: Line = { value: 50, currency: 'EUR' }) =>
  told(visitor, minute, 'purchase', { order: `${visitor}-${minute}`, ...body });
const shown = (visitor: string, minute: number, ...ends: string[]) => [
  score(visitor, minute),
  decided(visitor, minute, { show: true, propensity: 0.9 }),
  ended(visitor, minute, 'shown'),
  ...ends.map((end, i) => ended(visitor, minute + 1 + i, end)),
];
const withheld = (visitor: string, minute: number) => [
  score(visitor, minute),
  decided(visitor, minute, { show: false, hold: 'holdout', propensity: 0.1, arm: 'holdout' }),
  ended(visitor, minute, 'withheld', 'holdout'),
];
const START = 3 * DAY;

/** Two days before the popups, then five who were due, one in no group's comparison, and some who were not due. */
const tiny = () => {
  const again = bought('b', START + DAY, { value: 20, currency: 'EUR' });
  return [
    score('x', 0),
    score('y', 5),
    bought('y', 9),
    // Ordered, dismissed and left, failed to show and ordered twice.
    ...shown('a', START, 'accepted'),
    bought('a', START + 5),
    ended('a', START + 5, 'purchased'),
    ...shown('c', START + 10, 'dismissed'),
    score('b', START + 20),
    decided('b', START + 20, { show: true, propensity: 0.9 }),
    ended('b', START + 20, 'failed'),
    bought('b', START + 25, { value: 30, currency: 'EUR' }),
    again,
    again,
    // Held out: one left, one paid in another currency.
    ...withheld('h', START + 30),
    ...withheld('i', START + 40),
    bought('i', START + 45, { value: 40, currency: 'USD' }),
    // Asked for by the shop: knows no holdout.
    decided('f', START + 50, { show: true, propensity: 1, arm: 'holdout' }),
    ended('f', START + 50, 'shown', 'holdout'),
    // Nothing was due; only the outcome of the order was kept.
    score('n', START + 60, { 'past-orders': 0 }),
    decided('n', START + 60, { show: false, hold: 'below-threshold', propensity: 1 }),
    ended('n', START + 65, 'purchased'),
    // The share of the holdout was changed: in no comparison.
    ...shown('m', START + 70),
    decided('m', START + 80, { show: false, hold: 'typing', propensity: 1, arm: 'holdout' }),
    { ...told('old', START + 75, 'moment'), v: undefined },
    told('last', START + 3 * DAY, 'ready'),
  ];
};

const write = (name: string, lines: readonly object[]) =>
  writeFileSync(at(name), lines.map((line) => JSON.stringify(line)).join('\n'));
const pageOf = (lines: readonly object[], ...more: string[]) => {
  write('told.ndjson', lines);
  const { status, stderr } = lab('report', at('told.ndjson'), '--out', at('page.html'), ...more);
  expect(stderr).toBe(`${at('page.html')}\n`);
  expect(status).toBe(0);
  return readFileSync(at('page.html'), 'utf8');
};
/** As it reads. */
const textOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<svg.*?<\/svg>/gs, '')
    .replace(/<\/(th|td)>/g, ' | ')
    .replace(/<[^>]+>/g, '')
    .replace(/[\u00a0]/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

test('counts are those of the records, in any order of the lines', async () => {
  write('told.ndjson', tiny());
  const counts = countRecords(await readRecords(at('told.ndjson')), undefined);
  const arm = (visitors: number, conversions: number, revenue: number, revenueSquared: number) => ({
    visitors,
    conversions,
    revenue,
    revenueSquared,
  });
  // a spent 50, b 30 and 20, c nothing; i paid in dollars.
  const due = { treatment: arm(3, 2, 100, 5000), holdout: arm(2, 1, 0, 0) };
  expect(counts.arms.due).toEqual(due);
  expect(counts.arms.carts).toEqual(due);
  expect(counts.arms.all).toEqual({ treatment: arm(4, 3, 100, 5000), holdout: arm(3, 1, 0, 0) });
  expect(counts.groups.intent.get('price')).toEqual(due);
  expect(counts.experiments.size).toBe(0);
  expect(counts.ends.get('limited-points')).toEqual({
    shown: 4,
    accepted: 1,
    dismissed: 1,
    answered: 0,
    expired: 0,
    failed: 1,
  });
  expect([...counts.holds].sort()).toEqual([
    ['below-threshold', 1],
    ['holdout', 2],
    ['typing', 1],
  ]);
  expect(counts.start).toBe(T0 + START * 60_000);
  expect(counts.time.before).toEqual({ visits: 2, bought: 1, carts: 2, abandoned: 1 });
  // a, b, c, h, i, m had something in the cart, f nobody knows, n not; `last` may still go on.
  expect(counts.time.after).toEqual({ visits: 8, bought: 4, carts: 6, abandoned: 3 });
  expect(counts).toMatchObject({ twice: 1, unversioned: 1, both: 1, asked: 1, worthless: 1, currency: 'EUR' });
  expect(counts.others).toEqual([['USD', 1]]);
  expect(counts.time.series.map(({ visits }: { visits: number }) => visits)).toEqual([2, 0, 0, 8, 0, 0, 0]);
  write('told.ndjson', tiny().reverse());
  const turned = countRecords(await readRecords(at('told.ndjson')), undefined);
  expect(turned.arms).toEqual(counts.arms);
  expect(turned.time).toEqual(counts.time);
});

test('the page says these numbers, stands alone, and knows no number that is none', () => {
  const html = pageOf(tiny());
  const text = textOf(html);
  for (const part of [
    'Where a popup was due, 66.7 % of 3 visitors who were shown one ordered, and 50 % of 2 visitors',
    'not enough data yet',
    'visitors | 3 | 2 |',
    'conversion | 66.7 % | 50 % | +33.3 %',
    'cart abandonment | 33.3 % | 50 % | −33.3 %',
    'revenue per visitor, EUR | €33.33 | €0.00 | not known',
    'A popup was due: 2 of 5 held out, 40 % where 10 % was stated. No more off than chance',
    'All whose group is known: 3 of 7 held out',
    'Popups began on 4 Nov 2026 (the first decision for one)',
    'visits | 2 | 8 |',
    'cart abandonment | 50 % | 50 %',
    'limited-points | 4 | 1 | 0 | 1 | 0 | 1 | 2 |',
    'below-threshold | 1 | 25 % | the shopper was likely to buy anyway',
    '1 line that stood there before',
    '1 line without a version',
    '1 visitor seen in both groups',
    '1 popup that the shop asked for by name: it knows no holdout',
    'Revenue is in EUR only. 1 order in other currencies (USD: 1)',
    '1 order without a value or currency',
    'Before and after is no proof.',
    'once ten visitors to whom a popup was due have ordered',
  ])
    expect(text).toContain(part);
  expect(html).not.toMatch(/<script|<link|https?:|url\((?!#)|(src|href)=/);
  expect(html).not.toMatch(/NaN|Infinity|undefined|null/);
  expect(html).not.toMatch(/simulated/i);
});

describe('what is not known is said in words', () => {
  test.each<[string, Line[], string[], string[]]>([
    [
      'no popup was due',
      [score('x', 0), bought('x', 5), told('last', DAY, 'ready')],
      [],
      ['No popup was due to anybody yet', 'there is only a before', 'None was shown.', 'A popup was due: nobody yet.'],
    ],
    [
      'nobody was held out',
      [
        ...Array.from({ length: 12 }, (_, i) => [...shown(`v${i}`, i), bought(`v${i}`, i + 20)]).flat(),
        told('last', DAY, 'ready'),
      ],
      ['--holdout', '0'],
      ['Nobody was held out', 'Without a holdout no amount of data will do', 'conversion | 100 % | not known |'],
    ],
    [
      'no order states a value',
      [...shown('a', 0), bought('a', 5, {}), ...withheld('b', 9)],
      [],
      ['revenue per visitor | not known | not known | no order states its value'],
    ],
    ['a single record', [told('x', 0, 'ready')], [], ['1 visit, 1 record', '1 visit that may still have gone on']],
    [
      'a currency that there is not',
      [...shown('a', 0), bought('a', 5, { value: 7, currency: '?' }), ...withheld('b', 9)],
      [],
      ['revenue per visitor, ? | 7 ? | 0 ?'],
    ],
    [
      'an amount below nothing',
      [...shown('a', 0), bought('a', 5, { value: -7, currency: 'EUR' }), ...withheld('b', 9)],
      [],
      ['conversion | 100 % | 0 % |', '1 order without a value or currency'],
    ],
    [
      'browsers that keep nothing',
      [0, 1, 2].flatMap((i) => [score(`v${i}`, i, { 'cart-count': 1 }), ...shown(`w${i}`, i).slice(1)]),
      [],
      ['3 visitors of 3 whose browser may keep nothing. That is most of them.'],
    ],
  ])('%s', (_, lines, more, parts) => {
    const html = pageOf(lines, ...more);
    for (const part of parts) expect(textOf(html)).toContain(part);
    expect(html).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});

test('groups that do not fit the holdout: nothing is to be believed', () => {
  const many = (n: number, of: (name: string, minute: number) => Line[]) =>
    Array.from({ length: n }, (_, i) => of(`${of === withheld ? 'h' : 't'}${i}`, i)).flat();
  const html = pageOf([...many(150, shown), ...many(150, withheld)]);
  expect(textOf(html)).toContain('this comparison cannot be trusted');
  expect(textOf(html)).toContain('150 of 300 held out, 50 % where 10 % was stated. That is no chance (p below 0.0001)');
  expect(textOf(pageOf([...many(150, shown), ...many(150, withheld)], '--holdout', '0.5'))).not.toContain('no chance');
});

test('variants of an experiment, each against its own; names are text', () => {
  const variants = ['plain', '<b>bold</b>'];
  const lines = variants.flatMap((variant, i) =>
    [...shown(`t${i}`, 0), ...withheld(`h${i}`, 1)].map((one) =>
      one.type === 'decision' ? { ...one, experiment: 'words', variant, campaign: '<script>' } : one,
    ),
  );
  const html = pageOf([...lines, bought('t1', 5)]);
  expect(html).not.toMatch(/<script|<b>/);
  expect(textOf(html)).toMatch(/words: <b>bold<\/b> \| 100 %\nof 1 \| 0 %\nof 1 \|/);
  expect(textOf(html)).toMatch(/words: plain \| 0 %\nof 1 \| 0 %\nof 1 \|/);
  expect(textOf(html)).toMatch(/words: plain against <b>bold<\/b> \| 0 %\nof 1 \| 100 %\nof 1 \|/);
});

test('popups begin when it is said, and what came before is no part of the proof', () => {
  const text = textOf(pageOf(tiny(), '--start', '2026-11-05'));
  expect(text).toContain('Popups began on 5 Nov 2026 (as stated)');
  expect(text).toContain('No popup was due to anybody yet');
});

describe('says what is wrong, where, and what it expected', () => {
  const good = score('x', 0);
  test.each<[string, object, string]>([
    ['no record', { level: 'info' }, ': expected a record of Waver with v, type, visit and visitor'],
    ['another version', { ...good, v: 2 }, ', v: expected 1, got 2'],
    ['an instant that is none', { ...good, at: 12 }, ', at: expected milliseconds since 1970, got 12'],
    [
      'an amount that is none',
      bought('x', 1, { value: '5' }),
      ', value: expected an amount in major units, or none, got "5"',
    ],
    ['no group', { ...good, arm: 'B' }, ', arm: expected treatment or holdout, got "B"'],
  ])('%s', (_, line, message) => {
    write('bad.ndjson', [good, line]);
    const { status, stderr } = lab('report', at('bad.ndjson'), '--out', at('never.html'));
    expect(stderr).toContain(`"${at('bad.ndjson')}", line 2${message}`);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(status).toBe(1);
  });

  test.each([
    [['report'], 'report: a file of records is missing'],
    [['report', 'nowhere.ndjson'], '"nowhere.ndjson": no such file'],
    [['report', 'package.json'], '"package.json", line 1: expected one JSON object a line'],
    [['report', 'x.ndjson', '--holdout', '10'], '--holdout: expected a share such as 0.1, got "10"'],
    [['report', 'x.ndjson', '--start', '1.11.2026'], '--start: expected a day such as 2026-11-01, got "1.11.2026"'],
  ])('%j', (args, message) => {
    const { status, stderr } = lab(...args);
    expect(stderr).toContain(message);
    expect(status).toBe(1);
  });

  test('a file without records', () => {
    writeFileSync(at('empty.ndjson'), '\n');
    expect(lab('report', at('empty.ndjson')).stderr).toContain("expected Waver's own records, found none");
  });
});
