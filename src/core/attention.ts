import type { Hold, Rules, Visit } from '../types';

/** These say nothing about what the shopper wants. */
const MUTE: readonly string[] = ['shown', 'withheld', 'failed'];
/** These cost no attention. */
const FREE: readonly string[] = ['answered', 'failed'];

/**
 * The shopper's attention is spent once per visit. A campaign comes once a visit unasked, and after it has been answered or
 * dismissed not before the cool-down ends. A question that was answered costs nothing, nor does what the answer asked for.
 */
export const attentionHold = (
  { history, id, chance }: Visit,
  campaign: string,
  at: number,
  { cooldown, maxPerVisit }: Rules,
): Hold | null => {
  const spent = history.filter((s) => s.visit === id && !s.invited && !FREE.includes(s.outcome));
  const isOver = history.some((s) => s.campaign === campaign && !MUTE.includes(s.outcome) && at - s.at < cooldown);
  if (isOver || spent.some((s) => s.campaign === campaign)) return 'cooldown';
  return !chance?.invited && spent.length >= maxPerVisit ? 'visit-budget' : null;
};
