/**
 * What the shop promises about delivery, returns and points: one place, so that the policy pages, the sums in the cart
 * and the structured data can never contradict each other.
 */
export const delivery = {
  fee: 490,
  freeFrom: 5000,
  country: 'US',
  handling: [0, 1],
  transit: [1, 3],
  cutoff: '15:00',
  timeZone: 'America/New_York',
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
};

export const returns = { days: 30 };

/** A hundred points are worth a dollar. */
export const points = { amount: 200, lastsMinutes: 20, centsEach: 1 };

export const discount = { code: 'FIRSTROW', percent: 10 };

export const deliveryFee = (subtotal) => (subtotal >= delivery.freeFrom ? 0 : delivery.fee);

/** schema.org wants the cutoff with an offset, which changes twice a year in this time zone. */
export const cutoffWithOffset = (now = new Date()) => {
  const zone = new Intl.DateTimeFormat('en-US', { timeZone: delivery.timeZone, timeZoneName: 'longOffset' });
  const offset = zone
    .formatToParts(now)
    .find((part) => part.type === 'timeZoneName')
    .value.replace('GMT', '');
  return `${delivery.cutoff}:00${offset}`;
};
