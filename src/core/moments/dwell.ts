import type { Topic } from '../../types';
import { type Detector, detector } from './detector';
import { hasCart } from './hasCart';

/**
 * What was looked at, by kind of page, by topic of a section, and `true` with something in the cart, `false` without:
 * attentive seconds, those already told, page views, the last of these.
 */
export type Looked = Readonly<
  Record<string, readonly [seconds: number, told: number, pages: number, view: string] | undefined>
>;

/**
 * A long look at one of these topics with something in the cart, from some stage of the visit on: attentive seconds
 * added up over all pages and sections, told at the limit and again at each further such span. Seconds and pages of every
 * kind are counted along, as evidence.
 */
export const dwell = (limit: number, topics: RegExp, stage: number): Detector =>
  detector<Looked>(limit, (state = {}, signal, visit, most) => {
    if (signal.type !== 'tick') return [state];
    const next = { ...state };
    let told: { topic: Topic; seconds: number; strength: number } | undefined;
    for (const what of new Set([visit.kind, `${hasCart(visit)}`, ...(signal.topics ?? [])])) {
      const [before = 0, then = 0, pages = 0, last] = next[what] ?? [];
      const seconds = before + 1;
      const isFull = !told && topics.test(what) && hasCart(visit) && visit.stage >= stage && seconds - then >= most;
      next[what] = [seconds, isFull ? seconds : then, pages + +(last !== visit.view), visit.view];
      if (isFull) told = { topic: what as Topic, seconds: seconds - then, strength: Math.min(1, seconds / (3 * most)) };
    }
    return [next, told];
  });
