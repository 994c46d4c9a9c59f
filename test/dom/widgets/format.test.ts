import { describe, expect, test } from 'vitest';
import { country, day, deadline, shortDay, span } from '../../../widgets/format';
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
  test('with the date, once a weekday would not do', () => {
    expect(say(Date.UTC(2026, 11, 4, 14), 'en-GB', 'UTC')).toMatch(/4 Dec/);
  });
});

test('a country by its name, anything else as it is', () => {
  expect(country('de', 'CH')).toBe('Schweiz');
  expect(country('en', 'US-CA')).toBe('US-CA');
  expect(country('en', '')).toBe('');
});
