import { isName } from './isName';

/** What an answer may be kept under: a name, or one as shops write theirs in code, `shoeSize` or `shoe_size`. */
export const isKey = (raw: unknown): raw is string => typeof raw === 'string' && isName(raw.replace(/\B[A-Z_]/g, 'a'));
