import type { Answers } from './answers';
import type { Guard } from './browser/guard';
import type { Store } from './browser/store';
import type { Warn } from './browser/warn';
import { whatIsBusy } from './busy';
import { MUTED } from './core/attention';
import { campaigns, findCampaign, questionCampaign } from './core/campaigns';
import { churnRange } from './core/churnRange';
import { findCounterfactual } from './core/counterfactual';
import { decide, whatFor } from './core/decide';
import { nearGiftDay } from './core/giftDay';
import { judge } from './core/judge';
import { own } from './core/own';
import { prior } from './core/prior';
import { driftOf, recalibrate } from './core/recalibrate';
import { scoreVisit } from './core/score';
import { shopperValue } from './core/shopperValue';
import type { Door } from './door';
import type { Forms } from './forms';
import type { Memory } from './memory';
import type { Settings } from './options';
import { createPopups } from './popup';
import type { RunningVisit, Said } from './runVisit';
import { hasDeliveryTerms } from './shops/markup';
import type {
  AnswerValue,
  AskDoor,
  ClaimAnswer,
  Clock,
  Explanation,
  Hold,
  Model,
  PopupOutcome,
  Rules,
  Showing,
} from './types';

export { explainOptions } from './explainOptions';

export interface MindParts extends Pick<Door, 'nonce' | 'load'> {
  readonly options: Settings['options'];
  readonly rules: Rules;
  readonly guard: Guard;
  readonly warn: Warn;
  readonly store: Store;
  readonly memory: Memory;
  readonly visit: RunningVisit;
  readonly forms: () => Forms | undefined;
  /** What the shop wants spoken, if it says so. */
  readonly locale: () => string | undefined;
}

/** For popups that ask nothing. */
const NO_QUESTIONS: AskDoor = {
  questions: {},
  known: {},
  check: () => ({ wrong: 'unknown-option' }),
  answer() {},
  next: () => undefined,
};
/** How old the time of day may be. */
const CLOCK_MS = 60_000;

/**
 * The time of day and year in this zone; the browser's own where none is named, which costs a phone nothing. Swedish
 * writes it as ISO does, so it can be read again as if it were UTC. Where it does not, the time is unknown.
 */
const readClock = (at: number, timeZone: string | undefined): Clock | undefined => {
  const here = new Date(at);
  const wall = timeZone
    ? new Date(`${here.toLocaleString('sv', { timeZone }).replace(' ', 'T')}Z`)
    : new Date(at - here.getTimezoneOffset() * 60_000);
  const [weekday, , month, , time] = wall.toUTCString().split(' ');
  return month && time && weekday
    ? {
        hour: Number.parseInt(time, 10),
        weekday: weekday.slice(0, 3).toLowerCase(),
        weekend: /^S/.test(weekday) ? 1 : 0,
        month: month.toLowerCase(),
        'special-day': nearGiftDay(wall),
      }
    : undefined;
};

/**
 * The second half of Waver, a chunk of its own: scores, decides and shows. Loaded when a moment was noticed, or when the
 * shop asks for something that is rarely asked for.
 */
export const createMind = (parts: MindParts) => {
  const { options, rules, guard, warn, store, memory, visit, forms, locale } = parts;
  const { accent, pointsClaim = '', deliveryTransit } = options;
  /** The shopper's own languages, unless the shop names one; the page's for want of these. */
  const locales = () => [locale() ?? navigator.languages, document.documentElement.lang || 'en'].flat();
  let acting = false;
  /** Until a trained one is there, and where it cannot be used. */
  let model: Model = prior;

  const feed = (said: Said) => void visit.feed(said);
  const popups = createPopups(() => parts.load('widgets'), warn);
  const look = () => ({ locales: locales(), accent, nonce: parts.nonce });
  let answering: Promise<Answers> | undefined;
  /** All about questions and answers: loaded when one is asked, or the shop asks for them. */
  const answers = () => {
    answering ??= import('./answers').then(({ createAnswers }) =>
      createAnswers({ store, warn, feed, locales, visit: visit.visit, own: options.questions }),
    );
    return answering;
  };
  const busy = () => (popups.isOpen() ? 'popup-open' : whatIsBusy(!!forms()?.isTyping()));
  let clock: Clock | undefined;
  let clockAt = 0;
  const known = () => {
    const at = Date.now();
    // Asking for another zone is slow, and a decision asks several times.
    if (at - clockAt > CLOCK_MS) {
      clockAt = at;
      clock = readClock(at, options.deliveryTimezone as string | undefined);
    }
    return { at, canKeep: store.lasting(), clock };
  };
  const occasion = (force?: string) => ({ ...known(), busy: busy(), force });
  const score = () => {
    const now = known();
    return scoreVisit(visit.visit(), now.at, now, recalibrate(model, visit.visit()));
  };
  const leaving = new AbortController();
  const loadModel = async (url: string) => {
    try {
      const { fetchModel } = await import('./fetchModel');
      model = await fetchModel(url, leaving.signal);
    } catch (error) {
      if (!leaving.signal.aborted) warn(`model ${url} is not used: ${error}`);
    }
  };
  if (options.model) loadModel(options.model);
  const preview = (force?: string) => decide(visit.visit(), score(), occasion(force), rules).decision;

  const show = async (showing: Showing, force?: string) => {
    const { campaign, intent, content } = showing;
    const tell = (outcome: PopupOutcome) => feed({ type: 'outcome', campaign, intent, outcome });
    const ask = content.popup === 'question' ? await answers().catch(() => undefined) : undefined;
    // The shopper may have opened the preference centre meanwhile: what nobody asked for does not take its place.
    if (!force && popups.isOpen()) return tell('failed');
    const offer = own(visit.visit().offers, campaign);
    const claim = {
      url: pointsClaim,
      offer,
      answered(answer: ClaimAnswer) {
        if (!offer || answer === 'unreachable') return;
        const state = answer === 'granted' ? 'claimed' : 'refused';
        feed({ type: 'shared', offers: { [campaign]: { ...offer, state } } });
        guard(memory.attention)(visit.visit);
      },
    };
    const door = {
      ...look(),
      now: Date.now,
      anchor: content.popup === 'form-help' ? forms()?.find(content.field.key) : undefined,
      ask: ask?.ask() ?? NO_QUESTIONS,
      claim,
    };
    popups.show(showing, door, tell);
  };
  const attempt = async (force?: string) => {
    const decision = preview(force);
    const lacks = !decision.show && decision.hold === 'no-facts' ? decision.campaign : null;
    if (lacks === 'delivery-promise' && (deliveryTransit || hasDeliveryTerms())) {
      const { readDelivery } = await parts.load('delivery');
      feed({ type: 'terms', delivery: readDelivery(options, Date.now()) });
    }
    let showing: Showing | undefined;
    // Inside one transaction over all tabs, so that of many only one shows something.
    await memory.attention((known) => {
      feed({ type: 'shared', ...known });
      showing = visit.feed({ type: 'decide', ...occasion(force), model: model.name }, (before, signal, given) =>
        judge(before, signal, given, model),
      );
      return visit.visit();
    });
    if (showing) await show(showing, force);
  };

  return {
    /** Acts on the chance there is, if nothing stands in the way; `force` names a campaign the shop wants shown. */
    act: guard(async (force?: string) => {
      const { chance } = visit.visit();
      const held = chance?.held;
      // Told already, and still so: nothing to decide anew.
      if (acting || !(force || chance) || (held && !force && (held === 'page' || held === busy()))) return;
      acting = true;
      await attempt(force).finally(() => {
        acting = false;
      });
    }),
    /** The campaign of this name, or the one that asks this question; an answered one leads on to what follows it. */
    async campaign(name: string) {
      const known = campaigns.find(({ id, question }) => id === name || question === name);
      if (known && !known.question) return known.id;
      const { open, knows } = await answers();
      const asked = known?.question ?? name.replace(/^question-/, '');
      const question = open(asked) ?? asked;
      const campaign = campaigns.find((one) => one.question === question)?.id ?? questionCampaign(question);
      return knows(asked) ? campaign : undefined;
    },
    score,
    explain: (): Explanation => {
      const { moments, cart, orders } = visit.visit();
      const scored = score();
      const { evidence } = scored;
      const { name, trained } = model;
      return {
        score: scored,
        evidence,
        moments,
        cart,
        decision: preview(),
        model: { name, trained },
        drift: driftOf(visit.visit(), name),
        range: churnRange(model, scored),
        counterfactual: findCounterfactual(recalibrate(model, visit.visit()).churn, evidence, rules.threshold),
        shopper: shopperValue(orders, Date.now()),
      };
    },
    /** What judged, for a tape; the prior is known everywhere. */
    model: () => (model === prior ? undefined : model),
    /** Would this campaign be shown now, were it its turn? null: yes. */
    can(id: string): Hold | null {
      const campaign = findCampaign(id);
      const what = campaign ? whatFor(campaign, visit.visit(), score().churn, occasion(), rules) : 'no-campaign';
      return typeof what === 'string' ? what : null;
    },
    preferences: {
      all: async () => (await answers()).all(),
      get: async (key: string) => (await answers()).get(key),
      set: async (key: string, value: AnswerValue | null) => (await answers()).set(key, value),
      export: async () => (await answers()).export(),
      import: async (text: string) => (await answers()).import(text),
      erase: visit.erase,
      async open() {
        const { all, set, export: json, import: read, mute, ask } = await answers();
        const kept = await all();
        const { [MUTED]: until } = visit.visit().preferences;
        await popups.open((widgets) =>
          widgets.openPreferences(kept, {
            ...look(),
            ask: ask(),
            forget: (key) => void guard(set)(key, null),
            erase: visit.erase,
            json,
            read,
            mutedUntil: Number(until) > Date.now() ? Number(until) : 0,
            mute: guard(mute),
            closed: popups.hide,
          }),
        );
      },
    },
    hide: popups.hide,
    stop() {
      leaving.abort();
      popups.stop();
    },
  };
};

export type Mind = ReturnType<typeof createMind>;
