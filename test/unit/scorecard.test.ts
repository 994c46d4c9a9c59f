import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreRows } from '../../lab/score.mjs';
import { addUp } from '../../src/core/scorecard';
import type { Branch, Evidence, PairSide, Scorecard, Tree } from '../../src/types';

/** A column as the lab has it. */
type Feature = Parameters<typeof scoreRows>[1]['features'][number];

const CARD: Scorecard = {
  intercept: 0.5,
  tables: {
    dwell: { edges: [6, 20], weights: [0, 1, 2], missing: -0.25 },
    exits: { edges: [1], weights: [0, 0.75] },
    priority: { levels: { price: 3, delivery: -4 }, missing: 0.125 },
  },
};
const PLAIN: Evidence = { dwell: 0, exits: 0, priority: 'price' };
const weightOf = (feature: string, evidence: Evidence) =>
  addUp(CARD, evidence).because.find((reason) => reason.feature === feature)?.weight ?? 0;

describe('a table of numbers', () => {
  test.each([
    [-1, 0],
    [0, 0],
    [5.99, 0],
    [6, 1],
    [19.99, 1],
    [20, 2],
    [1e9, 2],
    [Number.POSITIVE_INFINITY, 2],
    [Number.NEGATIVE_INFINITY, 0],
  ])('%d weighs %d: an edge belongs to the bin above it', (value, weight) => {
    expect(weightOf('dwell', { ...PLAIN, dwell: value })).toBe(weight);
  });

  test.each([[undefined], [Number.NaN], ['20'], ['price']])('%s counts as missing, not as zero', (value) => {
    expect(weightOf('dwell', { ...PLAIN, dwell: value as number })).toBe(-0.25);
  });

  test('what is missing weighs nothing where the table does not say', () => {
    expect(weightOf('exits', { dwell: 0, priority: 'price' })).toBe(0);
  });
});

describe('a table of words', () => {
  test.each([
    ['price', 3],
    ['delivery', -4],
    ['fit', 0.125],
    [7, 0.125],
    [undefined, 0.125],
    ['constructor', 0.125],
    ['__proto__', 0.125],
    ['toString', 0.125],
  ])('%s weighs %d', (value, weight) => {
    expect(weightOf('priority', { ...PLAIN, priority: value as string })).toBe(weight);
  });

  test('a word that happens to be `constructor` may have a weight', () => {
    const card: Scorecard = {
      intercept: 0,
      tables: { word: { levels: { constructor: 2 } as Record<string, number> } },
    };
    expect(addUp(card, { word: 'constructor' }).logit).toBe(2);
  });
});

describe('the sum', () => {
  test('names each part with its value, the strongest first, and leaves out what weighs nothing', () => {
    expect(addUp(CARD, { dwell: 8, exits: 0, priority: 'delivery' })).toEqual({
      logit: -2.5,
      because: [
        { feature: 'priority', value: 'delivery', weight: -4 },
        { feature: 'dwell', value: 8, weight: 1 },
      ],
    });
  });

  test('says null for a feature that is unknown', () => {
    expect(addUp(CARD, {}).because).toEqual([
      { feature: 'dwell', value: null, weight: -0.25 },
      { feature: 'priority', value: null, weight: 0.125 },
    ]);
  });

  test('knows nothing of features it has no table for', () => {
    expect(addUp(CARD, { ...PLAIN, stage: 2 })).toEqual(addUp(CARD, PLAIN));
  });

  test('is the intercept and the weights told, whatever the evidence', () => {
    const value = fc.oneof(fc.double(), fc.string(), fc.constant(undefined));
    fc.assert(
      fc.property(fc.record({ dwell: value, exits: value, priority: value }), (evidence) => {
        const { logit, because } = addUp(CARD, evidence as Evidence);
        expect(because.reduce((sum, { weight }) => sum + weight, CARD.intercept)).toBeCloseTo(logit, 9);
      }),
    );
  });
});

describe('a pair', () => {
  const PAIR: Scorecard = {
    intercept: 0,
    tables: { hour: { edges: [12], weights: [0, 1] } },
    pairs: [
      {
        features: ['hour', 'month'],
        sides: [{ edges: [6, 18] }, { levels: ['nov', 'dec'] }],
        weights: [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
          [10, 11, 12],
        ],
      },
    ],
  };

  test.each<[Evidence[string], Evidence[string], number]>([
    [0, 'nov', 1],
    [6, 'nov', 4],
    [17, 'dec', 5],
    [18, 'dec', 8],
    [23, 'may', 9],
    [23, undefined, 9],
    [undefined, 'dec', 11],
    [Number.NaN, 'dec', 11],
    ['6', 'nov', 10],
    [undefined, undefined, 12],
    [0, 'constructor', 3],
    [0, 7, 3],
  ])('of %s and %s weighs %d: what is missing has its own row and column', (hour, month, weight) => {
    const own = typeof hour === 'number' && hour >= 12 ? 1 : 0;
    expect(addUp(PAIR, { hour, month }).logit).toBe(weight + own);
  });

  test('is split in halves between its two features, beside what they say alone', () => {
    expect(addUp(PAIR, { hour: 17, month: 'dec' }).because).toEqual([
      { feature: 'hour', value: 17, weight: 3.5 },
      { feature: 'month', value: 'dec', weight: 2.5 },
    ]);
  });
});

describe('a tree', () => {
  const TREE: Scorecard = {
    intercept: 0,
    tables: { hour: { edges: [12], weights: [0, 1] } },
    trees: [
      [
        'exits',
        0.5,
        ['stage', null, ['hour', 6, 1, 2], 4, 1],
        ['hour', 6, ['stage', 2, 8, 16], ['exits', 3, 32, 64, 1], 1],
      ],
    ],
  };

  test.each<[Evidence[string], Evidence[string], Evidence[string], number]>([
    [0, 0, 5.99, 1],
    [0, 0, 6, 2],
    [0, 0, undefined, 2],
    [0, 0, Number.NEGATIVE_INFINITY, 1],
    // Whether there is a number: with the mark, none is below too.
    [0.49, Number.POSITIVE_INFINITY, 7, 2],
    [0, undefined, 7, 2],
    [0, 'far', 7, 2],
    [0.5, 1, 0, 8],
    [0.5, 2, 0, 16],
    [undefined, 1, 0, 8],
    ['0', 1, undefined, 8],
    [Number.NaN, undefined, '7', 16],
    [2.99, 1, 7, 32],
    [3, 1, 7, 64],
    [undefined, 1, 7, 32],
  ])('of exits %s, stage %s, hour %s weighs %d: what is missing goes where it says', (exits, stage, hour, weight) => {
    expect(addUp({ ...TREE, tables: {} }, { exits, stage, hour }).logit).toBe(weight);
  });

  test('is asked whether there is a number by an edge of null', () => {
    const card: Scorecard = { intercept: 0, tables: {}, trees: [['exits', null, 1, 2]] };
    const of = (exits: Evidence[string]) => addUp(card, { exits }).logit;
    expect([1e300, Number.POSITIVE_INFINITY, 0].map(of)).toEqual([1, 1, 1]);
    expect([undefined, Number.NaN, 'many'].map(of)).toEqual([2, 2, 2]);
  });

  test('is split evenly between the features that were asked for, each once, beside what they say alone', () => {
    expect(addUp(TREE, { exits: 1, stage: 1, hour: 18 }).because).toEqual([
      { feature: 'hour', value: 18, weight: 17 },
      { feature: 'exits', value: 1, weight: 16 },
    ]);
    expect(addUp(TREE, { exits: 1, stage: 2, hour: 3 }).because).toEqual(
      ['exits', 'hour', 'stage'].map((feature) => ({
        feature,
        value: { exits: 1, hour: 3, stage: 2 }[feature],
        weight: 16 / 3,
      })),
    );
  });
});

describe('calibration', () => {
  test('stretches and shifts the sum, and the reasons with it', () => {
    const card = { ...CARD, calibration: { slope: 0.5, offset: -1 } };
    const { logit, because } = addUp(card, { dwell: 8, exits: 0, priority: 'delivery' });
    expect(logit).toBe(0.5 * -2.5 - 1);
    expect(because.map(({ weight }) => weight)).toEqual([-2, 0.5]);
  });
});

describe('the average visit', () => {
  test('is what reasons are told against; a feature that says nothing may be one', () => {
    const card = { ...CARD, average: { dwell: 0.25, exits: 0.5 } };
    expect(addUp(card, { dwell: 0, exits: 5, priority: 'price' })).toEqual({
      logit: 4.25,
      because: [
        { feature: 'priority', value: 'price', weight: 3 },
        { feature: 'exits', value: 5, weight: 0.25 },
        { feature: 'dwell', value: 0, weight: -0.25 },
      ],
    });
  });
});

describe('any model', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'constructor'];
  const WORDS = ['x', 'y', '7'];
  // Not so small that a slope makes it nothing.
  const weight = fc.double({ min: -50, max: 50, noNaN: true }).map((any) => (Math.abs(any) < 1e-9 ? 0 : any));
  const missing = fc.option(weight, { nil: undefined });
  const edges = fc
    .uniqueArray(fc.integer({ min: -9, max: 9 }), { maxLength: 6 })
    .map((all) => all.sort((a, b) => a - b));
  const grid = (rows: number, columns: number) =>
    fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
  const table = fc.oneof(
    edges.chain((at) =>
      fc.record({
        edges: fc.constant(at),
        weights: fc.array(weight, { minLength: at.length + 1, maxLength: at.length + 1 }),
        missing,
      }),
    ),
    fc.record({ levels: fc.dictionary(fc.constantFrom(...WORDS), weight), missing }),
  );
  const side: fc.Arbitrary<PairSide> = fc.oneof(
    edges.map((at) => ({ edges: at })),
    fc.uniqueArray(fc.constantFrom(...WORDS)).map((levels) => ({ levels })),
  );
  const size = (one: PairSide) => ('edges' in one ? one.edges.length + 2 : one.levels.length + 1);
  const pair = fc
    .tuple(fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 2 }), side, side)
    .chain(([features, one, other]) =>
      grid(size(one), size(other)).map((weights) => ({
        features: features as [string, string],
        sides: [one, other] as const,
        weights,
      })),
    );
  const question = (branch: fc.Arbitrary<Branch>): fc.Arbitrary<Tree> => {
    const four = [fc.constantFrom(...NAMES), fc.option(fc.integer({ min: -9, max: 9 })), branch, branch] as const;
    return fc.oneof(fc.tuple(...four), fc.tuple(...four, fc.constant(1 as const)));
  };
  const last = question(weight);
  const tree = question(fc.oneof(weight, last, question(fc.oneof(weight, last))));
  const card: fc.Arbitrary<Scorecard> = fc.record(
    {
      intercept: weight,
      tables: fc.dictionary(fc.constantFrom(...NAMES), table),
      pairs: fc.array(pair, { maxLength: 5 }),
      trees: fc.array(tree, { maxLength: 9 }),
      calibration: fc.record({ slope: fc.double({ min: 0.1, max: 3, noNaN: true }), offset: weight }),
      average: fc.dictionary(fc.constantFrom(...NAMES), weight),
    },
    { requiredKeys: ['intercept', 'tables'] },
  );
  const value = fc.oneof(
    fc.integer({ min: -12, max: 12 }),
    fc.double(),
    fc.constantFrom(...WORDS),
    fc.constantFrom(undefined, Number.NaN, '__proto__'),
  );
  const evidence = fc.record(Object.fromEntries(NAMES.map((name) => [name, value])), { requiredKeys: [] });

  test('is explained exactly: its reasons make the way from the average visit to this one, to within 1e-9', () => {
    fc.assert(
      fc.property(card, evidence, (one, given) => {
        const { logit, because } = addUp(one, given as Evidence);
        const usual = Object.values(one.average ?? {}).reduce((sum, part) => sum + part, one.intercept);
        const { slope, offset } = one.calibration ?? { slope: 1, offset: 0 };
        const base = slope * usual + offset;
        const told = because.reduce((sum, reason) => sum + reason.weight, 0);
        expect(Math.abs(logit - base - told)).toBeLessThan(1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('says the same in the lab', () => {
    const number = fc.oneof(fc.integer({ min: -12, max: 12 }), fc.double());
    const column = fc.oneof(fc.constant(number), fc.constant(fc.constantFrom(...WORDS, 'z')));
    const rows = fc
      .record(Object.fromEntries(NAMES.map((name) => [name, column])), { requiredKeys: [] })
      .chain((columns) =>
        fc.array(fc.record(columns as Record<string, fc.Arbitrary<string | number>>, { requiredKeys: [] }), {
          minLength: 1,
          maxLength: 5,
        }),
      );
    fc.assert(
      fc.property(card, rows, (one, given) => {
        const features = NAMES.flatMap((name): Feature[] => {
          const cells = given.map((row) => row[name]);
          const levels = [...new Set(cells.filter((cell) => typeof cell === 'string'))];
          if (!cells.some((cell) => cell !== undefined)) return [];
          if (!levels.length) return [{ name, values: Float64Array.from(cells, (cell) => Number(cell ?? Number.NaN)) }];
          return [{ name, levels, values: Int32Array.from(cells, (cell) => levels.indexOf(cell as string)) }];
        });
        const logits = scoreRows(one, { rows: given.length, features });
        given.forEach((row, i) => {
          const { calibration: _, ...plain } = one;
          expect(Math.abs(addUp(plain, row).logit - (logits[i] ?? Number.NaN))).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('gives a number for any evidence, and names each feature once, none without weight', () => {
    fc.assert(
      fc.property(card, evidence, (one, given) => {
        const { logit, because } = addUp(one, given as Evidence);
        expect(logit).toSatisfy(Number.isFinite);
        expect(new Set(because.map(({ feature }) => feature)).size).toBe(because.length);
        expect(because.filter(({ weight: part }) => !part)).toEqual([]);
      }),
    );
  });
});
