import { describe, expect, test } from 'vitest';
import { predict } from '../../lab/predict.mjs';
import { random, shuffled } from '../../lab/random.mjs';
import { readVisits } from '../../lab/readVisits.mjs';
import { train } from '../../lab/train.mjs';
import { linesOf, type Seen, simulateRecords, type Told, truthOf } from './simulatedRecords';

/** Waver's records as rows to learn from. All records here are written by hand or simulated: no shopper made them. */

const T0 = Date.UTC(2026, 10, 23, 10);

/** A record of one visit, a number of minutes after all began; its visitor has no other visit unless told. */
const told = (visit: string, minute: number, type: string, body: object = {}): Told => ({
  v: 1,
  id: `${visit}-view-${minute}-${type}`,
  type,
  at: T0 + minute * 60_000,
  visitor: `visitor of ${visit}`,
  visit,
  page: '/cart',
  ...body,
});
const score = (visit: string, minute: number, evidence?: object) => told(visit, minute, 'score', { evidence });
const held = (visit: string, minute: number, hold: string, propensity = 1) =>
  told(visit, minute, 'decision', { show: false, hold, propensity });
const shown = (visit: string, minute: number) => told(visit, minute, 'decision', { show: true, propensity: 0.9 });
const outcome = (visit: string, minute: number, name: string) => told(visit, minute, 'outcome', { outcome: name });
const churned = (visit: string) => outcome(visit, 60, 'churned');
const bought = (visit: string, minute = 30) => told(visit, minute, 'purchase', { order: visit });

const read = (...records: object[]) => readVisits(linesOf(records), 'told.ndjson');
const weightsOf = (...records: object[]) => read(...records).weights;

/** Two visits that end without a popup, to stand beside what is tested. */
const others = [score('plain', 1, { stage: 0 }), churned('plain'), score('sold', 1, { stage: 2 }), bought('sold')];

test('each score is a row with what was known, what came of it, whose it was and when', () => {
  const { records, columns, label, groups, times } = read(
    score('a', 1, { stage: 0, month: 'nov' }),
    score('a', 5, { stage: 1, 'cart-count': 2, month: null }),
    bought('a'),
    score('b', 2, { exits: 1 }),
    churned('b'),
  );
  expect(columns).toEqual(['cart-count', 'exits', 'month', 'stage']);
  expect(label).toBe('bought');
  // Every row names every feature: what was not known is there and undefined.
  expect(Object.keys(records[0] ?? {})).toEqual([...columns, 'bought']);
  expect(records).toEqual([
    { stage: 0, month: 'nov', bought: true },
    { stage: 1, 'cart-count': 2, month: null, bought: true },
    { exits: 1, bought: false },
  ]);
  expect(groups).toEqual(['visitor of a', 'visitor of a', 'visitor of b']);
  expect(times.map((time) => (time - T0) / 60_000)).toEqual([1, 5, 2]);
});

test('a visit weighs one, shared by its scores, whatever it was held for', () => {
  expect(weightsOf(...others, held('plain', 1, 'below-threshold'))).toEqual([1, 1]);
  const four = [1, 2, 3, 4].map((minute) => score('long', minute, { stage: 0 }));
  expect(weightsOf(...four, held('long', 2, 'typing'), bought('long'))).toEqual([0.25, 0.25, 0.25, 0.25]);
});

test.each([
  ['a decision to show', [shown('popup', 3)]],
  ['a popup that was seen', [outcome('popup', 3, 'shown')]],
  ['a popup that was answered', [outcome('popup', 4, 'answered')]],
  ['a popup that could not be put on the page', [shown('popup', 3), outcome('popup', 3, 'failed')]],
])('%s: the visit is left out, from its first score on', (_, popup) => {
  const visit = [score('popup', 1, { told: 1 }), score('popup', 3, { told: 2 }), ...popup, bought('popup')];
  const { columns, records, summary } = read(...others, ...visit);
  expect(columns).toEqual(['stage']);
  expect(records).toHaveLength(2);
  expect(summary).toContain('left out: 1 visit with a popup');
});

test('a withheld visit stands for those with a popup: 1 / propensity, once however often it was withheld', () => {
  const visit = [score('held', 1, { told: 1 }), held('held', 1, 'holdout', 0.1), outcome('held', 1, 'withheld')];
  expect(weightsOf(...visit, churned('held'))).toEqual([10]);
  const again = [score('held', 5, { told: 2 }), held('held', 5, 'holdout', 0.1), outcome('held', 5, 'withheld')];
  expect(weightsOf(...visit, ...again, churned('held'))).toEqual([5, 5]);
  const before = [score('held', 0, { told: 0 }), held('held', 0, 'below-threshold')];
  expect(weightsOf(...visit, ...before, churned('held'))).toEqual([5, 5]);
  expect(read(...visit, churned('held')).summary).toContain(
    '1 visit withheld for comparison: each stands for those with a popup too',
  );
});

test('for no more than 20 visits, and says so', () => {
  const visit = [score('held', 1, { told: 1 }), churned('held')];
  const { weights, summary } = read(...visit, held('held', 1, 'holdout', 0.02));
  expect(weights).toEqual([20]);
  expect(summary.at(-1)).toContain('1 of them would stand for more than 20 visits and count 20');
  expect(read(...visit, held('held', 1, 'holdout', 0.05)).summary.join()).not.toContain('more than 20');
});

test('nobody withheld: says that nothing stands for the visits with a popup', () => {
  const popup = [score('popup', 1, {}), shown('popup', 1), churned('popup')];
  expect(read(...others, ...popup).summary.at(-1)).toContain('nothing stands for 1 visit with a popup');
  const withheld = [score('held', 1, {}), held('held', 1, 'holdout', 0.5), churned('held')];
  expect(read(...others, ...popup, ...withheld).summary.join()).not.toContain('nothing stands');
});

test('what cannot be learned from is left out and counted', () => {
  const { records, summary } = read(
    ...others,
    score('open', 1, { told: 1 }),
    churned('silent'),
    score('old', 1),
    churned('old'),
    score('part', 1),
    score('part', 2, { stage: 1 }),
    bought('part'),
    score('late', 40, { told: 1 }),
    bought('late'),
    score('lost', 1, { told: 1 }),
    outcome('lost', 1, 'withheld'),
    churned('lost'),
    told('plain', 1, 'moment', { kind: 'exit-intent' }),
    told('plain', 0, 'a type of a later version'),
  );
  expect(records.map(({ stage }) => stage)).toEqual([0, 1, 2]);
  expect(summary).toEqual([
    '8 visits, 3 of them to learn from, with 3 scores',
    'left out: 1 visit with scores but without their evidence',
    'left out: 1 visit withheld, without the decision that says how likely that was',
    'left out: 1 visit without a known end',
    'left out: 2 visits without a score before their end',
    'left out: 1 score without evidence',
  ]);
});

describe('no end was told: the shopper was never seen again, or not yet', () => {
  const open = score('open', 60, { stage: 1, 'past-orders': 0 });
  test.each([
    ['hours before the last record, where visits are kept: left', open, 60 + 180, 'taken for left'],
    ['not long before: not known', open, 60 + 179, 'without a known end'],
    [
      'nothing is kept, so each page is a visit: not known',
      score('open', 60, { stage: 1 }),
      900,
      'without a known end',
    ],
  ])('%s', (_, last, until, message) => {
    const { records, summary } = read(...others, last, told('plain', until, 'ready'));
    expect(records.map(({ bought }) => bought)).toEqual(
      [false, true, false].slice(0, message.endsWith('left') ? 3 : 2),
    );
    expect(summary.join()).toContain(message);
  });
});

test('an order counts, whichever record says so, and after a tab had taken the visit for over', () => {
  const visit = score('a', 1, { stage: 0 });
  expect(read(visit, outcome('a', 9, 'purchased')).records).toEqual([{ stage: 0, bought: true }]);
  expect(read(visit, outcome('a', 5, 'churned'), bought('a')).records).toEqual([{ stage: 0, bought: true }]);
});

test('lines that were sent twice count once; the order of lines changes nothing', () => {
  const records = simulateRecords(200, { seed: 7 });
  const { summary, ...rows } = read(...records);
  const order: number[] = shuffled(records.length, random(3));
  const { summary: other, ...mixed } = read(...order.map((i) => records[i] as Told), ...records.slice(0, 5));
  expect(mixed).toEqual(rows);
  expect(other).toEqual([...summary.slice(0, 3), 'left out: 5 lines that stood there before', ...summary.slice(3)]);
});

describe('says which line is wrong, and what it expected', () => {
  const good = others[0] as Told;
  test.each<[string, object, string]>([
    ['another kind of line', { level: 'info' }, ': expected a record of Waver with v, type, visit and visitor'],
    ['another version', { ...good, v: 2 }, ', v: expected 1, got 2'],
    ['no id', { ...good, id: undefined }, ', id: expected text, got nothing'],
    [
      'a date for an instant',
      { ...good, at: '2026-11-23' },
      ', at: expected milliseconds since 1970, got "2026-11-23"',
    ],
    ['evidence that is a list', { ...good, evidence: [1] }, ', evidence: expected features by name, got [1]'],
    [
      'a feature that is neither number nor word',
      score('x', 1, { stage: { is: 1 } }),
      ', evidence.stage: expected a number or a word, got {"is":1}',
    ],
    [
      'a word where there were numbers',
      score('x', 1, { stage: 'cart' }),
      ', evidence.stage: expected a number, as in the lines before, got "cart"',
    ],
    ['no propensity', { ...held('x', 1, 'holdout'), propensity: undefined }, ', propensity: expected a number above 0'],
    [
      'a propensity of nothing',
      held('x', 1, 'holdout', 0),
      ', propensity: expected a number above 0, at most 1, got 0',
    ],
    ['a propensity above 1', held('x', 1, 'holdout', 10), ', propensity: expected a number above 0, at most 1, got 10'],
  ])('%s', (_, line, message) => {
    expect(() => read(...others, line)).toThrow(`"told.ndjson", line 5${message}`);
  });
});

describe('simulated visits, where popups keep some who would have left', () => {
  const records = simulateRecords(8000);
  const { summary, records: rows, ...given } = read(...records);
  const scores = records.filter(({ type }) => type === 'score');
  const unknown = Object.fromEntries(given.columns.map((column) => [column, undefined]));
  const fresh = simulateRecords(2000, { seed: 2 }).flatMap(({ evidence }) => (evidence ? [evidence] : []));

  const options = { map: {}, name: 'simulated', made: 'test', label: 'bought', columns: given.columns };
  /** How far the model's log-odds are from those without a popup, on visits it has not seen. */
  const away = (model: ReturnType<typeof train>) => {
    const p = predict(
      model,
      fresh.map((seen) => ({ ...unknown, ...seen })),
      {},
    );
    const squares = p.map((buys, i) => (Math.log((1 - buys) / buys) - truthOf(fresh[i] as Seen)) ** 2);
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  };

  test('the weights make up for the visits left out, at each point of the visit', () => {
    const exits = (some: number[]) =>
      rows.reduce((sum, { exits }, i) => sum + (exits ? (some[i] ?? 0) : 0), 0) /
      rows.reduce((sum, { stage }, i) => sum + (stage ? (some[i] ?? 0) : 0), 0);
    // Half of the simulated shoppers are on their way out; without the weights it were a fifth.
    expect(exits(given.weights)).toBeCloseTo(0.5, 1);
    expect(exits(given.weights.map(() => 1))).toBeLessThan(0.25);
  });

  test('the model says what happens without a popup; without the weighting it does not', () => {
    const weighed = away(train(rows, { ...options, ...given }));
    const unweighed = away(train(rows, { ...options, ...given, weights: given.weights.map(() => 0.5) }));
    const sold = new Set(records.flatMap(({ type, visit }) => (type === 'purchase' ? visit : [])));
    const all = scores.map(({ evidence, visit }) => ({ ...unknown, ...evidence, bought: sold.has(visit) }));
    const naive = away(
      train(all, {
        ...options,
        weights: scores.map(() => 0.5),
        groups: scores.map(({ visitor }) => visitor),
      }),
    );
    // Where it does not show that visits are kept, only told ends are known: those who never came back are missing.
    const forget = ({ 'past-orders': _, ...evidence }: Seen) => evidence;
    const {
      summary: __,
      records: some,
      ...ended
    } = read(...records.map((one) => ({ ...one, ...(one.evidence ? { evidence: forget(one.evidence) } : {}) })));
    const onlyTold = away(train(some, { ...options, ...ended }));
    console.info(
      `simulated: off by ${weighed} log-odds; unweighed ${unweighed}, popups as they come ${naive}, only told ends ${onlyTold}`,
    );
    expect(onlyTold).toBeGreaterThan(3 * weighed);
    expect(weighed).toBeLessThan(0.2);
    expect(unweighed).toBeGreaterThan(2 * weighed);
    expect(naive).toBeGreaterThan(3 * weighed);
  });
});
