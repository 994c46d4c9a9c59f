import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveryWindow, mergeTerms } from '../../src/core/delivery';
import type { DeliveryTerms } from '../../src/types';

const DAILY = [0, 1, 2, 3, 4, 5, 6];
const MON_FRI = [1, 2, 3, 4, 5];
const MON_SAT = [1, 2, 3, 4, 5, 6];
const NEW_YEAR = ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'];

const TOKYO: DeliveryTerms = {
  handling: [0, 1],
  transit: [1, 2],
  cutoff: '14:00',
  timeZone: 'Asia/Tokyo',
  handlingDays: MON_FRI,
  transitDays: DAILY,
  holidays: [],
  source: 'options',
};
const { cutoff: _, ...TOKYO_NO_CUTOFF } = TOKYO;
const BERLIN: DeliveryTerms = { ...TOKYO, timeZone: 'Europe/Berlin', transitDays: MON_SAT };
const NEW_YORK: DeliveryTerms = {
  ...TOKYO,
  handling: [0, 0],
  transit: [1, 1],
  cutoff: '22:00',
  timeZone: 'America/New_York',
  transitDays: MON_FRI,
};

const windowAt = (terms: DeliveryTerms, now: string) => {
  const window = deliveryWindow(terms, Date.parse(now));
  return window && { ...window, orderBefore: new Date(window.orderBefore).toISOString().replace(':00.000Z', 'Z') };
};

interface Case {
  readonly name: string;
  readonly now: string;
  readonly terms: DeliveryTerms;
  readonly earliest: string;
  readonly latest: string;
  readonly sentBy: string;
  readonly orderBefore: string;
}

/** Counted by hand on a calendar. The first nine are those of the reference, `holidays` closing warehouse and carrier. */
const CASES: Case[] = [
  {
    name: 'before cutoff',
    now: '2026-11-24T04:59Z',
    terms: TOKYO,
    earliest: '2026-11-25',
    latest: '2026-11-27',
    sentBy: '2026-11-25',
    orderBefore: '2026-11-24T05:00Z',
  },
  {
    name: 'exactly at cutoff is too late',
    now: '2026-11-24T05:00Z',
    terms: TOKYO,
    earliest: '2026-11-26',
    latest: '2026-11-28',
    sentBy: '2026-11-26',
    orderBefore: '2026-11-25T05:00Z',
  },
  {
    name: 'Friday after cutoff, carrier drives daily',
    now: '2026-11-27T06:00Z',
    terms: { ...TOKYO, handling: [1, 2], transit: [1, 3] },
    earliest: '2026-12-02',
    latest: '2026-12-05',
    sentBy: '2026-12-02',
    orderBefore: '2026-11-30T05:00Z',
  },
  {
    name: 'no cutoff, Saturday',
    now: '2026-11-28T01:00Z',
    terms: { ...TOKYO_NO_CUTOFF, handling: [1, 2], transit: [1, 3] },
    earliest: '2026-12-02',
    latest: '2026-12-05',
    sentBy: '2026-12-02',
    orderBefore: '2026-11-28T15:00Z',
  },
  {
    name: 'no cutoff, Wednesday: the latest allows for a missed one',
    now: '2026-11-25T01:00Z',
    terms: { ...TOKYO_NO_CUTOFF, handling: [1, 2], transit: [1, 3] },
    earliest: '2026-11-27',
    latest: '2026-12-03',
    sentBy: '2026-11-30',
    orderBefore: '2026-11-25T15:00Z',
  },
  {
    // Accepted Mon 4 Jan, out Tue 5 to Wed 6: the carrier's own closure is over by then.
    name: 'New Year closure from 29 Dec to 3 Jan',
    now: '2026-12-28T03:00Z',
    terms: { ...TOKYO, cutoff: '12:00', handling: [1, 2], holidays: NEW_YEAR },
    earliest: '2027-01-06',
    latest: '2027-01-08',
    sentBy: '2027-01-06',
    orderBefore: '2027-01-04T03:00Z',
  },
  {
    name: 'Berlin, in the week summer time ends',
    now: '2026-10-23T10:30Z',
    terms: { ...BERLIN, cutoff: '13:00', transit: [2, 4] },
    earliest: '2026-10-26',
    latest: '2026-10-30',
    sentBy: '2026-10-26',
    orderBefore: '2026-10-23T11:00Z',
  },
  {
    name: 'Berlin, Christmas',
    now: '2026-12-23T14:00Z',
    terms: { ...BERLIN, holidays: ['2026-12-25', '2026-12-26'] },
    earliest: '2026-12-28',
    latest: '2026-12-30',
    sentBy: '2026-12-28',
    orderBefore: '2026-12-24T13:00Z',
  },
  {
    name: 'New York, already tomorrow in UTC',
    now: '2026-03-10T01:30Z',
    terms: NEW_YORK,
    earliest: '2026-03-10',
    latest: '2026-03-10',
    sentBy: '2026-03-09',
    orderBefore: '2026-03-10T02:00Z',
  },
  {
    // Out Mon 28 Dec; from the 29th on nothing is driven until Mon 4 Jan.
    name: 'a parcel under way waits for the carrier to open',
    now: '2026-12-25T01:00Z',
    terms: { ...TOKYO, handling: [1, 1], holidays: NEW_YEAR },
    earliest: '2027-01-04',
    latest: '2027-01-05',
    sentBy: '2026-12-28',
    orderBefore: '2026-12-25T05:00Z',
  },
  {
    // Mon 4 to Wed 6 May are holidays, so Thu 7.
    name: 'Golden Week',
    now: '2026-05-01T06:00Z',
    terms: { ...TOKYO, holidays: ['2026-04-29', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06'] },
    earliest: '2026-05-08',
    latest: '2026-05-10',
    sentBy: '2026-05-08',
    orderBefore: '2026-05-07T05:00Z',
  },
  {
    name: 'today is a holiday, before the cutoff',
    now: '2026-11-23T01:00Z',
    terms: { ...TOKYO, handling: [0, 0], transit: [1, 1], holidays: ['2026-11-23'] },
    earliest: '2026-11-25',
    latest: '2026-11-25',
    sentBy: '2026-11-24',
    orderBefore: '2026-11-24T05:00Z',
  },
  {
    name: 'the same day, where handling and transit take none',
    now: '2026-11-24T04:59Z',
    terms: { ...TOKYO, handling: [0, 0], transit: [0, 0] },
    earliest: '2026-11-24',
    latest: '2026-11-24',
    sentBy: '2026-11-24',
    orderBefore: '2026-11-24T05:00Z',
  },
  {
    // Packed on a Saturday, by a warehouse that works daily; the carrier does not drive before Monday.
    name: 'transit 0 waits for a day on which the carrier drives',
    now: '2026-11-28T01:00Z',
    terms: { ...TOKYO, handling: [0, 0], transit: [0, 0], handlingDays: DAILY, transitDays: MON_FRI },
    earliest: '2026-11-30',
    latest: '2026-11-30',
    sentBy: '2026-11-28',
    orderBefore: '2026-11-28T05:00Z',
  },
  {
    name: 'UTC+14, past midnight',
    now: '2026-03-10T10:30Z',
    terms: {
      ...TOKYO_NO_CUTOFF,
      handling: [0, 0],
      transit: [1, 1],
      handlingDays: DAILY,
      timeZone: 'Pacific/Kiritimati',
    },
    earliest: '2026-03-12',
    latest: '2026-03-13',
    sentBy: '2026-03-12',
    orderBefore: '2026-03-11T10:00Z',
  },
  {
    name: 'UTC-11, at the same instant still two days back',
    now: '2026-03-10T10:30Z',
    terms: {
      ...TOKYO_NO_CUTOFF,
      handling: [0, 0],
      transit: [1, 1],
      handlingDays: DAILY,
      timeZone: 'Pacific/Pago_Pago',
    },
    earliest: '2026-03-10',
    latest: '2026-03-11',
    sentBy: '2026-03-10',
    orderBefore: '2026-03-10T11:00Z',
  },
  {
    name: 'cutoff 00:00: an order before midnight is the next day’s work',
    now: '2026-11-24T04:59Z',
    terms: { ...TOKYO, cutoff: '00:00', handling: [0, 0], transit: [1, 1] },
    earliest: '2026-11-26',
    latest: '2026-11-26',
    sentBy: '2026-11-25',
    orderBefore: '2026-11-24T15:00Z',
  },
  {
    name: 'cutoff 24:00: all of today is accepted today',
    now: '2026-11-24T14:59Z',
    terms: { ...TOKYO, cutoff: '24:00', handling: [0, 0], transit: [1, 1] },
    earliest: '2026-11-25',
    latest: '2026-11-25',
    sentBy: '2026-11-24',
    orderBefore: '2026-11-24T15:00Z',
  },
  {
    name: 'a cutoff that the clocks skip (02:30 on 29 Mar in Berlin)',
    now: '2026-03-29T00:59Z',
    terms: { ...BERLIN, cutoff: '02:30', handlingDays: DAILY, transitDays: DAILY },
    earliest: '2026-03-30',
    latest: '2026-04-01',
    sentBy: '2026-03-30',
    orderBefore: '2026-03-29T01:30Z',
  },
  {
    name: 'a cutoff that the clocks show twice: the first time counts',
    now: '2026-10-25T00:29Z',
    terms: { ...BERLIN, cutoff: '02:30', handlingDays: DAILY, transitDays: DAILY },
    earliest: '2026-10-26',
    latest: '2026-10-28',
    sentBy: '2026-10-26',
    orderBefore: '2026-10-25T00:30Z',
  },
  {
    name: 'and does not open again when the clocks go back',
    now: '2026-10-25T01:00Z',
    terms: { ...BERLIN, cutoff: '02:30', handlingDays: DAILY, transitDays: DAILY },
    earliest: '2026-10-27',
    latest: '2026-10-29',
    sentBy: '2026-10-27',
    orderBefore: '2026-10-26T01:30Z',
  },
  {
    name: 'the cutoff keeps its hour over a change of clocks',
    now: '2026-10-24T10:00Z',
    terms: { ...BERLIN, cutoff: '13:00', transit: [2, 4] },
    earliest: '2026-10-28',
    latest: '2026-10-31',
    sentBy: '2026-10-27',
    orderBefore: '2026-10-26T12:00Z',
  },
  {
    name: 'a midnight that the clocks skip (Santiago, 6 Sep)',
    now: '2026-09-06T03:30Z',
    terms: { ...TOKYO_NO_CUTOFF, timeZone: 'America/Santiago' },
    earliest: '2026-09-08',
    latest: '2026-09-10',
    sentBy: '2026-09-08',
    orderBefore: '2026-09-06T04:00Z',
  },
  {
    name: 'a last hour of the day that comes twice (Santiago, 4 Apr)',
    now: '2026-04-05T02:30Z',
    terms: { ...TOKYO_NO_CUTOFF, timeZone: 'America/Santiago' },
    earliest: '2026-04-07',
    latest: '2026-04-09',
    sentBy: '2026-04-07',
    orderBefore: '2026-04-05T04:00Z',
  },
  {
    name: '29 February',
    now: '2028-02-28T01:00Z',
    terms: { ...TOKYO, handling: [0, 0], transit: [1, 2] },
    earliest: '2028-02-29',
    latest: '2028-03-01',
    sentBy: '2028-02-28',
    orderBefore: '2028-02-28T05:00Z',
  },
  {
    // 120 working days are 24 weeks; the twelve after them end on the 180th day.
    name: 'as far ahead as a promise may go',
    now: '2026-03-09T14:00Z',
    terms: { ...NEW_YORK, handling: [120, 120], transit: [12, 12], transitDays: DAILY },
    earliest: '2026-09-05',
    latest: '2026-09-05',
    sentBy: '2026-08-24',
    orderBefore: '2026-03-10T02:00Z',
  },
];

describe('deliveryWindow', () => {
  test.each(CASES)('$name', ({ now, terms, earliest, latest, sentBy, orderBefore }) => {
    expect(windowAt(terms, now)).toEqual({
      earliest,
      latest,
      sentBy,
      orderBefore,
      cutoff: terms.cutoff !== undefined,
      timeZone: terms.timeZone,
    });
  });

  test('tells the destination of the terms', () => {
    expect(windowAt({ ...TOKYO, destination: 'JP' }, '2026-11-24T04:59Z')).toMatchObject({ destination: 'JP' });
  });

  test.each<[string, Partial<DeliveryTerms>]>([
    ['least over most', { handling: [2, 1] }],
    ['negative days', { transit: [-1, 1] }],
    ['half days', { handling: [0.5, 1] }],
    ['not a number', { transit: [Number.NaN, 1] }],
    ['more days than a promise may take', { handling: [0, 121] }],
    ['a warehouse that is never open', { handlingDays: [] }],
    ['a carrier that never drives', { transitDays: [] }],
    ['a weekday there is not', { handlingDays: [7] }],
    ['an unknown zone', { timeZone: 'Europe/Atlantis' }],
    ['no zone', { timeZone: '' }],
    ['a cutoff out of the day', { cutoff: '25:00' }],
    ['a cutoff past 24:00', { cutoff: '24:01' }],
    ['a cutoff in words', { cutoff: 'noon' }],
    ['an empty cutoff', { cutoff: '' }],
    ['minutes there are not', { cutoff: '12:60' }],
  ])('promises nothing: %s', (_name, wrong) => {
    expect(windowAt({ ...TOKYO, ...wrong }, '2026-11-24T04:59Z')).toBeNull();
  });

  test('promises nothing beyond half a year', () => {
    const terms: DeliveryTerms = { ...NEW_YORK, handling: [120, 120], transit: [12, 13], transitDays: DAILY };
    expect(windowAt(terms, '2026-03-09T14:00Z')).toBeNull();
  });

  test('promises nothing while every day is a holiday', () => {
    const start = Date.parse('2026-11-24');
    const holidays = Array.from({ length: 200 }, (_, i) => new Date(start + i * 864e5).toISOString().slice(0, 10));
    expect(windowAt({ ...TOKYO, holidays }, '2026-11-24T04:59Z')).toBeNull();
  });
});

describe('deliveryWindow, for any terms', () => {
  const days = fc.tuple(fc.nat(6), fc.nat(6)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
  const weekdays = fc.uniqueArray(fc.nat(6), { minLength: 1 });
  const twoDigits = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const clock = fc.nat(1440).map((minute) => `${twoDigits(minute / 60)}:${twoDigits(minute % 60)}`);
  const now = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2031-01-01') });
  /** The nights on which clocks change are few: aim at them. */
  const aimed = fc
    .tuple(
      fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-09-06', '2026-10-04', '2026-10-25', '2026-11-01'),
      fc.integer({ min: -36 * 36e5, max: 36 * 36e5 }),
    )
    .map(([date, off]) => Date.parse(date) + off);
  const moment = fc.oneof(now, aimed);
  const zone = fc.constantFrom(
    ...['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'America/Santiago', 'Pacific/Kiritimati', 'UTC'],
    ...['Pacific/Pago_Pago', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Chatham', 'Africa/Cairo', 'Etc/GMT-9'],
  );
  const terms = fc
    .record(
      {
        handling: days,
        transit: days,
        cutoff: fc.oneof(clock, fc.constantFrom('00:00', '24:00', '02:30')),
        timeZone: zone,
        handlingDays: weekdays,
        transitDays: weekdays,
        closed: fc.array(fc.integer({ min: -2, max: 20 }), { maxLength: 8 }),
        destination: fc.constant('JP'),
      },
      { requiredKeys: ['handling', 'transit', 'timeZone', 'handlingDays', 'transitDays', 'closed'] },
    )
    .chain(({ closed, ...rest }) =>
      moment.map((at) => {
        const holidays = closed.map((day) => new Date(at + day * 864e5).toISOString().slice(0, 10));
        return [{ ...rest, holidays, source: 'options' } as DeliveryTerms, at] as const;
      }),
    );

  test('earliest ≤ latest, both on days the carrier drives; sent by then, on a working day; the order is still to come', () => {
    fc.assert(
      fc.property(terms, ([t, at]) => {
        const w = deliveryWindow(t, at);
        if (!w) return;
        expect(w.earliest <= w.latest).toBe(true);
        for (const date of [w.earliest, w.latest]) {
          expect(t.transitDays).toContain(new Date(date).getUTCDay());
          expect(t.holidays).not.toContain(date);
        }
        const sentBy = `${w.sentBy}`;
        expect(sentBy <= w.latest).toBe(true);
        expect(t.handlingDays).toContain(new Date(sentBy).getUTCDay());
        expect(t.holidays).not.toContain(sentBy);
        expect(w.orderBefore).toBeGreaterThan(at);
        expect(Date.parse(w.latest) - at).toBeLessThanOrEqual(181 * 864e5);
      }),
      { numRuns: 1500 },
    );
  });

  test('ordering later never brings it earlier', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 5 * 864e5 }), ([t, at], wait) => {
        const [now, then] = [deliveryWindow(t, at), deliveryWindow(t, at + wait)];
        if (!now || !then) return;
        expect(then.earliest >= now.earliest && then.latest >= now.latest).toBe(true);
        expect(`${then.sentBy}` >= `${now.sentBy}`).toBe(true);
        expect(then.orderBefore).toBeGreaterThanOrEqual(now.orderBefore);
      }),
      { numRuns: 1500 },
    );
  });

  test('the window holds to the very end of orderBefore, and no longer', () => {
    fc.assert(
      fc.property(terms, ([t, at]) => {
        const now = deliveryWindow(t, at);
        if (!now) return;
        expect(deliveryWindow(t, now.orderBefore - 1)).toEqual(now);
        expect(deliveryWindow(t, now.orderBefore)?.orderBefore).not.toBe(now.orderBefore);
      }),
      { numRuns: 1500 },
    );
  });

  test('the shopper’s own time zone moves nothing', () => {
    const home = process.env.TZ;
    try {
      fc.assert(
        fc.property(terms, ([t, at]) => {
          const windows = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((tz) => {
            process.env.TZ = tz;
            return deliveryWindow(t, at);
          });
          for (const window of windows) expect(window).toEqual(windows[0]);
        }),
        { numRuns: 100 },
      );
      expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    } finally {
      if (home === undefined) delete process.env.TZ;
      else process.env.TZ = home;
    }
  });
});

describe('mergeTerms', () => {
  const shop: DeliveryTerms = { ...TOKYO, holidays: ['2027-01-01'], destination: 'JP', source: 'schema.org' };

  test('leaves the shop’s terms as they are without options', () => {
    expect(mergeTerms(shop, {})).toEqual(shop);
  });

  test('options win field by field', () => {
    expect(mergeTerms(shop, { cutoff: '15:00', transit: [3, 4], destination: 'KR' })).toEqual({
      ...shop,
      cutoff: '15:00',
      transit: [3, 4],
      destination: 'KR',
    });
  });

  test('are the options’ own once handling and transit are', () => {
    expect(mergeTerms(shop, { handling: [1, 1], transit: [3, 4] })?.source).toBe('options');
    expect(mergeTerms(shop, { handling: [1, 1] })?.source).toBe('schema.org');
  });

  test('days that either calls closed are closed', () => {
    expect(mergeTerms(shop, { holidays: ['2027-01-02', '2027-01-01'] })?.holidays).toEqual([
      '2027-01-01',
      '2027-01-02',
    ]);
  });

  test('options alone are enough, on weekdays unless they say otherwise', () => {
    const own = { handling: [0, 1], transit: [1, 2], timeZone: 'Asia/Tokyo' } as const;
    const merged = { ...own, handlingDays: MON_FRI, transitDays: MON_FRI, holidays: [], source: 'options' };
    expect(mergeTerms(null, own)).toEqual(merged);
    expect(mergeTerms(null, { ...own, handlingDays: MON_SAT })?.transitDays).toEqual(MON_SAT);
    expect(mergeTerms(null, { ...own, transitDays: DAILY })).toEqual({ ...merged, transitDays: DAILY });
  });

  test.each<Partial<DeliveryTerms>>([
    {},
    { handling: [0, 1], transit: [1, 2] },
    { handling: [0, 1], timeZone: 'Asia/Tokyo' },
    { transit: [1, 2], timeZone: 'Asia/Tokyo' },
    { handling: [0, 1], transit: [1, 2], timeZone: '' },
  ])('nothing is guessed: %j', (own) => {
    expect(mergeTerms(null, own)).toBeNull();
  });
});
