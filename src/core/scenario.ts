import { unmet } from './conditions';
import { variantOf } from './experiment';
import { copyLocale, fillCopy } from './fillCopy';

/** What only campaigns of a shop's own need, conditions, words and variants: loaded with them. */
export const scenario = { unmet, variantOf, fillCopy, copyLocale };

export type Scenario = typeof scenario;
