/** Kebab-case, short, and no name that every object has: good as a key, a value, a purpose. */
export const isName = (raw: unknown): raw is string =>
  typeof raw === 'string' && raw.length <= 60 && /^[a-z\d]+(-[a-z\d]+)*$/.test(raw) && raw !== 'constructor';
