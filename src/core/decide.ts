import type {
  Campaign,
  CampaignCopy,
  Decision,
  Hold,
  PopupContent,
  Rules,
  Score,
  Showing,
  Signal,
  Uplift,
  Visit,
} from '../types';
import { attentionHold, isOver } from './attention';
import { betOf } from './betOf';
import { findCampaign, campaigns as ready } from './campaigns';
import { choose } from './choose';
import { gatherFacts } from './facts';
import { armOf } from './holdout';
import { isTriggered } from './isTriggered';
import type { Scenario } from './scenario';

export type Occasion = Omit<Extract<Signal, { type: 'decide' }>, 'type'>;

/** What a decision is made by, beside the rules. */
export interface Judging {
  readonly campaigns: readonly Campaign[];
  /** Absent: these are the ready ones, which have no conditions but their triggers. */
  readonly scenario?: Scenario;
  readonly uplift?: Uplift;
}

/** A campaign as this visitor would see it, and what it would state now, or the first reason against it. */
interface Look {
  readonly campaign: Campaign;
  readonly variant?: string;
  readonly content: PopupContent | Hold;
  readonly copy?: CampaignCopy;
  readonly locale?: string;
}

/** Reading, account matters and thanks are not interrupted. */
const QUIET = /^(shipping|returns|payment|size-guide|reviews|contact|about|account|thank-you)$/;

/** Why the campaign may not come now, whatever it would state. One asked for by name needs only its facts. */
const holdOf = (
  campaign: Campaign,
  visit: Visit,
  score: Score,
  occasion: Occasion,
  rules: Rules,
  scenario?: Scenario,
): Hold | null => {
  const { at, busy, force, capped } = occasion;
  const { id, when, popup } = campaign;
  // Who has declined a question is not asked again at once.
  if (force) return popup === 'question' && isOver(visit, campaign, at, rules) ? 'cooldown' : null;
  if (visit.ended) return 'purchased';
  if (!when?.churn && score.churn < rules.threshold) return 'below-threshold';
  if (busy) return busy;
  if (QUIET.test(visit.kind) && !when?.pages?.includes(visit.kind)) return 'page';
  if (capped?.includes(id)) return 'capped';
  const isUnmet = scenario ? scenario.unmet(campaign, visit, score, occasion) : !isTriggered(campaign, visit);
  return attentionHold(visit, campaign, at, rules) ?? (isUnmet ? 'conditions' : null);
};

/** What this campaign would show now, or the first reason against it. */
export const lookAt = (
  plain: Campaign,
  visit: Visit,
  score: Score,
  occasion: Occasion,
  rules: Rules,
  scenario?: Scenario,
): Look => {
  const { experiment } = plain;
  const drawn = experiment && scenario?.variantOf(experiment, visit.visitor);
  const campaign = { ...plain, ...drawn, id: plain.id };
  const look = { campaign, variant: drawn?.id };
  const content =
    holdOf(campaign, visit, score, occasion, rules, scenario) ?? gatherFacts(campaign, visit, score, occasion, rules);
  if (typeof content === 'string') return { ...look, content };
  const { locales = ['en'] } = occasion;
  const copy = scenario?.fillCopy(campaign.copy, locales, { visit, occasion, content });
  // Words that speak of what nobody knows, or none where there are no ready ones.
  if (copy === null || (content.popup === 'notice' && !copy)) return { ...look, content: 'no-facts' };
  const locale = campaign.copy && scenario?.copyLocale(campaign.copy, locales);
  return { ...look, content, copy, locale };
};

type Ready = Look & { readonly content: PopupContent };
const isReady = (look: Look): look is Ready => typeof look.content !== 'string';

/** Of several campaigns held back, the one that came furthest tells why: whose facts or conditions are lacking says least. */
const LEAST: readonly unknown[] = ['no-facts', 'conditions'];

/** Of those that may come: the foremost by priority, and among equals by what they are worth. */
const choice = (able: readonly Ready[], visit: Visit, score: Score, occasion: Occasion, uplift: Judging['uplift']) => {
  const foremost = Math.max(...able.map(({ campaign }) => campaign.priority ?? 0));
  const running = able.filter(({ campaign }) => (campaign.priority ?? 0) === foremost);
  const bets = running.map(({ campaign, content }) =>
    betOf({ campaign, content, visit, score, at: occasion.at, uplift }),
  );
  const { chosen, propensities } = choose(bets, occasion.seed ?? 0);
  return { look: chosen === null ? undefined : running[chosen], propensity: propensities[chosen ?? bets.length] ?? 1 };
};

/**
 * Show a campaign that answers the intent, or hold, and why. All conditions come before the holdout, so that a withheld
 * popup and a shown one are compared at the same point. `waits`: what waits for its delay from now on.
 */
export const decide = (
  visit: Visit,
  score: Score,
  occasion: Occasion,
  rules: Rules,
  { campaigns, scenario, uplift }: Judging = { campaigns: ready },
): { decision: Decision; showing?: Showing; waits?: Visit['waits']; lacks?: boolean } => {
  const { churn, intent, because: moved, intentBecause } = score;
  const { force, at } = occasion;
  const { waits } = visit;
  // What waits for its delay was chosen already. On another page it is no more.
  const fitting = campaigns.filter((one) => [one.intent].flat().includes(intent));
  const isDue = waits?.path === visit.path && fitting.some(({ id }) => id === waits.campaign);
  const waiting = !force && isDue ? waits : undefined;
  const asked = force && findCampaign(force, campaigns);
  const all = force ? [asked || []].flat() : fitting.filter((one) => !waiting || one.id === waiting.campaign);
  const looks = all.map((one) => lookAt(one, visit, score, occasion, rules, scenario));
  const able = looks.filter(isReady);
  const because = [...intentBecause, ...moved.filter((r) => !intentBecause.some((i) => i.feature === r.feature))];
  const arm = armOf(visit.visitor, rules.holdout);
  const { look, propensity } = !able[0]
    ? {
        look:
          looks.find(({ content }) => content === 'page' || content === occasion.busy) ??
          looks.find(({ content }) => !LEAST.includes(content)) ??
          looks[0],
        propensity: 1,
      }
    : force || waiting
      ? { look: able[0], propensity: waiting?.propensity ?? 1 }
      : choice(able, visit, score, occasion, uplift);
  const { campaign, variant, content = able[0] ? 'not-worth-it' : 'no-campaign', copy, locale } = look ?? {};
  const base = {
    campaign: campaign?.id ?? null,
    intent,
    churn,
    arm,
    propensity,
    because,
    ...(variant && { experiment: campaign?.experiment?.id, variant }),
  };
  const hold = (why: Hold, odds = 1): Decision => ({ ...base, show: false, hold: why, propensity: propensity * odds });
  const lacks = looks.some((one) => one.content === 'no-facts');
  if (typeof content === 'string' || !campaign) return { decision: hold(content as Hold), lacks };
  const { id, place, incentive } = campaign;
  const showing = { campaign: id, intent, content, because, copy, locale, place, claim: incentive?.claim };
  if (force) return { decision: { ...base, show: true }, showing: { ...showing, asked: true } };
  const due = waiting?.until ?? at + (campaign.delay ?? 0);
  if (due > at) {
    const next = { campaign: campaign.id, path: visit.path, until: due, propensity };
    return { decision: hold('delay'), waits: next };
  }
  if (arm === 'holdout') return { decision: hold(arm, rules.holdout) };
  return { decision: { ...base, show: true, propensity: propensity * (1 - rules.holdout) }, showing };
};
