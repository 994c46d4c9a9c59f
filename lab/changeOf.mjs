import { range, signed } from './figures.mjs';

/** The best guess, and under it where the truth lies. */
export const changeOf = (lift) => `${lift.estimate === null ? 'not known' : signed(lift.estimate)}\n${range(lift)}`;
