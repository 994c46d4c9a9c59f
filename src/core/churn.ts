import type { Evidence, Reason, Scorecard } from '../types';
import { addUp } from './scorecard';

/** Probability that the visit ends without a purchase, with what moved it. */
export const scoreChurn = (card: Scorecard, evidence: Evidence): { churn: number; because: Reason[] } => {
  const { logit, because } = addUp(card, evidence);
  return { churn: 1 / (1 + Math.exp(-logit)), because };
};
