import { expect, test } from 'vitest';
import { knownLocale } from '../../src/core/knownLocale';

test.each([
  ['de-at', 'de-AT'],
  ['en', 'en'],
  ['en-a_b', 'en'],
  ['', 'en'],
  ['xx-YY', 'xx-YY'],
])('%j is taken as %s', (tag, locale) => {
  expect(knownLocale(tag)).toBe(locale);
});
