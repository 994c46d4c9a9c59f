import type { AnswerValue, PopupContent, Visit } from '../types';
import { cleanText } from './cleanText';
import type { Occasion } from './decide';
import { isSure } from './moments/hasCart';
import { own } from './own';

/** All that a shop's words may be filled from. */
export interface Known {
  readonly visit: Visit;
  readonly occasion: Occasion;
  readonly content: PopupContent;
}

/** What to put in a placeholder's place, in this language; undefined: it is not known. */
type Fill = (known: Known, locale: string) => string | number | undefined;

const money = (amount: number | undefined, currency: string | undefined, locale: string) => {
  if (amount === undefined || !currency) return;
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
  } catch {
    // No code that Intl takes: nobody can say which money it is.
  }
};

/** Calendar dates as the language writes them; all other words as they are. */
const words = (text: string, locale: string): string => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? text : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
};

const answer = (value: AnswerValue | undefined, locale: string) =>
  typeof value === 'number' ? value : value && words(`${[value].flat().join(', ')}`, locale);

/** A cart that was hardly read is not known. */
const cartOf = ({ cart }: Visit) => (cart && isSure(cart) ? cart : undefined);

const facts = ({ occasion }: Known) => occasion.facts ?? {};

/** A day of the estimate, for as long as an order would still arrive by it. */
const arrival =
  (end: 'earliest' | 'latest'): Fill =>
  ({ visit: { delivery }, occasion: { at } }, locale) =>
    delivery && at < delivery.orderBefore ? words(delivery[end], locale) : undefined;

/** Every placeholder but `preferences.…`, and where it comes from. */
export const PLACEHOLDERS: Readonly<Record<string, Fill>> = {
  'cart.total': ({ visit }, locale) => money(cartOf(visit)?.total, cartOf(visit)?.currency, locale),
  'cart.count': ({ visit }) => cartOf(visit)?.count,
  'returns.days': (known) => facts(known).returns?.days,
  'rating.value': (known) => facts(known).rating?.value,
  'rating.best': (known) => facts(known).rating?.best,
  'rating.count': (known) => facts(known).rating?.count,
  payments: (known) => facts(known).payments?.join(', '),
  'contact.phone': (known) => facts(known).contact?.phone,
  'contact.email': (known) => facts(known).contact?.email,
  'shipping.free-over': (known, locale) => money(facts(known).freeShippingOver, cartOf(known.visit)?.currency, locale),
  'delivery.earliest': arrival('earliest'),
  'delivery.latest': arrival('latest'),
  amount: ({ content }) => (content.popup === 'offer' ? content.amount : undefined),
  budget: ({ visit }, locale) => {
    const budget = own(visit.preferences, 'budget');
    return typeof budget === 'number' ? money(budget, cartOf(visit)?.currency, locale) : undefined;
  },
};

const ANSWER = 'preferences.';

/** What stands in a placeholder's place now, as plain text; '': it is not known. */
export const fillPlaceholder = (name: string, known: Known, locale: string): string => {
  const value = name.startsWith(ANSWER)
    ? answer(own(known.visit.preferences, name.slice(ANSWER.length)), locale)
    : own(PLACEHOLDERS, name)?.(known, locale);
  return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : cleanText(value ?? '');
};
