import { plainDigits } from './plainDigits';

const FRACTION = /(^|[^\d.])(\d{1,3}) (\d)\/([2-8])(?!\d)/g;
const DECIMAL = /(^|[^\d.,])(\d{1,4})[.,](\d{1,2})(?![\d.,])/g;
const SYSTEM = '(EU|UK|US|FR|IT|DE|ES|JP|AU|BR|CN|KR|MX)';
const AHEAD = new RegExp(`^${SYSTEM}[ :.-]*(?=\\d|X*[SML]$)`);
const BEHIND = new RegExp(`^(\\d[\\d./-]*|\\d?X*[SML]) ?${SYSTEM}$`);
const XS = /(^|[^A-Z\d])(X{2,})(?=[SML]([^A-Z\d]|$))/g;
/** What sizes are written with. A word without a number is short: a sentence is no size. */
const SIZE = /^(?=.*\d|.{1,8}$)[\p{L}\d][\p{L}\d ./+"'-]*$/u;

const inOneForm = (text: string): string =>
  // Fractions apart from the number before them, or `42½` would be 421/2.
  plainDigits(plainDigits(text.replace(/[¼-¾⅐-⅞]/g, ' $&')).toUpperCase())
    .replace(/⁄/g, '/')
    .replace(/EUR(?![A-Z])/g, 'EU')
    .replace(AHEAD, '$1 ')
    .replace(FRACTION, (_, before, whole, part, of) => `${before}${Math.round((+whole + part / of) * 100) / 100}`)
    .replace(DECIMAL, (_, before, whole, part) => `${before}${+`${whole}.${part}`}`)
    .replace(/^W ?(\d+)[ /,X-]*L ?(\d+)$/, 'W$1 L$2')
    .replace(BEHIND, '$2 $1')
    .replace(XS, (_, before, xs) => `${before}${xs.length}X`)
    .replace(/^(\d[\d.]*) ([A-Z]{1,3})$/, '$1$2');

/**
 * A size in its one form: `42.5` for `42 ½`, `2XL` for `xxl`, `EU 42` for `42 eu`, `W32 L34` for `w32/l34`, `36B` for
 * `36 b`. None is turned into another system's: makers do not agree on how.
 */
export const readSize = (text: string): string | undefined => {
  const size = inOneForm(text);
  // What reads differently the second time, such as `8.00½`, was no size.
  return SIZE.test(size) && inOneForm(size) === size ? size : undefined;
};
