import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { splitsOf } from '../../lab/folds.mjs';
import { predict } from '../../lab/predict.mjs';
import { prefixes } from '../../lab/prefixes.mjs';
import { random, shuffled } from '../../lab/random.mjs';
import { readModel } from '../../lab/readModel.mjs';
import { readTime } from '../../lab/readTime.mjs';
import { stream } from '../../lab/stream.mjs';
import { streamCommand } from '../../lab/streamCommand.mjs';
import { type Row, toCsv } from './given';

/** Prediction while a session goes on: no row may know what comes after it. */

/** A synthetic event log, made by others (retentioneering's demo): read where it lies beside the checkout. */
const LOG = '../shared/data/retentioneering-ecom/train.csv';
const hasLog = existsSync(LOG);
if (!hasLog) console.warn(`${LOG} is not there: its bars are not tested, simulated logs stand in for the rest`);

const names = { session: 's', time: 't', event: 'e', from: 'cart', until: 'buy' };
const asked = { ...names, seed: 1, name: 'log', made: 'test' };

const tiny: Row[] = [
  { s: 'a', t: '2026-03-01 10:00:00', e: 'look', u: 'x', device: 'phone' },
  { s: 'a', t: '2026-03-01 10:00:30', e: 'cart', u: 'x', device: 'phone' },
  { s: 'a', t: '2026-03-01 10:02:30', e: 'look', u: 'x', device: 'phone' },
  { s: 'a', t: '2026-03-01 10:02:40', e: 'error', u: 'x', device: 'desktop' },
  { s: 'a', t: '2026-03-01 10:03:00', e: 'buy', u: 'x', device: 'desktop' },
  { s: 'a', t: '2026-03-01 10:04:00', e: 'thanks', u: 'x', device: 'desktop' },
  { s: 'b', t: '2026-04-01 08:00:00', e: 'cart', u: 'y', device: 'phone' },
  { s: 'b', t: '2026-04-01 08:00:10', e: 'cart', u: 'y', device: 'phone' },
  { s: 'looks only', t: '2026-03-02 08:00:00', e: 'look', u: 'y', device: 'phone' },
  { s: 'buys before the cart', t: '2026-03-03 08:00:00', e: 'buy', u: 'y', device: 'phone' },
  { s: 'buys before the cart', t: '2026-03-03 08:00:01', e: 'cart', u: 'y', device: 'phone' },
];

test('an event log becomes rows of what was known after each event', () => {
  const rows = prefixes(tiny, { ...names, group: 'u', columns: ['device'] });
  expect(rows.map(({ session, group, step, left, weight }) => [session, group, step, left, weight])).toEqual([
    ['a', 'x', 0, 130, 1 / 3],
    ['a', 'x', 1, 10, 1 / 3],
    ['a', 'x', 2, 0, 1 / 3],
    ['b', 'y', 0, 10, 1 / 2],
    ['b', 'y', 1, 0, 1 / 2],
  ]);
  expect(rows[1]?.features).toEqual({
    events: 3,
    'events-since': 1,
    elapsed: 150,
    'last-gap': 120,
    'longest-gap': 120,
    'last-event': 'look',
    month: 'mar',
    'count-cart': 1,
    'count-error': 0,
    'count-look': 2,
    'count-thanks': 0,
    device: 'phone',
    bought: 1,
  });
  expect(rows[2]?.features).toMatchObject({ 'count-error': 1, device: 'desktop', 'last-gap': 10, 'longest-gap': 120 });
  expect(rows.map(({ features }) => features.bought)).toEqual([1, 1, 1, 0, 0]);
});

/** Logs as fast-check draws them: times within a session differ, as the order of equal ones is the file's. */
const aSession = fc.uniqueArray(
  fc.record({ at: fc.integer({ min: 0, max: 5000 }), e: fc.constantFrom('look', 'cart', 'error', 'buy') }),
  { selector: ({ at }) => at, minLength: 1, maxLength: 9 },
);
const aLog = fc.array(aSession, { minLength: 1, maxLength: 6 }).map((sessions): Row[] => [
  ...sessions.flatMap((events, i) => events.map(({ at, e }) => ({ s: `s${i}`, t: `${1.7e9 + at}`, e }))),
  // So that every event is in the log.
  ...['look', 'error', 'cart', 'buy'].map((e, i) => ({ s: 'last', t: `${1.8e9 + i}`, e })),
]);

test('no row changes when what comes after it is cut off, but for the outcome', () => {
  fc.assert(
    fc.property(aLog, (log) => {
      const whole = prefixes(log, names);
      for (const { session, at, features } of whole) {
        const cut = log.filter(({ s, t }) => s === 'last' || s !== session || readTime(t) <= at);
        const last = prefixes(cut, names).filter((row) => row.session === session && row.at === at);
        expect(last.map((row) => ({ ...row.features, bought: features.bought }))).toEqual([features]);
      }
    }),
  );
});

test('rows of a session weigh one, none knows of the purchase, and a shuffled log gives the same rows', () => {
  fc.assert(
    fc.property(aLog, fc.integer(), (log, seed) => {
      const rows = prefixes(log, names);
      const weights = new Map<string, number>();
      for (const { session, weight, features, left } of rows) {
        weights.set(session, (weights.get(session) ?? 0) + weight);
        expect(Object.keys(features)).not.toContain('count-buy');
        expect(features['last-event']).not.toBe('buy');
        expect(left).toBeGreaterThanOrEqual(0);
      }
      for (const weight of weights.values()) expect(weight).toBeCloseTo(1, 12);
      const mixed = shuffled(log.length, random(seed)).map((i: number) => log[i] as Row);
      expect(prefixes(mixed, names)).toEqual(rows);
    }),
  );
});

test.each([
  ['2026-03-01 12:30:00', Date.UTC(2026, 2, 1, 12, 30)],
  ['2026-03-01T12:30:00.250Z', Date.UTC(2026, 2, 1, 12, 30, 0, 250)],
  ['2026-03-01 12:30:00+02:00', Date.UTC(2026, 2, 1, 10, 30)],
  ['2026-03-01', Date.UTC(2026, 2, 1)],
  [1_700_000_000, 1_700_000_000_000],
  ['1700000000123', 1_700_000_000_123],
  [new Date(5), 5],
])('%s is a time', (cell, ms) => {
  expect(readTime(cell)).toBe(ms);
});

test.each(['', 'yesterday', '01/02/2026', '2026-13-01', '2026-03-01 25:00:00', undefined, null, Number.NaN])(
  '%s is none',
  (cell) => {
    expect(readTime(cell)).toBeNaN();
  },
);

describe('says what is wrong, where, and what it expected', () => {
  const [first = {}] = tiny;
  test.each<[string, Row[], object, string]>([
    ['a bad time', [...tiny, { ...first, t: '1/3/26' }], {}, 'column "t", row 12: expected a time such as 2026-03-01'],
    ['no time', [...tiny, { ...first, t: '' }], {}, 'column "t", row 12: expected a time'],
    ['no session', [...tiny, { ...first, s: '' }], {}, 'column "s", row 12: expected a value, got none'],
    ['a missing column', tiny, { event: 'action' }, 'column "action": not in the file, which has s, t, e, u, device'],
    ['a missing constant', tiny, { columns: ['age'] }, 'column "age": not in the file'],
    ['no such event', tiny, { from: 'basket' }, '--from: no event "basket", expected one of buy, cart, error'],
    ['no such end', tiny, { until: 'order' }, '--until: no event "order", expected one of'],
    ['twice the same', tiny, { until: 'cart' }, '--until: "cart" is --from too'],
    [
      'a session of two shoppers',
      [...tiny, { ...first, u: 'y' }],
      { group: 'u' },
      'column "u", row 12: session "a" belongs to "x" and to "y"',
    ],
    [
      'a name that is taken',
      tiny.map((row) => ({ ...row, elapsed: '1' })),
      { columns: ['elapsed'] },
      '--columns: "elapsed" is the name of something worked out',
    ],
    [
      'addresses for events',
      Array.from({ length: 99 }, (_, i) => ({ ...first, e: `/page/${i}` })),
      {},
      'column "e": 99 different events, expected at most 60',
    ],
    ['nothing to predict', tiny, { from: 'thanks' }, '--from: no session has "thanks" before "buy"'],
    ['too few sessions', tiny, {}, '1 purchases in 2 sessions by weight, expected at least 20'],
  ])('%s', (_, log, more, message) => {
    expect(() => stream(log, { ...asked, ...more })).toThrow(message);
  });
});

/**
 * A simulated log, not a real one: whether a session ends in a purchase is decided before its first event, and only an
 * error may tell. Buyers and others have as many events, at the same pace.
 */
const simulateLog = (sessions: number, tells: boolean, seed = 1): Row[] => {
  const next = random(seed);
  return Array.from({ length: sessions }, (_, i) => {
    const buys = next() < 0.4;
    let at = 1.7e9 + i * 5000;
    const middle = Array.from({ length: 1 + Math.floor(next() * 5) }, () =>
      next() < (tells && !buys ? 0.5 : 0.1) ? 'error' : 'look',
    );
    return ['look', 'cart', ...middle, ...(buys ? ['buy', 'thanks'] : [])].map((e) => {
      at += 1 + Math.floor(next() * 100);
      return { s: `s${i}`, u: `u${i % 150}`, t: `${at}`, e };
    });
  }).flat();
};

const figuresOf = (log: Row[], more: object = {}) => {
  const { model, figures } = stream(log, { ...asked, group: 'u', repeats: 2, ...more });
  return { model, figures, part: (what: string) => figures.parts.find((part) => part.what === what) };
};

test('a log that tells nothing gives nothing: no way round for the outcome', () => {
  const { part, model } = figuresOf(simulateLog(600, false));
  for (const what of ['at cart', '2 events later', 'all rows', '0 to 1 s left'])
    expect(Math.abs((part(what)?.auc.mean ?? 0) - 0.5), what).toBeLessThan(0.06);
  expect(model.card.features).not.toContain('count-thanks');
});

test('a log that tells by its errors is read, the better the later', () => {
  const { part, model, figures } = figuresOf(simulateLog(600, true));
  expect(Math.abs((part('at cart')?.auc.mean ?? 0) - 0.5)).toBeLessThan(0.06);
  expect(part('2 events later')?.auc.mean).toBeGreaterThan(0.68);
  expect(part('4 events later')?.auc.mean).toBeGreaterThan(part('2 events later')?.auc.mean ?? 1);
  // One row a session: either way of counting says the same.
  expect(part('2 events later')?.auc).toEqual(part('2 events later')?.aucOfRows);
  expect(part('all rows')).toMatchObject({ sessions: 600 });
  expect(figures.models).toBe(10);
  expect(model.card).toMatchObject({
    sessions: 600,
    groups: 150,
    from: '2023-11-14',
    stream: { from: 'cart', until: 'buy' },
  });
});

test('shoppers are held back whole: who always or never buys is no help to know others', () => {
  // 30 shoppers, each of whom always or never buys; the model is told who it is.
  const next = random(6);
  const buys = Array.from({ length: 30 }, (_, i) => i % 2 === 0);
  const log = buys.flatMap((one, shopper) =>
    Array.from({ length: 4 }, (_, i) =>
      ['cart', 'look', ...(one ? ['buy'] : [])].map((e, j) => ({
        s: `${shopper}-${i}`,
        u: `u${shopper}`,
        t: `${1.7e9 + 100 * (30 * i + shopper) + Math.floor((j + next()) * 30)}`,
        e,
      })),
    ).flat(),
  );
  const auc = (group: string | undefined) =>
    figuresOf(log, { group, columns: ['u'] }).part('all rows')?.auc.mean ?? Number.NaN;
  expect(Math.abs(auc('u') - 0.5)).toBeLessThan(0.1);
  // With a session on one side alone, but its shopper on both, the name gives it away.
  expect(auc(undefined)).toBeGreaterThan(0.75);
});

test('folds keep groups whole, lose no row, and have nearly the same share of either outcome', () => {
  const next = random(4);
  const churn = Uint8Array.from({ length: 900 }, () => Number(next() < 0.7));
  const groups = Array.from(churn, () => `g${Math.floor(next() ** 2 * 120)}`);
  const splits = splitsOf(churn, 5, 2, 9, groups);
  expect(splits).toHaveLength(10);
  for (const [train = [], test = []] of splits) {
    const seen = new Set(train.map((row) => groups[row]));
    expect(test.filter((row) => seen.has(groups[row]))).toEqual([]);
    expect([...train, ...test].sort((a, b) => a - b)).toEqual(Array.from(churn.keys()));
    const left = test.filter((row) => churn[row]).length;
    expect(Math.abs(test.length - 180)).toBeLessThan(30);
    expect(Math.abs(left / test.length - 0.7)).toBeLessThan(0.08);
  }
  expect(splitsOf(churn, 5, 2, 9, groups)).toEqual(splits);
  expect(splitsOf(churn, 5, 2, 10, groups)).not.toEqual(splits);
});

describe('the command', () => {
  const at = (name: string) => join(mkdtempSync(join(tmpdir(), 'waver-stream-')), name);
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('prints the figures, with the note above them, and writes a model that predicts', async () => {
    let printed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += text;
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const log = simulateLog(300, true);
    const [file, out] = [at('log.csv'), at('model.json')];
    writeFileSync(file, toCsv(log));
    await streamCommand({ ...names, group: 'u', out, note: 'SIMULATED' }, file, 'test');
    expect(printed).toMatch(/300 sessions with cart .*\nSIMULATED\nAUC +sessions/);
    expect(printed).toMatch(/at cart +300 +300 +0\.\d{3} ± 0\.\d{3} /);
    const model = readModel(out);
    expect(model.card).toMatchObject({ note: 'SIMULATED', sessions: 300 });
    const rows = prefixes(log, names).map(({ features }) => features);
    const p = predict(model, rows, {});
    const mean = (bad: boolean) => {
      const some = p.filter((_, i) => Number(rows[i]?.['count-error']) > 0 === bad);
      return some.reduce((sum, one) => sum + one, 0) / some.length;
    };
    expect(mean(false)).toBeGreaterThan(mean(true) + 0.15);
  });

  test.each([
    [{ session: undefined }, 'log.csv', '--session is missing, expected the column with the session'],
    [{ until: '' }, 'log.csv', '--until is missing, expected the event to predict'],
    [{ seed: 'x' }, 'log.csv', '--seed: expected a whole number, got "x"'],
    [{}, undefined, 'stream: a file of events is missing'],
    [{}, 'nowhere.csv', '"nowhere.csv": no such file'],
  ])('%j, %s: %s', async (values, file, message) => {
    await expect(streamCommand({ ...names, ...values }, file, 'test')).rejects.toThrow(message);
  });
});

describe.runIf(hasLog)("a synthetic event log made by others (retentioneering's demo), development part", () => {
  const log: Row[] = hasLog ? parse(readFileSync(LOG), { columns: true }) : [];
  const options = {
    session: 'session_id',
    time: 'timestamp',
    event: 'event',
    from: 'add_to_cart',
    until: 'purchase',
    group: 'user_id',
    columns: ['platform', 'user_lifecycle'],
  };

  test('as many rows and sessions as its makers of the task count', () => {
    const rows = prefixes(log, options);
    expect(rows).toHaveLength(4088);
    expect(new Set(rows.map(({ session }) => session)).size).toBe(747);
  });

  test('ranks sessions that go on; whole shoppers held back', () => {
    const { figures, part } = figuresOf(log, { ...options, repeats: 10 });
    const of = (what: string) => ({ once: part(what)?.auc.mean, rows: part(what)?.aucOfRows.mean });
    for (const { what, auc, aucOfRows } of figures.parts)
      console.info(`SYNTHETIC log, ${what}: AUC ${auc.mean} ± ${auc.sd}; each row once ${aucOfRows.mean}`);
    // Bars in the first block: depth-2 trees trained by others on all these sessions, for other shoppers, each row once.
    expect(of('at add_to_cart').rows).toBeGreaterThan(0.72);
    expect(of('all rows').rows).toBeGreaterThan(0.763);
    expect(of('4 events later').rows).toBeGreaterThan(0.771);
    expect(of('300 s or more left').rows).toBeGreaterThan(0.685);
    // Not beaten: those trees had 0.760, and by time left 0.885, 0.872 and 0.813. What is reached, less a margin.
    expect(of('2 events later').rows).toBeGreaterThan(0.745);
    expect(of('0 to 1 s left').rows).toBeGreaterThan(0.87);
    expect(of('1 to 60 s left').rows).toBeGreaterThan(0.79);
    expect(of('60 to 300 s left').rows).toBeGreaterThan(0.775);
    // Each session once.
    expect(of('all rows').once).toBeGreaterThan(0.785);
    expect(of('60 to 300 s left').once).toBeGreaterThan(0.8);
    expect(of('8 events later').once).toBeGreaterThan(0.72);
    expect(figures.logLoss.mean).toBeLessThan(0.52);
    expect(part('all rows')?.later).toBeGreaterThan(0.77);
  });
});
