import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeVisit } from '../../lab/judgeVisit.mjs';
import { learnUplift } from '../../lab/learnUplift.mjs';
import { random } from '../../lab/random.mjs';
import { readPopups } from '../../lab/readPopups.mjs';
import { train } from '../../lab/train.mjs';
import { checkModel } from '../../src/core/checkModel';
import { upliftOf } from '../../src/core/upliftOf';
import { simulate, simulatedColumns } from './given';
import { simulateRecords, type Told } from './simulatedRecords';

type Popup = Parameters<typeof learnUplift>[0][number];

const meanOf = ([alpha = 0, beta = 0]: readonly number[] = []) => alpha / (alpha + beta);
const deviationOf = ([alpha = 0, beta = 0]: readonly number[] = []) => {
  const mean = meanOf([alpha, beta]);
  return Math.sqrt((mean * (1 - mean)) / (alpha + beta + 1));
};

const aPopup = (over: Partial<Popup> = {}): Popup => ({
  campaign: 'trust',
  intent: 'trust',
  shown: true,
  bought: false,
  propensity: 0.8,
  share: 0.5,
  ...over,
});

interface Learned {
  mean: number;
  deviation: number;
  inside: number;
}

interface Group {
  campaign?: string;
  intent?: string | null;
  truth: number;
  holdout?: number;
  /** Who buys without a popup. */
  base?: number;
}

/** Simulated visits, whose uplift is stated. */
const simulateGroup = (count: number, group: Group, next: () => number): Popup[] =>
  Array.from({ length: count }, () => {
    const { campaign = 'trust', intent = 'trust', truth, holdout = 0.2, base = 0.25 } = group;
    const share = intent ? 0.4 + 0.4 * next() : 1;
    const shown = next() >= holdout;
    const bought = next() < base + (shown ? (1 - base) * share * truth : 0);
    return { campaign, intent, shown, bought, propensity: shown ? 1 - holdout : holdout, share };
  });

test('every campaign starts from what the tag starts from', () => {
  // Two visits say nothing.
  const { any } = learnUplift([aPopup(), aPopup({ shown: false, propensity: 0.2 })])?.uplift.trust ?? {};
  const start = upliftOf(undefined, 'trust', 'trust');
  expect(meanOf(any)).toBeCloseTo(meanOf(start), 2);
  expect(deviationOf(any)).toBeCloseTo(deviationOf(start), 2);
});

describe('simulated: stated uplifts come back', () => {
  const GROUPS: readonly Required<Pick<Group, 'campaign' | 'intent' | 'truth'>>[] = [
    { campaign: 'trust', intent: 'trust', truth: 0.12 },
    { campaign: 'points', intent: 'price', truth: 0.03 },
    { campaign: 'save', intent: 'price', truth: 0.09 },
    { campaign: 'save', intent: 'fit', truth: 0.02 },
    { campaign: 'question', intent: null, truth: 0.06 },
  ];
  const RUNS = 12;
  const learnedFrom = (count: number) =>
    Array.from({ length: RUNS }, (_, seed) => {
      const next = random(seed + 1);
      return learnUplift(GROUPS.flatMap((group) => simulateGroup(count, group, next)));
    });
  const [few, many] = [learnedFrom(40_000), learnedFrom(160_000)];
  const average = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one) / numbers.length;

  test.each(GROUPS)('$campaign for $intent: $truth', ({ campaign, intent, truth }) => {
    const [less, more] = [few, many].map((runs) => {
      const learned = runs.map((run) => run?.uplift[campaign]?.[intent ?? 'any']);
      const inside = learned.filter((one) => Math.abs(meanOf(one) - truth) < 2 * deviationOf(one)).length;
      return { mean: average(learned.map(meanOf)), deviation: average(learned.map(deviationOf)), inside };
    }) as [Learned, Learned];
    const say = ({ mean, deviation, inside }: Learned) =>
      `${mean.toFixed(3)} ± ${deviation.toFixed(3)}, ${inside} of ${RUNS} within two deviations`;
    console.log(`simulated ${campaign} for ${intent}, ${truth}: 40,000 visits ${say(less)}; 160,000 ${say(more)}`);
    expect(Math.abs(more.mean - truth)).toBeLessThan(0.01);
    expect(Math.abs(more.mean - truth)).toBeLessThanOrEqual(Math.abs(less.mean - truth) + more.deviation / 2);
    expect(less.inside).toBeGreaterThanOrEqual(9);
    expect(more.inside).toBeGreaterThanOrEqual(9);
  });

  test('any: what all of its visits say', () => {
    expect(Math.abs(average(many.map((run) => meanOf(run?.uplift.save?.any))) - 0.055)).toBeLessThan(0.01);
  });
});

test('no visit counts twice: of one intent alone is known what is known of any', () => {
  const { any, trust } = learnUplift(simulateGroup(20_000, { truth: 0.1 }, random(5)))?.uplift.trust ?? {};
  expect(any).toHaveLength(2);
  expect(trust).toEqual(any);
});

test('an intent with few visits begins with what the others say', () => {
  const next = random(8);
  const much = simulateGroup(60_000, { campaign: 'save', intent: 'price', truth: 0.15 }, next);
  const little = simulateGroup(40, { campaign: 'save', intent: 'fit', truth: 0 }, next);
  const { fit } = learnUplift([...much, ...little])?.uplift.save ?? {};
  expect(meanOf(fit)).toBeGreaterThan(0.1);
  // And is far less sure.
  expect(deviationOf(fit)).toBeGreaterThan(0.02);
});

test('a holdout that was made smaller, in another season: both arms stand for the same shoppers', () => {
  const averages = (popups: readonly Popup[]) => popups.map((popup) => ({ ...popup, propensity: 0.5 }));
  const found = [1, 2, 3, 4].map((seed) => {
    const next = random(seed);
    const popups = [
      ...simulateGroup(15_000, { truth: 0.04, holdout: 0.5, base: 0.1 }, next),
      ...simulateGroup(45_000, { truth: 0.04, holdout: 0.1, base: 0.35 }, next),
    ];
    return [popups, averages(popups)].map((some) => meanOf(learnUplift(some)?.uplift.trust?.trust));
  });
  const [weighed = 0, unweighed = 0] = [0, 1].map(
    (i) => found.reduce((sum, one) => sum + (one[i] ?? 0), 0) / found.length,
  );
  console.log(`simulated, truth 0.04: weighed ${weighed.toFixed(3)}, unweighed ${unweighed.toFixed(3)}`);
  expect(Math.abs(weighed - 0.04)).toBeLessThan(0.02);
  expect(unweighed).toBeGreaterThan(0.15);
});

describe('visits of uneven weight', () => {
  const many = (count: number, over: Partial<Popup>) =>
    Array.from({ length: count }, (_, i) => aPopup({ bought: i % 10 === 0, ...over }));
  const withheld = many(2000, { shown: false, propensity: 0.2 });
  const deviation = (shown: readonly Popup[]) => deviationOf(learnUplift([...shown, ...withheld])?.uplift.trust?.any);

  test('say less than even ones', () => {
    expect(deviation([...many(600, {}), ...many(20, { propensity: 0.05 })])).toBeGreaterThan(
      1.03 * deviation(many(620, {})),
    );
  });

  test('one that was hardly ever to be seen is not the whole figure', () => {
    const seldom = aPopup({ propensity: 1e-9, bought: true });
    expect(deviation([...many(2000, {}), seldom])).toBeLessThan(1.25 * deviation(many(2000, {})));
  });
});

test('of popups that help nobody the more is known the less is thought; never nothing', () => {
  const means = [200, 20_000, 400_000].map((count) =>
    meanOf(learnUplift(simulateGroup(count, { truth: 0 }, random(4)))?.uplift.trust?.trust),
  );
  console.log(
    `simulated, no uplift, 200, 20,000 and 400,000 visits: ${means.map((mean) => mean.toFixed(4)).join(', ')}`,
  );
  const [few = 0, more = 0, most = 0] = means;
  expect(few).toBeGreaterThan(more);
  expect(more).toBeGreaterThan(most);
  expect(most).toBeLessThan(0.008);
  expect(most).toBeGreaterThan(0);
});

test('harmful popups are taken for ones that hardly help', () => {
  const popups = [
    ...Array.from({ length: 5000 }, (_, i) => aPopup({ bought: i % 5 === 0 })),
    ...Array.from({ length: 5000 }, (_, i) => aPopup({ shown: false, propensity: 0.2, bought: i % 2 === 0 })),
  ];
  const { any } = learnUplift(popups)?.uplift.trust ?? {};
  expect(meanOf(any)).toBeLessThan(0.005);
  expect(Math.min(...(any ?? [0]))).toBeGreaterThan(0);
});

test('whatever was seen: Beta distributions that the tag takes', () => {
  const popup = fc.record({
    campaign: fc.constantFrom('a', 'b'),
    intent: fc.constantFrom('price', 'fit', null),
    shown: fc.boolean(),
    bought: fc.boolean(),
    propensity: fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
    share: fc.double({ min: 1e-9, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(popup, { maxLength: 60 }), (popups) => {
      const { uplift } = learnUplift(popups) ?? {};
      const model = { v: 1, trained: true, name: 'x', churn: { intercept: 0, tables: {} }, uplift };
      expect(checkModel(JSON.parse(JSON.stringify(model)))).toHaveProperty('model');
    }),
    { numRuns: 300 },
  );
});

test('nothing is learned of what was always shown, or always withheld', () => {
  expect(learnUplift([])).toBeUndefined();
  expect(learnUplift([aPopup(), aPopup({ bought: true })])).toBeUndefined();
  expect(learnUplift([aPopup({ shown: false })])).toBeUndefined();
  const withheld = aPopup({ campaign: 'points', intent: 'price', shown: false });
  const both = learnUplift([aPopup(), withheld, { ...withheld, shown: true }, { ...withheld, intent: 'fit' }]);
  expect(Object.keys(both?.uplift ?? {})).toEqual(['points']);
  expect(Object.keys(both?.uplift.points ?? {})).toEqual(['any', 'price']);
});

/** The records of each visit, in the order of time. */
const visitsOf = (records: readonly Told[]) => {
  const visits = new Map<string, Told[]>();
  for (const record of records) visits.set(record.visit, [...(visits.get(record.visit) ?? []), record]);
  return [...visits.values()];
};
const read = (records: readonly Told[]) => {
  const visits = visitsOf(records);
  const until = records.reduce((last, { at }) => Math.max(last, at), 0);
  return readPopups(
    visits,
    visits.map((visit) => judgeVisit(visit, until)),
  ) as Popup[];
};

describe('from records', () => {
  const told = (minute: number, type: string, body: object): Told => ({
    v: 1,
    id: `view-${minute}-${type}`,
    type,
    at: Date.UTC(2026, 10, 23, 10, minute),
    visitor: 'lise',
    visit: 'visit-1',
    page: '/cart',
    ...body,
  });
  const intents = { price: 0.6, trust: 0.1 };
  const score = told(1, 'score', { intents });
  const shown = told(1, 'decision', { show: true, campaign: 'points', intent: 'price', propensity: 0.45 });
  const held = { ...shown, show: false, hold: 'holdout', propensity: 0.05 };
  const bought = told(9, 'purchase', { order: 'A1' });
  const churned = told(60, 'outcome', { outcome: 'churned' });

  test('the first popup that was due, what came of it, and how likely its intent was', () => {
    const due = { campaign: 'points', intent: 'price', share: 0.6 };
    expect(read([score, shown, bought])).toEqual([{ ...due, shown: true, bought: true, propensity: 0.45 }]);
    expect(read([score, held, churned])).toEqual([{ ...due, shown: false, bought: false, propensity: 0.05 }]);
    const before = told(0, 'decision', { show: false, hold: 'below-threshold', propensity: 1 });
    const later = told(5, 'decision', { show: true, campaign: 'trust', intent: 'trust', propensity: 0.9 });
    expect(read([before, score, shown, told(5, 'score', {}), later, bought])).toMatchObject([due]);
  });

  test('an intent that is not clear, or not known, is none, and all may be kept', () => {
    for (const intent of [null, undefined, 'boredom', 'toString'])
      expect(read([score, { ...shown, intent }, bought])).toMatchObject([{ intent: null, share: 1 }]);
    expect(read([shown, bought])).toMatchObject([{ intent: 'price', share: 1 }]);
    expect(read([{ ...score, intents: { price: 'much' } }, shown, bought])).toMatchObject([{ share: 1 }]);
  });

  test.each<[string, Told[]]>([
    ['no popup was due', [score, bought]],
    ['the end is not known', [score, shown]],
    ['the shop opened it, so that it was withheld from nobody', [score, { ...shown, propensity: 1 }, bought]],
    ['its probability was not told', [score, { ...shown, propensity: undefined }, bought]],
    ['the campaign was not told', [score, { ...shown, campaign: null }, bought]],
    ['no campaign has such a name', [score, { ...shown, campaign: '__proto__' }, bought]],
  ])('left out: %s', (_, records) => {
    expect(read(records)).toEqual([]);
  });

  test('simulated: the popup of the simulated records keeps as many as it does', () => {
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    const carts = [1, 2, 3, 4, 5, 6, 7, 8];
    const left = (effect: number) => carts.reduce((sum, cart) => sum + sigmoid(3 - 0.3 * cart + effect), 0) / 8;
    const truth = (left(0) - left(-1.5)) / left(0);
    const any = learnUplift(read(simulateRecords(40_000)))?.uplift.question?.any;
    console.log(
      `simulated records: ${meanOf(any).toFixed(3)} ± ${deviationOf(any).toFixed(3)}, truth ${truth.toFixed(3)}`,
    );
    // Far from where all begin, it is drawn back by more than its own deviation says, and never beyond the truth.
    expect(meanOf(any)).toBeGreaterThan(0.8 * truth);
    expect(meanOf(any)).toBeLessThan(truth + 2 * deviationOf(any));
  });
});

describe('in the model file', () => {
  type Count = { visits: number; orders: number };
  const rows = simulate(600, 3);
  const options = { label: 'bought', columns: simulatedColumns.split(','), map: {}, name: 'shop', made: 'test' };
  const popups = simulateGroup(900, { truth: 0.1 }, random(2));

  test('beside the scorecard, with the visits it rests on in the card', () => {
    const said: string[] = [];
    const model = train(rows, { ...options, popups, tell: (text: string) => void said.push(text) });
    expect(checkModel(JSON.parse(JSON.stringify(model)))).toHaveProperty('model.uplift.trust.trust');
    const card = model.card as { uplift?: Record<string, Record<string, Record<string, Count>>> };
    const { shown, withheld } = card.uplift?.trust?.trust ?? {};
    expect(shown?.visits).toBe(popups.filter((popup) => popup.shown).length);
    expect(withheld?.visits).toBe(popups.filter((popup) => !popup.shown).length);
    expect(withheld?.orders).toBe(popups.filter((popup) => !popup.shown && popup.bought).length);
    expect(said).toContain('uplift of trust from 900 visits');
  });

  test('nothing to learn it from: no word of it', () => {
    const model = train(rows, options);
    expect(model).not.toHaveProperty('uplift');
    expect(model.card).not.toHaveProperty('uplift');
  });
});
