import { describe, expect, test } from 'vitest';
import { counted } from '../../../widgets/counted';
import { country, day, deadline, listOf, money, shortDay, span } from '../../../widgets/format';
import { copies } from './copies';

const MINUTE = 60_000;
const MONDAY = Date.UTC(2026, 10, 23, 10);

test.each([
  [1, '1 second'],
  [45_000, '45 seconds'],
  [MINUTE, '60 seconds'],
  [MINUTE + 1, '2 minutes'],
  [20 * MINUTE, '20 minutes'],
  [59.5 * MINUTE, '1 hour'],
  [80 * MINUTE, '1 hour 20 minutes'],
  [180 * 24 * 60 * MINUTE, '180 days'],
])('%d ms is %s', (ms, expected) => {
  expect(span({ copy: copies.en, locale: 'en' }, ms)).toBe(expected);
});

test('a calendar date is that date in every zone', () => {
  expect(shortDay('en-US', '2026-11-25')).toBe('Wed, Nov 25');
  expect(shortDay('de', '2026-11-25')).toBe('Mi., 25. Nov.');
  expect(day('en-GB', '2026-11-01')).toBe('1 Nov 2026');
});

describe('a deadline', () => {
  const say = (at: number, locale: 'en-GB' | 'de', zone?: string) => {
    const copy = locale === 'de' ? copies.de : copies.en;
    return deadline({ copy, locale }, at, MONDAY, zone);
  };
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  test('in the shop’s zone, named by its city where clocks differ', () => {
    expect(say(Date.UTC(2026, 10, 23, 14), 'en-GB', 'Asia/Tokyo')).toMatch(/^23:00 today \(Tokyo time\)$/);
    expect(say(Date.UTC(2026, 10, 23, 16), 'en-GB', 'Asia/Tokyo')).toMatch(/^Tue.* 0?1:00 \(Tokyo time\)$/);
    expect(say(Date.UTC(2026, 10, 23, 14), 'de', 'America/New_York')).toBe('heute 9:00 Uhr (Ortszeit New York)');
    expect(say(Date.UTC(2026, 10, 23, 14), 'en-GB', here)).not.toMatch(/\(/);
  });
  test('the time in one piece', () => {
    const at = Date.UTC(2026, 10, 23, 14, 20);
    expect(deadline({ copy: copies.en, locale: 'en-US' }, at, MONDAY, 'UTC')).toMatch(/^2:20[\u00a0\u202f]PM today/);
    for (const [locale, copy] of Object.entries(copies))
      for (const tag of [`${locale}-u-hc-h12`, locale])
        expect(deadline({ copy: { ...copy, today: '{time}' }, locale: tag }, at, MONDAY, 'UTC'), tag).not.toContain(
          ' ',
        );
  });
  test('with the date, once a weekday would not do', () => {
    expect(say(Date.UTC(2026, 11, 4, 14), 'en-GB', 'UTC')).toMatch(/4 Dec/);
  });
  test('the day before the time, in every language', () => {
    for (const [locale, copy] of Object.entries(copies)) {
      const text = deadline({ copy, locale }, MONDAY + 24 * 60 * MINUTE, MONDAY, 'UTC');
      expect(text, locale).toMatch(/^\D+10:00/);
    }
  });
});

test('a country by its name, anything else as it is', () => {
  expect(country('de', 'CH')).toBe('Schweiz');
  expect(country('en', 'US-CA')).toBe('US-CA');
  expect(country('en', '')).toBe('');
});

describe('an hour and twenty minutes, and two days', () => {
  test.each<[string, keyof typeof copies, string, string]>([
    ['en', 'en', '1 hour 20 minutes', '3 days'],
    ['de-AT', 'de', '1 Stunde 20 Minuten', '3 Tage'],
    ['fr-CA', 'fr', '1 heure et 20 minutes', '3 jours'],
    ['es-419', 'es', '1 hora y 20 minutos', '3 días'],
    ['it', 'it', '1 ora e 20 minuti', '3 giorni'],
    ['pt-PT', 'pt', '1 hora e 20 minutos', '3 dias'],
    ['nl-BE', 'nl', '1 uur en 20 minuten', '3 dagen'],
    ['ja', 'ja', '1時間20分', '3日'],
    ['ko', 'ko', '1시간 20분', '3일'],
    ['zh-CN', 'zh-Hans', '1小时20分钟', '3天'],
    ['zh-TW', 'zh-Hant', '1 小時 20 分鐘', '3 天'],
    ['ar-AE', 'ar', 'ساعة واحدة و20 دقيقة', '3 أيام'],
    ['ar-EG', 'ar', 'ساعة واحدة و٢٠ دقيقة', '٣ أيام'],
    ['he', 'he', 'שעה אחת ועוד 20 דקות', '3 ימים'],
  ])('in %s', (locale, language, hours, days) => {
    const words = { copy: copies[language], locale };
    expect(span(words, 80 * MINUTE)).toBe(hours);
    expect(span(words, 3 * 24 * 60 * MINUTE)).toBe(days);
  });
});

describe('a number and its noun', () => {
  const points = (locale: string, language: keyof typeof copies, n: number) =>
    counted(locale, copies[language].offerPoints, n);

  test.each<[string, keyof typeof copies, number, string]>([
    ['fr', 'fr', 0, '0 point'],
    ['fr', 'fr', 2, '2 points'],
    ['pt-BR', 'pt', 0, '0 ponto'],
    ['pt-PT', 'pt', 0, '0 pontos'],
    // `many`: there is no form for millions, the one for the rest holds.
    ['fr', 'fr', 1_000_000, '1\u202f000\u202f000 points'],
    ['es', 'es', 1_000_000, '1.000.000 puntos'],
    ['ar', 'ar', 2, 'نقطتان'],
    ['ar', 'ar', 3, '3 نقاط'],
    ['ar', 'ar', 11, '11 نقطة'],
    ['ar', 'ar', 100, '100 نقطة'],
    ['he', 'he', 2, 'שתי נקודות'],
    ['he', 'he', 20, '20 נקודות'],
  ])('in %s (%s): %d', (locale, language, n, said) => {
    expect(points(locale, language, n)).toBe(said);
  });
});

/** A locale for each set of words, and one with a region of its own where regions differ. */
const LOCALES: readonly [string, keyof typeof copies][] = [
  ['en-GB', 'en'],
  ['de-CH', 'de'],
  ['fr-CA', 'fr'],
  ['es-MX', 'es'],
  ['it-CH', 'it'],
  ['pt-BR', 'pt'],
  ['pt-PT', 'pt'],
  ['nl', 'nl'],
  ['ja', 'ja'],
  ['ko', 'ko'],
  ['zh-CN', 'zh-Hans'],
  ['zh-HK', 'zh-Hant'],
  ['ar-EG', 'ar'],
  ['ar-MA', 'ar'],
  ['he', 'he'],
];

describe.each(LOCALES)('in %s (%s)', (locale, language) => {
  const words = { copy: copies[language], locale };
  const HOUR = 60 * MINUTE;
  const said = [
    span(words, 45_000),
    span(words, 80 * MINUTE),
    span(words, 180 * 24 * HOUR),
    deadline(words, MONDAY + 4 * HOUR, MONDAY, 'UTC'),
    deadline(words, MONDAY + 28 * HOUR, MONDAY, 'UTC'),
    deadline(words, MONDAY + 300 * HOUR, MONDAY, 'UTC'),
    deadline(words, MONDAY + 4 * HOUR, MONDAY, 'America/New_York'),
    shortDay(locale, '2026-11-25'),
    day(locale, '2026-11-25'),
    money(locale, 1234.5, 'EUR'),
    money(locale, 50, 'JPY'),
    counted(locale, words.copy.ratings, 1234),
  ];
  const own = new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210);

  test('every figure is of one kind', () => {
    for (const text of said) {
      expect(text).toMatch(/\p{Nd}/u);
      for (const [digit] of text.matchAll(/\p{Nd}/gu)) expect(own, text).toContain(digit);
    }
  });

  test('nothing is left open, and nothing in another script', () => {
    for (const text of said) expect(text).not.toMatch(/[{}]|undefined|NaN|Invalid/);
    const latin = /^(en|de|fr|es|it|pt|nl)/.test(locale);
    // The clock's marks and the currency's sign are not ours.
    const inWords = said.slice(0, 3).concat(shortDay(locale, '2026-11-25'), country(locale, 'JP'));
    for (const text of inWords) expect(/[a-z]/i.test(text), text).toBe(latin);
  });

  test('an amount without cents where there are none', () => {
    const figures = (text: string) => [...text.matchAll(/\p{Nd}/gu)].length;
    expect(figures(money(locale, 50, 'EUR'))).toBe(2);
    expect(figures(money(locale, 12.4, 'EUR'))).toBe(4);
  });

  test('a list has all its items, in order', () => {
    expect(listOf(locale, ['Visa', 'PayPal', 'Klarna'])).toMatch(/^Visa.+PayPal.+Klarna$/);
    expect(listOf(locale, ['Visa'])).toBe('Visa');
  });
});
