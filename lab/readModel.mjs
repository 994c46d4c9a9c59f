import { readFileSync } from 'node:fs';

const isNumbers = (list, length) => Array.isArray(list) && list.length === length && list.every(Number.isFinite);

const checkTable = (path, table) => {
  const fail = (what) => {
    throw new Error(`${path}: expected ${what}`);
  };
  if (table?.edges) {
    if (!isNumbers(table.edges, table.edges.length)) fail('edges that are numbers');
    if (table.edges.some((edge, i) => i > 0 && edge <= table.edges[i - 1])) fail('edges that rise');
    if (!isNumbers(table.weights, table.edges.length + 1)) fail(`${table.edges.length + 1} weights that are numbers`);
  } else if (typeof table?.levels !== 'object' || !Object.values(table.levels).every(Number.isFinite))
    fail('"edges" and "weights", or "levels"');
};

/** `more`: so many questions may follow this one. */
const checkTree = (path, tree, more) => {
  const fail = (what) => {
    throw new Error(`${path}: expected ${what}, got ${JSON.stringify(tree)}`);
  };
  if (!Array.isArray(tree) || tree.length < 4 || tree.length > 5) fail('[feature, edge, below, above] and perhaps 1');
  if (more < 0) fail('a number after 3 questions');
  const [feature, edge, below, above, ...mark] = tree;
  if (typeof feature !== 'string') fail('the name of a feature first');
  if (edge !== null && !Number.isFinite(edge)) fail('an edge that is a number or null');
  if (mark.some((missingBelow) => missingBelow !== 1)) fail('1 or nothing at the end');
  for (const [at, branch] of [below, above].entries()) {
    if (!Number.isFinite(branch)) checkTree(`${path}[${at + 2}]`, branch, more - 1);
  }
};

/** A model file, refused with the place where it is wrong. */
export const readModel = (file) => {
  let model;
  try {
    model = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`model "${file}": ${error.message}`);
  }
  if (model?.v !== 1) throw new Error(`model "${file}", v: expected 1, got ${JSON.stringify(model?.v)}`);
  if (!Number.isFinite(model.churn?.intercept)) throw new Error(`model "${file}", churn.intercept: expected a number`);
  for (const [name, table] of Object.entries(model.churn.tables ?? {}))
    checkTable(`model "${file}", churn.tables.${name}`, table);
  (model.churn.pairs ?? []).forEach(({ sides, weights }, i) => {
    const [one, two] = sides.map((side) => (side.edges ? side.edges.length + 2 : side.levels.length + 1));
    if (weights?.length !== one || !weights.every((row) => isNumbers(row, two)))
      throw new Error(`model "${file}", churn.pairs[${i}].weights: expected ${one} rows of ${two} numbers`);
  });
  if (model.churn.trees !== undefined && !Array.isArray(model.churn.trees))
    throw new Error(`model "${file}", churn.trees: expected a list, got ${JSON.stringify(model.churn.trees)}`);
  (model.churn.trees ?? []).forEach((tree, i) => {
    checkTree(`model "${file}", churn.trees[${i}]`, tree, 2);
  });
  return model;
};
