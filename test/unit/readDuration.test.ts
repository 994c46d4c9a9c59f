import { expect, test } from 'vitest';
import { readDuration } from '../../src/core/readDuration';

test.each([
  ['30s', 30_000],
  ['20m', 1_200_000],
  ['12h', 43_200_000],
  ['7d', 604_800_000],
  ['0s', 0],
])('%s is %d ms', (text, ms) => {
  expect(readDuration(text)).toBe(ms);
});
