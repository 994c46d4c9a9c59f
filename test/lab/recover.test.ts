import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designOf } from '../../lab/design.mjs';
import { fitPenalised } from '../../lab/fitPenalised.mjs';
import { fitTables } from '../../lab/fitTables.mjs';
import { churnOf, frameOf } from '../../lab/frame.mjs';
import { auc } from '../../lab/metrics.mjs';
import { random } from '../../lab/random.mjs';
import { scoreRows } from '../../lab/score.mjs';
import { settingsFor } from '../../lab/settings.mjs';
import { termsOf } from '../../lab/terms.mjs';
import { train } from '../../lab/train.mjs';
import { simulate, simulatedColumns, truth } from './given';

/** On simulated sessions, whose model is known. */

const given = (rows: number, seed: number) => {
  const records = simulate(rows, seed);
  return {
    frame: frameOf(records, simulatedColumns.split(','), {}),
    churn: churnOf(records, 'bought'),
    logits: records.map((row) =>
      truth(Number(row['pages-product']), Number(row['seconds-terms']), row.visitor as string),
    ),
  };
};
const rowsOf = (n: number) => Array.from({ length: n }, (_, i) => i);
const fresh = given(4000, 2);
const away = (logits: ArrayLike<number>) =>
  Math.sqrt(fresh.logits.reduce((sum, logit, i) => sum + (logit - (logits[i] ?? Number.NaN)) ** 2, 0) / 4000);

test('tables and the pair come out as they went in', () => {
  const { frame, churn } = given(20_000, 1);
  const tables = fitTables(frame, churn, rowsOf(20_000));
  expect(tables.pairs?.[0]?.features).toEqual(['seconds-terms', 'visitor']);
  // The true log-odds spread by 1.3; what is left is the bins' width and noise.
  expect(away(scoreRows(tables, fresh.frame))).toBeLessThan(0.2);
});

test('without pairs the same sessions cannot be told: the test above sees the difference', () => {
  const { frame, churn } = given(20_000, 1);
  const tables = fitTables(frame, churn, rowsOf(20_000), { ...settingsFor(20_000), pairs: 0 });
  expect(tables.pairs).toBeUndefined();
  expect(away(scoreRows(tables, fresh.frame))).toBeGreaterThan(0.45);
});

test('few sessions get no pairs, and still rank', () => {
  const { frame, churn } = given(900, 3);
  const tables = fitTables(frame, churn, rowsOf(900));
  expect(tables.pairs).toBeUndefined();
  expect(auc(fresh.churn, scoreRows(tables, fresh.frame))).toBeGreaterThan(0.68);
});

test('every table is centred: 0 is the average visit', () => {
  const { frame, churn } = given(5000, 4);
  const { pages } = { pages: frame.features.find(({ name }) => name === 'pages-product')?.values ?? [] };
  const table = fitTables(frame, churn, rowsOf(5000)).tables['pages-product'] as { edges: number[]; weights: number[] };
  let sum = 0;
  for (const value of pages) sum += table.weights[table.edges.filter((edge) => value >= edge).length] ?? Number.NaN;
  expect(Math.abs(sum / 5000)).toBeLessThan(0.006);
});

/** Seconds on terms have no effect of their own in the simulation: noise alone would go up and down. */
test.each(['up', 'down'] as const)('a table that may only go %s does, whatever the rows say', (way) => {
  const { frame, churn } = given(3000, 6);
  const monotone = { 'pages-product': way, 'seconds-terms': way };
  const { tables, pairs } = fitTables(frame, churn, rowsOf(3000), settingsFor(3000, monotone));
  for (const name in monotone) {
    const { weights } = tables[name] as { weights: number[] };
    expect(weights).toEqual(weights.toSorted((a, b) => (way === 'up' ? a - b : b - a)));
  }
  expect(pairs).toBeUndefined();
  const { weights } = tables['pages-product'] as { weights: number[] };
  const range = Math.abs((weights.at(-1) ?? 0) - (weights[0] ?? 0));
  if (way === 'down') expect(range).toBeGreaterThan(1.5);
  else expect(range).toBeLessThan(0.2);
});

test('monotone stays monotone, for rows of any kind: pure noise, ties, few values, missing ones', () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.integer({ min: 2, max: 60 }), fc.constantFrom('up', 'down'), (seed, values, way) => {
      const next = random(seed + 1);
      const records = Array.from({ length: 400 }, () => {
        const dwell = next() < 0.1 ? '' : `${Math.floor(next() ** 2 * values)}`;
        return { dwell, other: `${next()}`, bought: next() < 0.3 ? '1' : '0' };
      });
      const frame = frameOf(records, ['dwell', 'other'], {});
      const settings = settingsFor(400, { dwell: way as 'up' | 'down' });
      const { tables } = fitTables(frame, churnOf(records, 'bought'), rowsOf(400), settings);
      const { weights } = tables.dwell as { weights: number[] };
      expect(weights).toEqual(weights.toSorted((a, b) => (way === 'up' ? a - b : b - a)));
    }),
    { numRuns: 40 },
  );
});

test('rows that can be told apart without fault, few of one kind, do not send the fit away', () => {
  const records = Array.from({ length: 20_000 }, (_, i) => {
    const buys = i < 400;
    return { pages: buys ? 100 + (i % 7) : i % 7, word: buys ? 'x' : 'y', bought: buys ? 1 : 0 };
  });
  const frame = frameOf(records, ['pages', 'word'], {});
  const logits = scoreRows(fitTables(frame, churnOf(records, 'bought'), rowsOf(20_000)), frame);
  expect(Math.max(...logits.slice(0, 400))).toBeLessThan(0);
  expect(Math.min(...logits.slice(400))).toBeGreaterThan(3);
  expect(Math.max(...logits)).toBeLessThan(20);
});

test('labels of pure chance give nearly nothing', () => {
  const { frame, churn } = given(5000, 5);
  const luck = fresh.churn.slice(0, 4000);
  const tables = fitTables(
    frame,
    Uint8Array.from(churn, (_, i) => ((i * 7919) % 5 === 0 ? 0 : 1)),
    rowsOf(5000),
  );
  expect(Math.abs(auc(luck, scoreRows(tables, fresh.frame)) - 0.5)).toBeLessThan(0.06);
});

describe('weights, groups and times', () => {
  const asked = { label: 'bought', columns: simulatedColumns.split(','), map: {}, name: 'simulated', made: 'test' };
  const repeated = <Row>(rows: Row[], weights: number[]) =>
    rows.flatMap((row, i) => Array<Row>(weights[i] ?? 0).fill(row));
  const manyWeights = (rows: number, least: number) =>
    fc.array(fc.integer({ min: least, max: 3 }), { minLength: rows, maxLength: rows });

  test('a row of weight k is fitted as the row k times: parameters and tables', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), manyWeights(150, 0), (seed, weights) => {
        // A word of two rows: whether it is rare, their weights say.
        const records = simulate(150, seed).map((row, i) => (i < 2 ? { ...row, visitor: 'other' } : row));
        const settings = { ...settingsFor(5000), pairs: 2 };
        const fitted = (some: typeof records, by: number[]) => {
          const frame = frameOf(some, asked.columns, {});
          const churn = churnOf(some, 'bought');
          const design = designOf(termsOf(frame, rowsOf(some.length), settings, by), [[0, 1]], settings);
          return {
            beta: fitPenalised(design, churn, undefined, by),
            tables: fitTables(frame, churn, rowsOf(some.length), settings, by),
          };
        };
        const some = repeated(records, weights);
        const there = repeated(
          records,
          weights.map((weight) => Math.min(weight, 1)),
        );
        const one = fitted(
          there,
          weights.filter((weight) => weight > 0),
        );
        const two = fitted(
          some,
          some.map(() => 1),
        );
        expect(one.beta).toHaveLength(two.beta.length);
        one.beta.forEach((weight, i) => {
          expect(Math.abs(weight - (two.beta[i] ?? Number.NaN))).toBeLessThan(1e-6);
        });
        // Shortened for the file: a last digit may round the other way.
        const numbers = (tables: object) =>
          JSON.stringify(tables)
            .match(/-?[\d.]+/g)
            ?.map(Number) ?? [];
        expect(numbers(one.tables)).toHaveLength(numbers(two.tables).length);
        numbers(one.tables).forEach((number, i) => {
          expect(Math.abs(number - (numbers(two.tables)[i] ?? Number.NaN))).toBeLessThan(0.0501);
        });
        const all = fitTables(
          frameOf(records, asked.columns, {}),
          churnOf(records, 'bought'),
          rowsOf(150),
          settings,
          weights,
        );
        expect(all).toEqual(one.tables);
      }),
      { numRuns: 15 },
    );
  });

  test('the whole of training: the same model and card, but for the number of rows', () => {
    const records = simulate(600, 8);
    const next = random(2);
    const weights = records.map(() => 1 + Math.floor(next() * 3));
    const groups = records.map((_, i) => `shopper ${i % 200}`);
    const { card: one, ...model } = train(records, { ...asked, weights, groups });
    const { card: two, ...same } = train(repeated(records, weights), { ...asked, groups: repeated(groups, weights) });
    const sessions = weights.reduce((sum, weight) => sum + weight, 0);
    expect(model).toEqual(same);
    expect(one).toEqual({ ...two, rows: 600, sessions });
    expect(two.rows).toBe(sessions);
    expect(two).not.toHaveProperty('sessions');
    expect(one.groups).toBe(200);
  });

  test('weights of 1 change nothing, to the byte', () => {
    const records = simulate(1200, 8);
    const { card, ...model } = train(records, asked);
    const { card: weighed, ...same } = train(records, { ...asked, weights: records.map(() => 1) });
    const { sessions, ...rest } = weighed;
    expect(sessions).toBe(1200);
    expect(JSON.stringify([same, rest])).toBe(JSON.stringify([model, card]));
  });

  test('weights move the model to what weighs more', () => {
    const records = simulate(2000, 8);
    const bought = records.map((row) => row.bought === 'True');
    const { card, churn } = train(records, { ...asked, weights: bought.map((one) => (one ? 3 : 1)) });
    expect(card.purchases).toBe(3 * bought.filter(Boolean).length);
    expect(churn.intercept).toBeLessThan(train(records, asked).churn.intercept - 0.8);
  });

  test('the card says from when to when', () => {
    const records = simulate(600, 8);
    const times = records.map((_, i) => Date.UTC(2026, 2, 1, 23) + i * 3_600_000);
    expect(train(records, { ...asked, times: times.toReversed() }).card).toMatchObject({
      from: '2026-03-01',
      to: '2026-03-26',
    });
  });

  test('copies of a session on both sides of a fold flatter; groups see to it', () => {
    // Labels of pure chance, every row five times: who has seen the copy knows the answer.
    const next = random(3);
    const records = simulate(400, 8).map((row) => ({
      ...row,
      bought: next() < 0.5 ? 'True' : 'False',
      place: `${next()}`,
    }));
    const groups = records.map((_, i) => `${i}`);
    const five = repeated(
      records,
      records.map(() => 5),
    );
    const options = { ...asked, columns: [...asked.columns, 'place'] };
    const apart = train(five, {
      ...options,
      groups: repeated(
        groups,
        records.map(() => 5),
      ),
    });
    expect(Math.abs(apart.card.auc.mean - 0.5)).toBeLessThan(0.06);
    expect(train(five, options).card.auc.mean).toBeGreaterThan(apart.card.auc.mean + 0.06);
  });

  test.each<[string, object, string]>([
    [
      'a negative weight',
      { weights: [-1, ...Array(599).fill(1)] },
      'weights, row 1: expected a number from 0 on, got "-1"',
    ],
    ['weights too small to learn from', { weights: Array(600).fill(0.01) }, 'expected at least 20 with and 20 without'],
    ['too few groups', { groups: Array(600).fill('one') }, 'groups: 1 have rows with a purchase and 1 rows without'],
    ['a row of no group', { groups: [...Array(599).fill('one'), ''] }, 'groups, row 600: expected a name, got ""'],
    ['groups of other rows', { groups: ['one'] }, 'groups: expected one for each of 600 rows, got 1'],
    [
      'no time',
      { times: [Number.NaN, ...Array(599).fill(0)] },
      'times, row 1: expected milliseconds since 1970, got "NaN"',
    ],
  ])('%s is refused', (_, more, message) => {
    expect(() => train(simulate(600, 8), { ...asked, ...more })).toThrow(message);
  });
});
