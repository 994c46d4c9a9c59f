import type { AnswerValue } from '../src/types';
import type { Asked } from './askWords';
import { day } from './format';

/** A number with its currency or unit, as the shopper writes it; a unit nobody knows stands behind it as it is. */
const measure = (locale: string, value: number, unit: string): string => {
  const style: Intl.NumberFormatOptions = /^[A-Z]{3}$/.test(unit)
    ? { style: 'currency', currency: unit, maximumFractionDigits: Number.isInteger(value) ? 0 : undefined }
    : { style: 'unit', unit };
  try {
    return value.toLocaleString(locale, style);
  } catch {
    return `${value.toLocaleString(locale)} ${unit}`;
  }
};

/** An answer in words: the labels of what was chosen, a date or a number as it is written in this language. */
export const sayAnswer = (asked: Asked | undefined, value: AnswerValue, locale: string, comma: string): string => {
  const { question, label = (word: string) => word, least, most } = asked ?? {};
  const { kind, unit = '', min, max } = question ?? {};
  if (typeof value === 'object') return value.map((one) => label(one)).join(comma);
  if (kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(`${value}`)) return day(locale, `${value}`);
  if (kind === 'scale') return `${value} (${scaleEnd(min, least)} – ${scaleEnd(max, most)})`;
  if (typeof value === 'number') return unit ? measure(locale, value, unit) : value.toLocaleString(locale);
  return label(value);
};

/** What an end of a scale means. */
export const scaleEnd = (end: number | undefined, meaning: string | undefined): string =>
  meaning ? `${end} = ${meaning}` : `${end}`;
