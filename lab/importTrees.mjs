import { readTrees } from './readTrees.mjs';

/** Every leaf with the box of values that ends there: by feature from, to (not included), and whether missing does. */
const leavesOf = (tree, box = new Map()) => {
  if ('leaf' in tree) return [{ value: tree.leaf, box }];
  const { feature, edge, below, above, missingBelow } = tree;
  const { from, to, missing } = box.get(feature) ?? { from: -Infinity, to: Infinity, missing: true };
  const inside = (range) => new Map(box).set(feature, range);
  return [
    ...leavesOf(below, inside({ from, to: Math.min(to, edge), missing: missing && missingBelow })),
    ...leavesOf(above, inside({ from: Math.max(from, edge), to, missing: missing && !missingBelow })),
  ];
};

/** Which bins of a table lie in a range; the last is for missing values. */
const within = (edges, { from, to, missing }) => [
  ...Array.from(
    { length: edges.length + 1 },
    (_, i) => (edges[i - 1] ?? -Infinity) >= from && (edges[i] ?? Infinity) <= to,
  ),
  missing,
];

const edgesOf = (leaves, feature) =>
  [...new Set(leaves.flatMap(({ box }) => [box.get(feature).from, box.get(feature).to]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);

const depthOf = (tree) => ('leaf' in tree ? 0 : 1 + Math.max(depthOf(tree.below), depthOf(tree.above)));

/** Nine digits: the sum over all tables stays within 1e-6. */
const short = (x) => Number(x.toPrecision(9)) || 0;

/** A tree as a scorecard writes it: what three features say together fits no table. */
const written = (tree, sign, rename) => {
  if ('leaf' in tree) return short(sign * tree.leaf);
  const { feature, edge, below, above, missingBelow } = tree;
  const question = [rename(feature), edge === Infinity ? null : edge];
  return [...question, written(below, sign, rename), written(above, sign, rename), ...(missingBelow ? [1] : [])];
};

/**
 * Boosted trees as a scorecard, exactly. Where no leaf of a tree asks for more than two features they become tables: each
 * leaf is a box over the features on its path. Other trees stay trees.
 * @param {object} dump
 * @param {{ name: string, made: string, predicts: 'purchase' | 'churn', rename: (column: string) => string }} options
 */
export const importTrees = (dump, { name, made, predicts, rename }) => {
  const { base, trees } = readTrees(dump);
  const sign = predicts === 'purchase' ? -1 : 1;
  let intercept = base;
  const groups = new Map();
  const kept = [];
  trees.forEach((tree, i) => {
    const leaves = leavesOf(tree);
    const crowded = leaves.find(({ box }) => box.size > 2);
    if (crowded) {
      const depth = depthOf(tree);
      if (depth > 3)
        throw new Error(
          `tree ${i}: a leaf asks for ${[...crowded.box.keys()].join(', ')} and the tree is ${depth} questions deep, expected at most 3: train with depth 3`,
        );
      kept.push(tree);
      return;
    }
    for (const leaf of leaves) {
      const features = [...leaf.box.keys()].sort();
      if (!features.length) intercept += leaf.value;
      else groups.set(features.join('\n'), [...(groups.get(features.join('\n')) ?? []), leaf]);
    }
  });
  const tables = {};
  const pairs = [];
  for (const [key, leaves] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [one, two] = key.split('\n');
    const rows = edgesOf(leaves, one);
    const columns = two === undefined ? [] : edgesOf(leaves, two);
    const weights = Array.from({ length: rows.length + 2 }, () =>
      new Array(two === undefined ? 1 : columns.length + 2).fill(0),
    );
    for (const { value, box } of leaves) {
      const down = within(rows, box.get(one));
      const across = two === undefined ? [true] : within(columns, box.get(two));
      for (const [i, row] of weights.entries())
        for (const j of row.keys()) if (down[i] && across[j]) row[j] += sign * value;
    }
    if (two === undefined) {
      const flat = weights.map(([weight]) => short(weight));
      tables[rename(one)] = { edges: rows, weights: flat.slice(0, -1), missing: flat.at(-1) };
    } else
      pairs.push({
        features: [rename(one), rename(two)],
        sides: [{ edges: rows }, { edges: columns }],
        weights: weights.map((row) => row.map(short)),
      });
  }
  const asked = kept.flatMap((tree) => leavesOf(tree)).flatMap(({ box }) => [...box.keys()].map(rename));
  const features = [...new Set([...Object.keys(tables), ...pairs.flatMap((pair) => pair.features), ...asked])];
  return {
    v: 1,
    trained: true,
    name,
    churn: {
      intercept: short(sign * intercept),
      tables,
      pairs,
      ...(kept.length ? { trees: kept.map((tree) => written(tree, sign, rename)) } : {}),
    },
    card: { features, made },
  };
};
