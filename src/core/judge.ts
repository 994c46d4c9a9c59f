import type { Model, Rules, Signal, Visit } from '../types';
import { campaigns as ready } from './campaigns';
import { decide, type Judging } from './decide';
import { draftOf, type Step } from './draft';
import { makeOffer } from './offers';
import { prior } from './prior';
import { recalibrate } from './recalibrate';
import { scoreVisit } from './score';
import { KEPT, mergeHistory } from './visit';

/** Holds that pass by themselves; the chance is kept for when they have. */
const PASSING: readonly (string | undefined)[] = [
  'typing',
  'hidden',
  'dialog',
  'paying',
  'popup-open',
  'page',
  'delay',
];

/** Log-odds beyond which no forecast goes: e^10 to 1 is surer than anything known of a shopper. */
const SURE = 10;

/** What the model itself says, uncorrected, at the first chance of a visit: what later corrections learn from. */
const foretell = (visit: Visit, churn: number, model: string): Visit['forecasts'] => {
  const { forecasts, id, at } = visit;
  if (forecasts.some((forecast) => forecast.visit === id)) return forecasts;
  const logit = Math.max(-SURE, Math.min(SURE, Math.log(churn / (1 - churn))));
  return [...forecasts, { visit: id, at, model, logit }].slice(-KEPT);
};

/**
 * A chance to act: score, decision, and what is to be shown. Told once for each chance and each reason to hold. Pure, and
 * apart from `advance` because it is only needed, and loaded, once something was noticed.
 */
export const judge = (
  before: Visit,
  signal: Extract<Signal, { type: 'decide' }>,
  rules: Rules,
  model: Model = prior,
  own: Omit<Judging, 'uplift'> = { campaigns: ready },
): Step => {
  const { at, visit, records, tell } = draftOf(before, signal);
  const { chance, id } = visit;
  if (!chance && !signal.force) return { visit: before, records };
  const score = scoreVisit(visit, at, signal, recalibrate(model, visit));
  if (chance) visit.forecasts = foretell(visit, scoreVisit(visit, at, signal, model).churn, model.name);
  const { decision, showing, waits } = decide(visit, score, signal, rules, { ...own, uplift: model.uplift });
  const { campaign, intent, arm, experiment, variant } = decision;
  const hold = decision.show ? undefined : decision.hold;
  if (!chance?.held) tell('score', score);
  if (!hold || chance?.held !== hold) tell('decision', decision);
  const passes = PASSING.includes(hold);
  // What the shop asked for in vain takes no chance away.
  if (!(signal.force && hold)) {
    visit.chance = chance && passes ? { ...chance, held: hold } : null;
    visit.waits = waits ?? (passes && visit.waits?.path === visit.path ? visit.waits : undefined);
  }
  if (campaign && (showing || hold === 'holdout')) {
    const outcome = showing ? 'shown' : 'withheld';
    let shownAt = at;
    // Popups are told apart by their time, and a visit's time stands still while the clock is behind.
    while (visit.history.some((s) => s.campaign === campaign && s.at === shownAt)) shownAt++;
    const shown = { campaign, intent, visit: id, at: shownAt, outcome, invited: chance?.invited, variant } as const;
    const isKnown = visit.history.some((s) => s.visit === id && s.campaign === campaign && s.variant === variant);
    // From here on the variants may differ for this visitor; once a visit, however often it is shown.
    if (experiment && variant && !isKnown) tell('experiment', { experiment, variant, campaign });
    visit.history = mergeHistory(visit.history, [shown]);
    if (!showing) tell('outcome', { campaign, intent, outcome, arm });
  }
  if (showing?.content.popup === 'offer') visit.offers = makeOffer(visit, showing.campaign, showing.content, signal.at);
  return { visit, records, showing };
};
