/**
 * Delivery dates by the shop's own terms. Everything is counted in civil days since 1970 and wall-clock minutes, and
 * only the edges touch real instants: so no change of clocks, and no shopper's time zone, can move a date.
 */
import type { DeliveryTerms, DeliveryWindow } from '../types';

const MINUTE_MS = 60_000;
const DAY = 1440;
/** Further ahead, or slower than this, a date is no promise. */
const MAX_DAYS = 120;
const HORIZON_DAYS = 180;
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

const isoDate = (day: number): string => new Date(day * DAY * MINUTE_MS).toISOString().slice(0, 10);

const isSpan = ([least, most]: readonly [number, number]): boolean =>
  [least, most].every(Number.isInteger) && least >= 0 && least <= most && most <= MAX_DAYS;

/** How many minutes a zone's clocks are ahead of UTC, at a given minute since 1970. null: a zone that Intl does not know. */
const zoneOffset = (timeZone: string): ((minute: number) => number) | null => {
  try {
    // `h23`, since `hour12: false` calls midnight 24 in some engines: https://github.com/moment/luxon/issues/726
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    return (at) => {
      const [month = 0, day, year = 0, hour, minute] = (clock.format(at * MINUTE_MS).match(/\d+/g) ?? []).map(Number);
      return Date.UTC(year, month - 1, day, hour, minute) / MINUTE_MS - at;
    };
  } catch {
    return null;
  }
};

/** When an order placed now would arrive, or null where the terms do not allow an honest date. */
export const deliveryWindow = (terms: DeliveryTerms, now: number): DeliveryWindow | null => {
  const { handling, transit, handlingDays, transitDays, timeZone, destination } = terms;
  const offset = zoneOffset(timeZone);
  const [, hour, minute] = /^(\d\d?):([0-5]\d)$/.exec(terms.cutoff ?? '') ?? [];
  // '24:00' closes the day, '00:00' opens it: an order before midnight is then the next day's work.
  const cutoff = terms.cutoff === undefined ? null : Number(hour) * 60 + Number(minute);
  if (!offset || !isSpan(handling) || !isSpan(transit) || !(Number(cutoff) <= DAY)) return null;

  const at = Math.floor(now / MINUTE_MS);
  const today = Math.floor((at + offset(at)) / DAY);

  /** The first instant, in minutes, at which the clocks show this; where they skip it, as if they had not (as Temporal does). */
  const instant = (wall: number): number => {
    const before = wall - offset(wall - DAY);
    const after = wall - offset(before);
    return after + offset(after) === wall ? after : before;
  };
  const advance = (from: number, days: number, weekdays: readonly number[]): number => {
    let left = days;
    for (let day = from; day <= today + HORIZON_DAYS; day++) {
      // 1970 began on a Thursday.
      const open = weekdays.includes((day + 4) % 7) && !terms.holidays.includes(isoDate(day));
      if (open && left-- === 0) return day;
    }
    return Infinity;
  };
  const accept = (from: number) => advance(from, 0, handlingDays);
  const send = (accepted: number, end: 0 | 1) => advance(accepted, handling[end], handlingDays);
  const arrive = (sent: number, end: 0 | 1) => advance(sent, transit[end], transitDays);

  const missed = cutoff !== null && at >= instant(today * DAY + cutoff);
  const accepted = accept(missed ? today + 1 : today);
  const sent = send(cutoff === null ? accept(today + 1) : accepted, 1);
  const latest = arrive(sent, 1);
  if (latest > today + HORIZON_DAYS) return null;

  return {
    earliest: isoDate(arrive(send(accepted, 0), 0)),
    latest: isoDate(latest),
    sentBy: isoDate(sent),
    orderBefore: instant(cutoff === null ? (today + 1) * DAY : accepted * DAY + cutoff) * MINUTE_MS,
    cutoff: cutoff !== null,
    timeZone,
    ...(destination && { destination }),
  };
};

/** What the script tag says wins, field by field, over what the page says. Days either of them calls closed are closed. */
export const mergeTerms = (fromShop: DeliveryTerms | null, own: Partial<DeliveryTerms>): DeliveryTerms | null => {
  const {
    handling,
    transit,
    timeZone,
    handlingDays = MONDAY_TO_FRIDAY,
    transitDays = handlingDays,
    ...rest
  }: Partial<DeliveryTerms> = { ...fromShop, ...own };
  return handling && transit && timeZone
    ? {
        ...rest,
        handling,
        transit,
        timeZone,
        handlingDays,
        transitDays,
        holidays: [...new Set([...(fromShop?.holidays ?? []), ...(own.holidays ?? [])])],
        source: own.handling && own.transit ? 'options' : 'schema.org',
      }
    : null;
};
