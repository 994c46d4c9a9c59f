import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/core/readDate';

const TODAY = '2026-11-23';
const LOCALES = 'en en-GB de fr sv hu ja ko zh ar ar-EG fa th hi my bn en-ZA fr-CA lt nl'.split(' ');

describe('a date as people write it', () => {
  test.each([
    ['2026-12-24', 'en', '2026-12-24'],
    ['2026/12/24', 'de', '2026-12-24'],
    ['24.12.2026', 'de', '2026-12-24'],
    ['24. 12. 2026', 'cs', '2026-12-24'],
    ['12/24/2026', 'en', '2026-12-24'],
    ['24/12/2026', 'en-GB', '2026-12-24'],
    ['24-12-2026', 'nl', '2026-12-24'],
    ['24 12 2026', 'fr', '2026-12-24'],
    ['1.2.2027', 'de', '2027-02-01'],
    ['24.12.26', 'de', '2026-12-24'],
    ['26-12-24', 'sv', '2026-12-24'],
    ['2026. 12. 24.', 'hu', '2026-12-24'],
    ['26. 12. 24.', 'hu', '2026-12-24'],
    ['2026年12月24日', 'ja', '2026-12-24'],
    ['2026년 12월 24일', 'ko', '2026-12-24'],
    ['２０２６／１２／２４', 'ja', '2026-12-24'],
    ['٢٤/١٢/٢٠٢٦', 'ar-EG', '2026-12-24'],
    ['۲۰۲۶/۱۲/۲۴', 'fa', '2026-12-24'],
    ['29.2.2028', 'de', '2028-02-29'],
    ['24.12.2020', 'de', '2020-12-24'],
  ])('%s in %s is %s', (text, locale, date) => {
    expect(readDate(text, locale, TODAY)).toBe(date);
  });
});

describe('which number is what', () => {
  test.each([
    ['3/4/2027', 'en', '2027-03-04'],
    ['3/4/2027', 'en-GB', '2027-04-03'],
    ['3/4/2027', 'en-u-ca-chinese', '2027-03-04'],
    ['3/4/2027', 'ja', '2027-04-03'],
    // With points, the day comes first whatever the language.
    ['3.4.2027', 'en', '2027-04-03'],
    // Where the language's own order gives no day, and another does.
    ['24/12/2026', 'en', '2026-12-24'],
    ['12/24/2026', 'en-GB', '2026-12-24'],
    ['24/12/2026', 'sv', '2026-12-24'],
  ])('%s in %s is %s', (text, locale, date) => {
    expect(readDate(text, locale, TODAY)).toBe(date);
  });
});

describe('without a year it is the next such day', () => {
  test.each([
    ['24.12.', 'de', '2026-12-24'],
    ['12/24', 'en', '2026-12-24'],
    ['24/12', 'en', '2026-12-24'],
    ['1/5', 'en-GB', '2027-05-01'],
    ['23.11.', 'de', '2026-11-23'],
    ['22.11.', 'de', '2027-11-22'],
    ['12月24日', 'ja', '2026-12-24'],
  ])('%s in %s is %s', (text, locale, date) => {
    expect(readDate(text, locale, TODAY)).toBe(date);
  });

  test('and there is none where neither this year nor the next has it', () => {
    expect(readDate('29.2.', 'de', TODAY)).toBeUndefined();
    expect(readDate('29.2.', 'de', '2027-03-01')).toBe('2028-02-29');
  });
});

test.each([
  '',
  'tomorrow',
  '24 Dec 2026',
  '31.2.2026',
  '29.2.2027',
  '13/13/2026',
  '0/1/2026',
  '2026-00-10',
  '2026-12-24T10:00',
  '20261224',
  '24',
  '1.2.3.2026',
  '31.12.226',
  '1405-10-03',
  '2569-12-24',
  '24.12.-2026x',
])('%j is no date', (text) => {
  for (const locale of LOCALES) expect(readDate(text, locale, TODAY)).toBeUndefined();
});

test('a year has two digits or four', () => {
  for (const locale of ['en', 'de', 'fr']) expect(readDate('24.12.6', locale, TODAY)).toBeUndefined();
});

test('what Intl writes in numbers is read again, in all these languages', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LOCALES),
      fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      (locale, at) => {
        const style = {
          calendar: 'gregory',
          timeZone: 'UTC',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
        } as const;
        const text = new Intl.DateTimeFormat(locale, style).format(at);
        expect([text, readDate(text, locale, TODAY)]).toEqual([text, at.toISOString().slice(0, 10)]);
      },
    ),
    { numRuns: 500 },
  );
});
