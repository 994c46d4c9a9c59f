import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DeliveryWindow } from '../../../src/types';
import { closeAll, delivery, host, NOW, open, parts } from './stage';

afterEach(() => {
  closeAll();
  vi.unstubAllEnvs();
});

const steps = async (more: Partial<DeliveryWindow>, locale = 'en-GB', now = NOW) => {
  if (delivery.popup !== 'delivery-promise') throw new Error();
  const window = { ...delivery.window, ...more };
  await open({ popup: 'delivery-promise', window }, { locales: [locale], now: () => now });
  return [...(host()?.shadowRoot?.querySelectorAll('ol > li') ?? [])];
};
const texts = (found: readonly Element[]) => found.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
const dates = (found: readonly Element[]) =>
  found.map((step) => [...step.querySelectorAll('time')].map(({ dateTime }) => dateTime));

describe('the way of a parcel', () => {
  test('order, hand-over, arrival: each with its date, for eyes and machines', async () => {
    const found = await steps({ sentBy: '2026-11-24' });
    expect(texts(found)).toEqual([
      'You order Mon 23 Nov',
      'The shop sends it by Tue 24 Nov',
      'It arrives Wed 25 Nov – Fri 27 Nov',
    ]);
    expect(dates(found)).toEqual([['2026-11-23'], ['2026-11-24'], ['2026-11-25', '2026-11-27']]);
  });

  test('no date of hand-over where none is known', async () => {
    expect(texts(await steps({}))).toEqual([
      'You order Mon 23 Nov',
      'The shop sends it',
      'It arrives Wed 25 Nov – Fri 27 Nov',
    ]);
  });

  test('sent on the day of the order', async () => {
    expect(dates(await steps({ sentBy: '2026-11-23' }))[1]).toEqual(['2026-11-23']);
  });

  test('nor where it would be the day before the order, in the shopper’s own calendar', async () => {
    expect(dates(await steps({ sentBy: '2026-11-22' }))[1]).toEqual([]);
  });

  test.each([
    ['Asia/Tokyo', '2026-11-24'],
    ['America/Los_Angeles', '2026-11-23'],
  ])('ordered on the day it is where the shopper is: %s', async (zone, today) => {
    vi.stubEnv('TZ', zone);
    expect(dates(await steps({}, 'en-GB', Date.UTC(2026, 10, 23, 22)))[0]).toEqual([today]);
  });

  test('in the words of the language', async () => {
    expect(texts(await steps({ sentBy: '2026-11-24' }, 'de'))[2]).toBe('Es kommt an Mi., 25. Nov. – Fr., 27. Nov.');
  });

  test.each([
    ['ja', 'ショップの配送条件にもとづく目安です。お届け先：ドイツ'],
    ['zh-Hans', '根据商家的配送说明估算。配送至：德国。'],
    ['zh-Hant', '依店家的配送說明估算。配送至：德國。'],
    ['en-GB', 'An estimate by the shop’s own delivery terms. Destination: Germany.'],
  ])('a space between two sentences only where the language has one: %s', async (locale, note) => {
    await steps({}, locale);
    expect(parts('body')[0]?.querySelector('.small')?.textContent).toBe(note);
  });

  test('is gone once its hour has passed: the dates are no promise of the shop’s any more', async () => {
    let now = NOW;
    const { door } = await open(delivery, { now: () => now });
    vi.useFakeTimers();
    closeAll();
    const second = await open(delivery, { now: () => now });
    now = Date.UTC(2026, 10, 23, 13, 59, 59);
    vi.advanceTimersByTime(2000);
    expect(second.door.end).not.toHaveBeenCalled();
    now = Date.UTC(2026, 10, 23, 14);
    vi.advanceTimersByTime(1000);
    expect(second.door.end).toHaveBeenCalledExactlyOnceWith('expired');
    expect(host()).toBeNull();
    vi.advanceTimersByTime(5000);
    expect(door.end).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  test('stays where the shop words the rest itself', async () => {
    await open(delivery, {}, [], { title: 'Soon with you', body: 'We hurry.' });
    expect(parts('body')[0]?.querySelectorAll('li')).toHaveLength(3);
  });
});
