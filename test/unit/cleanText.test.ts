import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../src/core/cleanText';

test.each([
  ['  a good \t price \n', 'a good price'],
  ['Gro\u0308ße', 'Größe'],
  ['a\u0000b\u0007c', 'a b c'],
  ['safe\u202egpj.exe', 'safegpj.exe'],
  ['\u2066a\u2069', 'a'],
  ['half \ud83d a smile', 'half a smile'],
  ['\udc00', ''],
  ['👨‍👩‍👧 می‌خواهم', '👨‍👩‍👧 می‌خواهم'],
  ['１\u00a0２', '１ ２'],
])('%j is kept as %j', (text, kept) => {
  expect(cleanText(text)).toBe(kept);
});

test('what is clean stays as it is, and nothing half or hidden is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text);
      expect(cleanText(clean)).toBe(clean);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u);
    }),
  );
});
