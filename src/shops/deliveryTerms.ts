/**
 * The delivery terms a shop publishes for search engines: schema.org's OfferShippingDetails, else ShippingService. Only
 * those of the option a shopper gets by default, so that no cheap price lends its speed to a promise; and none where
 * they are vague. https://schema.org/ShippingDeliveryTime, https://schema.org/ShippingService
 */
import type { DeliveryTerms } from '../types';
import { type LdNode, nodeOf, nodesOf, numberOf, readJsonLd, termOf, textOf } from './jsonLd';

interface Base {
  readonly timeZone?: string;
  readonly holidays?: readonly string[];
}

/** Of anything else nobody knows when it leaves, or it never does. */
const AVAILABLE = /^$|in ?stock$|limited|online/i;
/** Free, and quick, but nothing that comes to the door. */
const COLLECTED = /Pickup|Collection|Scheduled/;
/** What an option depends on, without the page saying whether it applies to this shopper. */
const CONDITION = /orderValue|numItems|weight|seasonalOverride|addressRegion|postalCode|validFor/;
const CUTOFF = /^T?(\d\d?:\d\d)(?::[\d.]+)? ?(Z|([+-])(\d\d?):?(\d\d)?)?$/i;
const WEEKDAYS = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
/** More than the holidays of any year. A longer season is not told in dates. */
const MAX_CLOSED_DAYS = 60;
const DAY_MS = 864e5;

/** `[least, most]` days. A mere maximum will not do: it says nothing of the earliest date. */
const daysOf = (time: LdNode): [number, number] | null => {
  const { value, minValue = value, maxValue = value, unitText, unitCode = unitText } = nodeOf(time.duration ?? time);
  const unit = termOf(unitCode);
  // UN/CEFACT codes. A week is taken for seven business days, to be safe.
  const hours = /^(d|days?)?$/i.test(unit) ? 24 : unit === 'HUR' ? 1 : unit === 'WEE' ? 168 : NaN;
  const least = Math.ceil((numberOf(minValue) * hours) / 24);
  const most = Math.ceil((numberOf(maxValue) * hours) / 24);
  return least >= 0 && least <= most ? [least, most] : null;
};

/** Weekdays of a list of days or of opening hours. Seasons in which the shop is shut go to `closed`, as dates. */
const weekdaysOf = (value: unknown, closed: string[]): readonly number[] | null => {
  const names = [value].flat().flatMap((entry): unknown[] => {
    const { opens, closes, validFrom, validThrough, dayOfWeek = entry } = nodeOf(entry);
    // Hours that never begin are closed hours, but days without any hours are how shipping markup names working days.
    if (!validFrom && !validThrough) return opens && opens === closes ? [] : [dayOfWeek].flat();
    if (opens && opens !== closes) return [];
    const [from = NaN, until = NaN] = [validFrom, validThrough].map((date) =>
      Date.parse(`${textOf(date).slice(0, 10)}T00:00Z`),
    );
    // A season without a readable end runs into the limit, one without a beginning throws: no terms either way.
    for (let day = from; !(day > until) && closed.length <= MAX_CLOSED_DAYS; day += DAY_MS)
      closed.push(new Date(day).toISOString().slice(0, 10));
    return [];
  });
  const days = WEEKDAYS.flatMap((short, day) =>
    names.some((name) => termOf(name).toLowerCase().startsWith(short)) ? day : [],
  );
  return days.length ? days : null;
};

const termsOf = (option: LdNode, { timeZone, holidays = [] }: Base): DeliveryTerms | null => {
  const packing = nodeOf(option.handlingTime);
  const driving = nodeOf(option.transitTime);
  const handling = daysOf(packing);
  const transit = daysOf(driving);
  const [, cutoff, offset, sign, hours, minutes] = CUTOFF.exec(textOf(option.cutoffTime ?? packing.cutoffTime)) ?? [];
  // Zones by offset have the sign reversed, and only whole hours: https://data.iana.org/time-zones/tzdb/etcetera
  const byOffset = offset && !Number(minutes) && `Etc/GMT${sign === '-' ? '+' : '-'}${Number(hours) || 0}`;
  const zone = timeZone ?? byOffset;
  const closed: string[] = [];
  const handlingDays = weekdaysOf(option.businessDays ?? packing.businessDays, closed) ?? MONDAY_TO_FRIDAY;
  const transitDays = weekdaysOf(driving.businessDays, closed) ?? handlingDays;
  const destination = textOf(option.addressCountry);
  if (!handling || !transit || !zone || closed.length > MAX_CLOSED_DAYS) return null;
  return {
    handling,
    transit,
    ...(cutoff && { cutoff: cutoff.padStart(5, '0') }),
    timeZone: zone,
    handlingDays,
    transitDays,
    holidays: [...new Set([...holidays, ...closed])],
    ...(destination && { destination }),
    source: 'schema.org',
  };
};

/** One parcel: as slow as its slowest piece, on days that suit all. Nobody can tell it for pieces that leave by other clocks. */
const together = (a: DeliveryTerms | null, b: DeliveryTerms | null): DeliveryTerms | null =>
  a && b && a.timeZone === b.timeZone && a.cutoff === b.cutoff && a.destination === b.destination
    ? {
        ...a,
        handling: [Math.max(a.handling[0], b.handling[0]), Math.max(a.handling[1], b.handling[1])],
        transit: [Math.max(a.transit[0], b.transit[0]), Math.max(a.transit[1], b.transit[1])],
        handlingDays: a.handlingDays.filter((day) => b.handlingDays.includes(day)),
        transitDays: a.transitDays.filter((day) => b.transitDays.includes(day)),
        holidays: [...new Set([...a.holidays, ...b.holidays])],
      }
    : null;

/** Infinity: unknown, or only at a condition. */
const costOf = (option: LdNode): number => {
  const { maxValue, value = maxValue } = nodeOf(option.shippingRate);
  const cost = CONDITION.test(Object.keys(option).join()) ? NaN : numberOf(value);
  return cost >= 0 ? cost : Infinity;
};

/** The cheapest option, and with it all that the shopper may get in its stead. */
const defaultsOf = (options: readonly LdNode[]): LdNode[] => {
  const delivered = options
    .map((option) => ({ ...option, ...nodeOf(option.deliveryTime), ...nodeOf(option.shippingDestination) }) as LdNode)
    .filter((option) => !/true/i.test(termOf(option.doesNotShip)) && !COLLECTED.test(termOf(option.fulfillmentType)));
  const [cheapest = {}] = [...delivered].sort((a, b) => costOf(a) - costOf(b));
  const ways = [costOf(cheapest), Infinity];
  return delivered.filter(
    (option) => ways.includes(costOf(option)) && textOf(option.addressCountry) === textOf(cheapest.addressCountry),
  );
};

/** What each parcel may be sent by: the options of each offer that is to be had, else those the page states for all. */
const parcelsOf = (nodes: readonly LdNode[]): (readonly LdNode[])[] => {
  const offers = nodes.filter((node) => (node.availability || node.shippingDetails) && !node.offers);
  const available = offers.filter((offer) => AVAILABLE.test(termOf(offer.availability)));
  if (offers.length && !available.length) return [];
  const parcels = available.map((offer) => nodesOf(offer.shippingDetails)).filter((options) => options.length);
  if (parcels.flat().some((option) => option.deliveryTime)) return parcels;
  const loose = nodes.filter((node) => node.deliveryTime);
  return [
    loose.length
      ? loose
      : nodes.flatMap((service) => nodesOf(service.shippingConditions).map((option) => ({ ...service, ...option }))),
  ];
};

/** null: the page states no terms, or none that a date could honestly be told by. */
export const readDeliveryTerms = (doc: Document, base: Base): DeliveryTerms | null => {
  try {
    const terms = parcelsOf(readJsonLd(doc))
      .flatMap(defaultsOf)
      .map((option) => termsOf(option, base));
    return terms.length ? terms.reduce(together) : null;
  } catch {
    return null;
  }
};
