/** What stands there, in short: of a list its length, of an object only that it is one. */
const show = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value === null || value === undefined || /^(number|boolean)$/.test(typeof value)) return `${value}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};

/** Where something is wrong, what stands there, and what should: `[2].key: "A b", expected kebab-case`. */
export const sayWrong = (path: string, value: unknown, expected: string): string =>
  `${path}: ${show(value)}, expected ${expected}`;
