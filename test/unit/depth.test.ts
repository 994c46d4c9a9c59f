import fc from 'fast-check';
import { expect, test } from 'vitest';
import { depth } from '../../src/core/depth';

const POINTS = { kind: 'points' } as const;
const at = (churn: number, amount: readonly [number, number], fits?: number, threshold = 0.6) =>
  depth({ ...POINTS, amount }, churn, threshold, fits);

test('a plain number is always that number, or nothing', () => {
  for (const churn of [0, 0.6, 0.777, 1]) expect(depth({ ...POINTS, amount: 347 }, churn, 0.6)).toBe(347);
  expect(depth({ ...POINTS, amount: 347 }, 0.9, 0.6, 347)).toBe(347);
  expect(depth({ ...POINTS, amount: 347 }, 0.9, 0.6, 346)).toBe(0);
});

test('of what is not counted there is one; of points nobody named there are none', () => {
  expect(depth({ kind: 'gift' }, 0.7, 0.6)).toBe(1);
  expect(depth(POINTS, 0.7, 0.6)).toBe(0);
});

test.each([
  [0.3, 200],
  [0.6, 200],
  [0.775, 350],
  [0.949, 490],
  [0.95, 500],
  [1, 500],
])('of 200 to 500, at churn %d: %d', (churn, amount) => {
  expect(at(churn, [200, 500])).toBe(amount);
});

test.each([
  [[5, 9], 6],
  [[10, 99], 48],
  [[100, 1500], 700],
  [[1005, 2507], 1600],
] as const)('of %j in steps nobody stumbles over: %d', (range, amount) => {
  expect(at(0.75, range)).toBe(amount);
});

test('a shop that acts only when it is surer than that gives the most', () => {
  expect(at(0.97, [200, 500], undefined, 0.97)).toBe(500);
  expect(at(0.5, [200, 500], undefined, 0.95)).toBe(200);
});

test('whole, within its range and what fits, and never less for a likelier leave or a greater cart', () => {
  const amount = fc.integer({ min: 1, max: 999_999_999 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(amount, amount, share, share, share, amount, amount, (a, b, c, d, threshold, e, f) => {
      const range = [Math.min(a, b), Math.max(a, b)] as const;
      const [low, high] = [at(Math.min(c, d), range, e, threshold), at(Math.max(c, d), range, e, threshold)];
      expect(low).toBeLessThanOrEqual(high);
      for (const one of [low, high])
        if (one) {
          expect(Number.isInteger(one)).toBe(true);
          expect(one).toBeGreaterThanOrEqual(range[0]);
          expect(one).toBeLessThanOrEqual(Math.min(range[1], e));
        } else expect(e).toBeLessThan(range[0]);
      expect(at(c, range, Math.min(e, f), threshold)).toBeLessThanOrEqual(at(c, range, Math.max(e, f), threshold));
    }),
    { numRuns: 3000, seed: 1 },
  );
});
