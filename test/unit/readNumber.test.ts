import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../src/core/readNumber';

describe('a number as people write it', () => {
  test.each<[string, string, number]>([
    ['1.234,50', 'de', 1234.5],
    ['1,234.50', 'en', 1234.5],
    ['1 234,50', 'fr', 1234.5],
    ['1\u202f234,50', 'fr', 1234.5],
    ['1\u00a0234,50', 'sv', 1234.5],
    ['1’234.50', 'de-CH', 1234.5],
    ["1'234'567", 'de-CH', 1234567],
    ['١٬٢٣٤٫٥', 'ar-EG', 1234.5],
    ['۱۲۳۴٫۵', 'fa', 1234.5],
    ['１，２３４．５', 'ja', 1234.5],
    ['1,23,456.78', 'en-IN', 123456.78],
    ['12,34,567', 'hi', 1234567],
    ['1.234.567', 'en', 1234567],
    ['0,5', 'de', 0.5],
    ['.5', 'en', 0.5],
    ['50.', 'en', 50],
    ['50,-', 'de', 50],
    ['50.–', 'de-CH', 50],
    ['-5', 'en', -5],
    ['−5', 'sv', -5],
    ['-0', 'en', 0],
    ['007', 'en', 7],
  ])('%j in %s: %d', (text, locale, number) => {
    expect(readNumber(text, locale)).toBe(number);
  });
});

describe('one sign that may be either', () => {
  test.each<[string, string, number]>([
    ['1.234', 'de', 1234],
    ['1.234', 'en', 1.234],
    ['1,234', 'de', 1.234],
    ['1,234', 'en', 1234],
    // Neither sign is theirs: three digits after it are a group.
    ['1.234', 'fr', 1234],
    ['1.234', 'sv', 1234],
    // Not three digits, or none before it but 0: no group in any language.
    ['2.50', 'de', 2.5],
    ['2,5', 'en', 2.5],
    ['12,3456', 'en', 12.3456],
    // This one is never a group.
    ['١٫٢٣٤', 'en', 1.234],
    ['0.234', 'de', 0.234],
    ['1234.567', 'de', 1234.567],
  ])('%j in %s is %d', (text, locale, number) => {
    expect(readNumber(text, locale)).toBe(number);
  });
});

describe('money and units around it', () => {
  test.each<[string, string, string | undefined, number | undefined]>([
    ['1.234,50 €', 'de', 'EUR', 1234.5],
    ['€1,234.50', 'en', 'EUR', 1234.5],
    ['EUR 50', 'en', 'EUR', 50],
    ['50 eur', 'en', 'EUR', 50],
    ['50 Euro', 'de', 'EUR', 50],
    ["CHF 1'234.50", 'de-CH', 'CHF', 1234.5],
    ['kr. 50', 'da', 'DKK', 50],
    ['50 kr', 'sv', 'SEK', 50],
    ['R$ 1.234,50', 'pt-BR', 'BRL', 1234.5],
    ['￥1,234', 'ja', 'JPY', 1234],
    ['１，２３４円', 'ja', 'JPY', 1234],
    ['د.إ.‏ 50', 'ar', 'AED', 50],
    ['-€5', 'en', 'EUR', -5],
    ['$-5', 'en', 'USD', -5],
    ['42 cm', 'en', 'centimeter', 42],
    ['42 Zentimeter', 'de', 'centimeter', 42],
    // Nobody says which money: any will do.
    ['$50', 'en', undefined, 50],
    ['50 USD', 'en', undefined, 50],
    ['A$50', 'en', undefined, 50],
    // Another one is not this one.
    ['$50', 'en', 'EUR', undefined],
    ['50 USD', 'en', 'EUR', undefined],
    ['EUR 50 $', 'en', 'EUR', undefined],
    ['42 mm', 'en', 'centimeter', undefined],
    ['42 cm', 'en', undefined, undefined],
    ['$.50', 'en', 'USD', undefined],
  ])('%j in %s, asked in %s: %s', (text, locale, unit, number) => {
    expect(readNumber(text, locale, unit)).toBe(number);
  });
});

test.each(['', 'fifty', '1e5', '0x10', '25-50', '1.2.3', '1.23,4', '1,2,3', '1 23', '5%', '€', '1.234.56,7', '1..2'])(
  '%j is no number',
  (text) => {
    for (const locale of ['en', 'de', 'fr']) expect(readNumber(text, locale)).toBeUndefined();
  },
);

test('what Intl writes is read again, in all these languages, with and without money', () => {
  const locales = 'en de fr de-CH en-IN sv pl pt-BR ar ar-EG fa bn ja ko hi mr my ne he tr es lt'.split(' ');
  fc.assert(
    fc.property(
      fc.constantFrom(...locales),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.constantFrom(undefined, 'EUR', 'USD', 'JPY', 'SEK'),
      (locale, cents, currency) => {
        const number = currency === 'JPY' ? Math.trunc(cents / 100) : cents / 100;
        const style = currency ? { style: 'currency' as const, currency } : {};
        const text = new Intl.NumberFormat(locale, style).format(number);
        expect([text, readNumber(text, locale, currency)]).toEqual([text, number + 0]);
      },
    ),
    { numRuns: 500 },
  );
});
