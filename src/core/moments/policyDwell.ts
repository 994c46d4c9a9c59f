import type { Topic } from '../../types';
import type { Detector, MomentBody } from './detector';

/**
 * A long look at the shop's terms with something in the cart: the shopper wants to buy and wants to know first.
 * 12 attentive seconds over all pages and sections on the topic (judgement), told again at each
 * further 12. A skim of a policy page takes less; without a cart it is research, not hesitation.
 */
export const DWELL_SECONDS = 12;

type State = Partial<Record<Topic, { seconds: number; told: number }>>;

export const policyDwell: Detector<State> = (state = {}, signal, visit, { dwellSeconds }) => {
  if (signal.type !== 'tick') return { state };
  const next = { ...state };
  let moment: MomentBody | undefined;
  for (const topic of new Set([visit.topic, ...(signal.topics ?? [])])) {
    if (!topic) continue;
    const { told = 0, seconds: before = 0 } = next[topic] ?? {};
    const seconds = before + 1;
    const isFull = !moment && visit.cart?.count && seconds - told >= dwellSeconds;
    next[topic] = { seconds, told: isFull ? seconds : told };
    if (isFull) {
      const strength = Math.min(1, seconds / (3 * dwellSeconds));
      moment = { kind: 'policy-dwell', topic, seconds: seconds - told, strength };
    }
  }
  return { state: next, moment };
};
