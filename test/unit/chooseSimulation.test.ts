import { expect, test } from 'vitest';
import { learnUplift } from '../../lab/learnUplift.mjs';
import { random } from '../../lab/random.mjs';
import type { Bet } from '../../src/core/betOf';
import { choose } from '../../src/core/choose';
import { upliftOf } from '../../src/core/upliftOf';

/**
 * A simulated shop, so that it is known what would have been best: a thousand shoppers a day about to leave for the price,
 * all different, a fifth held out; four campaigns may come. Each night the lab learns from all records so far, by the very
 * code it has for a shop's, and the next day chooses by that. Nothing here is measured on real shoppers.
 */

const DAYS = 48;
const A_DAY = 1000;
const HOLDOUT = 0.2;
const NOTHING = 'nothing';

/** Of those who leave for the price, the share who would stay for it; what its incentive costs, as a share of the order. */
type Shop = Readonly<Record<string, { readonly truth: number; readonly cost: number }>>;
type Popup = Parameters<typeof learnUplift>[0][number];

interface Day {
  /** Lost against always choosing the best, and what choosing evenly would have lost; in orders, as if nobody were held out. */
  regret: number;
  evenly: number;
  /** Decisions for the best. */
  best: number;
}

const simulate = (shop: Shop, seed: number) => {
  const next = random(seed);
  const names = Object.keys(shop);
  const popups: Popup[] = [];
  /** By campaign: how often it was chosen, how often its propensities say it would be, and the variance of that. */
  const tally = new Map([...names, NOTHING].map((name) => [name, { chosen: 0, told: 0, variance: 0 }]));
  const days: Day[] = [];
  let learned: ReturnType<typeof learnUplift>;
  let off = 0;
  for (let day = 0; day < DAYS; day++) {
    const sums: Day = { regret: 0, evenly: 0, best: 0 };
    for (let i = 0; i < A_DAY; i++) {
      const [churn, share, value] = [0.6 + 0.35 * next(), 0.35 + 0.5 * next(), 30 + 90 * next()];
      const bets: Bet[] = names.map((name) => ({
        churn,
        share,
        value,
        uplift: upliftOf(learned?.uplift as Parameters<typeof upliftOf>[0], name, 'price'),
        cost: (shop[name]?.cost ?? 0) * value,
        attention: 0.002 * value,
      }));
      const { chosen, propensities } = choose(bets, Math.floor(next() * 2 ** 32));
      const campaign = names[chosen ?? -1] ?? NOTHING;
      off = Math.max(off, Math.abs(propensities.reduce((sum, one) => sum + one) - 1));
      [...tally.values()].forEach((one, at) => {
        const told = propensities[at] as number;
        one.chosen += +((chosen ?? names.length) === at);
        one.told += told;
        one.variance += told * (1 - told);
      });
      /** What each is truly worth here, in orders; nothing the last. */
      const worths = Object.values(shop).map(({ truth, cost }) => {
        const won = churn * share * truth;
        return won - cost * (1 - churn + won) - 0.002;
      });
      const all = [...worths, 0];
      const most = Math.max(...all);
      const mine = all[chosen ?? names.length] as number;
      sums.regret += most - mine;
      sums.evenly += most - all.reduce((sum, one) => sum + one) / all.length;
      sums.best += +(mine === most);
      if (chosen === null) continue;
      const shown = next() >= HOLDOUT;
      const stays = shown ? share * (shop[campaign]?.truth ?? 0) : 0;
      const bought = next() < 1 - churn + churn * stays;
      const propensity = (propensities[chosen] as number) * (shown ? 1 - HOLDOUT : HOLDOUT);
      popups.push({ campaign, intent: 'price', shown, bought, propensity, share });
    }
    days.push(sums);
    learned = learnUplift(popups);
  }
  return { days, tally, learned, off };
};

const total = (days: readonly Day[], of: keyof Day) => days.reduce((sum, day) => sum + day[of], 0);

/** The quarters of the time, and the last days, in words. */
const figuresOf = ({ days }: ReturnType<typeof simulate>) => {
  const quarters = [0, 1, 2, 3].map((i) => days.slice((i * DAYS) / 4, ((i + 1) * DAYS) / 4));
  return {
    regret: quarters.map((some) => total(some, 'regret')),
    best: quarters.map((some) => total(some, 'best') / (some.length * A_DAY)),
    end: total(days.slice(-5), 'best') / (5 * A_DAY),
    lost: total(days, 'regret'),
    lostEvenly: total(days, 'evenly'),
  };
};

const say = (numbers: readonly number[], digits: number) => numbers.map((one) => one.toFixed(digits)).join(', ');

const FREE: Shop = {
  a: { truth: 0.02, cost: 0 },
  b: { truth: 0.04, cost: 0 },
  c: { truth: 0.08, cost: 0 },
  d: { truth: 0.16, cost: 0 },
};

test.each([
  ['uplifts of 2, 4, 8 and 16 in 100, no incentives', FREE, 1],
  ['the same, other luck', FREE, 2],
  ['the strongest costs so much that the second is the best', { ...FREE, d: { truth: 0.1, cost: 0.3 } }, 3],
] as [string, Shop, number][])(
  'simulated shop: %s',
  (name, shop, seed) => {
    const result = simulate(shop, seed);
    const { regret, best, end, lost, lostEvenly } = figuresOf(result);
    console.log(
      `simulated shop, ${name}: orders lost against always the best, by quarter: ${say(regret, 0)}; ${lost.toFixed(0)} in all, ` +
        `choosing evenly ${lostEvenly.toFixed(0)}; decisions for the best, by quarter: ${say(best, 2)}; last five days ${end.toFixed(2)}`,
    );
    // It finds the best.
    expect(regret[3]).toBeLessThan((regret[0] as number) / 4);
    expect(lost).toBeLessThan(lostEvenly / 2);
    expect(end).toBeGreaterThan(0.8);
    // Propensities add up to 1 and say how often each is chosen.
    expect(result.off).toBeLessThan(1e-12);
    for (const { chosen, told, variance } of result.tally.values())
      expect(Math.abs(chosen - told)).toBeLessThan(4 * Math.sqrt(variance) + 1);
  },
  60_000,
);
