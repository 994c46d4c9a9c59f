import { expect, test } from 'vitest';
import { unitNames } from '../../src/core/unitNames';

test.each([
  ['EUR', 'de', ['eur', '€', 'euro']],
  ['JPY', 'ja', ['jpy', '¥', '円']],
  ['SEK', 'sv', ['sek', 'kr']],
  ['DKK', 'da', ['kr']],
  ['PLN', 'pl', ['zł']],
  ['centimeter', 'en', ['cm', 'centimeters']],
  ['centimeter', 'de', ['cm', 'zentimeter']],
])('%s in %s has among its names %j', (unit, locale, names) => {
  expect(unitNames(unit, locale)).toEqual(expect.arrayContaining(names));
});

test('a unit that Intl does not know has its own name only', () => {
  expect(new Set(unitNames('furlong-of-cloth', 'en'))).toEqual(new Set(['furlong-of-cloth']));
});
