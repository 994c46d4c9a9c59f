const DAY = 864e5;

/**
 * How close a gift is to be bought, 0 to 1: 1 six days before Valentine's Day or Mother's Day (second Sunday of May), and
 * a fifth less for each day before or after. So has it the UCI Online Shoppers data, the only sessions it is known from.
 * `now`: the shop's own time, as if it were UTC.
 */
export const nearGiftDay = (now: Date): number => {
  const year = now.getUTCFullYear();
  const firstOfMay = new Date(Date.UTC(year, 4)).getUTCDay();
  const gifts = [Date.UTC(year, 1, 14), Date.UTC(year, 4, 14 - ((firstOfMay + 6) % 7))];
  return Math.max(0, ...gifts.map((gift) => 1 - Math.abs(Math.ceil((gift - +now) / DAY) - 6) / 5));
};
