import type { Campaign, Hold, Rules, Shown, Visit } from '../types';
import { REST_MS } from './visit';

/** These say nothing about what the shopper wants. */
const MUTE: readonly string[] = ['shown', 'withheld', 'failed'];
/** These cost no attention. */
const FREE: readonly string[] = ['answered', 'failed'];

/** The shopper's own wish, kept like an answer: no popups until this time, in milliseconds since 1970. */
export const MUTED = 'muted-until';

/** It was answered, dismissed or ran out less than the cool-down ago. */
export const isOver = (
  { history }: Visit,
  { id, limits }: Pick<Campaign, 'id' | 'limits'>,
  at: number,
  { cooldown }: Rules,
): boolean =>
  history.some((s) => s.campaign === id && !MUTE.includes(s.outcome) && at - s.at < (limits?.cooldown ?? cooldown));

/**
 * The shopper's attention is spent once per visit, and on each campaign no more often than its limits say: once a visit
 * where they say nothing, and after it has been answered or dismissed not before the cool-down ends. A question that was
 * answered costs nothing, nor does what the answer asked for. What is counted is the history, so a `total` reaches as far
 * back as that: over the latest 50 popups of all campaigns.
 */
export const attentionHold = (
  visit: Visit,
  campaign: Pick<Campaign, 'id' | 'limits'>,
  at: number,
  rules: Rules,
): Hold | null => {
  const { history, id, chance, preferences } = visit;
  const { perVisit = 1, total = Number.POSITIVE_INFINITY } = campaign.limits ?? {};
  if (Number(preferences[MUTED]) > at) return 'muted';
  const spent = history.filter((s) => !s.invited && !FREE.includes(s.outcome));
  // Tabs opened together may each have begun a visit of their own. For the shopper, who has not rested, it is one.
  const now = spent.filter((s) => s.visit === id || Math.abs(at - s.at) <= REST_MS);
  const timesIn = (all: readonly Shown[]) => all.filter((s) => s.campaign === campaign.id).length;
  if (isOver(visit, campaign, at, rules) || timesIn(now) >= perVisit || timesIn(spent) >= total) return 'cooldown';
  return !chance?.invited && now.length >= rules.maxPerVisit ? 'visit-budget' : null;
};
