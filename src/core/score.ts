import type { Score, Visit } from '../types';
import { scoreChurn } from './churn';
import { gatherEvidence } from './evidence';
import { scoreIntent } from './intent';
import { prior } from './prior';

/** How sure it is that the shopper leaves, and why; from the evidence as it stands at `at`. */
export const scoreVisit = (visit: Visit, at: number): Score => {
  const evidence = gatherEvidence(visit, at);
  return { ...scoreChurn(prior.churn, evidence), ...scoreIntent(prior.intents, evidence) };
};
