import { describe, expect, test } from 'vitest';
import { random } from '../../lab/random.mjs';
import { liftOf } from '../../src/core/lift';
import { sampleRatio } from '../../src/core/sampleRatio';
import { sampleSize } from '../../src/core/sampleSize';

/**
 * Simulations: visitors that were never there, drawn by stated probabilities, so that the truth is known. Each setting is 2,000
 * experiments, looked at after every 100 visitors. Seeded: the same figures on every run.
 */
const EXPERIMENTS = 2000;
const BLOCK = 100;

type Next = () => number;

/** Of `n` visitors, each with probability `p`: how many. By the inverse of the cumulated probabilities. */
const binomial = (p: number) => {
  const tables: number[][] = [];
  const tableOf = (n: number) => {
    let [chance, sum] = [(1 - p) ** n, 0];
    return Array.from({ length: n + 1 }, (_, k) => {
      sum += chance;
      chance *= (((n - k) / (k + 1)) * p) / (1 - p);
      return sum;
    });
  };
  return (n: number, next: Next): number => {
    tables[n] ??= tableOf(n);
    const table = tables[n] ?? [];
    const u = next();
    let [least, most] = [0, n];
    while (least < most) {
      const middle = (least + most) >> 1;
      if ((table[middle] ?? 1) <= u) least = middle + 1;
      else most = middle;
    }
    return least;
  };
};

/** What an order is worth: about 50, at times many times that (log-normal with a sigma of 1: judgement). */
const orderValue = (next: Next) => 50 * Math.exp(Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()));

interface Setting {
  readonly base: number;
  readonly lift: number;
  readonly holdout: number;
}

/** Experiments one after the other: `look` is called after every block with what is known then, until it has seen enough. */
const experimentsOf = ({ base, lift, holdout }: Setting, spends = false) => {
  const next = random(1);
  const withheld = binomial(holdout);
  const buys = { treatment: binomial(base * (1 + lift)), holdout: binomial(base) };
  return (visitors: number, look: (arms: Parameters<typeof liftOf>[0]) => boolean) => {
    const none = { visitors: 0, conversions: 0, revenue: 0, revenueSquared: 0 };
    const arms = { treatment: { ...none }, holdout: { ...none } };
    const grow = (name: 'treatment' | 'holdout', size: number) => {
      const arm = arms[name];
      const conversions = buys[name](size, next);
      arm.visitors += size;
      arm.conversions += conversions;
      for (let i = 0; spends && i < conversions; i++) {
        const value = orderValue(next);
        arm.revenue += value;
        arm.revenueSquared += value ** 2;
      }
    };
    for (let seen = 0; seen < visitors; seen += BLOCK) {
      const size = Math.min(BLOCK, visitors - seen);
      const held = withheld(size, next);
      grow('holdout', held);
      grow('treatment', size - held);
      if (look(arms)) return;
    }
  };
};

const excludes = ({ least, most }: { least: number | null; most: number | null }, truth: number) =>
  (least !== null && least > truth) || (most !== null && most < truth);

/** In what share of experiments each interval excluded the truth at any look, and the naive one did. */
const missesIn = (setting: Setting, visitors: number, spends = false) => {
  const { base, lift } = setting;
  const misses = { lift: 0, difference: 0, abandonment: 0, revenue: 0, naive: 0 };
  const experiment = experimentsOf(setting, spends);
  for (let i = 0; i < EXPERIMENTS; i++) {
    const missed = { lift: false, difference: false, abandonment: false, revenue: false, naive: false };
    experiment(visitors, (arms) => {
      const { conversion, abandonment, revenue } = liftOf(arms);
      missed.lift ||= excludes(conversion.lift, lift);
      missed.difference ||= excludes(conversion.difference, base * lift);
      missed.abandonment ||= excludes(abandonment.lift, (1 - base * (1 + lift)) / (1 - base) - 1);
      missed.revenue ||= spends && excludes(revenue.lift, lift);
      const [p, q] = [conversion.treatment ?? 0, conversion.holdout ?? 0];
      const error = Math.sqrt((p * (1 - p)) / arms.treatment.visitors + (q * (1 - q)) / arms.holdout.visitors);
      missed.naive ||= conversion.lift.least !== null && Math.abs(p - q - base * lift) > 1.96 * error;
      return false;
    });
    for (const key of Object.keys(misses) as (keyof typeof misses)[]) misses[key] += Number(missed[key]) / EXPERIMENTS;
  }
  return misses;
};

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
const say = (what: string, misses: Readonly<Record<string, number>>) =>
  console.log(
    `simulated, ${what}: truth excluded at any look by ${Object.entries(misses)
      .map(([name, share]) => `${name} ${percent(share)}`)
      .join(', ')}`,
  );
const SETTINGS = [0.03, 0.3].flatMap((base) => [0.5, 0.1].map((holdout) => ({ base, holdout })));

describe('simulated: lift and its always-valid bounds', { timeout: 120_000 }, () => {
  test.each(SETTINGS)('no effect, conversion $base, holdout $holdout: 0 is excluded in at most 5 %', (setting) => {
    const { revenue: _, ...misses } = missesIn({ ...setting, lift: 0 }, 20_000);
    say(`A/A, conversion ${setting.base}, holdout ${setting.holdout}, 20,000 visitors`, misses);
    expect(Math.max(misses.lift, misses.difference, misses.abandonment)).toBeLessThanOrEqual(0.05);
    // Who looks again and again at an interval meant for one look is fooled: the simulation would show it.
    expect(misses.naive).toBeGreaterThan(0.1);
  });

  test.each([
    ...SETTINGS.flatMap((setting) => [0.05, 0.1, 0.3].map((lift) => ({ ...setting, lift }))),
    ...SETTINGS.slice(2).map((setting) => ({ ...setting, lift: 1 })),
  ])('lift $lift, conversion $base, holdout $holdout: covered at all looks in at least 95 %', (setting) => {
    const { revenue: _, ...misses } = missesIn(setting, 20_000);
    say(`lift ${setting.lift}, conversion ${setting.base}, holdout ${setting.holdout}, 20,000 visitors`, misses);
    expect(Math.max(misses.lift, misses.difference, misses.abandonment)).toBeLessThanOrEqual(0.05);
  });

  test.each([0.5, 0.1])('revenue per visitor, skewed orders, lift 0.1, holdout %d: the same', (holdout) => {
    const { revenue } = missesIn({ base: 0.3, holdout, lift: 0.1 }, 20_000, true);
    say(`lift 0.1, conversion 0.3, holdout ${holdout}, 20,000 visitors`, { revenue });
    expect(revenue).toBeLessThanOrEqual(0.05);
  });
});

describe('simulated: how many visitors it takes', { timeout: 120_000 }, () => {
  test.each([
    { conversion: 0.3, lift: 0.1, holdout: 0.5 },
    { conversion: 0.3, lift: 0.1, holdout: 0.1 },
    { conversion: 0.03, lift: 0.3, holdout: 0.5 },
    { conversion: 0.03, lift: 0.3, holdout: 0.1 },
  ])('with as many as stated, $conversion lifted by $lift is found about as often as stated', (question) => {
    const { once = 0, always = 0 } = sampleSize(question) ?? {};
    const experiment = experimentsOf({ base: question.conversion, ...question });
    let [found, early, seen, foundOnce] = [0, 0, 0, 0];
    for (let i = 0; i < EXPERIMENTS; i++) {
      let [visitors, stopped, last] = [0, false, false];
      experiment(always, (arms) => {
        const size = arms.treatment.visitors + arms.holdout.visitors;
        last = excludes(liftOf(arms).conversion.lift, 0);
        if (!stopped) visitors = size;
        stopped ||= last;
        return false;
      });
      experiment(once, ({ treatment, holdout }) => {
        if (treatment.visitors + holdout.visitors < once) return false;
        const [p, q] = [treatment.conversions / treatment.visitors, holdout.conversions / holdout.visitors];
        const variance = (p * (1 - p)) / treatment.visitors + (q * (1 - q)) / holdout.visitors;
        foundOnce += Number(Math.abs(p - q) > 1.959964 * Math.sqrt(variance)) / EXPERIMENTS;
        return true;
      });
      found += Number(last) / EXPERIMENTS;
      early += Number(stopped) / EXPERIMENTS;
      seen += visitors / EXPERIMENTS;
    }
    console.log(
      `simulated, conversion ${question.conversion}, lift ${question.lift}, holdout ${question.holdout}: once ${once} finds it in ${percent(foundOnce)}; always ${always} (${(always / once).toFixed(2)} times) in ${percent(found)} at the last look, ${percent(early)} at any, after ${Math.round(seen)} on average`,
    );
    expect(Math.abs(foundOnce - 0.8)).toBeLessThan(0.05);
    expect(Math.abs(found - 0.8)).toBeLessThan(0.05);
    expect(early).toBeGreaterThanOrEqual(found);
  });
});

/** In what share of experiments the alarm is ever raised, looked at after every block. */
const alarmsIn = (holdout: number, stated: number, visitors: number, alpha?: number) => {
  const next = random(3);
  const withheld = binomial(holdout);
  let alarms = 0;
  for (let i = 0; i < EXPERIMENTS; i++) {
    let held = 0;
    for (let seen = BLOCK; seen <= visitors; seen += BLOCK) {
      held += withheld(BLOCK, next);
      if (!sampleRatio([seen - held, held], [1 - stated, stated], alpha).alarm) continue;
      alarms++;
      break;
    }
  }
  return alarms / EXPERIMENTS;
};

describe('simulated: sample ratio, looked at 1,000 times', { timeout: 120_000 }, () => {
  test.each([0.5, 0.1])('holdout %d as stated: not more false alarms than stated', (holdout) => {
    const [usual, loose] = [alarmsIn(holdout, holdout, 100_000), alarmsIn(holdout, holdout, 100_000, 0.05)];
    console.log(
      `simulated, holdout ${holdout} as stated: false alarms ${percent(usual)} at 0.1 %, ${percent(loose)} at 5 %`,
    );
    expect(usual).toBeLessThanOrEqual(0.001);
    expect(loose).toBeLessThanOrEqual(0.05);
  });

  test.each([
    [0.49, 0.5],
    [0.09, 0.1],
  ])('holdout %d instead of %d: the alarm is raised', (holdout, stated) => {
    const alarms = alarmsIn(holdout, stated, 100_000);
    console.log(`simulated, holdout ${holdout} instead of ${stated}: alarm in ${percent(alarms)}`);
    expect(alarms).toBeGreaterThan(0.9);
  });
});
