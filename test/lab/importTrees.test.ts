import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importTrees } from '../../lab/importTrees.mjs';
import { predict } from '../../lab/predict.mjs';
import { random } from '../../lab/random.mjs';
import { readModel } from '../../lab/readModel.mjs';
import { scoreRows } from '../../lab/score.mjs';
import { checkModel } from '../../src/core/checkModel';
import { scoreChurn } from '../../src/core/churn';
import { addUp } from '../../src/core/scorecard';
import type { Scorecard, Tree } from '../../src/types';
import lightgbm from './lightgbm.json';
import lightgbmDeep from './lightgbmDeep.json';
import xgboostDeep from './xgboostDeep.json';

const options = { name: 'trees', made: 'test', predicts: 'purchase' as const, rename: (name: string) => name };
const evidenceOf = (names: string[], row: (number | null)[]) =>
  Object.fromEntries(names.map((name, i) => [name, row[i] ?? undefined]));

/** `lightgbm.json`: trees of LightGBM 4.7.0 (depth 2) on simulated sessions, some cells missing, and its predictions. */
test('LightGBM: its own predictions, row by row, missing values included', () => {
  const model = importTrees(lightgbm, options);
  expect(checkModel(model)).toEqual({ model });
  expect(lightgbm.rows.some((row) => row.includes(null))).toBe(true);
  lightgbm.rows.forEach((row, i) => {
    const { churn } = scoreChurn(model.churn as unknown as Scorecard, evidenceOf(lightgbm.feature_names, row));
    expect(Math.abs(1 - churn - (lightgbm.predicted[i] ?? Number.NaN))).toBeLessThan(1e-6);
  });
});

test('reasons from trees add up', () => {
  const card = importTrees(lightgbm, options).churn as unknown as Scorecard;
  for (const row of lightgbm.rows) {
    const { churn, because } = scoreChurn(card, evidenceOf(lightgbm.feature_names, row));
    const sum = because.reduce((total, { weight }) => total + weight, card.intercept);
    expect(sum).toBeCloseTo(Math.log(churn / (1 - churn)), 9);
  }
});

test('trees that predict churn keep their sign', () => {
  const purchase = importTrees(lightgbm, options).churn;
  const churn = importTrees(lightgbm, { ...options, predicts: 'churn' }).churn;
  expect(churn.intercept).toBe(-purchase.intercept || 0);
  expect(churn.pairs[0]?.weights[0]?.[0]).toBe(-(purchase.pairs[0]?.weights[0]?.[0] ?? Number.NaN));
});

/** XGBoost's form, written by hand: two trees, the second of one feature asked twice. */
const tree = (
  split_indices: number[],
  split_conditions: number[],
  default_left: number[],
  left: number[],
  right: number[],
) => ({
  split_indices,
  split_conditions,
  default_left,
  left_children: left,
  right_children: right,
  split_type: split_indices.map(() => 0),
});
const trees = [
  tree([0, 1, 0, 0, 0], [0.3, 12, 0.4, -0.2, 0.1], [1, 0, 0, 0, 0], [1, 3, -1, -1, -1], [2, 4, -1, -1, -1]),
  tree([1, 0, 1, 0, 0], [5, -0.3, 20, 0.25, 0.5], [0, 0, 1, 0, 0], [1, -1, 3, -1, -1], [2, -1, 4, -1, -1]),
];
const xgboost = {
  learner: {
    feature_names: ['product-share', 'pages-product'],
    learner_model_param: { base_score: '[2E-1]' },
    objective: { name: 'binary:logistic' },
    gradient_booster: { name: 'gbtree', model: { trees } },
  },
};

/** The trees once more, walked as XGBoost does: in single precision. */
const walk = (
  row: readonly (number | undefined)[],
  all: readonly ReturnType<typeof tree>[] = trees,
  share = 0.2,
): number =>
  all.reduce(
    (sum, { left_children, right_children, split_indices, split_conditions, default_left }) => {
      let at = 0;
      while (left_children[at] !== -1) {
        const value = row[split_indices[at] as number];
        const isLeft =
          value === undefined
            ? default_left[at] === 1
            : Math.fround(value) < Math.fround(split_conditions[at] as number);
        at = (isLeft ? left_children[at] : right_children[at]) as number;
      }
      return sum + (split_conditions[at] as number);
    },
    Math.log(share / (1 - share)),
  );

test('XGBoost: as its trees say, at the thresholds too', () => {
  const card = importTrees(xgboost, options).churn as unknown as Scorecard;
  const next = random(4);
  const odd = [undefined, 0, 0.3, 0.3 - 1e-12, 0.30000002, 0.2999999];
  for (let i = 0; i < 500; i++) {
    const share = i < odd.length ? odd[i] : next();
    const pages = i % 7 === 0 ? undefined : Math.floor(next() * 25);
    const { churn } = scoreChurn(card, { 'product-share': share, 'pages-product': pages });
    expect(Math.log((1 - churn) / churn), `${share} ${pages}`).toBeCloseTo(walk([share, pages]), 6);
  }
});

test('XGBoost: a value that single precision rounds to a threshold belongs to it', () => {
  const next = random(5);
  const single = new Float32Array(1);
  const bits = new Int32Array(single.buffer);
  const beside = (x: number, step: number) => {
    single[0] = x;
    bits[0] = (bits[0] as number) + step;
    return single[0] as number;
  };
  for (let i = 0; i < 300; i++) {
    const edge = Math.fround((next() - 0.5) * 10 ** Math.floor(next() * 9));
    const one = [tree([0, 0, 0], [edge, 1, 2], [0, 0, 0], [1, -1, -1], [2, -1, -1])];
    const { learner } = xgboost;
    const dump = { learner: { ...learner, gradient_booster: { name: 'gbtree', model: { trees: one } } } };
    const card = importTrees(dump, options).churn as unknown as Scorecard;
    for (const near of [beside(edge, -1), beside(edge, 1)]) {
      const middle = (near + edge) / 2;
      for (const share of [near, edge, middle, middle * (1 + 1e-12), middle * (1 - 1e-12)])
        expect(-addUp(card, { 'product-share': share }).logit, `${share} ${edge}`).toBeCloseTo(walk([share], one), 6);
    }
  }
});

/** As LightGBM walks one of its trees. */
type Node = (typeof lightgbmDeep.tree_info)[number]['tree_structure'] | { leaf_value: number };
const walkLightgbm = (node: Node, row: readonly (number | undefined)[]): number => {
  if (!('split_feature' in node)) return node.leaf_value;
  const value = row[node.split_feature];
  const known = value ?? (node.missing_type === 'None' ? 0 : undefined);
  const isLeft = known === undefined ? node.default_left : known <= node.threshold;
  return walkLightgbm((isLeft ? node.left_child : node.right_child) as unknown as Node, row);
};

/**
 * Trees of depth 3 on simulated sessions, some cells missing, with the maker's own predictions: `lightgbmDeep.json` of
 * LightGBM 4.7.0, `xgboostDeep.json` of XGBoost 1.7.4. Many rows lie at a threshold or the next number to it.
 */
describe.each([
  {
    maker: 'LightGBM',
    dump: lightgbmDeep,
    names: lightgbmDeep.feature_names,
    source: (row: readonly (number | undefined)[]) =>
      lightgbmDeep.tree_info.reduce((sum, { tree_structure }) => sum + walkLightgbm(tree_structure, row), 0),
  },
  {
    maker: 'XGBoost',
    dump: xgboostDeep,
    names: xgboostDeep.learner.feature_names,
    source: (row: readonly (number | undefined)[]) => walk(row, xgboostDeep.learner.gradient_booster.model.trees, 0.4),
  },
])('$maker: trees of depth 3', ({ dump, names, source }) => {
  const file = join(mkdtempSync(join(tmpdir(), 'waver-trees-')), 'model.json');
  writeFileSync(file, JSON.stringify(importTrees(dump, options)));
  const model = readModel(file);
  const card: Scorecard = model.churn;

  test('come over as trees where a leaf asks for three features, else as tables; the browser takes them', () => {
    expect(checkModel(model)).toEqual({ model });
    expect(card.trees?.length).toBeGreaterThan(0);
    expect(card.trees?.every((one) => new Set(textsOf(one)).size > 2)).toBe(true);
    expect(card.pairs?.length).toBeGreaterThan(0);
    expect(new Set(model.card.features)).toEqual(new Set(names));
  });

  test("say what the maker's own predictions say, missing values included", () => {
    expect(dump.rows.filter((row) => row.includes(null)).length).toBeGreaterThan(10);
    const records = dump.rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
    const inLab = predict(model, records, {});
    dump.rows.forEach((row, i) => {
      const predicted = dump.predicted[i] ?? Number.NaN;
      expect(Math.abs(1 - scoreChurn(card, evidenceOf(names, row)).churn - predicted), `${row}`).toBeLessThan(1e-6);
      expect(Math.abs((inLab[i] ?? Number.NaN) - predicted), `${row}`).toBeLessThan(1e-6);
    });
  });

  test('say the same in the browser, in the lab and in the source for any row, with reasons that add up', () => {
    const next = random(6);
    const seen = names.map((_, at) => dump.rows.map((row) => row[at] ?? undefined));
    const rows = Array.from({ length: 2000 }, () =>
      seen.map((values) => {
        const value = values[Math.floor(next() * values.length)];
        return next() < 0.1 ? undefined : next() < 0.3 ? Math.round(next() * 250) : value;
      }),
    );
    const features = names.map((name, at) => ({
      name,
      values: Float64Array.from(rows, (row) => row[at] ?? Number.NaN),
    }));
    const inLab = scoreRows(card, { rows: rows.length, features });
    rows.forEach((row, i) => {
      const evidence = Object.fromEntries(names.map((name, at) => [name, row[at]]));
      const { logit, because } = addUp(card, evidence);
      expect(Math.abs(logit + source(row)), `${row}`).toBeLessThan(1e-6);
      expect(Math.abs(logit - (inLab[i] ?? Number.NaN))).toBeLessThan(1e-9);
      expect(Math.abs(because.reduce((sum, { weight }) => sum + weight, card.intercept) - logit)).toBeLessThan(1e-9);
    });
  });
});

/** The features of a tree, as often as it asks for them. */
const textsOf = (one: Tree): string[] =>
  (one as readonly unknown[]).flat(2).filter((part): part is string => typeof part === 'string');

test('LightGBM: whether there is a number at all, which it asks by a threshold of 1e300, needs no edge', () => {
  const asked = JSON.stringify(lightgbmDeep).match(/"threshold":1e\+300/g);
  expect(asked?.length).toBeGreaterThan(0);
  const inTrees = JSON.stringify(importTrees(lightgbmDeep, options).churn.trees);
  expect(inTrees).toContain('"seconds-terms",null,');
  expect(inTrees).not.toContain('e+300');
  const known = {
    ...{ split_feature: 0, threshold: 1e300, decision_type: '<=', default_left: false, missing_type: 'NaN' },
    left_child: { leaf_value: 0.5 },
    right_child: { leaf_value: -0.25 },
  };
  const model = importTrees({ ...lightgbm, tree_info: [{ tree_structure: known }] }, options);
  expect(model.churn.tables).toEqual({ 'pages-product': { edges: [], weights: [-0.5], missing: 0.25 } });
  expect(checkModel(model)).toEqual({ model });
});

test('LightGBM: what is missing counts as 0 where training saw nothing missing', () => {
  const below = {
    ...{ split_feature: 0, threshold: -1, decision_type: '<=', default_left: true, missing_type: 'None' },
    left_child: { leaf_value: 0.5 },
    right_child: { leaf_value: -0.25 },
  };
  const { churn } = importTrees({ ...lightgbm, tree_info: [{ tree_structure: below }] }, options);
  expect(churn.tables).toMatchObject({ 'pages-product': { weights: [-0.5, 0.25], missing: 0.25 } });
});

test('columns are renamed and the sign is kept in trees too', () => {
  const rename = (name: string) => ({ hour: 'weekend' })[name] ?? name;
  const purchase = importTrees(lightgbmDeep, { ...options, rename });
  const churn = importTrees(lightgbmDeep, { ...options, rename, predicts: 'churn' });
  const texts = purchase.churn.trees?.flatMap((one) => textsOf(one as unknown as Tree));
  expect(texts).toContain('weekend');
  expect(texts).not.toContain('hour');
  expect(purchase.card.features).toContain('weekend');
  expect(purchase.card.features).not.toContain('hour');
  const evidence = { 'pages-product': 3, 'seconds-terms': 40, 'cart-value': 70, weekend: 5 };
  const [one, other] = [purchase, churn].map(({ churn: card }) => addUp(card as unknown as Scorecard, evidence).logit);
  expect(one).toBeCloseTo(-(other ?? Number.NaN), 9);
});

describe('a model file with trees', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waver-trees-'));
  const file = join(folder, 'model.json');
  const withTrees = (all: unknown, more: object = {}) => {
    writeFileSync(file, JSON.stringify({ v: 1, churn: { intercept: 0.5, tables: {}, trees: all, ...more } }));
    return file;
  };
  const good = ['exits', 1, ['stage', null, ['hour', 6, -1, 0], 1, 1], 2];

  test.each<[string, unknown, string]>([
    ['', { 0: good }, 'expected a list, got {"0":["exits"'],
    ['[0]', [0.5], 'expected [feature, edge, below, above] and perhaps 1, got 0.5'],
    ['[1]', [good, ['exits', 1, 0]], 'expected [feature, edge, below, above] and perhaps 1, got ["exits",1,0]'],
    ['[0]', [[7, 1, 0, 1]], 'expected the name of a feature first, got [7,1,0,1]'],
    ['[0]', [['exits', '1', 0, 1]], 'expected an edge that is a number or null, got ["exits","1",0,1]'],
    ['[0]', [['exits', 1, 0, 1, true]], 'expected 1 or nothing at the end, got ["exits",1,0,1,true]'],
    ['[0][3]', [['exits', 1, 0, null]], 'expected [feature, edge, below, above] and perhaps 1, got null'],
    ['[0][2][3]', [['exits', 1, ['stage', 1, 0, '1'], 0]], 'perhaps 1, got "1"'],
    ['[0][2][3][2]', [['exits', 1, ['stage', 1, 0, good], 0]], 'expected a number after 3 questions, got ["stage"'],
  ])('is refused with the place: churn.trees%s of %j', (path, all, reason) => {
    expect(() => readModel(withTrees(all))).toThrow(`model "${file}", churn.trees${path}: `);
    expect(() => readModel(withTrees(all))).toThrow(reason);
  });

  test('predicts from columns that only its trees and pairs know', () => {
    const pairs = [
      {
        features: ['month', 'cart-age'],
        sides: [{ levels: ['nov'] }, { edges: [60] }],
        weights: [
          [8, 16, 32],
          [0, 0, 0],
        ],
      },
    ];
    const model = readModel(withTrees([good], { pairs }));
    const records = [
      { exits: '0', stage: '2', hour: '7', month: 'nov', 'cart-age': '61' },
      { exits: '', stage: '2', hour: '7', month: '', 'cart-age': '' },
      { exits: '0', stage: '', hour: '5', month: 'dec', 'cart-age': '1' },
    ];
    const [first = 0, second = 0, third = 0] = predict(model, records, {});
    expect(Math.log((1 - first) / first)).toBeCloseTo(0.5 + 0 + 16, 6);
    expect(Math.log((1 - second) / second)).toBeCloseTo(0.5 + 2, 9);
    expect(Math.log((1 - third) / third)).toBeCloseTo(0.5 - 1, 9);
  });
});

test('what a scorecard cannot say is refused with the place', () => {
  const chain = (split: number[]) => {
    const n = split.length;
    const leaves = Array.from({ length: n + 1 }, (_, i) => i);
    const at = [...split.keys()];
    return tree(
      [...split, ...leaves.map(() => 0)],
      [...split.map((_, i) => 9 - i), ...leaves],
      [...split, ...leaves].map(() => 0),
      [...at.map((i) => (i < n - 1 ? i + 1 : n)), ...leaves.map(() => -1)],
      [...at.map((i) => n + 1 + i), ...leaves.map(() => -1)],
    );
  };
  const { learner } = xgboost;
  const change = (more: object) => ({ learner: { ...learner, ...more } });
  const with3 = (...more: object[]) =>
    change({
      feature_names: ['a', 'b', 'c', 'd'],
      gradient_booster: { name: 'gbtree', model: { trees: [...trees, ...more] } },
    });
  expect(importTrees(with3(chain([0, 1, 2])), options).churn.trees).toHaveLength(1);
  // However deep: of two features at most it is a table.
  expect(importTrees(with3(chain([0, 1, 0, 1, 0])), options).churn.trees).toBeUndefined();
  expect(() => importTrees(with3(chain([0, 1, 2, 1])), options)).toThrow(
    'tree 2: a leaf asks for a, b, c and the tree is 4 questions deep, expected at most 3: train with depth 3',
  );
  expect(() => importTrees(with3(chain([0, 1, 2, 3])), options)).toThrow('tree 2: a leaf asks for a, b, c');
  expect(() => importTrees({ ...lightgbm, average_output: true }, options)).toThrow(
    'average_output: expected false, got true',
  );
  expect(() => importTrees(change({ objective: { name: 'reg:squarederror' } }), options)).toThrow(
    'expected binary:logistic',
  );
  expect(() => importTrees({ ...lightgbm, objective: 'regression' }, options)).toThrow(
    'expected binary, got "regression"',
  );
  expect(() => importTrees({}, options)).toThrow('expected what LightGBM');
});
