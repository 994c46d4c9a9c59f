/**
 * Amounts as shops print them. A sign that several currencies share is only believed where the page's language settles it.
 */

export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency?: string;
}

/** Three digits after a lone separator are decimals in these only. */
const THREE_DECIMALS = 'KWD BHD OMR JOD TND IQD LYD';
/** Sign, then code. */
const SIGNS =
  '€EUR £GBP ₩KRW 원KRW 円JPY 元CNY ₹INR ₺TRY ₫VND ฿THB ₱PHP ₪ILS złPLN KčCZK RMBCNY Fr.CHF R$BRL US$USD NT$TWD HK$HKD CA$CAD C$CAD A$AUD AU$AUD NZ$NZD S$SGD MX$MXN';
/** By region, else by language. Plain `en` or `es` says nothing of the dollar. */
const SHARED: Readonly<Record<string, string>> = {
  $: 'usUSD caCAD auAUD nzNZD sgSGD hkHKD twTWD mxMXN arARS clCLP coCOP',
  '¥': 'jpJPY jaJPY cnCNY zhCNY',
  kr: 'seSEK svSEK noNOK nbNOK nnNOK dkDKK daDKK isISK',
};
const signs = new Map(SIGNS.split(' ').map((pair) => [pair.slice(0, -3), pair.slice(-3)]));
const codes = `${SIGNS} ${Object.values(SHARED).join(' ')} ${THREE_DECIMALS} HUF RON PEN IDR MYR ZAR AED SAR`.match(
  /[A-Z]{3}(?= |$)/g,
);
const SIGN = `(?:\\b(?:${codes?.join('|')})\\b|${[...signs.keys(), ...Object.keys(SHARED)]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replace(/[$.]/g, '\\$&')})`;
const NUMBER = "\\d{1,3}(?:[ '’]\\d{3})+(?:[.,]\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)*";
/** A price with its sign before or after it: `3 $45.00` is three, and a price. */
const PRICE = `(${SIGN})[ :]*(?:${NUMBER})|(?:${NUMBER})(?:[.,] ?[-–—]+)? ?(${SIGN})(?! ?\\d)`;
const MINUS = '[-−–]';

const unify = (text: string) => text.normalize('NFKC');

/** The text without its prices, so that what numbers are left count something. */
export const withoutMoney = (text: string) => unify(text).replace(new RegExp(PRICE, 'g'), ' ');

const currencyOf = (sign: string, lang: string): string | undefined => {
  const pairs = SHARED[sign];
  if (sign === '元' && /tw|hk/i.test(lang)) return /tw/i.test(lang) ? 'TWD' : 'HKD';
  if (!pairs) return signs.get(sign) ?? sign;
  for (const tag of lang.toLowerCase().split('-').reverse()) {
    const [, code] = RegExp(`\\b${tag}([A-Z]+)`).exec(pairs) ?? [];
    if (tag && code) return code;
  }
};

const amountOf = (written: string, currency: string): number => {
  const digits = written.replace(/[ '’]/g, '');
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const [whole, part] = [digits.slice(0, last), digits.slice(last + 1)];
  const isAlone = !/[.,]/.test(whole);
  const isThousands =
    last > 0 && (isAlone ? /^[1-9]\d{0,2}$/.test(whole) && part.length === 3 : whole.includes(digits[last] ?? ''));
  if (last < 0 || (isThousands && !(isAlone && currency && THREE_DECIMALS.includes(currency))))
    return +digits.replace(/[.,]/g, '');
  return +`${whole.replace(/[.,]/g, '')}.${part}`;
};

/**
 * The first price in a text, or a text that is nothing but a number. undefined for what is below zero (a discount) and
 * for a range. `1,234` is a thousand and more, `1,23` is not.
 */
export const parseMoney = (text: string, lang = ''): Money | undefined => {
  const plain = unify(text).trim();
  const found = new RegExp(PRICE).exec(plain) ?? new RegExp(`^(?:${NUMBER})$`).exec(plain);
  if (!found) return;
  const before = plain.slice(0, found.index);
  const after = plain.slice(found.index + found[0].length);
  const isNegative = RegExp(`(^|[\\s:(])${MINUS}$|^${MINUS} $`).test(before);
  const isRange = RegExp(`\\d ?${MINUS} ?$`).test(before) || RegExp(`^ ?[-−–~〜] ?${SIGN}? ?\\d`).test(after);
  if (isNegative || isRange) return;
  const sign = found[1] ?? found[2];
  const currency = sign && currencyOf(sign, lang);
  const number = new RegExp(NUMBER).exec(found[0])?.[0] ?? '';
  return { amount: amountOf(number, currency ?? ''), ...(currency && { currency }) };
};
