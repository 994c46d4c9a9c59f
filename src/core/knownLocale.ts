/** A language that Intl takes: of a broken tag, English. */
export const knownLocale = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
};
