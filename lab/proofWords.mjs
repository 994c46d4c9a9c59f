import { count, many, percent, range, signed } from './figures.mjs';

/** What the comparison says, for somebody who wants one sentence. */
export const verdictOf = ({ due, ratios }, arms) => {
  const { lift } = due.conversion;
  const [treated, held] = ratios.due.counts;
  if (!treated && !held) return 'No popup was due to anybody yet: there is nothing to compare.';
  if (!held) return 'Nobody was held out: without a holdout nothing can be said of what popups do.';
  const seen = `Where a popup was due, ${percent(due.conversion.treatment)} of ${many(treated, 'visitor')} who were shown one ordered, and ${percent(due.conversion.holdout)} of ${many(held, 'visitor')} from whom it was withheld.`;
  if (!treated) return `${seen} Nobody was shown one, so there is nothing to compare.`;
  if (ratios.due.alarm || ratios.all.alarm)
    return `${seen} But the sizes of the two groups do not fit the holdout, so this comparison cannot be trusted: see below.`;
  if (lift.least === null)
    return `${seen} That is not enough data yet to say more: it takes at least ten visitors who ordered and ten who did not in each group, and the smaller one has ${many(Math.min(arms.due.treatment.conversions, arms.due.holdout.conversions), 'order')} so far.`;
  if (lift.least > 0)
    return `${seen} Popups made orders likelier: by ${range(lift)} with 95 % confidence, ${signed(lift.estimate)} at best guess.`;
  if (lift.most !== null && lift.most < 0)
    return `${seen} Popups made orders rarer: by ${range(lift)} with 95 % confidence, ${signed(lift.estimate)} at best guess.`;
  return `${seen} This is not decided: the true effect on orders may be anything from ${range(lift)}, so it may also be none.`;
};

/** Whether both groups are as large as they should be. */
export const ratioWords = ({ ratios }, holdout) => {
  const line = ({ counts: [treated, held], alarm, pValue }, who) => {
    const all = treated + held;
    if (!all) return `${who}: nobody yet.`;
    const is = `${who}: ${count(held)} of ${count(all)} held out, ${percent(held / all)} where ${percent(holdout)} was stated.`;
    return alarm
      ? `${is} That is no chance (p ${pValue < 0.0001 ? 'below 0.0001' : pValue.toFixed(4)}). Was the share changed on the way, or are records of one group lost? Until that is known, believe no comparison on this page.`
      : `${is} No more off than chance would have it.`;
  };
  return [line(ratios.due, 'A popup was due'), line(ratios.all, 'All whose group is known')];
};

/** What a hold means, in the words of somebody who has not read the code. */
export const HOLDS = {
  typing: 'the shopper was typing',
  hidden: 'the page was not in view',
  dialog: "a dialog of the shop's was open",
  paying: 'the shopper was paying',
  'popup-open': 'another popup was open',
  page: 'on pages about terms, reviews or the account nobody is interrupted',
  purchased: 'the order was placed already',
  'below-threshold': 'the shopper was likely to buy anyway',
  'no-campaign': 'no campaign answers this intent',
  conditions: "the campaign's conditions did not hold",
  delay: "it waited for the campaign's delay",
  capped: "the shop's own tools held it back",
  'not-worth-it': "nothing was worth the shopper's attention",
  'incentive-budget': 'what may be given to this shopper is given, or the cart is too small',
  clock: "the device's clock had been moved",
  'no-facts': 'the shop states nothing the popup could say',
  'no-storage': 'a deadline could not have been kept',
  muted: 'the shopper wants no popups for a time',
  cooldown: 'this campaign was seen not long ago',
  'visit-budget': 'the visit had its popup already',
  holdout: 'withheld for comparison',
};

/** What was left out, and what to keep in mind: a line each. */
export const leftOut = (counts) => {
  const { twice, unversioned, time, both, unkept, scored, asked, currency, others, worthless } = counts;
  const { shoppers, mixed, dueInBoth } = counts;
  const orders = others.reduce((sum, [, number]) => sum + number, 0);
  return [
    twice && `${many(twice, 'line')} that stood there before: each record counts once.`,
    unversioned && `${many(unversioned, 'line')} without a version, told before records had one.`,
    time.open &&
      `${many(time.open, 'visit')} that may still have gone on when the records end: not in the figures over time.`,
    both &&
      `${many(both, 'visitor')} seen in both groups, as happens when the share of the holdout is changed: in no comparison.`,
    shoppers.joined &&
      `${many(shoppers.of, 'visitor')} who signed in as ${many(shoppers.joined, 'shopper')}: each shopper counts as one visitor, with all orders.`,
    mixed &&
      `${many(mixed, 'shopper')} of these in both groups, since each device and each sign-out draws anew: counted in the group of the first popup due. ${count(dueInBoth)} of them ${dueInBoth === 1 ? 'was' : 'were'} due a popup in both, which makes popups seem to do less than they do. Leaving them out would be worse: it would take most of them from the smaller group.`,
    shoppers.torn &&
      `${many(shoppers.torn, 'visitor')} whom two persons claim: taken apart by time. Waver never tells this; were records mixed up?`,
    asked &&
      `${many(asked, 'popup')} that the shop asked for by name: ${asked === 1 ? 'it knows' : 'they know'} no holdout and ${asked === 1 ? 'makes' : 'make'} nobody part of the comparison.`,
    orders &&
      `Revenue is in ${currency} only. ${many(orders, 'order')} in other currencies (${others.map(([name, number]) => `${name}: ${count(number)}`).join(', ')}) ${orders === 1 ? 'counts as an order and adds' : 'count as orders and add'} no revenue.`,
    worthless &&
      `${many(worthless, 'order')} without a value or currency: counted as ${worthless === 1 ? 'an order' : 'orders'}, without revenue.`,
    unkept &&
      `${many(unkept, 'visitor')} of ${count(scored)} whose browser may keep nothing.${
        unkept * 2 > scored
          ? ' That is most of them. Each page they open counts as a new visitor, and an order on the next page is somebody else’s: visitors are far fewer than it seems, conversion is higher, and an effect is hard to see.'
          : ' Each page they open counts as a new visitor.'
      }`,
  ].filter(Boolean);
};
