import type { Topic } from '../../types';
import { type Detector, detector } from './detector';
import { hasCart } from './hasCart';

type State = Partial<Record<Topic, readonly [seconds: number, told: number]>>;

/**
 * A long look at one of these topics with something in the cart, from some stage of the visit on: attentive seconds
 * added up over all pages and sections, told at the limit and again at each further such span.
 */
export const dwell = (limit: number, topics: RegExp, stage: number): Detector =>
  detector<State>(limit, (state = {}, signal, visit, most) => {
    if (signal.type !== 'tick') return [state];
    const next = { ...state };
    let told: { topic: Topic; seconds: number; strength: number } | undefined;
    for (const topic of new Set([visit.topic, ...(signal.topics ?? [])])) {
      if (!topic || !topics.test(topic)) continue;
      const [before, then] = next[topic] ?? [0, 0];
      const seconds = before + 1;
      const isFull = !told && hasCart(visit) && visit.stage >= stage && seconds - then >= most;
      next[topic] = [seconds, isFull ? seconds : then];
      if (isFull) told = { topic, seconds: seconds - then, strength: Math.min(1, seconds / (3 * most)) };
    }
    return [next, told];
  });
