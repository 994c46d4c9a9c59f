import { nearGiftDay } from './core/giftDay';
import type { Clock } from './types';

/**
 * The time of day and year in this zone; the browser's own where none is named, which costs a phone nothing. Swedish
 * writes it as ISO does, so it can be read again as if it were UTC. Where it does not, the time is unknown.
 */
export const readClock = (at: number, timeZone: string | undefined): Clock | undefined => {
  const here = new Date(at);
  const wall = timeZone
    ? new Date(`${here.toLocaleString('sv', { timeZone }).replace(' ', 'T')}Z`)
    : new Date(at - here.getTimezoneOffset() * 60_000);
  const [weekday, , month, , time] = wall.toUTCString().split(' ');
  return month && time && weekday
    ? {
        hour: Number.parseInt(time, 10),
        weekday: weekday.slice(0, 3).toLowerCase(),
        weekend: /^S/.test(weekday) ? 1 : 0,
        month: month.toLowerCase(),
        'special-day': nearGiftDay(wall),
      }
    : undefined;
};
