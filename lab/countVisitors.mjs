import { gatherOrders } from './gatherOrders.mjs';
import { gatherVisitors } from './gatherVisitors.mjs';

const ENDS = ['shown', 'accepted', 'dismissed', 'answered', 'expired', 'failed'];
const NAMELESS = 'without a name';

const none = () => ({ visitors: 0, conversions: 0, revenue: 0, revenueSquared: 0 });
const noArms = () => ({ treatment: none(), holdout: none() });

/** The value of this key, made where there is none. */
const at = (map, key, make) => {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
};

/** How popups ended, by campaign, and how often none came, by reason. */
const countEnds = (records) => {
  const ends = new Map();
  const holds = new Map();
  for (const { type, outcome, hold, campaign } of records)
    if (type === 'decision' && hold) holds.set(hold, (holds.get(hold) ?? 0) + 1);
    else if (type === 'outcome' && ENDS.includes(outcome))
      at(ends, campaign ?? NAMELESS, () => Object.fromEntries(ENDS.map((end) => [end, 0])))[outcome]++;
  return { ends, holds };
};

/** How many groups a visitor, or those who were put together as one, were in. */
const armsIn = ({ tellers }) => new Set([...tellers.values()].flatMap((arms) => [...arms])).size;

/** The share of the holdout was changed, and a visitor with it. */
const hasChanged = ({ tellers }) => [...tellers.values()].some(({ size }) => size > 1);

/**
 * Visitors by group from the start on and what became of them; all of them, those to whom a popup was due, and these by
 * intent, campaign and variant. Orders count from the moment the popup was due. Who was drawn twice, as two visitors that
 * were put together, counts where they were first: by chance as good as if they had been drawn once. To leave them out
 * would not do: with a tenth held out that took nine of ten of them from the holdout, and one of ten from the others.
 * @param {Record<string, any>[]} all in the order of time
 * @param {number | null} start
 */
export const countVisitors = (all, start) => {
  const records = start === null ? [] : all.filter((record) => record.at >= start);
  const { orders, ...money } = gatherOrders(all);
  const { visitors, asked } = gatherVisitors(records);
  const arms = { due: noArms(), carts: noArms(), all: noArms(), alone: noArms() };
  const groups = { intent: new Map(), campaign: new Map() };
  /** @type {Map<string, Map<string, ReturnType<typeof noArms>>>} */
  const experiments = new Map();
  const add = (sum, id, since) => {
    const bought = [...(orders.get(id)?.values() ?? [])].filter((order) => order.at >= since);
    const spent = bought.reduce((s, { value = 0, currency }) => s + (currency === money.currency ? value : 0), 0);
    sum.visitors++;
    sum.conversions += +(bought.length > 0);
    sum.revenue += spent;
    sum.revenueSquared += spent * spent;
  };
  for (const [id, visitor] of visitors) {
    const { arm: first, tellers, due } = visitor;
    if (!first || hasChanged(visitor)) continue;
    add(arms.all[first], id, start);
    if (!due) continue;
    const { arm, intent, campaign, experiment, variant, hasCart } = due;
    add(arms.due[arm], id, due.at);
    if (tellers.size === 1) add(arms.alone[arm], id, due.at);
    if (hasCart) add(arms.carts[arm], id, due.at);
    add(at(groups.intent, intent ?? 'none stood out', noArms)[arm], id, due.at);
    add(at(groups.campaign, campaign ?? NAMELESS, noArms)[arm], id, due.at);
    if (experiment && variant)
      add(
        at(
          at(experiments, experiment, () => new Map()),
          variant,
          noArms,
        )[arm],
        id,
        due.at,
      );
  }
  const known = [...visitors.values()];
  const mixed = known.filter((one) => armsIn(one) > 1 && !hasChanged(one));
  return {
    ...money,
    ...countEnds(records),
    arms,
    groups,
    experiments,
    asked,
    both: known.filter(hasChanged).length,
    mixed: mixed.length,
    dueInBoth: mixed.filter(({ dueIn }) => dueIn.size > 1).length,
    scored: known.filter(({ isKept }) => isKept !== undefined).length,
    unkept: known.filter(({ isKept }) => isKept === false).length,
  };
};
