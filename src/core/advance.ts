import type { Bodies, Intent, Outcome, Rules, Signal, Topic, Visit } from '../types';
import { draftOf, type Step } from './draft';
import { armOf } from './holdout';
import { detectors } from './moments';
import { own } from './own';
import { mergeHistory, mergeVisits } from './visit';

/** Pages that are about a topic; their kind is the topic. */
const TOPIC = /^(shipping|returns|payment|size-guide|reviews|contact|about)$/;

/**
 * One signal further: what it states is noted, and it may complete a moment, which opens a chance to act (`judge`). Pure:
 * the same visit, signal and rules give the same step.
 */
export const advance = (before: Visit, signal: Signal, rules: Rules): Step => {
  const { at, visit, records, tell } = draftOf(before, signal);
  const { id, visitor, history } = visit;

  const tellOutcome = (outcome: Outcome, campaign: string | null = null, intent: Intent | null = null) =>
    tell('outcome', { campaign, intent, outcome, arm: armOf(visitor, rules.holdout) });
  const wake = () => {
    if (!visit.ended) visit.chance = { invited: visit.chance?.invited };
  };
  const notice = (body: Bodies['moment']) => {
    tell('moment', body);
    visit.moments = [...visit.moments, { ...body, id: `${visit.view}-${visit.told}`, at }].slice(-50);
    wake();
  };
  /** The end, credited to the popup shown last, or withheld. */
  const end = (ended: 'converted' | 'churned', outcome: Outcome) => {
    visit.ended = ended;
    visit.chance = null;
    const last = history.filter((shown) => shown.visit === id).pop();
    tellOutcome(outcome, last?.campaign, last?.intent);
  };

  if (signal.type === 'page') {
    const { view, path, kind } = signal;
    if (path !== visit.path) visit.field = null;
    // The same view again is one whose kind is known better by now.
    if (view !== visit.view) visit.told = 0;
    Object.assign(visit, { view, path, kind, topic: TOPIC.test(kind) ? (kind as Topic) : undefined });
    visit.stage = Math.max(visit.stage, ['cart', 'checkout'].indexOf(kind) + 1);
    // What held it back on the last page may do so here no more.
    if (visit.chance) wake();
  } else if (signal.type === 'cart') {
    visit.cart = signal.cart;
    visit.cartAt = at;
  } else if (signal.type === 'terms') visit.delivery = signal.delivery;
  else if (signal.type === 'field-invalid') visit.field = signal.field;
  else if (signal.type === 'shared') {
    const { visit: theirs, history: known = [], offers, preferences = visit.preferences } = signal;
    const { length } = visit.moments;
    const merged = { preferences, offers: { ...visit.offers, ...offers }, history: mergeHistory(known, history) };
    Object.assign(visit, theirs && mergeVisits(theirs, visit), merged);
    if (visit.moments.length > length) wake();
  } else if (signal.type === 'purchase' && !visit.orders.some(({ order }) => order === signal.order)) {
    const { type, at: _, ...body } = signal;
    visit.orders = [...visit.orders, { ...body, visit: id, at }];
    tell(type, body);
    end('converted', 'purchased');
  } else if (signal.type === 'ready') tell('ready', { version: signal.version });
  else if (signal.type === 'leave' && !visit.ended) end('churned', 'churned');
  else if (signal.type === 'outcome') {
    const { outcome, campaign, intent } = signal;
    // Perhaps of a visit that has ended since: the popup stayed open.
    const shown = history.filter((s) => s.outcome === 'shown' && s.campaign === campaign).pop();
    if (shown) visit.history = mergeHistory(history, [{ ...shown, outcome }]);
    tellOutcome(outcome, campaign, intent);
  }

  if (!visit.ended) {
    const states: Record<string, unknown> = {};
    for (const [kind, { step }] of Object.entries(detectors)) {
      const limit = own(rules.moments, kind);
      if (!limit) continue;
      const [state, moment] = step(own(visit.detectors, kind), signal, visit, limit);
      states[kind] = state;
      if (moment) notice({ ...moment, kind });
    }
    visit.detectors = states;
    if (signal.type === 'custom') {
      const { topic, field, intent, strength = 0.5 } = signal.detail ?? {};
      notice({ kind: signal.name, topic, field, intent, strength });
    }
  }
  return { visit, records };
};
