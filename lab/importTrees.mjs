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

/** Nine digits: the sum over all tables stays within 1e-6. */
const short = (x) => Number(x.toPrecision(9)) || 0;

/**
 * Boosted trees as tables, exactly: each leaf is a box over the features on its path, one of them or two.
 * @param {object} dump
 * @param {{ name: string, made: string, predicts: 'purchase' | 'churn', rename: (column: string) => string }} options
 */
export const importTrees = (dump, { name, made, predicts, rename }) => {
  const { base, trees } = readTrees(dump);
  const sign = predicts === 'purchase' ? -1 : 1;
  let intercept = base;
  const groups = new Map();
  trees.forEach((tree, i) => {
    for (const leaf of leavesOf(tree)) {
      const features = [...leaf.box.keys()].sort();
      if (features.length > 2)
        throw new Error(
          `tree ${i}: a leaf asks for ${features.join(', ')}, tables know two at once: train with depth 2`,
        );
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
  const features = [...new Set([...Object.keys(tables), ...pairs.flatMap((pair) => pair.features)])];
  return {
    v: 1,
    trained: true,
    name,
    churn: { intercept: short(sign * intercept), tables, pairs },
    card: { features, made },
  };
};
