import { expect, test } from 'vitest';
import { calibrate } from '../../lab/calibrate.mjs';
import { auc, brier, ece, logLoss, reliability } from '../../lab/metrics.mjs';
import { random } from '../../lab/random.mjs';

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

test('calibration on a handful of rows stays near what it was', () => {
  const { slope, offset } = calibrate(Uint8Array.of(1, 1, 0), Float64Array.of(2, -2, 1));
  expect(Math.abs(slope - 1)).toBeLessThan(0.5);
  expect(Math.abs(offset)).toBeLessThan(0.3);
});
