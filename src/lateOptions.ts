import type { Warn } from './browser/warn';
import { own } from './core/own';
import { address, LATE, type OptionType, takeOption } from './options';

/** `1-2`, or one number for both ends. */
const range: OptionType = [
  /^\d{1,3}(-\d{1,3})?$/,
  (raw) => {
    const [least = 0, most = least] = raw.split('-').map(Number);
    return least <= most ? [least, most] : undefined;
  },
];
const RANGE = 'days such as 1-2';

const TYPES: Readonly<Record<string, readonly [expected: string, type: OptionType]>> = {
  deliveryHandling: [RANGE, range],
  deliveryTransit: [RANGE, range],
  deliveryCutoff: ['a time such as 15:00', [/^([01]\d|2[0-3]):[0-5]\d$/]],
  deliveryTimezone: [
    'an IANA time zone such as Europe/Berlin',
    [/./, (timeZone) => new Intl.DateTimeFormat('en', { timeZone }) && timeZone],
  ],
  deliveryDays: ['weekdays such as mo-fr or mo,we,fr', [/^((^|[ ,-]+)(su|mo|tu|we|th|fr|sa))+$/i]],
  deliveryHolidays: ['dates such as 2026-12-25,2026-12-26', [/^((^|[ ,]+)\d{4}-\d\d-\d\d)+$/]],
  returnsDays: ['days such as 30', [/^\d{1,3}$/, Number]],
  freeShippingOver: ['an amount such as 50 or 49.90', [/^\d+(\.\d+)?$/, Number]],
  model: ['an http(s) address or a path', address],
  accent: ['a CSS colour such as #0a7 or teal', [/./, (raw) => (CSS.supports('color', raw) ? raw : undefined)]],
  theme: ['paper, ink or outline', [/^(paper|ink|outline)$/]],
};
/** Tried by the parts that make use of them. */
const ELSEWHERE = /^(tag|shop)[A-Z]|^(questions|campaigns|mayShow|claim|popup|webhook|destinations)$/;

/**
 * The options that nothing needs before something is decided or shown, tried then (with `debug`, on every page). Says what
 * cannot be taken, and leaves it out.
 */
export const lateOptions = (
  options: Readonly<Record<string, unknown>>,
  warn: Warn,
): Readonly<Record<string, unknown>> => {
  const read: Record<string, unknown> = { ...options };
  for (const [name, given] of Object.entries(options)) {
    const spelled = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const known = own(TYPES, name);
    const [text, value] = takeOption(given, known?.[1]);
    if (known) read[name] = value;
    if (known && value === undefined) warn(`${spelled}="${text}": expected ${known[0]}; it is not used`);
    else if (!known && LATE.test(name) && !ELSEWHERE.test(name))
      warn(`${spelled}="${text}" is no option of Waver and does nothing`);
  }
  return read;
};
