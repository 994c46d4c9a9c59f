import type { Hold, Rules, Visit } from '../types';

/** These say nothing about what the shopper wants. */
const MUTE: readonly string[] = ['shown', 'withheld', 'failed'];
/** These cost no attention. */
const FREE: readonly string[] = ['answered', 'failed'];

/**
 * The shopper's attention is spent once per visit and, for each campaign that has been answered or dismissed, not again
 * before the cool-down ends. A question that was answered costs nothing, nor does what the answer asked for.
 */
export const attentionHold = (
  { history, id, chance }: Visit,
  campaign: string,
  at: number,
  { cooldown, maxPerVisit }: Rules,
): Hold | null => {
  if (history.some((s) => s.campaign === campaign && !MUTE.includes(s.outcome) && at - s.at < cooldown))
    return 'cooldown';
  const spent = history.filter((s) => s.visit === id && !s.invited && !FREE.includes(s.outcome));
  return !chance?.invited && spent.length >= maxPerVisit ? 'visit-budget' : null;
};
