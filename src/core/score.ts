import type { Model, Score, Visit } from '../types';
import { scoreChurn } from './churn';
import { gatherEvidence, type Known } from './evidence';
import { scoreIntent } from './intent';
import { prior } from './prior';

/** How sure it is that the shopper leaves, and why; from the evidence as it stands at `at`. */
export const scoreVisit = (
  visit: Visit,
  at: number,
  known?: Known,
  { churn: card, intents: shares }: Model = prior,
): Score => {
  const evidence = gatherEvidence(visit, at, known);
  const { churn, because } = scoreChurn(card, evidence);
  const { intent, intents, intentBecause } = scoreIntent(shares ?? prior.intents, evidence);
  // Put together by hand: spreading both takes a microsecond of four.
  return { churn, because, intent, intents, intentBecause, evidence };
};
