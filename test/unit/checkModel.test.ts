import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkModel } from '../../src/core/checkModel';
import { choose } from '../../src/core/choose';
import { prior } from '../../src/core/prior';
import { scoreVisit } from '../../src/core/score';
import { upliftOf } from '../../src/core/upliftOf';
import { aVisit, NOW } from './given';

/** A model as the lab writes it, with all it may have. */
const GOOD = {
  v: 1,
  trained: true,
  name: 'shop-2026-11',
  churn: {
    intercept: 0.5,
    tables: {
      'pages-product': { edges: [1, 4], weights: [0.2, 0, -0.4], missing: 0.1 },
      stage: { edges: [], weights: [0] },
      month: { levels: { nov: -0.3, dec: -0.5 } },
    },
    pairs: [
      {
        features: ['month', 'seconds-product'],
        sides: [{ levels: ['nov'] }, { edges: [30] }],
        weights: [
          [0, 1, 2],
          [3, 4, 5],
        ],
      },
    ],
    trees: [
      ['pages-product', 2, ['stage', 2, ['hour', 12, 0.25, 0.75], -1], ['cart-count', null, 1, -1], 1],
      ['exits', 1, 0, 0.5],
    ],
    calibration: { slope: 0.9, offset: -0.1 },
    average: { 'pages-product': -0.05, month: 0.2 },
  },
  uplift: { 'limited-points': { any: [6.5, 90], price: [14, 120] }, trust: {} },
  card: { rows: 8631, note: ['free'] },
};
type Path = readonly (string | number)[];

/** The same with something else at one place; undefined: without it. */
const changed = (path: Path, value: unknown, from: unknown = GOOD): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = (Array.isArray(from) ? [...from] : { ...(from as object) }) as Record<string | number, unknown>;
  const inner = changed(rest, value, copy[key]);
  if (inner === undefined) delete copy[key];
  else Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true, writable: true });
  return copy;
};
const CHURN = 'churn';
const PAGES = [CHURN, 'tables', 'pages-product'];
const PAIR = [CHURN, 'pairs', 0];
const TREE = [CHURN, 'trees', 0];
const UPLIFT = ['uplift', 'limited-points'];

describe('a good model', () => {
  test('is taken as it is', () => {
    expect(checkModel(GOOD)).toEqual({ model: GOOD });
  });

  test('may be the prior, and may be JSON', () => {
    expect(checkModel(JSON.parse(JSON.stringify(prior)))).toEqual({ model: prior });
  });

  test('may have fields that are not known yet', () => {
    expect(checkModel({ ...GOOD, seed: 7 })).toHaveProperty('model');
  });

  test('needs no more than an intercept', () => {
    const bare = { v: 1, trained: true, name: 'bare', churn: { intercept: 0, tables: {} } };
    expect(checkModel(bare)).toEqual({ model: bare });
  });

  test('scores a visit; without intents of its own, with those of the prior', () => {
    const checked = checkModel(GOOD);
    if (!('model' in checked)) throw new Error(checked.reason);
    const known = { clock: { hour: 1, weekend: 0, month: 'nov' } } as const;
    const { churn, intents } = scoreVisit(aVisit(), NOW, known, checked.model);
    // 0.5 + 0.1 + 0 - 0.3 + 2 + 0.25 + 0.5, calibrated.
    expect(churn).toBeCloseTo(1 / (1 + Math.exp(-(0.9 * 3.05 - 0.1))), 12);
    expect(intents).toEqual(scoreVisit(aVisit(), NOW).intents);
    const own = { ...checked.model, intents: { ...prior.intents, fit: { intercept: 9, tables: {} } } };
    expect(scoreVisit(aVisit(), NOW, known, own).intent).toBe('fit');
  });
});

describe('a model is refused, with path and reason', () => {
  test.each<[string, Path, unknown, string]>([
    ['v', ['v'], 2, 'newer than this Waver'],
    ['v', ['v'], '1', 'not 1'],
    ['v', ['v'], undefined, 'not 1'],
    ['trained', ['trained'], 'yes', 'not true or false'],
    ['name', ['name'], 7, 'no text'],
    ['churn', ['churn'], undefined, 'no object'],
    ['churn', ['churn'], [], 'no object'],
    ['churn.intercept', [CHURN, 'intercept'], undefined, 'no finite number'],
    ['churn.intercept', [CHURN, 'intercept'], '0.5', 'no finite number'],
    ['churn.intercept', [CHURN, 'intercept'], 1e300, 'no finite number'],
    ['churn.tables', [CHURN, 'tables'], null, 'no object'],
    ['churn.tables.page-value', [CHURN, 'tables', 'page-value'], { edges: [], weights: [0] }, 'unknown feature'],
    ['churn.tables.__proto__', [CHURN, 'tables', '__proto__'], {}, 'reserved'],
    ['churn.tables.month.levels.constructor', [CHURN, 'tables', 'month', 'levels', 'constructor'], 1, 'reserved'],
    ['churn.tables.month.levels.nov', [CHURN, 'tables', 'month', 'levels', 'nov'], null, 'no finite number'],
    ['churn.tables.month.levels', [CHURN, 'tables', 'month', 'levels'], ['nov'], 'no object'],
    ['churn.tables.pages-product', PAGES, 3, 'no object'],
    ['churn.tables.pages-product.missing', [...PAGES, 'missing'], '0', 'no finite number'],
    ['churn.tables.pages-product.edges', [...PAGES, 'edges'], undefined, 'no list'],
    ['churn.tables.pages-product.edges[1]', [...PAGES, 'edges'], [4, 1], 'not sorted'],
    ['churn.tables.pages-product.edges[1]', [...PAGES, 'edges'], [4, 4], 'not sorted'],
    ['churn.tables.pages-product.edges[0]', [...PAGES, 'edges'], [Number.NaN, 4], 'no finite number'],
    ['churn.tables.pages-product.weights', [...PAGES, 'weights'], [0, 1], '2 long, not 3'],
    ['churn.tables.pages-product.weights[2]', [...PAGES, 'weights', 2], Number.POSITIVE_INFINITY, 'no finite number'],
    ['churn.pairs', [CHURN, 'pairs'], {}, 'no list'],
    ['churn.pairs[0].features[1]', [...PAIR, 'features', 1], 'region', 'unknown feature'],
    ['churn.pairs[0].features', [...PAIR, 'features'], ['month'], '1 long, not 2'],
    ['churn.pairs[0].features', [...PAIR, 'features'], undefined, 'no list'],
    ['churn.pairs[0].sides', [...PAIR, 'sides'], [{ levels: ['nov'] }], '1 long, not 2'],
    ['churn.pairs[0].sides[0].levels[0]', [...PAIR, 'sides', 0, 'levels', 0], 11, 'no text'],
    ['churn.pairs[0].sides[1].edges', [...PAIR, 'sides', 1], {}, 'no list'],
    ['churn.pairs[0].weights', [...PAIR, 'weights'], [[0, 1, 2]], '1 long, not 2'],
    ['churn.pairs[0].weights[1]', [...PAIR, 'weights', 1], [3, 4], '2 long, not 3'],
    ['churn.pairs[0].weights[1][0]', [...PAIR, 'weights', 1, 0], null, 'no finite number'],
    ['churn.trees', [CHURN, 'trees'], { ...GOOD.churn.trees }, 'no list'],
    ['churn.trees[0]', TREE, 0.5, 'no list'],
    ['churn.trees[0]', TREE, null, 'no list'],
    ['churn.trees[0]', TREE, { __proto__: GOOD.churn.trees[0] }, 'no list'],
    ['churn.trees[1]', [CHURN, 'trees', 1], ['exits', 1, 0], '3 long, not 4'],
    ['churn.trees[1]', [CHURN, 'trees', 1], ['exits', 1, 0, 0.5, 0], '5 long, not 4'],
    ['churn.trees[1]', [CHURN, 'trees', 1], ['exits', 1, 0, 0.5, 1, 1], '6 long, not 5'],
    ['churn.trees[1][4]', [CHURN, 'trees', 1, 4], true, 'not 1'],
    ['churn.trees[0][0]', [...TREE, 0], 'page-value', 'unknown feature'],
    ['churn.trees[0][0]', [...TREE, 0], '__proto__', 'unknown feature'],
    ['churn.trees[0][2][0]', [...TREE, 2, 0], 'constructor', 'unknown feature'],
    ['churn.trees[0][2][0]', [...TREE, 2, 0], ['stage'], 'unknown feature'],
    ['churn.trees[0][1]', [...TREE, 1], Number.NaN, 'no finite number'],
    ['churn.trees[0][1]', [...TREE, 1], '2', 'no finite number'],
    ['churn.trees[0][1]', [...TREE, 1], 1e300, 'no finite number'],
    ['churn.trees[0][3]', [...TREE, 3], null, 'no finite number'],
    ['churn.trees[0][3]', [...TREE, 3], {}, 'no finite number'],
    ['churn.trees[0][3]', [...TREE, 3], [], '0 long, not 4'],
    ['churn.trees[0][2][2][3]', [...TREE, 2, 2, 3], Number.NaN, 'no finite number'],
    ['churn.trees[0][2][2][2]', [...TREE, 2, 2, 2], ['exits', 1, 0, 1], 'deeper than 3'],
    ['churn.calibration', [CHURN, 'calibration'], 1, 'no object'],
    ['uncertainty', ['uncertainty'], 0.8, 'no object'],
    ['uncertainty.intercept', ['uncertainty'], { share: 0.5 }, 'no finite number'],
    ['uncertainty.share', ['uncertainty'], { intercept: 0.8, share: -1 }, 'not above 0'],
    ['churn.calibration.slope', [CHURN, 'calibration', 'slope'], 0, 'not above 0'],
    ['churn.calibration.slope', [CHURN, 'calibration', 'slope'], '1', 'no finite number'],
    ['churn.calibration.offset', [CHURN, 'calibration', 'offset'], Number.NaN, 'no finite number'],
    ['churn.average.region', [CHURN, 'average', 'region'], 0, 'unknown feature'],
    ['churn.average.month', [CHURN, 'average', 'month'], 'much', 'no finite number'],
    ['intents', ['intents'], 'price', 'no object'],
    ['intents.boredom', ['intents'], { ...prior.intents, boredom: prior.intents.fit }, 'unknown intent'],
    ['intents.toString', ['intents'], { ...prior.intents, toString: prior.intents.fit }, 'unknown intent'],
    ['intents.delivery', ['intents'], { price: prior.intents.price }, 'no object'],
    ['uplift', ['uplift'], [], 'no object'],
    ['uplift.constructor', ['uplift', 'constructor'], {}, 'reserved'],
    ['uplift.limited-points', UPLIFT, [6, 94], 'no object'],
    ['uplift.limited-points.boredom', [...UPLIFT, 'boredom'], [6, 94], 'unknown intent'],
    ['uplift.limited-points.__proto__', [...UPLIFT, '__proto__'], [6, 94], 'reserved'],
    ['uplift.limited-points.price', [...UPLIFT, 'price'], 0.06, 'no list'],
    ['uplift.limited-points.price', [...UPLIFT, 'price'], [6], '1 long, not 2'],
    ['uplift.limited-points.any[0]', [...UPLIFT, 'any', 0], 0, 'not above 0'],
    ['uplift.limited-points.any[0]', [...UPLIFT, 'any', 0], -6, 'not above 0'],
    ['uplift.limited-points.any[1]', [...UPLIFT, 'any', 1], Number.NaN, 'no finite number'],
    ['uplift.limited-points.any[1]', [...UPLIFT, 'any', 1], '94', 'no finite number'],
    ['intents.fit.intercept', ['intents'], { ...prior.intents, fit: { tables: {} } }, 'no finite number'],
  ])('%s (%j = %j): %s', (path, place, value, reason) => {
    expect(checkModel(changed(place, value))).toEqual({ path, reason });
  });

  test.each([null, undefined, 1, 'model', [], [GOOD], true])('%j is none', (raw) => {
    expect(checkModel(raw)).toEqual({ path: 'model', reason: 'no object' });
  });

  test('the first flaw is told', () => {
    expect(checkModel(changed(['v'], 3, changed(['name'], null)))).toMatchObject({ path: 'v' });
  });
});

test('whatever comes is taken or refused, never thrown; what is taken gives numbers', () => {
  const broken = fc.tuple(
    fc.constantFrom<Path[]>(
      [CHURN],
      PAGES,
      [...PAGES, 'edges'],
      [...PAGES, 'weights', 1],
      PAIR,
      [...PAIR, 'sides', 1],
      [...PAIR, 'weights', 0],
      [CHURN, 'trees'],
      TREE,
      [...TREE, 0],
      [...TREE, 2],
      [...TREE, 2, 2, 3],
      [...TREE, 4],
      [CHURN, 'calibration'],
      ['intents'],
      ['uplift'],
      [...UPLIFT, 'any'],
      [...UPLIFT, 'any', 0],
      [],
    ),
    fc.oneof(fc.jsonValue(), fc.anything()),
  );
  fc.assert(
    fc.property(broken, ([path, value]) => {
      const checked = checkModel(changed(path, value));
      if ('model' in checked) {
        const { churn } = scoreVisit(aVisit(), NOW, {}, checked.model);
        expect(churn).toSatisfy((c: number) => c >= 0 && c <= 1);
        const uplift = upliftOf(checked.model.uplift, 'limited-points', 'price');
        const bet = { churn, share: 1, uplift, value: 1, cost: 0, attention: 0.002 };
        expect(choose([bet], 1).propensities).toSatisfy((all: number[]) => all.every((one) => one >= 0));
      } else {
        expect(checked.path).not.toBe('');
        expect(checked.reason).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});
