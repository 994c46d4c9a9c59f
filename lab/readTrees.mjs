/**
 * Boosted trees as LightGBM's `dump_model()` or XGBoost's `save_model("….json")` writes them, in one form: a leaf, or a
 * question whether a feature is below an edge.
 * @typedef {{ leaf: number } | { feature: string, edge: number, below: Tree, above: Tree, missingBelow: boolean }} Tree
 */

const fail = (tree, what) => {
  throw new Error(`tree ${tree}: ${what}`);
};

/** LightGBM's edge where it asks no more than whether there is a number. */
const noEdge = 1e300;

/** The next number above: LightGBM asks "≤", tables ask "<". */
const nextUp = (x) => {
  const bits = new BigInt64Array(new Float64Array([x === 0 ? 0 : x]).buffer);
  bits[0] += x < 0 ? -1n : 1n;
  return new Float64Array(bits.buffer)[0];
};

const readLightgbm = ({ objective, average_output: isMean, feature_names: names, tree_info: trees }) => {
  if (!/^binary( sigmoid:1)?$/.test(objective)) throw new Error(`objective: expected binary, got "${objective}"`);
  if (isMean) throw new Error('average_output: expected false, got true: a forest is a mean, boosted trees are a sum');
  const read = (node, tree) => {
    if (node.leaf_value !== undefined && node.left_child === undefined) return { leaf: node.leaf_value };
    if (node.decision_type !== '<=') fail(tree, `expected questions with "<=", got "${node.decision_type}"`);
    if (node.missing_type === 'Zero')
      fail(tree, 'takes zero for missing, which tables do not: train without zero_as_missing');
    return {
      feature: names[node.split_feature],
      edge: node.threshold >= noEdge ? Infinity : nextUp(node.threshold),
      below: read(node.left_child, tree),
      above: read(node.right_child, tree),
      // LightGBM takes what is missing for 0 where training saw nothing missing.
      missingBelow: node.missing_type === 'None' ? node.threshold >= 0 : node.default_left,
    };
  };
  return { base: 0, trees: trees.map(({ tree_structure }, i) => read(tree_structure, i)) };
};

/** XGBoost compares in single precision: the number from which on a value rounds to the threshold or above. */
const edgeOf = (threshold) => {
  const single = new Float32Array([threshold]);
  if (single[0] === 0) return 0;
  const bits = new Int32Array(single.slice().buffer);
  bits[0] += single[0] > 0 ? -1 : 1;
  const middle = (new Float32Array(bits.buffer)[0] + single[0]) / 2;
  return Math.fround(middle) < single[0] ? nextUp(middle) : middle;
};

const readXgboost = ({ learner }) => {
  const { objective, gradient_booster: booster, feature_names: names, learner_model_param: param } = learner;
  if (objective?.name !== 'binary:logistic')
    throw new Error(`objective: expected binary:logistic, got "${objective?.name}"`);
  if (booster?.name !== 'gbtree') throw new Error(`booster: expected gbtree, got "${booster?.name}"`);
  const share = Number(String(param.base_score).replace(/[[\]]/g, ''));
  const trees = booster.model.trees.map((tree, number) => {
    if (tree.split_type?.some((type) => type !== 0))
      fail(number, 'expected questions about numbers, not about categories');
    const read = (at) => {
      if (tree.left_children[at] === -1) return { leaf: tree.split_conditions[at] };
      return {
        feature: names[tree.split_indices[at]] ?? `f${tree.split_indices[at]}`,
        edge: edgeOf(tree.split_conditions[at]),
        below: read(tree.left_children[at]),
        above: read(tree.right_children[at]),
        missingBelow: Boolean(tree.default_left[at]),
      };
    };
    return read(0);
  });
  return { base: Math.log(share / (1 - share)), trees };
};

/** @returns {{ base: number, trees: Tree[] }} */
export const readTrees = (dump) => {
  if (Array.isArray(dump?.tree_info)) return readLightgbm(dump);
  if (dump?.learner) return readXgboost(dump);
  throw new Error('expected what LightGBM dump_model() or XGBoost save_model("….json") writes');
};
