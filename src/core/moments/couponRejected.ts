import { tally } from './tally';

/** The shop refused a discount code the shopper had hoped for. 1 refusal: it changes the price the shopper had in mind. */
export const couponRejected = tally(1, (signal) =>
  signal.type === 'field-invalid' && signal.field.coupon ? signal.field.key : undefined,
);
