/** Fewer groups with an outcome could leave a fold without it. */
const FEWEST = 10;

/** Names of the groups that rows belong to, tried before they are believed. */
export const checkGroups = (groups, churn, weights) => {
  if (!groups) return;
  if (groups.length !== churn.length)
    throw new Error(`groups: expected one for each of ${churn.length} rows, got ${groups.length}`);
  const of = [new Set(), new Set()];
  churn.forEach((left, row) => {
    if (groups[row] === undefined || groups[row] === null || groups[row] === '')
      throw new Error(`groups, row ${row + 1}: expected a name, got "${groups[row] ?? ''}"`);
    if (weights[row]) of[left].add(groups[row]);
  });
  const [bought, left] = of.map((names) => names.size);
  if (Math.min(bought, left) < FEWEST)
    throw new Error(
      `groups: ${bought} have rows with a purchase and ${left} rows without, expected at least ${FEWEST} of either`,
    );
};
