import { expect, test } from 'vitest';
import { fitTables } from '../../lab/fitTables.mjs';
import { churnOf, frameOf } from '../../lab/frame.mjs';
import { auc } from '../../lab/metrics.mjs';
import { scoreRows } from '../../lab/score.mjs';
import { settingsFor } from '../../lab/settings.mjs';
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
