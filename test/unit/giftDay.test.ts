import { expect, test } from 'vitest';
import { nearGiftDay } from '../../src/core/giftDay';

const near = (year: number, month: number, day: number) =>
  nearGiftDay(new Date(Date.UTC(year, month - 1, day, 23, 59)));

test.each([
  [2, 3, 0],
  [2, 4, 0.2],
  [2, 7, 0.8],
  [2, 8, 1],
  [2, 12, 0.2],
  [2, 13, 0],
  [2, 14, 0],
  [11, 24, 0],
])('before Valentine’s Day: on %d/%d it is %d', (month, day, expected) => {
  expect(near(2026, month, day)).toBeCloseTo(expected, 12);
});

test.each([
  // The first of May is a Monday, a Sunday, a Saturday, a Friday.
  [2017, 8],
  [2022, 2],
  [2027, 3],
  [2026, 4],
])('Mother’s Day of %d is six days after %d May', (year, day) => {
  expect(near(year, 5, day)).toBe(1);
  expect(near(year, 5, day + 1)).toBeCloseTo(0.8, 12);
  expect(new Date(Date.UTC(year, 4, day + 6)).getUTCDay()).toBe(0);
});
