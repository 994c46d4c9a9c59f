import type { Model, Rules, Signal, Visit } from '../types';
import { decide } from './decide';
import { draftOf, type Step } from './draft';
import { own } from './own';
import { prior } from './prior';
import { recalibrate } from './recalibrate';
import { scoreVisit } from './score';
import { KEPT, mergeHistory } from './visit';

/** Holds that pass by themselves; the chance is kept for when they have. */
const PASSING: readonly (string | undefined)[] = ['typing', 'hidden', 'dialog', 'popup-open', 'page'];

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
): Step => {
  const { at, visit, records, tell } = draftOf(before, signal);
  const { chance, id } = visit;
  if (!chance && !signal.force) return { visit: before, records };
  const score = scoreVisit(visit, at, signal, recalibrate(model, visit));
  if (chance) visit.forecasts = foretell(visit, scoreVisit(visit, at, signal, model).churn, model.name);
  const { decision, showing } = decide(visit, score, signal, rules);
  const { campaign, intent, arm } = decision;
  const hold = decision.show ? undefined : decision.hold;
  if (!chance?.held) tell('score', score);
  if (!hold || chance?.held !== hold) tell('decision', decision);
  visit.chance = chance && PASSING.includes(hold) ? { ...chance, held: hold } : null;
  if (campaign && (showing || hold === 'holdout')) {
    const outcome = showing ? 'shown' : 'withheld';
    const shown = { campaign, intent, visit: id, at, outcome, invited: chance?.invited } as const;
    visit.history = mergeHistory(visit.history, [shown]);
    if (!showing) tell('outcome', { campaign, intent, outcome, arm });
  }
  if (showing?.content.popup === 'limited-points') {
    const { points, endsAt } = showing.content;
    const offer = { id: `${visit.view}-${visit.told}`, points, endsAt, state: 'open' as const };
    visit.offers = { ...visit.offers, [showing.campaign]: own(visit.offers, showing.campaign) ?? offer };
  }
  return { visit, records, showing };
};
