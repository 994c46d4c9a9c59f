/**
 * A count as the shopper writes it. The first use of `Intl` for numbers is a long task on a slow phone, and what has no
 * thousands is written the same everywhere but in Arabic, which has figures of its own in some countries.
 */
export const figure = (locale: string, n: number): string | number =>
  n < 1000 && !/^ar/i.test(locale) ? n : n.toLocaleString(locale);
