import { describe, expect, test } from 'vitest';
import { lateOptions } from '../../src/lateOptions';
import { readOptions } from '../../src/options';
import { optionTerms } from '../../src/shops/optionTerms';
import { createWarnSpy } from './given';

const termsOf = (raw: Record<string, unknown>) =>
  optionTerms(lateOptions(readOptions(raw).settings.options, createWarnSpy()));

test('nothing said, nothing known', () => {
  expect(termsOf({})).toEqual({});
});

test('all that is said', () => {
  expect(
    termsOf({
      deliveryHandling: '0-1',
      deliveryTransit: '2',
      deliveryCutoff: '15:00',
      deliveryTimezone: 'Europe/Berlin',
      deliveryDays: 'mo-fr',
      deliveryHolidays: '2026-12-25, 2026-12-26',
    }),
  ).toEqual({
    handling: [0, 1],
    transit: [2, 2],
    cutoff: '15:00',
    timeZone: 'Europe/Berlin',
    handlingDays: [1, 2, 3, 4, 5],
    transitDays: [1, 2, 3, 4, 5],
    holidays: ['2026-12-25', '2026-12-26'],
  });
});

describe('weekdays', () => {
  test.each([
    ['mo-fr', [1, 2, 3, 4, 5]],
    ['MO-FR', [1, 2, 3, 4, 5]],
    ['mo,we,fr', [1, 3, 5]],
    ['mo we', [1, 3]],
    ['mo, we, fr', [1, 3, 5]],
    ['sa-mo', [6, 0, 1]],
    ['su', [0]],
    ['mo-we,sa', [1, 2, 3, 6]],
    ['mo-mo', [1]],
  ])('%s', (raw, days) => {
    expect(termsOf({ deliveryDays: raw }).transitDays).toEqual(days);
  });

  test.each(['mo - fr', 'mo-fr,', 'mo-', 'mofr', 'mo-we-fr'])('%s is read as days or not at all', (raw) => {
    const days = termsOf({ deliveryDays: raw }).transitDays;
    expect([undefined, [1, 2, 3, 4, 5]]).toContainEqual(days);
  });
});
