import type { Hold, Rules, Visit } from '../types';

/** These say nothing about what the shopper wants. */
const MUTE: readonly string[] = ['shown', 'withheld', 'failed'];
/** These cost no attention. */
const FREE: readonly string[] = ['answered', 'failed'];

/** The shopper's own wish, kept like an answer: no popups until this time, in milliseconds since 1970. */
export const MUTED = 'muted-until';

/** It was answered, dismissed or ran out less than the cool-down ago. */
export const isOver = ({ history }: Visit, campaign: string, at: number, { cooldown }: Rules): boolean =>
  history.some((s) => s.campaign === campaign && !MUTE.includes(s.outcome) && at - s.at < cooldown);

/**
 * The shopper's attention is spent once per visit. A campaign comes once a visit unasked, and after it has been answered or
 * dismissed not before the cool-down ends. A question that was answered costs nothing, nor does what the answer asked for.
 */
export const attentionHold = (visit: Visit, campaign: string, at: number, rules: Rules): Hold | null => {
  const { history, id, chance, preferences } = visit;
  if (Number(preferences[MUTED]) > at) return 'muted';
  const spent = history.filter((s) => s.visit === id && !s.invited && !FREE.includes(s.outcome));
  if (isOver(visit, campaign, at, rules) || spent.some((s) => s.campaign === campaign)) return 'cooldown';
  return !chance?.invited && spent.length >= rules.maxPerVisit ? 'visit-budget' : null;
};
