import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { random } from '../../lab/random.mjs';
import type { Bet } from '../../src/core/betOf';
import { choose } from '../../src/core/choose';
import { upliftOf } from '../../src/core/upliftOf';

/** A bet at the edge of what is acted on: churn and intent as low as they may be, nothing known of the campaign. */
const aBet = (over: Partial<Bet> = {}): Bet => ({
  churn: 0.6,
  share: 0.35,
  uplift: upliftOf(undefined, 'trust', 'trust'),
  value: 100,
  cost: 0,
  attention: 0.2,
  ...over,
});
const sure = (over: Partial<Bet> = {}) => aBet({ churn: 0.9, share: 0.5, ...over });

const shares = (bets: readonly Bet[]) => choose(bets, 1).propensities;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Four arms that nobody would tell apart at once: a plain one, a dear one, a well known one, one hardly known. */
const FOUR = [sure(), sure({ cost: 5 }), sure({ uplift: [60, 940] }), sure({ uplift: [2, 48] })];
const CONTEXTS: readonly (readonly [string, readonly Bet[]])[] = [
  ['one bet, all worth it', [aBet()]],
  ['one bet, hardly worth it', [aBet({ cost: 5, churn: 0.75, share: 0.5 })]],
  ['four bets', FOUR],
  [
    'bets surer than their distance',
    [sure({ uplift: [60_000, 940_000] }), sure({ uplift: [61_000, 939_000] }), sure()],
  ],
  ['incentives at the edge', [aBet({ cost: 5, churn: 0.7 }), aBet({ cost: 2 }), aBet({ cost: 8, churn: 0.9 })]],
];

/** Draws from a Gamma distribution: Marsaglia and Tsang, "A simple method for generating gamma variables", 2000. */
const drawGamma = (shape: number, next: () => number): number => {
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
};

/** How often each bet is the best in draws of all of them: plain Thompson sampling, with nothing in common with `choose`. */
const drawShares = (bets: readonly Bet[], draws: number, seed: number): number[] => {
  const next = random(seed);
  const best = [...bets.map(() => 0), 0];
  for (let i = 0; i < draws; i++) {
    const worths = bets.map(({ churn, share, uplift: [alpha, beta], value, cost, attention }) => {
      const [more, less] = [drawGamma(alpha, next), drawGamma(beta, next)];
      const buysForIt = (churn * share * more) / (more + less);
      const buysAnyway = 1 - churn;
      return buysForIt * (value - cost) - buysAnyway * cost - attention;
    });
    const most = Math.max(0, ...worths);
    const at = most ? worths.indexOf(most) : bets.length;
    best[at] = (best[at] ?? 0) + 1;
  }
  return best.map((count) => count / draws);
};

describe('what is told is what is drawn by', () => {
  /** 99.9 % of what chance does to chi-square, by degrees of freedom: one for each outcome, which is careful by one. */
  const LIMITS = [10.83, 13.82, 16.27, 18.47];

  test.each(CONTEXTS)('%s: over 10,000 seeds each is chosen as often as told', (_, bets) => {
    const SEEDS = 10_000;
    const { propensities } = choose(bets, 0);
    const counts = propensities.map(() => 0);
    const next = random(7);
    for (let i = 0; i < SEEDS; i++) {
      const at = choose(bets, Math.floor(next() * 2 ** 32)).chosen ?? bets.length;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    // Chi-square wants five expected in each: what is rarer stands for itself.
    const cells = propensities.map((one, i) => ({ expected: one * SEEDS, count: counts[i] as number }));
    const often = cells.filter(({ expected }) => expected >= 5);
    const chi = sum(often.map(({ expected, count }) => (count - expected) ** 2 / expected));
    const told = propensities.map((one) => one.toFixed(4)).join(' ');
    console.log(`chi-square ${chi.toFixed(2)} of ${often.length} outcomes: ${told}`);
    expect(chi).toBeLessThan(LIMITS[often.length - 1] as number);
    // A chance of 1 in 10,000 that eighteen come of five.
    for (const { count } of cells.filter(({ expected }) => expected < 5)) expect(count).toBeLessThan(18);
  });

  test('seeds in a row serve as well as random ones', () => {
    const counts = FOUR.map(() => 0);
    for (let seed = 0; seed < 10_000; seed++) {
      const { chosen } = choose(FOUR, seed);
      if (chosen !== null) counts[chosen] = (counts[chosen] ?? 0) + 1;
    }
    counts.forEach((count, i) => {
      expect(count / 10_000).toBeCloseTo(shares(FOUR)[i] as number, 1.6);
    });
  });

  test('the same seed, the same choice; the seed changes no propensity', () => {
    expect(choose(FOUR, 4711)).toEqual(choose(FOUR, 4711));
    expect(choose(FOUR, 1).propensities).toEqual(choose(FOUR, 2 ** 32 - 1).propensities);
  });
});

describe('each bet is as likely as it is the best', () => {
  test.each(CONTEXTS)('%s: as in 200,000 draws of all of them, within 0.01', (_, bets) => {
    const drawn = drawShares(bets, 200_000, 3);
    const told = shares(bets);
    const away = Math.max(...told.map((one, i) => Math.abs(one - (drawn[i] as number))));
    console.log(`away from draws by ${away.toFixed(4)}: ${drawn.map((p) => p.toFixed(4)).join(' ')}`);
    expect(away).toBeLessThan(0.01);
  });

  test.each([2, 3, 4, 5, 8])('%d equal ones are equally likely', (many) => {
    const told = shares(Array.from({ length: many }, () => sure()));
    told.slice(0, -1).forEach((one) => {
      expect(one).toBeCloseTo(1 / many, 4);
    });
  });

  test('the order in which they stand hardly matters', () => {
    const [first = 0, second = 0, third = 0, fourth = 0] = shares(FOUR);
    const [d = 0, c = 0, b = 0, a = 0] = shares([...FOUR].reverse());
    [first - a, second - b, third - c, fourth - d].forEach((away) => {
      expect(Math.abs(away)).toBeLessThan(0.01);
    });
  });

  test('of equal ones the one that costs the brand least is the likeliest', () => {
    const [free = 0, cheap = 0, dear = 0] = shares([sure(), sure({ cost: 2 }), sure({ cost: 8 })]);
    expect(free).toBeGreaterThan(cheap);
    expect(cheap).toBeGreaterThan(dear);
  });

  test('who buys anyway takes the incentive too: the surer the order, the less it is worth', () => {
    const nothing = (churn: number) => shares([aBet({ cost: 5, churn, share: 0.5 })])[1] as number;
    expect(nothing(0.6)).toBeGreaterThan(nothing(0.75));
    expect(nothing(0.75)).toBeGreaterThan(nothing(0.9));
    expect(nothing(0.6)).toBeGreaterThan(0.5);
    expect(nothing(0.95)).toBeLessThan(0.001);
  });

  test('nothing is chosen where the incentive costs more than an order brings, or nobody leaves', () => {
    const { chosen, propensities } = choose([sure({ cost: 150 }), sure({ cost: 101 })], 3);
    expect(chosen).toBeNull();
    expect(propensities.slice(0, 2)).toEqual([0, 0]);
    expect(propensities[2]).toBeCloseTo(1, 12);
    expect(choose([sure({ churn: 0 })], 3).chosen).toBeNull();
    expect(choose([], 3)).toEqual({ chosen: null, propensities: [1] });
  });

  test('what is known to do hardly anything is seldom worth the attention', () => {
    expect(shares([aBet({ uplift: [4, 1996] })])[1]).toBeGreaterThan(0.99);
  });
});

describe('before a shop has data', () => {
  const edge = fc.record({
    churn: fc.double({ min: 0.6, max: 1, noNaN: true }),
    share: fc.double({ min: 0.35, max: 1, noNaN: true }),
    value: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
  });

  test('nothing is chosen less than once in a thousand, where an incentive costs nothing', () => {
    console.log(`nothing, at the edge: ${shares([aBet()])[1]}`);
    fc.assert(
      fc.property(fc.array(edge, { minLength: 1, maxLength: 5 }), (bets) => {
        const told = shares(bets.map((bet) => aBet({ ...bet, attention: 0.002 * bet.value })));
        expect(told[bets.length]).toBeLessThan(0.001);
      }),
    );
  });

  test('one alone is chosen', () => {
    fc.assert(
      fc.property(edge, (bet) => {
        expect(shares([aBet({ ...bet, attention: 0.002 * bet.value })])[0]).toBeGreaterThanOrEqual(0.999);
      }),
    );
  });
});

test('whatever the bets, probabilities come out that add up to 1, and what is chosen has one above 0', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const known = fc.oneof(number(Number.MIN_VALUE, 1e15), number(0.1, 100), fc.constantFrom(1e-9, 5e-324, 1e14));
  const bet = fc.record({
    churn: number(0, 1),
    share: number(0, 1),
    uplift: fc.tuple(known, known),
    value: number(0, 1e9),
    cost: number(0, 1e9),
    attention: number(0, 1e6),
  });
  fc.assert(
    fc.property(fc.array(bet, { maxLength: 8 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (bets, seed) => {
      const { chosen, propensities } = choose(bets, seed);
      expect(propensities).toHaveLength(bets.length + 1);
      expect(Math.abs(sum(propensities) - 1)).toBeLessThan(1e-12);
      propensities.forEach((one) => {
        expect(one).toSatisfy((share: number) => share >= 0 && share <= 1);
      });
      expect(propensities[chosen ?? bets.length]).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});

test('choosing among four takes a fraction of a millisecond', () => {
  const run = () => {
    const begin = performance.now();
    for (let i = 0; i < 200; i++) choose(FOUR, i);
    return ((performance.now() - begin) * 1000) / 200;
  };
  const micros = Math.min(...Array.from({ length: 30 }, run));
  console.log(`choosing among four: ${micros.toFixed(1)} µs`);
  expect(micros).toBeLessThan(200 * (process.env.CI ? 2 : 4));
});
