const DIGIT = /\p{Nd}/u;

/** How many digits stand before it: Unicode has them ten in a row, here and there those of two scripts side by side. */
const worth = (digit: string): string => {
  const code = digit.codePointAt(0) as number;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before++;
  return `${before % 10}`;
};

/** A number, date or size as it can be read: `١٢`, `۱۲` and `１２` as `12`, wide signs as narrow ones, no invisible marks. */
export const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/\p{Nd}/gu, worth)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
