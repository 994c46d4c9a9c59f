import { isObject } from './isObject';
import { nearest } from './nearest';
import { own } from './own';

/** As much of JSON Schema as is used here. */
export interface Schema {
  readonly title?: string;
  /** What should stand there: flaws say it. */
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** Takes down where something is wrong, what stands there, and what should. */
export type Note = (path: string, value: unknown, expected: string) => void;

const typesOf = (value: unknown): readonly string[] =>
  value === null
    ? ['null']
    : Array.isArray(value)
      ? ['array']
      : Number.isInteger(value)
        ? ['integer', 'number']
        : // NaN and infinity, which JSON has not, are of no type.
          typeof value === 'number' && !Number.isFinite(value)
          ? []
          : [typeof value];

const isWithin = (size: number, least = 0, most = Infinity): boolean => size >= least && size <= most;

/** Whether the value itself fits, what is in it aside. */
const fits = (schema: Schema, value: unknown): boolean => {
  const { type, enum: words, pattern } = schema;
  if (type && ![type].flat().some((one) => typesOf(value).includes(one))) return false;
  if (words && !words.includes(value)) return false;
  if (typeof value === 'string')
    return isWithin(value.length, 0, schema.maxLength) && (!pattern || new RegExp(pattern, 'u').test(value));
  if (typeof value === 'number')
    return (
      isWithin(value, schema.minimum ?? -Infinity, schema.maximum) && !(value <= (schema.exclusiveMinimum ?? -Infinity))
    );
  if (Array.isArray(value)) return isWithin(value.length, schema.minItems, schema.maxItems);
  return !isObject(value) || isWithin(Object.keys(value).length, schema.minProperties, schema.maxProperties);
};

const expectationOf = ({ description, enum: words, maxLength }: Schema): string =>
  description ??
  (words ? `one of ${words.join(', ')}` : maxLength ? `text of at most ${maxLength} characters` : 'an object');

const unknownField = (name: string, names: readonly string[]): string => {
  const meant = nearest(name, names);
  return `nothing of this name${meant ? `: did you mean ${meant}?` : `, but ${names.join(', ')}`}`;
};

/**
 * A copy of what fits the schema, read once, field by field; all that does not fit is noted. What is undefined is taken
 * for absent, as it is in JSON.
 */
export const checkSchema = (schema: Schema, value: unknown, path: string, note: Note): unknown => {
  if (!fits(schema, value)) return note(path, value, expectationOf(schema));
  const { items, properties = {}, required = [], additionalProperties: others, propertyNames } = schema;
  if (Array.isArray(value))
    return items ? Array.from(value, (one, at) => checkSchema(items, one, `${path}[${at}]`, note)) : value;
  if (!isObject(value)) return value;
  const given = Object.entries(value).filter(([, one]) => one !== undefined);
  for (const name of required)
    if (!given.some(([key]) => key === name))
      note(`${path}.${name}`, undefined, expectationOf(own(properties, name) ?? {}));
  return Object.fromEntries(
    given.map(([key, one]) => {
      const where = `${path}.${key.slice(0, 60)}`;
      const inner = own(properties, key) ?? others;
      if (inner === false) note(where, one, unknownField(key, Object.keys(properties)));
      else if (propertyNames && !fits(propertyNames, key)) note(where, key, expectationOf(propertyNames));
      return [key, inner ? checkSchema(inner, one, where, note) : one];
    }),
  );
};
