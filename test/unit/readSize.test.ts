import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSize } from '../../src/core/readSize';

test.each([
  ['42', '42'],
  ['42,5', '42.5'],
  ['42.5', '42.5'],
  ['42.50', '42.5'],
  ['42,0', '42'],
  ['42 1/2', '42.5'],
  ['42½', '42.5'],
  ['42 ½', '42.5'],
  ['42⅔', '42.67'],
  ['7 1/4', '7.25'],
  ['½', '1/2'],
  [' xl ', 'XL'],
  ['ＸＬ', 'XL'],
  ['xxl', '2XL'],
  ['2 xl', '2XL'],
  ['XXXS', '3XS'],
  ['xl/xxl', 'XL/2XL'],
  ['S/M', 'S/M'],
  ['eu 42', 'EU 42'],
  ['EU42', 'EU 42'],
  ['eu: 42,5', 'EU 42.5'],
  ['42 EU', 'EU 42'],
  ['EUR 42', 'EU 42'],
  ['42 eur', 'EU 42'],
  ['uk 8½', 'UK 8.5'],
  ['xxl us', 'US 2XL'],
  ['EU-XXL', 'EU 2XL'],
  ['w32 l34', 'W32 L34'],
  ['W32/L34', 'W32 L34'],
  ['w32l34', 'W32 L34'],
  ['32/34', '32/34'],
  ['36 b', '36B'],
  ['36DD', '36DD'],
  ['٤٢', '42'],
  ['10/12', '10/12'],
  ['one size', 'ONE SIZE'],
  ['6-9 m', '6-9 M'],
  ['\u200f42\u200e', '42'],
])('%j is kept as %s', (text, size) => {
  expect(readSize(text)).toBe(size);
});

test.each(['', ' ', '-', '<b>42</b>', 'I do not know', '42@home', '1,2,3', '8.00½', '🙂'])('%j is no size', (text) => {
  expect(readSize(text)).toBeUndefined();
});

test('a size is read as itself', () => {
  const words = fc.array(
    fc.constantFrom(...'EU EUR UK US XL XXL 2XL S M 42 8 36 B DD W32 L34 W L ½ 1/2 . , / - 0 7 00'.split(' '), ' '),
    { maxLength: 7 },
  );
  const texts = fc.oneof(
    words.map((all) => all.join('')),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const size = readSize(text);
      if (size !== undefined) expect([text, readSize(size)]).toEqual([text, size]);
    }),
    { numRuns: 3000 },
  );
});
