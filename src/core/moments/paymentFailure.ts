import { tally } from './tally';

/** The shop says that the payment failed or the card was declined. 1 is enough: who is ready to pay should not fail on it. */
export const paymentFailure = tally(1, ({ type }) => (type === 'payment-failed' ? '' : undefined));
