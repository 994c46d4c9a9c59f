import { bareName } from './bareName';
import { plainDigits } from './plainDigits';
import { unitNames } from './unitNames';

/** Groups of three, and of two before the last as in India; the same sign between all. */
const GROUPED = /^(\d*|\d{1,3}([.,' ])(\d{2,3}\2)*\d{3})$/;
/** Any sign of money, or the shape of its code: for where nobody says which money it is. */
const ANY_MONEY = /^([a-z]{0,3}\p{Sc}|[a-z]{3})$/u;

const decimalSign = (locale: string): string | undefined =>
  new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;

/**
 * A number as people write it, with or without its unit: `1.234,50 €` in German, `$1,234.50` in English. Of one sign that
 * may be either (`1.234`), the language decides. Another currency than asked for is no answer: nothing is converted.
 */
export const readNumber = (text: string, locale: string, unit?: string): number | undefined => {
  const plain = plainDigits(text)
    .replace(/[’٬]/g, "'")
    .replace(/^[.,٫](?=\d)/, '0$&');
  const [, before = '', digits, after = ''] = /^(\D*)(\d(?:.*\d)?)(\D*)$/.exec(plain) ?? [];
  if (!digits) return;

  // `50,-` and `50.` are whole amounts.
  const around = [before.replace(/[-−–]/, ''), after.replace(/^[.,]?[-–—]*/, '')].map(bareName).filter(Boolean);
  const names = around.length && unit ? unitNames(unit, locale) : undefined;
  if (!around.every((name) => (names ? names.includes(name) : ANY_MONEY.test(name)))) return;

  const [, ahead = digits, sign = '', behind = ''] = /^(.*)([.,٫])(\d+)$/.exec(digits) ?? [];
  const mayGroup = sign !== '٫' && /^[1-9]\d{0,2}$/.test(ahead) && behind.length === 3;
  const isGroup = sign && (ahead.includes(sign) || (mayGroup && sign !== decimalSign(locale)));
  const [whole, part] = isGroup ? [digits, ''] : [ahead, behind];
  if (!GROUPED.test(whole)) return;
  const number = Number(`${whole.replace(/\D/g, '')}.${part}`);
  return /[-−–]/.test(before) ? 0 - number : number;
};
