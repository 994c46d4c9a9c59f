import { describe, expect, test } from 'vitest';
import { plainDigits } from '../../src/core/plainDigits';

test.each([
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['०१२३४५६७८९', '0123456789'],
  ['৪২', '42'],
  ['๔๒', '42'],
  ['０１２３４５６７８９', '0123456789'],
  ['𝟏𝟐𝟗𝟘𝟡', '12909'],
  ['ＸＬ', 'XL'],
  ['\u200f42\u200e', '42'],
  [' 1\u202f234 ', '1 234'],
  ['\ud83d42', '42'],
])('%j is read as %j', (text, plain) => {
  expect(plainDigits(text)).toBe(plain);
});

describe('every decimal digit of Unicode', () => {
  const all = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((char) => /\p{Nd}/u.test(char));

  test('is one from 0 to 9, and each of these stands for as many', () => {
    const read = all.map(plainDigits);
    for (const digit of '0123456789') expect(read.filter((one) => one === digit)).toHaveLength(all.length / 10);
  });
});
