const iso = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;
/** In milliseconds it would be in 1973, in seconds in the year 5138. */
const MILLISECONDS_FROM = 1e11;

/**
 * A time of a log in ms since 1970: a date with time, in UTC unless it names its zone (or the same file would say
 * something else on another machine), or seconds or milliseconds since 1970.
 * @returns {number} NaN when it is none
 */
export const readTime = (cell) => {
  if (cell instanceof Date) return cell.getTime();
  const text = String(cell ?? '').trim();
  if (iso.test(text)) {
    const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text.slice(10)) ? text : `${text}Z`;
    return Date.parse(
      zoned
        .replace(',', '.')
        .replace(/^(.{10}) /, '$1T')
        .replace(/\s+/, '')
        .replace(/^(.{10})Z$/, '$1'),
    );
  }
  const number = text === '' ? Number.NaN : Number(text);
  return number >= MILLISECONDS_FROM ? number : number * 1000;
};
