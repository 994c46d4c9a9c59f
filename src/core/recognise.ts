import type { Signal, Visit } from '../types';
import { draftOf, type Step } from './draft';

/** Who is signed in is told: what other devices of theirs have told can be put together by it. */
export const recognise = (before: Visit, signal: Extract<Signal, { type: 'identity' }>): Step => {
  const { visit, records, tell } = draftOf(before, signal);
  tell('identity', { person: signal.person });
  return { visit, records };
};
