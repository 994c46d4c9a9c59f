import type { Field } from '../src/types';
import { examplePattern } from './examplePattern';
import { own } from './own';

/** Shapes the browser checks itself, by `type`. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  url: /^[a-z][a-z\d+.-]*:\/\/\S+$/i,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  month: /^\d{4}-\d\d$/,
  time: /^\d\d:\d\d$/,
};

/** By `autocomplete` token or `type`. Mail and phone are reserved for examples (RFC 2606, Ofcom's drama numbers). */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  email: ['name@example.com'],
  url: ['https://example.com'],
  tel: ['+44 20 7946 0958', '020 7946 0958', '+442079460958', '02079460958'],
  'postal-code': ['12345', '123-4567', '1234567', '1234', 'SW1A 1AA'],
  'cc-exp': ['12/34', '12 / 34', '12/2034', '1234', '2034-12'],
  bday: ['1990-05-17', '17.05.1990', '17/05/1990', '05/17/1990', '19900517'],
  date: ['2034-12-31'],
  month: ['2034-12'],
  time: ['09:30'],
  number: ['1'],
};

const matches = (pattern: string, text: string): boolean => {
  for (const flag of ['v', 'u']) {
    try {
      return new RegExp(`^(?:${pattern})$`, flag).test(text);
    } catch {
      // `v` is missing in older browsers; a pattern neither can read is no ground for an example.
    }
  }
  return false;
};

const satisfies = (field: Field, text: string): boolean => {
  const { input, min, max, step = '1', minLength = 0, maxLength = 64, pattern } = field;
  if (!text || text.length < minLength || text.length > maxLength) return false;
  if (pattern !== undefined && !matches(pattern, text)) return false;
  const shape = own(SHAPES, input);
  if (shape && !shape.test(text)) return false;
  if (input !== 'number') return !shape || !((min && text < min) || (max && text > max));
  const above = (+text - +(min || 0)) / +step;
  return (
    !(min && +text < +min) && !(max && +text > +max) && (step === 'any' || Math.abs(above - Math.round(above)) < 1e-9)
  );
};

/**
 * A text this very field would take, or null where none can be had honestly. Never anything the shopper typed, and
 * nothing for secrets and names: an invented one helps nobody.
 */
export const fieldExample = (field: Field): string | null => {
  const { input, autocomplete = '', placeholder, pattern, min, max } = field;
  if (/password|one-time|cc-(?!exp$)/.test(`${input} ${autocomplete}`)) return null;
  const first = (texts: readonly (string | null | undefined)[]) =>
    texts.find((text) => text && satisfies(field, text)) ?? null;
  const shape = own(SHAPES, input);
  const checked = pattern !== undefined || shape;

  // With nothing to hold it against, "Your postal code" is a placeholder too: only figures are surely an example.
  const shown = first([checked || /^[\d\s()+./-]+$/.test(placeholder ?? '') ? placeholder : null]);
  if (shown) return shown;

  const token = own(KNOWN, autocomplete) ? autocomplete : input;
  // Postal codes and phone numbers differ by country, which only a pattern gives away.
  const local = token === 'postal-code' || (token === 'tel' && field.fails === 'custom');
  const known =
    (!local || pattern !== undefined) && first([...(shape ? [min, max] : []), ...(own(KNOWN, token) ?? [])]);
  if (known) return known;

  if (pattern === undefined || /name|address|organization/.test(autocomplete)) return null;
  return first([3, 1, 2, 5, 8, 12].map((many) => examplePattern(pattern, many)));
};
