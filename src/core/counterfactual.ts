import type { Counterfactual, Evidence, Scorecard } from '../types';
import { scoreChurn } from './churn';
import { binOf } from './scorecard';

/** Every edge and every word that some table or tree of the card knows a feature by. */
const marksOf = ({ tables, pairs = [], trees = [] }: Scorecard, feature: string) => {
  const sides = [tables[feature], ...pairs.map(({ features, sides: both }) => both[features.indexOf(feature)])];
  const edges = new Set<number>();
  const words = new Set<string>();
  for (const side of sides) {
    if (!side) continue;
    if ('edges' in side) for (const edge of side.edges) edges.add(edge);
    else for (const word of Array.isArray(side.levels) ? side.levels : Object.keys(side.levels)) words.add(word);
  }
  // Laid flat, each edge comes right after the feature that it is for.
  const flat: readonly unknown[] = (trees as readonly unknown[]).flat(3);
  flat.forEach((one, at) => {
    const edge = flat[at + 1] as number | null;
    if (one === feature && edge !== null) edges.add(edge);
  });
  return { edges: [...edges].sort((a, b) => a - b), words: [...words] };
};

/** A value in each bin, with how many edges away it is: the bin's own lower edge; in the lowest bin 0, if it can be. */
const valuesOf = (
  card: Scorecard,
  feature: string,
  now: number | string,
): [steps: number, value: number | string][] => {
  const { edges, words } = marksOf(card, feature);
  if (typeof now === 'string') return words.map((word) => [1, word]);
  const [least = 0] = edges;
  const bin = binOf(edges, now);
  return [least > 0 ? 0 : least - 1, ...edges].map((value, at) => [Math.abs(at - bin), value]);
};

/**
 * The smallest change of one known feature with which churn were below the threshold: the fewest bins away, and of those
 * the least of a change in churn. What is unknown is not changed. null: churn is below, or no one change does it.
 */
export const findCounterfactual = (card: Scorecard, evidence: Evidence, threshold: number): Counterfactual | null => {
  let best: Counterfactual | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  if (scoreChurn(card, evidence).churn < threshold) return null;
  for (const [feature, now] of Object.entries(evidence)) {
    if (now === undefined) continue;
    for (const [steps, value] of valuesOf(card, feature, now)) {
      // In its own bin churn stays as it is: not below.
      const { churn } = scoreChurn(card, { ...evidence, [feature]: value });
      if (churn >= threshold || steps > fewest || (steps === fewest && best && churn <= best.churn)) continue;
      best = { feature, value, churn };
      fewest = steps;
    }
  }
  return best;
};
