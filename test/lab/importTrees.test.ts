import { expect, test } from 'vitest';
import { importTrees } from '../../lab/importTrees.mjs';
import { random } from '../../lab/random.mjs';
import { checkModel } from '../../src/core/checkModel';
import { scoreChurn } from '../../src/core/churn';
import type { Scorecard } from '../../src/types';
import lightgbm from './lightgbm.json';

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
const walk = (row: (number | undefined)[]): number =>
  trees.reduce(
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
    Math.log(0.2 / 0.8),
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

test('what tables cannot say is refused with the place', () => {
  const deep = tree(
    [0, 1, 2, 0, 0, 0, 0],
    [1, 1, 1, 1, 2, 3, 4],
    [0, 0, 0, 0, 0, 0, 0],
    [1, 2, 3, -1, -1, -1, -1],
    [4, 5, 6, -1, -1, -1, -1],
  );
  const { learner } = xgboost;
  const change = (more: object) => ({ learner: { ...learner, ...more } });
  const three = change({
    feature_names: ['a', 'b', 'c'],
    gradient_booster: { name: 'gbtree', model: { trees: [...trees, deep] } },
  });
  expect(() => importTrees(three, options)).toThrow('tree 2: a leaf asks for a, b, c, tables know two at once');
  expect(() => importTrees(change({ objective: { name: 'reg:squarederror' } }), options)).toThrow(
    'expected binary:logistic',
  );
  expect(() => importTrees({ ...lightgbm, objective: 'regression' }, options)).toThrow(
    'expected binary, got "regression"',
  );
  expect(() => importTrees({}, options)).toThrow('expected what LightGBM');
});
