import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/core/normalQuantile';

test.each([
  [0.5, 0],
  [0.8, 0.841621233573],
  [0.9, 1.281551565545],
  [0.975, 1.95996398454],
  [0.9995, 3.290526731492],
  [0.999999, 4.753424308823],
])('%d lies below %d standard deviations, and as much above their negative', (share, z) => {
  expect(normalQuantile(share)).toBeCloseTo(z, 9);
  expect(normalQuantile(1 - share)).toBeCloseTo(-z, 9);
});

test('of nothing and of all: 8 standard deviations to either side, as far as it looks', () => {
  expect(normalQuantile(1)).toBeCloseTo(8, 6);
  expect(normalQuantile(0)).toBeCloseTo(-8, 6);
});
