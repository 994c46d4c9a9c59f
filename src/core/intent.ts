import type { Evidence, Intent, Model, Reason } from '../types';
import { addUp } from './scorecard';

/**
 * An intent must lead the next one by this much probability to be acted on. Judgement: at 0.2 one clear moment or one
 * answer is enough, the prior alone never is (its two first differ by 0.01).
 */
const MARGIN = 0.2;

interface IntentScore {
  readonly intent: Intent | null;
  readonly intents: Record<Intent, number>;
  readonly intentBecause: Reason[];
}

/** Distribution over the intents: softmax over their additive models. Thin evidence: `intent` is null. */
export const scoreIntent = (models: Model['intents'], evidence: Evidence): IntentScore => {
  const sums = Object.entries(models).map(([name, card]) => ({ name: name as Intent, ...addUp(card, evidence) }));
  const top = Math.max(...sums.map((sum) => sum.logit));
  const total = sums.reduce((all, sum) => all + Math.exp(sum.logit - top), 0);
  const share = (logit: number) => Math.exp(logit - top) / total;
  const intents = Object.fromEntries(sums.map((sum) => [sum.name, share(sum.logit)])) as Record<Intent, number>;
  const [first, second] = sums.sort((a, b) => b.logit - a.logit);
  const clear = first !== undefined && share(first.logit) - (second ? share(second.logit) : 0) >= MARGIN;
  return { intent: clear ? first.name : null, intents, intentBecause: clear ? first.because : [] };
};
