import { plainDigits } from './plainDigits';

/** As it is compared: `kr.` and `Kr` are one. */
export const bareName = (name: string): string =>
  plainDigits(name)
    .toLowerCase()
    .replace(/(\p{L})\./gu, '$1')
    .replace(/ /g, '');
