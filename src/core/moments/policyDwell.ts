import type { Topic } from '../../types';
import type { Detector } from './detector';

/**
 * A long look at the shop's terms with something in the cart: the shopper wants to buy and wants to know first.
 * 12 attentive seconds over all pages and sections on the topic (conventions: "shipping doubt"), told again at each
 * further 12. A skim of a policy page takes less; without a cart it is research, not hesitation.
 */
export const DWELL_SECONDS = 12;

type State = Partial<Record<Topic, { seconds: number; told: number }>>;

export const policyDwell: Detector<State> = (state = {}, signal, visit, { dwellSeconds }) => {
  if (signal.type !== 'tick') return { state };
  const topics = new Set([...(visit.topic ? [visit.topic] : []), ...(signal.topics ?? [])]);
  const next = { ...state };
  for (const topic of topics) {
    const { seconds, told } = next[topic] ?? { seconds: 0, told: 0 };
    next[topic] = { seconds: seconds + 1, told };
  }
  const full = [...topics].find((topic) => {
    const dwell = next[topic];
    return dwell && visit.cart?.count && dwell.seconds - dwell.told >= dwellSeconds;
  });
  const dwell = full && next[full];
  if (!full || !dwell) return { state: next };
  next[full] = { seconds: dwell.seconds, told: dwell.seconds };
  const moment = {
    kind: 'policy-dwell',
    topic: full,
    seconds: dwell.seconds - dwell.told,
    strength: Math.min(1, dwell.seconds / (3 * dwellSeconds)),
  };
  return { state: next, moment };
};
