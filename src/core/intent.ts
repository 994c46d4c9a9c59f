import type { Evidence, Intent, Reason, Scorecard } from '../types';
import { addUp, logitOf } from './scorecard';

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
export const scoreIntent = (models: Readonly<Record<Intent, Scorecard>>, evidence: Evidence): IntentScore => {
  const names = Object.keys(models) as Intent[];
  const sums = names.map((name) => ({ name, logit: logitOf(models[name], evidence) }));
  const top = Math.max(...sums.map(({ logit }) => logit));
  let total = 0;
  for (const { logit } of sums) total += Math.exp(logit - top);
  const intents = {} as Record<Intent, number>;
  for (const { name, logit } of sums) intents[name] = Math.exp(logit - top) / total;
  const [first, second] = sums.sort((one, other) => other.logit - one.logit);
  const clear = first && (second ? intents[first.name] - intents[second.name] : 1) >= MARGIN;
  return {
    intent: clear ? first.name : null,
    intents,
    intentBecause: clear ? addUp(models[first.name], evidence).because : [],
  };
};
