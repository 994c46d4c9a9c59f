import { tally } from './tally';

/**
 * The same field refused again: the form does not say what it wants. 2 attempts (judgement): a first refusal is how forms
 * talk. A refused discount code is about the price and has a moment of its own.
 */
export const fieldError = tally(2, (signal) =>
  signal.type === 'field-invalid' && !signal.field.coupon ? signal.field.key : undefined,
);
