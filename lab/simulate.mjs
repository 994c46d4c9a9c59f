import { core } from './core.mjs';
import { random } from './random.mjs';
import { ABROAD, BEFORE, DOUBTS, ENDS, LATER, RETURNS, SEASON } from './simulatedShop.mjs';
import { simulatedVisit } from './simulatedVisit.mjs';

const DAY_MS = 864e5;
/** A day like any other: the same arguments give the same records. */
const FROM = Date.UTC(2026, 8, 1);

/** One of these by their shares; what is left over is `undefined`. */
const draw = (shares, chance) => {
  let left = chance;
  return Object.keys(shares).find((name) => {
    left -= shares[name];
    return left < 0;
  });
};

const shareOfDoubts = Object.fromEntries(Object.entries(DOUBTS).map(([name, { share }]) => [name, share]));

/** What shoppers say matters most, by what holds them back. */
const ANSWERS = ['delivery', 'price', 'returns'];

/** As `recall` in src/runVisit.ts begins a visit after one that is over. */
const begin = (startVisit, id, at, kept) => {
  if (!kept) return startVisit(id, id, at);
  const { at: before, visitor, history, offers, preferences, orders, forecasts } = kept;
  return { ...startVisit(id, visitor, at), before, history, offers, preferences, orders, forecasts };
};

/**
 * Records of shoppers who do not exist, told by the same core as in the browser, so that the report can be held against a
 * truth: whoever is shown a popup buys `1 + lift` times as likely as without it. In the order of time.
 * @param {{ visits: number, lift: number, holdout: number, days: number, seed: number }} options
 */
export const simulate = async ({ visits, lift, holdout, days, seed }) => {
  const [{ advance }, { judge }, { startVisit }, { detectors }] = await Promise.all(
    ['advance', 'judge', 'visit', 'moments/index'].map(core),
  );
  const next = random(seed);
  const start = FROM + Math.round(days * BEFORE) * DAY_MS;
  const rules = {
    threshold: 0.6,
    holdout,
    maxPerVisit: 1,
    cooldown: 7 * DAY_MS,
    points: 500,
    pointsLasts: 1_200_000,
    moments: Object.fromEntries(Object.entries(detectors).map(([kind, { limit }]) => [kind, limit])),
  };
  const silent = { ...rules, threshold: 1 };
  const lines = [];
  let made = 0;
  const name = () => Math.floor(next() * 36 ** 8).toString(36) + Math.floor(next() * 36 ** 4).toString(36);
  const tell = (records) => {
    for (const record of records) lines.push([record.at, `${JSON.stringify({ ...record, simulated: true })}\n`]);
  };

  const shop = () => {
    const at = FROM + next() * days * DAY_MS;
    const doubt = draw(shareOfDoubts, next()) ?? 'browsing';
    const total = Math.round(6000 * Math.exp(0.6 * (next() + next() + next() - 1.5) * 2)) / 100;
    const cart =
      doubt === 'browsing'
        ? undefined
        : {
            count: 1 + Math.floor(next() * 4),
            total,
            currency: next() < ABROAD ? 'CHF' : 'EUR',
            source: 'shop',
          };
    let helped = false;
    const show = ({ campaign }) => {
      const outcome = draw(ENDS[campaign] ?? ENDS.other, next());
      if (outcome === 'failed') return [{ outcome, seconds: 0 }];
      helped = true;
      const value = ANSWERS[Math.floor(next() * ANSWERS.length)];
      const said = outcome === 'answered' && { key: 'priority', value, question: 'simulated', purpose: 'simulated' };
      return [
        { outcome: 'shown', seconds: 0 },
        ...(outcome ? [{ outcome, seconds: 4 + Math.floor(next() * 9), said }] : []),
      ];
    };
    const id = name();
    const options = { rules: at < start ? silent : rules, next, show };
    const first = simulatedVisit({ advance, judge }, begin(startVisit, id, at), { ...options, at: Math.round(at) });
    first.wander(doubt, cart);
    made++;
    const { buys } = DOUBTS[doubt];
    const chance = buys * (1 + (SEASON * (at - FROM)) / (days * DAY_MS)) * (helped ? 1 + lift : 1);
    const bought = next() < chance;
    const later = next() < (bought ? LATER : RETURNS);
    const order = cart && { order: `order-${id}`, value: cart.total, currency: cart.currency };
    if (bought && !later) first.buy(order);
    tell(first.records);
    const back = first.visit().at + (0.2 + 3 * next()) * DAY_MS;
    if (!later || back >= FROM + days * DAY_MS) return;
    const kept = first.visit();
    tell(advance(kept, { type: 'leave', at: Math.round(back) }, rules).records);
    const second = simulatedVisit({ advance, judge }, begin(startVisit, name(), Math.round(back), kept), {
      ...options,
      at: Math.round(back),
    });
    second.wander('calm', bought ? cart : undefined);
    if (bought) second.buy(order);
    tell(second.records);
    made++;
  };
  while (made < visits) shop();
  return lines.sort(([a], [b]) => a - b).map(([, line]) => line);
};
