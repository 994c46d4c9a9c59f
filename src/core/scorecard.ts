import type { Branch, Evidence, PairSide, Reason, Scorecard, ScorecardTable, Tree } from '../types';
import { own } from './own';

type Value = Evidence[string];

/** A number that has a place among edges: text and NaN have none, and count as missing. */
const isNumber = (value: Value): value is number => typeof value === 'number' && !Number.isNaN(value);

/** Which bin: an edge belongs to the one above it. */
export const binOf = (edges: readonly number[], value: number): number => {
  let bin = 0;
  while (value >= (edges[bin] ?? Number.NaN)) bin++;
  return bin;
};

/** What one table says to one value, in log-odds. Anything it has no entry for counts as missing. */
const look = (table: ScorecardTable, value: Value): number => {
  const { missing = 0 } = table;
  if ('levels' in table) return value === undefined ? missing : (own(table.levels, `${value}`) ?? missing);
  return isNumber(value) ? (table.weights[binOf(table.edges, value)] ?? 0) : missing;
};

/** The row or column of a pair table that a value falls in; what is missing has the last. */
const placeOf = (side: PairSide, value: Value): number => {
  if ('edges' in side) return isNumber(value) ? binOf(side.edges, value) : side.edges.length + 1;
  const at = value === undefined ? -1 : side.levels.indexOf(`${value}`);
  return at < 0 ? side.levels.length : at;
};

/**
 * Log-odds of one additive model. `add` is told each feature's parts of it, before calibration: a pair's share is split in
 * halves between its two features, a leaf's evenly between those that led to it.
 */
export const logitOf = (
  { intercept, tables, pairs, trees, calibration }: Scorecard,
  evidence: Evidence,
  add?: (feature: string, weight: number) => void,
): number => {
  const { slope = 1, offset = 0 } = calibration ?? {};
  let sum = intercept;
  for (const feature in tables) {
    const weight = look(tables[feature] as ScorecardTable, evidence[feature]);
    sum += weight;
    if (weight) add?.(feature, weight);
  }
  for (const { features, sides, weights } of pairs ?? []) {
    const [one, other] = features;
    const weight = weights[placeOf(sides[0], evidence[one])]?.[placeOf(sides[1], evidence[other])] ?? 0;
    sum += weight;
    add?.(one, weight / 2);
    add?.(other, weight / 2);
  }
  for (const tree of trees ?? []) {
    const asked = new Set<string>();
    let branch: Branch = tree;
    while (typeof branch !== 'number') {
      const question: Tree = branch;
      const [feature, edge, below, above, missingBelow] = question;
      const value = evidence[feature];
      asked.add(feature);
      branch = (isNumber(value) ? edge === null || value < edge : missingBelow) ? below : above;
    }
    sum += branch;
    for (const feature of asked) add?.(feature, branch / asked.size);
  }
  return slope * sum + offset;
};

/**
 * Log-odds, and each feature's exact part of them, in calibrated log-odds: told against the average visit, if the model
 * states one, they add up to how far this visit is from that one.
 */
export const addUp = (card: Scorecard, evidence: Evidence): { logit: number; because: Reason[] } => {
  const parts: { -readonly [K in keyof Reason]: Reason[K] }[] = [];
  /** Few have a part, so they are looked through. */
  const add = (feature: string, weight: number) => {
    const known = parts.find((part) => part.feature === feature);
    if (known) known.weight += weight;
    else parts.push({ feature, value: evidence[feature] ?? null, weight });
  };
  const logit = logitOf(card, evidence, add);
  const { average, calibration } = card;
  for (const feature in average) {
    add(feature, -(average[feature] ?? 0));
  }
  for (const part of parts) part.weight *= calibration?.slope ?? 1;
  return {
    logit,
    because: parts.filter(({ weight }) => weight).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
};
