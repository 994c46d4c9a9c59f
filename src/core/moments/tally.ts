import type { Signal, Visit } from '../../types';
import { own } from '../own';
import { type Detector, detector } from './detector';

interface State {
  readonly path: string;
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * The same thing again on one page: counted by the field it is about (empty: by none; undefined: it is another thing), per
 * path, so that a server which renders the page anew goes on counting. Told from the limit on, each time.
 */
export const tally = (limit: number, fieldOf: (signal: Signal, visit: Visit) => string | undefined): Detector =>
  detector<State>(limit, (state, signal, visit, most) => {
    const key = fieldOf(signal, visit);
    if (key === undefined) return [state];
    const { path } = visit;
    const counts = state?.path === path ? state.counts : {};
    const count = (own(counts, key) ?? 0) + 1;
    return [
      { path, counts: { ...counts, [key]: count } },
      count >= most && { field: key || undefined, count, strength: Math.min(1, count / (2 * most)) },
    ];
  });
