import { plainDigits } from './plainDigits';

/** Year, month and day stand apart by these; in Japanese, Chinese and Korean by their own names. */
const BETWEEN = /[\s./\-年月日년월일]+/;

/** `dmy`, `mdy` or `ymd`. Gregorian whatever the language's own calendar: the answer is. */
const orderIn = (locale: string): string =>
  new Intl.DateTimeFormat(locale, { calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(0)
    .map(({ type }) => (/^(year|month|day)$/.test(type) ? type[0] : ''))
    .join('');

/** The ISO date of three numbers in this order, if there is such a day. Two digits of a year are of this century. */
const dateOf = (numbers: readonly string[], order: string, century: string): string | undefined => {
  const [year = '', month, day] = ['y', 'm', 'd'].map((part) => numbers[order.indexOf(part)]);
  const full = year.length === 2 ? century + year : year;
  const at = new Date(Date.UTC(+full, Number(month) - 1, Number(day)));
  const isReal =
    /^(19|2[01])\d\d$/.test(full) && at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day);
  return isReal ? at.toISOString().slice(0, 10) : undefined;
};

/**
 * A date as people write it, as ISO date: `2026-12-24`, `24.12.2026`, `12/24/2026`. The language says which number is
 * what; where that gives no day, the orders of other languages are tried. Without a year it is the next such day.
 */
export const readDate = (text: string, locale: string, today: string): string | undefined => {
  const plain = plainDigits(text);
  const numbers = plain.split(BETWEEN).filter(Boolean);
  if (!numbers.every((number) => /^\d{1,4}$/.test(number))) return;
  const isIso = numbers[0]?.length === 4;
  const order = isIso ? 'ymd' : orderIn(locale);
  // Nobody writes 12.24.2026.
  const orders = [plain.includes('.') && order === 'mdy' ? 'dmy' : order, 'dmy', 'mdy'];
  const find = (all: readonly string[], some: readonly string[]) =>
    some.map((one) => dateOf(all, one, today.slice(0, 2))).find(Boolean);
  if (numbers.length === 3) return find(numbers, orders);
  if (numbers.length !== 2) return;
  const year = +today.slice(0, 4);
  const next = [0, 1].map((more) =>
    find(
      [`${year + more}`, ...numbers],
      orders.map((one) => `y${one.replace('y', '')}`),
    ),
  );
  return next.find((date) => date && date >= today);
};
