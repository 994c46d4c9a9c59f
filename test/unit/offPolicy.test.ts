import { describe, expect, test } from 'vitest';
import { random } from '../../lab/random.mjs';
import { offPolicy } from '../../src/core/offPolicy';

describe('estimates from a few rows, worked out by hand', () => {
  // Weights 2, 0.5 and 0.5.
  const rows = [
    { propensity: 0.25, target: 0.5, reward: 1, predicted: 0.8, expected: 0.6 },
    { propensity: 0.5, target: 0.25, reward: 0, predicted: 0.2, expected: 0.4 },
    { propensity: 1, target: 0.5, reward: 2, predicted: 1, expected: 1 },
  ];

  test('inverse propensities, self-normalised, doubly robust', () => {
    const { ips, snips, dr, effective, weight } = offPolicy(rows);
    expect(ips?.value).toBeCloseTo((2 + 0 + 1) / 3, 12);
    expect(ips?.error).toBeCloseTo(Math.sqrt(2 / 2 / 3), 12);
    expect(snips?.value).toBeCloseTo(3 / 3, 12);
    expect(snips?.error).toBeCloseTo(Math.sqrt(0 + 0.25 + 0.25) / 3, 12);
    expect(dr?.value).toBeCloseTo((0.6 + 2 * 0.2 + 0.4 - 0.5 * 0.2 + 1 + 0.5) / 3, 12);
    expect(effective).toBeCloseTo(9 / 4.5, 12);
    expect(weight).toBeCloseTo(1, 12);
  });

  test('weights are cut at the cap, and by how much is said', () => {
    const { ips, capped, cut, weight } = offPolicy(rows, 1);
    expect([capped, cut, weight]).toEqual([1, 1 / 3, 2 / 3]);
    expect(ips?.value).toBeCloseTo(2 / 3, 12);
    expect(offPolicy(rows)).toMatchObject({ capped: 0, cut: 0 });
  });

  test.each([
    ['no propensity', { target: 0.5, reward: 1 }],
    ['a propensity of 0', { propensity: 0, target: 0.5, reward: 1 }],
    ['a propensity of 0 where the new policy would not do it either', { propensity: 0, target: 0, reward: 1 }],
    ['a negative propensity', { propensity: -0.5, target: 0.5, reward: 1 }],
    ['a propensity above 1', { propensity: 1.5, target: 0.5, reward: 1 }],
    ['a propensity too small to divide by', { propensity: 5e-324, target: 0.5, reward: 1 }],
    ['a target that is no probability', { propensity: 0.5, target: 1.5, reward: 1 }],
    ['a negative target', { propensity: 0.5, target: -0.5, reward: 1 }],
    ['no number for a reward', { propensity: 0.5, target: 0.5, reward: Number.NaN }],
  ])('a row with %s is refused and counted', (_, row) => {
    expect(offPolicy([...rows, row])).toEqual({ ...offPolicy(rows), refused: 1 });
  });

  test('no row, one row, and rows the new policy has nothing to do with', () => {
    const nothing = { ips: null, snips: null, dr: null, effective: 0, cut: null, weight: null };
    expect(offPolicy([])).toEqual({ rows: 0, refused: 0, capped: 0, ...nothing });
    expect(offPolicy(rows.slice(0, 1))).toMatchObject({ rows: 1, ips: null, dr: null });
    const idle = rows.map((row) => ({ ...row, target: 0 }));
    expect(offPolicy(idle)).toMatchObject({ weight: 0, effective: 0, snips: null, ips: { value: 0, error: 0 } });
  });

  test('a model that does not speak of every row is left out', () => {
    expect(offPolicy([...rows, { propensity: 0.5, target: 0.5, reward: 1, predicted: 1 }]).dr).toBeNull();
  });
});

/**
 * A simulation: three kinds of shoppers, three decisions. What each decision brings each kind, and how often the old and the new
 * policy make it, are all known, and so is the truth.
 */
const KINDS = [0.5, 0.3, 0.2];
const OLD = [
  [0.6, 0.3, 0.1],
  [0.2, 0.5, 0.3],
  [0.1, 0.1, 0.8],
];
const NEW = [
  [0.2, 0.3, 0.5],
  [0.6, 0.3, 0.1],
  [0.3, 0.4, 0.3],
];
const WORTH = [
  [0.1, 0.2, 0.4],
  [0.5, 0.3, 0.1],
  [0.2, 0.6, 0.3],
];
const WRONG = [
  [0.5, 0.1, 0.1],
  [0.1, 0.1, 0.6],
  [0.6, 0.1, 0.2],
];

const at = (table: number[][], kind: number, decision: number) => table[kind]?.[decision] ?? Number.NaN;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const under = (policy: number[][], worth: number[][], kind: number) =>
  [0, 1, 2].reduce((sum, decision) => sum + at(policy, kind, decision) * at(worth, kind, decision), 0);
const TRUTH = KINDS.reduce((sum, share, kind) => sum + share * under(NEW, WORTH, kind), 0);

const draw = (shares: readonly number[], next: () => number) => {
  const [first = 0, second = 0] = shares;
  const u = next();
  return u < first ? 0 : u < first + second ? 1 : 2;
};

/** 500 experiments of 500 rows: how each estimate lies to the truth. */
const simulate = ({ logged = OLD, model = WORTH, cap = Number.POSITIVE_INFINITY } = {}) => {
  const next = random(11);
  const results = Array.from({ length: 500 }, () => {
    const rows = Array.from({ length: 500 }, () => {
      const kind = draw(KINDS, next);
      const decision = draw(OLD[kind] ?? [], next);
      return {
        propensity: at(logged, kind, decision),
        target: at(NEW, kind, decision),
        reward: next() < at(WORTH, kind, decision) ? 1 : 0,
        predicted: at(model, kind, decision),
        expected: under(NEW, model, kind),
      };
    });
    return offPolicy(rows, cap);
  });
  return (['ips', 'snips', 'dr'] as const).map((name) => {
    const estimates = results.map((result) => result[name] ?? { value: Number.NaN, error: Number.NaN });
    const off = estimates.map(({ value }) => value - TRUTH);
    const bias = mean(off);
    const spread = Math.sqrt(mean(off.map((one) => (one - bias) ** 2)));
    return {
      name,
      bias,
      /** In standard errors of the mean of all experiments. */
      biased: Math.abs(bias) / (spread / Math.sqrt(estimates.length)),
      error: mean(estimates.map(({ error }) => error)) / spread,
      covers: mean(estimates.map(({ error }, i) => (Math.abs(off[i] ?? Number.NaN) <= 1.96 * error ? 1 : 0))),
      spread,
      cut: mean(results.map((result) => result.cut ?? Number.NaN)),
    };
  });
};

describe('simulated: the truth is known', { timeout: 60_000 }, () => {
  test('each estimate lies within its standard errors of it', () => {
    for (const { name, biased, error, covers, spread } of simulate()) {
      console.log(
        `simulated, ${name}: spread ${spread.toFixed(4)}, truth within 1.96 errors in ${(covers * 100).toFixed(1)} %`,
      );
      expect(biased).toBeLessThan(3.5);
      expect(error).toBeGreaterThan(0.9);
      expect(error).toBeLessThan(1.1);
      expect(covers).toBeGreaterThan(0.92);
      expect(covers).toBeLessThan(0.98);
    }
  });

  test('doubly robust: a wrong model does no harm where propensities are right', () => {
    const [, , dr] = simulate({ model: WRONG });
    expect(dr?.biased).toBeLessThan(3.5);
    expect(dr?.covers).toBeGreaterThan(0.92);
  });

  test('nor do wrong propensities where the model is right; what rests on them alone is off', () => {
    const even = OLD.map((row) => row.map(() => 1 / 3));
    const [ips, snips, dr] = simulate({ logged: even });
    expect(dr?.biased).toBeLessThan(3.5);
    expect(ips?.biased).toBeGreaterThan(10);
    expect(snips?.biased).toBeGreaterThan(10);
  });

  test('where both are wrong, so is it', () => {
    const even = OLD.map((row) => row.map(() => 1 / 3));
    expect(simulate({ logged: even, model: WRONG })[2]?.biased).toBeGreaterThan(10);
  });

  test('a cap makes it steadier and too low, by no more than is said', () => {
    const [free] = simulate();
    const [capped] = simulate({ cap: 2 });
    expect(capped?.spread).toBeLessThan(free?.spread ?? Number.NaN);
    expect(capped?.biased).toBeGreaterThan(10);
    expect(capped?.bias).toBeLessThan(0);
    expect(capped?.bias).toBeGreaterThan(-(capped?.cut ?? Number.NaN));
  });
});

test('decisions the old policy never made show in the mean weight', () => {
  const never = Array.from({ length: 100 }, () => ({ propensity: 1, target: 0.25, reward: 1 }));
  expect(offPolicy(never).weight).toBe(0.25);
});
