import type { DeliveryTerms } from '../types';

const DAYS = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];

const words = (raw: unknown) =>
  raw === undefined
    ? undefined
    : String(raw)
        .toLowerCase()
        .replace(/ *- */g, '-')
        .split(/[\s,]+/);

/** `mo-fr`, `mo,we,fr`, `sa-mo`: weekdays as numbers, Sunday 0. */
const weekdays = (raw: unknown): number[] | undefined =>
  words(raw)?.flatMap((word) => {
    const ends = word.split('-').map((day) => DAYS.indexOf(day));
    const [start = 0, stop = start] = [ends[0], ends[ends.length - 1]];
    return Array.from({ length: ((stop - start + 7) % 7) + 1 }, (_, i) => (start + i) % 7);
  });

/** The tag's `data-delivery-*`, checked by `options.ts`, as delivery terms. */
export const optionTerms = (options: Readonly<Record<string, unknown>>): Partial<DeliveryTerms> => {
  const days = weekdays(options.deliveryDays);
  const found = {
    handling: options.deliveryHandling,
    transit: options.deliveryTransit,
    cutoff: options.deliveryCutoff,
    timeZone: options.deliveryTimezone,
    handlingDays: days,
    transitDays: days,
    holidays: words(options.deliveryHolidays),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Partial<DeliveryTerms>;
};
