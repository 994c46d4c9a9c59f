import type { Evidence, Reason, Scorecard, ScorecardTable } from '../types';
import { own } from './own';

/** What one table says to one value, in log-odds. Anything it has no entry for counts as missing. */
const look = (table: ScorecardTable, value: number | string | undefined): number => {
  if (value === undefined) return table.missing ?? 0;
  if ('levels' in table) return own(table.levels, String(value)) ?? table.missing ?? 0;
  if (typeof value !== 'number' || Number.isNaN(value)) return table.missing ?? 0;
  const bin = table.edges.findIndex((edge) => value < edge);
  return table.weights[bin < 0 ? table.edges.length : bin] ?? 0;
};

/** Log-odds of one additive model, with each feature's exact part: `logit = intercept + Σ weight`. */
export const addUp = (card: Scorecard, evidence: Evidence): { logit: number; because: Reason[] } => {
  let logit = card.intercept;
  const because: Reason[] = [];
  for (const [feature, table] of Object.entries(card.tables)) {
    const weight = look(table, evidence[feature]);
    logit += weight;
    if (weight) because.push({ feature, value: evidence[feature] ?? null, weight });
  }
  return { logit, because: because.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)) };
};
