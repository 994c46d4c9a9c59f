import type { Words } from './copy/loadWords';
import { counted } from './counted';
import { say } from './fill';

/** Dates, spans, amounts and lists as the shopper writes them. */

const DAY_MS = 86_400_000;
const SHORT = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** A span in the largest unit that says enough. Rounded up, so that a span still running is never shown as over. */
export const span = ({ copy, locale }: Words, ms: number): string => {
  // Not `Intl` with `style: 'unit'`: its first use alone is a long task on a slow phone.
  const unit = (count: number, name: keyof typeof copy.units) => counted(locale, copy.units[name], count);
  const minutes = Math.ceil(ms / 60_000);
  if (ms <= 60_000) return unit(Math.ceil(ms / 1000), 'second');
  if (minutes < 60) return unit(minutes, 'minute');
  if (ms > 2 * DAY_MS) return unit(Math.round(ms / DAY_MS), 'day');
  const rest = minutes % 60;
  return unit((minutes - rest) / 60, 'hour') + (rest ? copy.joint + unit(rest, 'minute') : '');
};

/** A calendar date in UTC, as it was read: a zone in between would shift it by a day. An instant in the shopper's zone. */
export const day = (
  locale: string,
  at: string | number,
  style: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
): string =>
  new Intl.DateTimeFormat(locale, { ...style, timeZone: typeof at === 'string' ? 'UTC' : undefined }).format(
    new Date(at),
  );

export const shortDay = (locale: string, iso: string): string => day(locale, iso, SHORT);

/**
 * When something ends: the time alone today, with the weekday this week, with the date later. A shop in another zone than
 * the shopper's is named by its city, or 15:00 would be a trap.
 */
export const deadline = ({ copy, locale }: Words, at: number, now: number, timeZone?: string): string => {
  const show = (tag: string, instant: number, style: Intl.DateTimeFormatOptions, zone?: string) =>
    new Intl.DateTimeFormat(tag, { ...style, timeZone: zone }).format(instant);
  const today = show('en', at, {}, timeZone) === show('en', now, {}, timeZone);
  const style = at - now > 6 * DAY_MS ? SHORT : ({ weekday: 'long' } as const);
  // Day and time each for itself: some languages put the weekday behind the time, in brackets, in no sentence.
  const seenFrom = (zone?: string) => {
    // A line that broke between 10:20 and AM would be read twice.
    const time = show(locale, at, { hour: 'numeric', minute: '2-digit' }, zone).replace(/ /g, '\xa0');
    return today ? say(copy.today, { time }) : say(copy.at, { day: show(locale, at, style, zone), time });
  };
  const time = seenFrom(timeZone);
  if (!timeZone || time === seenFrom()) return time;
  return say(copy.zone, { time, city: timeZone.replace(/.*\//, '').replace(/_/g, ' ') });
};

/** Codes that are no country (`US-CA`) stay as they are. */
export const country = (locale: string, code: string): string =>
  /^[A-Z]{2}$/.test(code) && 'DisplayNames' in Intl
    ? (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code)
    : code;

/** An amount as the shopper writes it, without cents where there are none; a mere number where no currency is known. */
export const money = (locale: string, amount: number, currency: string | undefined): string => {
  const whole = Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {};
  try {
    return amount.toLocaleString(locale, { ...(currency && { style: 'currency', currency }), ...whole });
  } catch {
    return `${amount.toLocaleString(locale)} ${currency}`;
  }
};

/** Lists as people write them; with commas where the browser cannot. */
export const listOf = (locale: string, items: readonly string[]): string => {
  const { ListFormat } = Intl as typeof Intl & {
    ListFormat?: new (locale: string) => { format(items: readonly string[]): string };
  };
  return ListFormat ? new ListFormat(locale).format(items) : items.join(', ');
};
