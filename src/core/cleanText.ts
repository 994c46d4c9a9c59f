/**
 * Words as they are kept: one form of each letter, one space between them, and nothing that breaks a line, turns the
 * direction of what stands around it, or is half a character. Joiners stay: Persian and emoji are written with them.
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
