import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate } from '../../lab/calibrate.mjs';
import { auc, brier, ece, logLoss, measure, reliability } from '../../lab/metrics.mjs';
import { random } from '../../lab/random.mjs';
import { weightsOf } from '../../lab/weights.mjs';

test('AUC by hand: ties count half', () => {
  expect(auc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])).toBe(0.75);
  expect(auc([0, 1], [0.5, 0.5])).toBe(0.5);
  expect(auc([1, 1], [0.5, 0.6])).toBeNaN();
});

test('losses by hand', () => {
  expect(logLoss([1, 0], [0.8, 0.4])).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, 12);
  expect(brier([1, 0], [0.8, 0.4])).toBeCloseTo(0.1, 12);
  expect(ece([1, 0], [1, 0])).toBe(0);
  expect(ece([0, 0, 1, 0], [0.5, 0.5, 0.5, 0.5])).toBe(0.25);
  expect(reliability([0, 1], [0.01, 0.02])).toEqual([{ rows: 2, predicted: 0.015, observed: 0.5 }]);
});

const drawn = (slope: number, offset: number) => {
  const next = random(5);
  const logits = Float64Array.from({ length: 20_000 }, () => 4 * next() - 2);
  const churn = Uint8Array.from(logits, (logit) => Number(next() < 1 / (1 + Math.exp(-(slope * logit + offset)))));
  return calibrate(churn, logits);
};

test.each([
  [1, 0],
  [0.6, 0.4],
  [1.5, -0.8],
])('calibration finds slope %d and offset %d', (slope, offset) => {
  const found = drawn(slope, offset);
  expect(Math.abs(found.slope - slope)).toBeLessThan(0.06);
  expect(Math.abs(found.offset - offset)).toBeLessThan(0.06);
});

/** On simulated outcomes that follow the given log-odds. */
test('whatever slope and offset a model is off by, seven in ten are seven in ten afterwards', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.4, max: 2.5, noNaN: true }),
      fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      fc.nat(1000),
      (stretch, shift, seed) => {
        const next = random(seed + 1);
        const logits = Float64Array.from({ length: 20_000 }, () => 4 * (next() - 0.5));
        const churn = Uint8Array.from(logits, (logit) => Number(next() < 1 / (1 + Math.exp(-logit))));
        const wrong = logits.map((logit) => stretch * logit + shift);
        const { slope, offset } = calibrate(churn, wrong);
        const right = Array.from(wrong, (logit) => 1 / (1 + Math.exp(-(slope * logit + offset))));
        expect(measure(churn, right).ece).toBeLessThan(0.03);
      },
    ),
    { numRuns: 50 },
  );
});

test('calibration on a handful of rows stays near what it was', () => {
  const { slope, offset } = calibrate(Uint8Array.of(1, 1, 0), Float64Array.of(2, -2, 1));
  expect(Math.abs(slope - 1)).toBeLessThan(0.5);
  expect(Math.abs(offset)).toBeLessThan(0.3);
});

describe('weights', () => {
  /** Few different scores, so that there are ties; a weight of 0 is a row that is not there. */
  const rows = fc
    .array(
      fc.record({ truth: fc.constantFrom(0, 1), p: fc.integer({ min: 1, max: 9 }), k: fc.integer({ min: 0, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 40,
      },
    )
    .filter((some) => some.some(({ k }) => k > 0));
  const columns = (some: { truth: number; p: number; k: number }[]) => ({
    truth: some.map(({ truth }) => truth),
    p: some.map(({ p }) => p / 10),
    k: some.map(({ k }) => k),
  });
  const repeated = <Row extends { k: number }>(some: Row[]) => some.flatMap((row) => Array<Row>(row.k).fill(row));

  test('a row of weight k measures as the row k times', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const [once, often] = [columns(some), columns(repeated(some))];
        // Ranks are whole numbers and halves: exact. The others are sums of fractions, which round.
        expect(auc(once.truth, once.p, once.k)).toBe(auc(often.truth, often.p));
        const [one, two] = [measure(once.truth, once.p, once.k), measure(often.truth, often.p)];
        for (const name of ['logLoss', 'ece', 'brier'] as const) expect(one[name]).toBeCloseTo(two[name], 12);
        const [curve, same] = [reliability(once.truth, once.p, 15, once.k), reliability(often.truth, often.p)];
        expect(curve.map((bin) => bin.rows)).toEqual(same.map((bin) => bin.rows));
        curve.forEach((bin, i) => {
          expect(bin.predicted).toBeCloseTo(same[i]?.predicted ?? Number.NaN, 12);
          expect(bin.observed).toBeCloseTo(same[i]?.observed ?? Number.NaN, 12);
        });
      }),
    );
  });

  test('calibration too', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const logits = (rows: typeof some) => Float64Array.from(rows, ({ p }) => p - 5);
        const truth = (rows: typeof some) => rows.map((row) => row.truth);
        const often = repeated(some);
        expect(calibrate(truth(some), logits(some), columns(some).k)).toEqual(calibrate(truth(often), logits(often)));
      }),
    );
  });

  test('all alike, they change no metric', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 100, noNaN: true }), (some, weight) => {
        const { truth, p } = columns(some);
        const weights = truth.map(() => weight);
        const [one, two] = [measure(truth, p, weights), measure(truth, p)];
        for (const name of ['auc', 'logLoss', 'ece', 'brier'] as const) {
          if (Number.isNaN(two[name])) expect(one[name]).toBeNaN();
          else expect(one[name]).toBeCloseTo(two[name], 9);
        }
      }),
    );
  });

  test.each<[number[], string]>([
    [[1, -1, 2], 'weights, row 2: expected a number from 0 on, got "-1"'],
    [[1, 1, Number.NaN], 'weights, row 3: expected a number from 0 on, got "NaN"'],
    [[Number.POSITIVE_INFINITY, 1, 1], 'weights, row 1: expected a number from 0 on, got "Infinity"'],
    [[0, 0, 0], 'weights: all are 0, expected some above it'],
    [[1, 1], 'weights: expected one for each of 3 rows, got 2'],
  ])('%j are refused', (weights, message) => {
    expect(() => weightsOf(weights, 3)).toThrow(message);
  });
});
