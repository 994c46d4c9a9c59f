import { own } from './own';

/** A purpose in words; one of the shop's own as near to words as its name is. */
export const purposeOf = ({ purposes }: { purposes: Readonly<Record<string, string>> }, purpose: string): string =>
  own(purposes, purpose) ?? purpose.replace(/-/g, ' ');
