export const currency = 'USD';

const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });

// Sums are kept in cents inside the shop: 3 × 4.20 is 12.600000000000001 in floating point.
export const money = (cents) => format.format(cents / 100);
export const decimal = (cents) => Number((cents / 100).toFixed(2));
