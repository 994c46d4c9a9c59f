/** An e-mail address in lower case, without spaces around it; undefined: it is none. */
const address = (raw: unknown): string | undefined => {
  const text = typeof raw === 'string' ? raw.trim().toLowerCase() : '';
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : undefined;
};

/**
 * E-mail addresses and telephone numbers in the one form that ad and CRM tools hash (SHA-256 of lower case without spaces;
 * E.164 with its plus). undefined: it is none, or its country is not known.
 */
export const normalContact = {
  address,
  // https://developers.google.com/analytics/devguides/collection/ga4/uid-data: without the points there, and with all else.
  email: (raw: unknown) => address(raw)?.replace(/\.(?=.*@(google|g)mail\.com$)/g, ''),
  phone(raw: unknown): string | undefined {
    const text = typeof raw === 'string' ? raw.replace(/[\s.\-/]/g, '').replace(/^00/, '+') : '';
    // A zero in brackets is dialled within the country only; in Italy it belongs to the number.
    const digits = text.replace(/^(\+(?!39)\d+)\(0\)|[()]/g, '$1');
    return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
  },
};
