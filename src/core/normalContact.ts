/**
 * E-mail addresses and telephone numbers in the one form that ad and CRM tools hash (SHA-256 of lower case without spaces;
 * E.164 with its plus). undefined: it is none, or its country is not known.
 */
export const normalContact = {
  email(raw: unknown): string | undefined {
    const text = typeof raw === 'string' ? raw.trim().toLowerCase() : '';
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : undefined;
  },
  phone(raw: unknown): string | undefined {
    const digits = typeof raw === 'string' ? raw.replace(/[\s().\-/]/g, '').replace(/^00/, '+') : '';
    return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
  },
};
