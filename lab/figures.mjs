const LOCALE = 'en-GB';
const UNKNOWN = 'not known';

const numberOf = (options) => {
  const format = new Intl.NumberFormat(LOCALE, options);
  return (value) => (Number.isFinite(value) ? format.format(value).replace('-', '−') : UNKNOWN);
};

/** Numbers as people read them. What is not known is said in words. */
export const count = numberOf({});

const percentOf = (value, more) => {
  const size = Math.abs(value);
  const digits = size >= 1 ? 0 : size >= 0.01 ? 1 : 2;
  // The sign of percent never stands alone at the beginning of a line.
  return numberOf({ style: 'percent', minimumFractionDigits: 0, maximumFractionDigits: digits, ...more })(
    value,
  ).replace('%', '\u00a0%');
};
export const percent = (value) => percentOf(value);
export const signed = (value) => percentOf(value, { signDisplay: 'exceptZero' });

export const many = (value, what) => `${count(value)} ${what}${value === 1 ? '' : 's'}`;

/** An amount in a currency; a word where either is not known. Currencies that Intl does not know stand by their letters. */
export const money = (value, currency) => {
  if (!currency) return UNKNOWN;
  try {
    return numberOf({ style: 'currency', currency })(value);
  } catch {
    return `${numberOf({ maximumFractionDigits: 2 })(value)} ${currency}`;
  }
};

const dates = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
export const date = (at) => dates.format(at);

const shortDates = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
export const shortDate = (at) => shortDates.format(at);

/** Where a relative change lies. */
export const range = ({ least, most }) =>
  least === null && most === null
    ? 'not enough data yet'
    : most === null
      ? `${signed(least)} or more`
      : least === null
        ? `at most ${signed(most)}`
        : `${signed(least)} to\u00a0${signed(most)}`;

/** How long so many days are, about. */
export const span = (days) =>
  !Number.isFinite(days)
    ? UNKNOWN
    : days < 21
      ? many(Math.ceil(days), 'day')
      : days < 90
        ? `${count(Math.ceil(days / 7))} weeks`
        : days < 730
          ? `${count(Math.ceil(days / 30.4))} months`
          : `${count(Math.ceil(days / 365))} years`;
