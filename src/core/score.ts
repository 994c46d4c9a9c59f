import type { Model, Score, Visit } from '../types';
import { scoreChurn } from './churn';
import { gatherEvidence, type Known } from './evidence';
import { scoreIntent } from './intent';
import { prior } from './prior';

/** How sure it is that the shopper leaves, and why; from the evidence as it stands at `at`. */
export const scoreVisit = (visit: Visit, at: number, known?: Known, { churn, intents }: Model = prior): Score => {
  const evidence = gatherEvidence(visit, at, known);
  return { ...scoreChurn(churn, evidence), ...scoreIntent(intents ?? prior.intents, evidence) };
};
