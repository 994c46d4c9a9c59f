import { expect, test } from 'vitest';
import { logGamma } from '../../src/core/logGamma';

test('of whole numbers it is the logarithm of the factorial before', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 9);
    factorial *= n;
  }
});

test('of a half it is that of the root of pi', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 9);
});

test('grows by the logarithm of its argument, near 0 and far from it', () => {
  for (const x of [1e-9, 0.1, 9.99, 10, 12345.678, 1e6]) {
    expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 6);
  }
});
