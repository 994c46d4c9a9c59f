import type { Campaign, Decision, Hold, PopupContent, Rules, Score, Showing, Signal, Visit } from '../types';
import { attentionHold, isOver } from './attention';
import { campaigns, findCampaign } from './campaigns';
import { gatherFacts } from './facts';
import { armOf } from './holdout';

export type Occasion = Omit<Extract<Signal, { type: 'decide' }>, 'type'>;

/** Reading, account matters and thanks are not interrupted. */
const QUIET = /^(shipping|returns|payment|size-guide|reviews|contact|about|account|thank-you)$/;

/**
 * What this campaign would show now, or the first reason against it. One asked for by name needs only its facts; but who has
 * declined a question is not asked again at once.
 */
export const whatFor = (
  campaign: Campaign,
  visit: Visit,
  churn: number,
  { at, busy, canKeep, force }: Occasion,
  rules: Rules,
): PopupContent | Hold =>
  (force
    ? campaign.popup === 'question' && isOver(visit, campaign.id, at, rules)
      ? 'cooldown'
      : null
    : visit.ended
      ? 'purchased'
      : churn < rules.threshold
        ? 'below-threshold'
        : (busy ?? (QUIET.test(visit.kind) ? 'page' : attentionHold(visit, campaign.id, at, rules)))) ??
  gatherFacts(campaign, visit, at, canKeep, rules);

/**
 * Show a campaign that answers the intent, or hold, and why. All conditions come before the holdout, so that a withheld
 * popup and a shown one are compared at the same point.
 */
export const decide = (
  visit: Visit,
  { churn, intent, because: moved, intentBecause }: Score,
  occasion: Occasion,
  rules: Rules,
): { decision: Decision; showing?: Showing } => {
  const { force } = occasion;
  const asked = force && findCampaign(force);
  const looks = (force ? (asked ? [asked] : []) : campaigns.filter((c) => c.intent === intent)).map((c) => ({
    campaign: c.id,
    content: whatFor(c, visit, churn, occasion, rules),
  }));
  const { campaign = null, content = 'no-campaign' } =
    looks.find((look) => typeof look.content !== 'string') ?? looks[0] ?? {};
  const because = [...intentBecause, ...moved.filter((r) => !intentBecause.some((i) => i.feature === r.feature))];
  const arm = armOf(visit.visitor, rules.holdout);
  const base = { campaign, intent, churn, arm, propensity: 1, because };
  if (typeof content === 'string' || !campaign) return { decision: { ...base, show: false, hold: content as Hold } };
  if (force) return { decision: { ...base, show: true }, showing: { campaign, intent, content, because } };
  if (arm === 'holdout') return { decision: { ...base, show: false, hold: arm, propensity: rules.holdout } };
  return {
    decision: { ...base, show: true, propensity: 1 - rules.holdout },
    showing: { campaign, intent, content, because },
  };
};
