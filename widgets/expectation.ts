import type { Field } from '../src/types';
import type { enFormHelp } from './copy/enFormHelp';
import { say } from './fill';
import { day } from './format';

/** A bare run of digits, as most postal codes and card fields ask for: `\d{5}`, `[0-9]{4,6}`. */
const DIGITS = /^\^?(?:\\d|\[0-9\])\{(\d+)(?:,(\d+))?\}\$?$/;

/** What the field takes, in words, from its own markup. The author's own explanation goes first. */
export const expectation = (field: Field, copy: typeof enFormHelp, locale: string): string[] => {
  const { fails, input, autocomplete, hint, pattern = '' } = field;
  // What is written nowhere is 1, in a field of numbers; days and hours have steps of other units.
  const { step = input === 'number' ? '1' : '' } = field;
  const show = (bound: string | number) => (/^\d{4}-\d\d-\d\d$/.test(`${bound}`) ? day(locale, bound) : `${bound}`);
  const line = (template: string, min: string | number = '', max: string | number = '') => {
    const range = min ? (max ? copy.fromTo : copy.from) : copy.upTo;
    return (min || max) && say(template, { n: min === max ? min : say(range, { min: show(min), max: show(max) }) });
  };
  const [, least, most] = DIGITS.exec(pattern) ?? [];
  const digits = line(copy.helpDigits, least, most ?? least);
  const shape = { email: copy.helpEmail, url: copy.helpUrl, number: copy.helpNumber, date: copy.helpDate }[
    autocomplete === 'email' ? autocomplete : input
  ];
  const says = [
    hint,
    fails === 'valueMissing' && (/select|radio/.test(input) ? copy.helpChoose : copy.helpNeeded),
    shape,
    digits || (/^too/.test(fails) && line(copy.helpLength, field.minLength, field.maxLength)),
    line(copy.helpRange, field.min, field.max),
    fails === 'patternMismatch' && !hint && !digits && copy.helpFormat,
    fails === 'stepMismatch' && step && say(copy.helpStep, { n: step }),
  ].filter((text) => typeof text === 'string' && text !== '');
  return says.length ? (says as string[]) : [copy.helpUnknown];
};
