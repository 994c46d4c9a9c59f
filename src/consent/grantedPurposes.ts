import type { ConsentState } from '../types';
import { type Opinion, PURPOSES, type Purpose } from './opinion';
import { shopOpinion } from './shopOpinion';

/**
 * What may be done with what is told, by purpose. Nothing without a yes: where neither the shop nor a consent tool speaks
 * of a purpose, it is not granted. With `granted` the shop answers for all of them, until it says otherwise.
 */
export const grantedPurposes = (
  option: 'granted' | 'required' | 'auto',
  said: ConsentState | null,
  /** Consent tools and shop together; undefined: no tools. */
  words: Opinion | undefined,
): Readonly<Record<Purpose, boolean>> => {
  const opinion = (option === 'auto' && words) || shopOpinion(said ?? (option === 'granted' ? option : null));
  return Object.fromEntries(PURPOSES.map((purpose) => [purpose, opinion[purpose] === 'granted'])) as never;
};
