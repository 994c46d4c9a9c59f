import { dwell } from './dwell';

/**
 * A long look at the shop's terms with something in the cart: the shopper wants to buy and wants to know first.
 * 12 attentive seconds (judgement): a skim of a policy page takes less; without a cart it is research, not hesitation.
 */
export const policyDwell = dwell(12, /^(shipping|returns|payment|size-guide)$/, 0);
