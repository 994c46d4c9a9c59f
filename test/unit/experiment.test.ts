import { describe, expect, test } from 'vitest';
import { variantOf } from '../../src/core/experiment';
import { armOf, shareOf } from '../../src/core/holdout';

const VISITORS = 40_000;
/** Ids as the browser makes them: 64 random bits, here from a generator with a fixed start. */
const ids = (() => {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The low digits of such a generator are no good.
    return ((state ^ (state >>> 15)) * 2_654_435_761) >>> 0;
  };
  return Array.from({ length: VISITORS }, () => next().toString(36) + next().toString(36));
})();
/** Ids that come one after the other, as a test's or a shop's own might. */
const numbered = Array.from({ length: VISITORS }, (_, at) => `visitor-${at}`);

const split = (id: string, ...shares: number[]) => ({
  id,
  variants: shares.map((share, at) => ({ id: `v${at}`, share })),
});

/** Pearson's statistic for a table of counts, and its degrees of freedom. */
const chiSquare = (table: readonly (readonly number[])[]) => {
  const rows = table.map((row) => row.reduce((a, b) => a + b));
  const columns = (table[0] as number[]).map((_, at) => table.reduce((sum, row) => sum + (row[at] as number), 0));
  const all = rows.reduce((a, b) => a + b);
  let statistic = 0;
  for (const [i, row] of table.entries())
    for (const [j, count] of row.entries()) {
      const expected = ((rows[i] as number) * (columns[j] as number)) / all;
      statistic += (count - expected) ** 2 / expected;
    }
  return statistic;
};
const crossed = (visitors: readonly string[], first: (id: string) => number, second: (id: string) => number) => {
  const counts = new Map<string, number>();
  for (const id of visitors) {
    const cell = `${Math.floor(first(id) * 10)} ${Math.floor(second(id) * 10)}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const tens = Array.from({ length: 10 }, (_, at) => at);
  return chiSquare(tens.map((row) => tens.map((column) => counts.get(`${row} ${column}`) ?? 0)));
};
/** 81 degrees of freedom: exceeded once in 10,000 by chance. */
const MOST_81 = 133.5;

describe('variantOf', () => {
  test('the same for a visitor, however often it is asked', () => {
    const experiment = split('words', 0.5, 0.5);
    for (const id of ids.slice(0, 100)) expect(variantOf(experiment, id)).toBe(variantOf(experiment, id));
  });

  test.each([
    ['random ids', ids],
    ['numbered ids', numbered],
  ])('each variant gets its share: %s', (_, visitors) => {
    const shares = [0.2, 0.5, 0.3];
    const drawn = visitors.map((id) => variantOf(split('words', ...shares), id)?.id);
    for (const [at, share] of shares.entries())
      expect(Math.abs(drawn.filter((id) => id === `v${at}`).length / VISITORS - share)).toBeLessThan(
        4 * Math.sqrt((share * (1 - share)) / VISITORS),
      );
  });

  test.each([
    ['random ids', ids],
    ['numbered ids', numbered],
  ])('it says nothing about the holdout, nor about another experiment: %s', (_, visitors) => {
    const drawn = (experiment: string) => (id: string) => shareOf(`${id}${experiment}`);
    for (const experiment of ['a', 'words', 'price-2026'])
      expect(crossed(visitors, shareOf, drawn(experiment)), experiment).toBeLessThan(MOST_81);
    expect(crossed(visitors, drawn('a'), drawn('b'))).toBeLessThan(MOST_81);
    expect(crossed(visitors, drawn('words-1'), drawn('words-2'))).toBeLessThan(MOST_81);
  });

  test('were it drawn like the holdout, this would be seen', () => {
    expect(crossed(ids, shareOf, shareOf)).toBeGreaterThan(100 * MOST_81);
  });

  test('in both arms of the holdout alike', () => {
    const table = (['treatment', 'holdout'] as const).map((arm) => {
      const drawn = ids.filter((id) => armOf(id, 0.1) === arm).map((id) => variantOf(split('words', 0.5, 0.5), id)?.id);
      return ['v0', 'v1'].map((variant) => drawn.filter((id) => id === variant).length);
    });
    // One degree of freedom: exceeded once in 10,000 by chance.
    expect(chiSquare(table)).toBeLessThan(15.2);
  });

  test('what rounding leaves over is the last one’s; without variants there is none', () => {
    expect(variantOf(split('words', 0, 0), 'lise')?.id).toBe('v1');
    expect(variantOf(split('words'), 'lise')).toBeUndefined();
  });
});
