type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOfType = (type: unknown, value: unknown): boolean =>
  type === 'null'
    ? value === null
    : type === 'array'
      ? Array.isArray(value)
      : type === 'object'
        ? isObject(value)
        : type === 'integer'
          ? Number.isInteger(value)
          : typeof value === type;

/** Each keyword by the letter of JSON Schema 2020-12, of those in use; written apart from the code that is tried with it. */
const KEYWORDS: Readonly<Record<string, (asked: never, value: unknown, schema: Json) => boolean>> = {
  type: (types: string | string[], value) => [types].flat().some((type) => isOfType(type, value)),
  enum: (words: unknown[], value) => words.some((word) => word === value),
  minimum: (least: number, value) => typeof value !== 'number' || value >= least,
  exclusiveMinimum: (least: number, value) => typeof value !== 'number' || value > least,
  maximum: (most: number, value) => typeof value !== 'number' || value <= most,
  // Of Unicode characters, not of UTF-16's halves.
  maxLength: (most: number, value) => typeof value !== 'string' || [...value].length <= most,
  pattern: (pattern: string, value) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minItems: (least: number, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most: number, value) => !Array.isArray(value) || value.length <= most,
  items: (items: Json, value) => !Array.isArray(value) || value.every((one) => fitsSchema(items, one)),
  minProperties: (least: number, value) => !isObject(value) || Object.keys(value).length >= least,
  maxProperties: (most: number, value) => !isObject(value) || Object.keys(value).length <= most,
  required: (names: string[], value) => !isObject(value) || names.every((name) => Object.keys(value).includes(name)),
  propertyNames: (names: Json, value) =>
    !isObject(value) || Object.keys(value).every((name) => fitsSchema(names, name)),
  properties: (properties: Record<string, Json>, value) =>
    !isObject(value) ||
    Object.entries(properties).every(
      ([name, one]) => !Object.keys(value).includes(name) || fitsSchema(one, value[name]),
    ),
  patternProperties: (patterns: Record<string, Json>, value) =>
    !isObject(value) ||
    Object.entries(patterns).every(([pattern, one]) =>
      Object.entries(value).every(([name, inner]) => !new RegExp(pattern, 'u').test(name) || fitsSchema(one, inner)),
    ),
  additionalProperties: (others: Json | false, value, { properties = {}, patternProperties = {} }) =>
    !isObject(value) ||
    Object.entries(value).every(
      ([name, inner]) =>
        Object.keys(properties as object).includes(name) ||
        Object.keys(patternProperties as object).some((pattern) => new RegExp(pattern, 'u').test(name)) ||
        (others !== false && fitsSchema(others, inner)),
    ),
};
/** These say something to people alone. */
const NOTES = ['$schema', '$id', 'title', 'description', 'examples'];

/** Whether plain JSON is what the schema allows. A keyword it does not know is an error of the test. */
export const fitsSchema = (schema: object, value: unknown): boolean =>
  Object.entries(schema).every(([keyword, asked]) => {
    if (asked === undefined || NOTES.includes(keyword)) return true;
    const check = KEYWORDS[keyword];
    if (!check) throw new Error(`keyword ${keyword} is not known here`);
    return check(asked as never, value, schema as Json);
  });
