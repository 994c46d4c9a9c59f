import type { Signal, Visit } from '../types';
import { draftOf, type Step } from './draft';

/**
 * What the shopper said is taken to heart: it counts from now on, and is a chance to act; one that costs no attention where it
 * answers what was asked. Pure, and apart from `advance` because it is only needed, and loaded, where something is asked.
 */
export const heed = (before: Visit, signal: Extract<Signal, { type: 'preference' }>): Step => {
  const { visit, records, tell } = draftOf(before, signal);
  const { type, at: _at, invites = visit.chance?.invited, ...body } = signal;
  const { key, value } = body;
  const { [key]: _, ...others } = visit.preferences;
  visit.preferences = value === null ? others : { ...others, [key]: value };
  tell(type, body);
  if (value !== null && !visit.ended) visit.chance = { invited: invites };
  return { visit, records };
};
