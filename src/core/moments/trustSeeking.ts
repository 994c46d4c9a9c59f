import { dwell } from './dwell';

/**
 * Reading reviews, the imprint or how to reach the shop after having looked at the cart: can it be trusted? 8 attentive
 * seconds (judgement: an imprint is shorter than terms). Before the cart was seen it is part of choosing.
 */
export const trustSeeking = dwell(8, /^(reviews|contact|about)$/, 1);
