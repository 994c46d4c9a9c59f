/** The assumptions of the simulation: invented, not measured. `simulate` prints them. */

/**
 * What holds a shopper back, how common that is, and how likely the order comes without a popup. `browsing` puts nothing
 * into the cart, `calm` has no doubts.
 */
export const DOUBTS = {
  browsing: { share: 0.3, buys: 0 },
  calm: { share: 0.22, buys: 0.4 },
  delivery: { share: 0.13, buys: 0.3 },
  price: { share: 0.13, buys: 0.2 },
  effort: { share: 0.08, buys: 0.25 },
  unsure: { share: 0.09, buys: 0.15 },
  returns: { share: 0.05, buys: 0.2 },
};

/** Of those who buy, so many do in a later visit; of those who never do, so many come back all the same. */
export const LATER = 0.2;
export const RETURNS = 0.25;

/** The shop sells so much better at the end than at the beginning, popups or not: the season. */
export const SEASON = 0.3;

/** Of the days, so many have passed when popups begin. */
export const BEFORE = 1 / 3;

/** Of the orders, so many are in another currency. */
export const ABROAD = 0.04;

/** How popups end: the share of each end, by campaign or for all others; the rest is left alone. `failed` helps nobody. */
export const ENDS = {
  question: { failed: 0.005, answered: 0.3, dismissed: 0.45 },
  'limited-points': { failed: 0.005, accepted: 0.35, dismissed: 0.35, expired: 0.15 },
  other: { failed: 0.005, accepted: 0.3, dismissed: 0.45 },
};

const percent = (share) => `${Math.round(share * 1000) / 10} %`;

/** All of it in words, a line each. */
export const tellAssumptions = ({ visits, lift, holdout, days, seed }) => [
  `SIMULATED: about ${visits} visits of shoppers that do not exist, over ${days} days, seed ${seed}`,
  `shoppers: ${Object.entries(DOUBTS)
    .map(([doubt, { share, buys }]) => `${doubt} ${percent(share)} (${percent(buys)} of them buy)`)
    .join(', ')}`,
  `popups begin after ${percent(BEFORE)} of the days; ${percent(holdout)} of visitors are held out`,
  `a popup that is shown makes an order ${percent(lift)} likelier, whatever the campaign; one that fails (0.5 %) changes nothing`,
  `season: orders become ${percent(SEASON)} likelier from the first day to the last, with popups or without`,
  `${percent(LATER)} of those who buy do so in a later visit, ${percent(RETURNS)} of the others come back once`,
  `orders around 60 EUR (log-normal), ${percent(ABROAD)} of them in CHF; nothing of this was measured`,
];
