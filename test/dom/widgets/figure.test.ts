import { expect, test } from 'vitest';
import { figure } from '../../../widgets/figure';

test.each([
  ['en', 0, '0'],
  ['de', 7, '7'],
  ['ja', 999, '999'],
  ['he', 42, '42'],
  ['en', 1500, '1,500'],
  ['de', 1500, '1.500'],
  ['ar', 7, (7).toLocaleString('ar')],
  ['ar-EG', 42, '٤٢'],
  ['AR-eg', 1500, '١٬٥٠٠'],
])('in %s, %d is %s', (locale, n, text) => {
  expect(`${figure(locale, n)}`).toBe(text);
});

test('what is counted is written as `Intl` writes it, in every language there is', () => {
  const locales = 'en en-IN de de-CH fr es it pt nl ja ko zh-Hans zh-Hant ar ar-EG ar-SA he'.split(' ');
  for (const locale of locales)
    for (const n of [0, 1, 2, 11, 99, 100, 999, 1000, 12_345])
      expect(`${figure(locale, n)}`, locale).toBe(n.toLocaleString(locale));
});
