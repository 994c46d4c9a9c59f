import type { Answers } from './answers';
import { deviceOf } from './browser/device';
import type { Guard } from './browser/guard';
import { claimStage, isShownElsewhere } from './browser/onePopup';
import type { Store } from './browser/store';
import type { Warn } from './browser/warn';
import { whatIsBusy } from './busy';
import { MUTED } from './core/attention';
import { findCampaign, questionCampaign, campaigns as ready } from './core/campaigns';
import { churnRange } from './core/churnRange';
import { findCounterfactual } from './core/counterfactual';
import { decide, type Judging, lookAt } from './core/decide';
import { heed } from './core/heed';
import { judge } from './core/judge';
import { own as ownOf } from './core/own';
import { prior } from './core/prior';
import { readTraits } from './core/readTraits';
import { driftOf, recalibrate } from './core/recalibrate';
import { scoreVisit } from './core/score';
import { shopperValue } from './core/shopperValue';
import { createFacts } from './createFacts';
import type { Door } from './door';
import type { Forms } from './forms';
import { lateOptions } from './lateOptions';
import type { Memory } from './memory';
import type { Settings } from './options';
import { createPopups } from './popup';
import { readClock } from './readClock';
import type { RunningVisit, Said } from './runVisit';
import { readTags } from './shops/readTags';
import type {
  AnswerValue,
  AskDoor,
  ClaimAnswer,
  ClaimDoor,
  Clock,
  Explanation,
  Hold,
  Model,
  PopupOutcome,
  Rules,
  Showing,
  Theme,
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
  /** What the shop's tools know of the shopper; it grows. */
  readonly traits: Record<string, unknown>;
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
 * The second half of Waver, a chunk of its own: scores, decides and shows. Loaded when a moment was noticed, or when the
 * shop asks for something that is rarely asked for.
 */
export const createMind = (parts: MindParts) => {
  const { rules, guard, warn, store, memory, visit, forms, locale } = parts;
  const options: Settings['options'] = lateOptions(parts.options, warn);
  const { accent, theme, pointsClaim = '', mayShow } = options;
  const tags = readTags(options);
  /** The shopper's own languages, unless the shop names one; the page's for want of these. */
  const locales = () => [locale() ?? navigator.languages, document.documentElement.lang || 'en'].flat();
  let acting = false;
  let asked: string | undefined;
  /** Until a trained one is there, and where it cannot be used. */
  let model: Model = prior;
  /** The ready campaigns, until the shop's own are tried. */
  let own: Omit<Judging, 'uplift'> = { campaigns: ready };

  const feed = (said: Said) => void (said.type === 'preference' ? visit.feed(said, heed) : visit.feed(said));
  /** Another tab may have a popup from now on. */
  let leave: (() => void) | undefined;
  const popups = createPopups(() => parts.load('widgets'), warn, options.popup);
  /** Does what is open state the cart's sum (free shipping, alternatives, saving it)? Then it goes when that is another. */
  let isOfSum = false;
  const { feed: hear } = visit;
  visit.feed = (...said) => {
    const { cart } = visit.visit();
    const showing = hear(...said);
    if (isOfSum && cart?.total !== visit.visit().cart?.total) popups.hide();
    return showing;
  };
  const enter = (free?: () => void, ofSum = false) => {
    leave?.();
    leave = free;
    isOfSum = ofSum;
  };
  const look = () => ({ locales: locales(), accent, theme: theme as Theme | undefined, nonce: parts.nonce });
  let answering: Promise<Answers> | undefined;
  /** All about questions and answers: loaded when one is asked, or the shop asks for them. */
  const answers = () => {
    answering ??= import('./answers').then(({ createAnswers }) =>
      createAnswers({ store, warn, feed, locales, visit: visit.visit, own: options.questions }),
    );
    return answering;
  };
  const pageBusy = () => whatIsBusy(!!forms()?.isTyping(), visit.visit().kind === 'checkout' && !!forms()?.isSending());
  const busy = () => (popups.isOpen() ? 'popup-open' : pageBusy());
  let clock: Clock | undefined;
  let clockAt = 0;
  const known = () => {
    const at = Date.now();
    // Asking for another zone is slow, and a decision asks several times.
    if (Math.abs(at - clockAt) > CLOCK_MS) {
      clockAt = at;
      clock = readClock(at, options.deliveryTimezone as string | undefined);
    }
    return { at, canKeep: store.lasting(), clock };
  };
  /** What the shop and its tools know of the shopper. */
  const told = () => readTraits(parts.traits, visit.visit().visitor);
  /** The shop's own tools have the last word; one that breaks has not said yes. */
  const isCapped = (campaign: string) => {
    try {
      return typeof mayShow === 'function' && !mayShow(campaign);
    } catch (error) {
      warn(`mayShow("${campaign}") threw; it is not shown`, error);
      return true;
    }
  };
  let seed = 0;
  /** One draw for each chance: who waits for another tab does not draw until nothing comes. */
  const draw = () => {
    if (!visit.visit().chance?.held) seed = Math.floor(Math.random() * 2 ** 32);
    return seed;
  };
  const occasion = (force?: string) => {
    const { tags: more, capped } = told();
    const isHeld = (id: string) => capped.includes(id) || isCapped(id);
    return {
      ...known(),
      busy: busy(),
      force,
      seed: draw(),
      facts: stated.facts(),
      capped: mayShow || capped.length ? own.campaigns.map(({ id }) => id).filter(isHeld) : undefined,
      device: deviceOf(),
      locales: locales(),
      tags: { ...tags, ...more },
    };
  };
  const score = () => {
    const now = known();
    return scoreVisit(visit.visit(), now.at, now, recalibrate(model, visit.visit()));
  };
  const leaving = new AbortController();
  const isStopped = () => leaving.signal.aborted;
  const loadModel = async (url: string) => {
    try {
      const { fetchModel } = await import('./fetchModel');
      model = await fetchModel(url, leaving.signal);
    } catch (error) {
      if (!isStopped()) warn(`model ${url} is not used: ${error}`);
    }
  };
  if (options.model) loadModel(options.model);
  const loadCampaigns = async () => {
    const { readCampaigns, scenario } = await parts.load('campaigns');
    own = { campaigns: readCampaigns(options, warn), scenario };
  };
  const configured = options.campaigns ? loadCampaigns().catch((error) => warn('campaigns.js', error)) : undefined;
  const stated = createFacts({ options, warn, load: parts.load, feed, visit: visit.visit });
  const judging = () => ({ ...own, uplift: model.uplift });
  const preview = (force?: string) => decide(visit.visit(), score(), occasion(force), rules, judging());

  /** The shopper's own view of what is kept. */
  const openPreferences = async () => {
    const { all, set, export: json, import: read, mute, ask } = await answers();
    const kept = await all();
    const { [MUTED]: until } = visit.visit().preferences;
    enter();
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
  };

  /** `free`: gives back the right to be the one tab with a popup. */
  const show = async (showing: Showing, free?: () => void, force?: string) => {
    const { campaign, intent, content } = showing;
    const tell = (outcome: PopupOutcome) => feed({ type: 'outcome', campaign, intent, outcome });
    enter(free, /^(fr|al|sa)/.test(content.popup));
    const ask = content.popup === 'question' ? await answers().catch(() => undefined) : undefined;
    // The shopper may have opened the preference centre meanwhile: what nobody asked for does not take its place.
    if (!force && popups.isOpen()) {
      free?.();
      return tell('failed');
    }
    const offer = ownOf(visit.visit().offers, campaign);
    const claim = {
      url: showing.claim ?? pointsClaim,
      callback: options.claim as ClaimDoor['callback'],
      offer,
      answered(answer: ClaimAnswer) {
        if (!offer || answer === 'unreachable') return;
        const state = answer === 'granted' ? 'claimed' : 'refused';
        // In one transaction, so that another tab's answer to another offer is not written over.
        guard(memory.attention)((known) => {
          feed({ type: 'shared', ...known });
          feed({ type: 'shared', offers: { [campaign]: { ...offer, state } } });
          return visit.visit();
        });
      },
    };
    const door = {
      ...look(),
      now: Date.now,
      anchor: content.popup === 'form-help' ? forms()?.find(content.field.key) : undefined,
      ask: ask?.ask(true) ?? NO_QUESTIONS,
      claim,
      openPreferences: guard(openPreferences),
    };
    popups.show(showing, door, tell, free, force ? undefined : pageBusy);
  };
  const attempt = async (force?: string) => {
    await configured;
    const { decision: first, lacks } = preview(force);
    if (lacks || first.show || /^(not-worth-it|holdout|delay)$/.test(first.hold))
      await stated.learn().catch((error) => warn('facts.js', error));
    if (isStopped()) return;
    // A wish not to be spoken to that was told in another tab counts from then on.
    await visit.sync();
    if (isStopped()) return;
    // What the shopper said here goes before what the shop knows.
    const { preferences } = told();
    if (Object.keys(preferences).length)
      feed({ type: 'shared', preferences: { ...preferences, ...visit.visit().preferences } });
    const now = occasion(force);
    const due = !force && decide(visit.visit(), score(), now, rules, judging()).decision.show;
    const free = due ? await claimStage() : undefined;
    // Told already: nothing to write.
    if (free === null && visit.visit().chance?.held === 'popup-open') return;
    let showing: Showing | undefined;
    try {
      // Inside one transaction over all tabs, so that of many only one shows something.
      await memory.attention((known) => {
        if (isStopped()) return visit.visit();
        feed({ type: 'shared', ...known });
        // Without locks, what another tab has just written tells.
        const isTaken = free === null || (due && !free && isShownElsewhere(visit.visit(), now.at));
        const busy = isTaken ? 'popup-open' : now.busy;
        showing = visit.feed({ type: 'decide', ...now, busy, model: model.name }, (before, signal, given) =>
          judge(before, signal, given, model, own),
        );
        return visit.visit();
      });
    } finally {
      if (!showing) free?.();
    }
    // A deadline that could not be written is not told.
    if (showing?.content.popup === 'offer' && !store.lasting()) {
      free?.();
      feed({ type: 'outcome', campaign: showing.campaign, intent: showing.intent, outcome: 'failed' });
    } else if (showing) await show(showing, free ?? undefined, force);
  };

  /** Does it still hold what held last? */
  const isStill = (held: Hold) =>
    held === 'delay' ? Date.now() < Number(visit.visit().waits?.until) : held === 'page' || held === busy();

  return {
    /** Acts on the chance there is, if nothing stands in the way; `force` names a campaign the shop wants shown. */
    act: guard(async (force?: string) => {
      // Called out of event handlers, in which nothing of the page is looked at.
      if (!force) await new Promise((resolve) => setTimeout(resolve));
      const { chance } = visit.visit();
      const held = chance?.held;
      // Told already, and still so: nothing to decide anew.
      if (!(force || chance) || (held && !force && isStill(held))) return;
      // What the shop asks for waits for what is being decided; of several the last.
      if (acting) {
        asked = force ?? asked;
        return;
      }
      acting = true;
      try {
        await attempt(force);
        for (let next = asked; next; next = asked) {
          asked = undefined;
          await attempt(next);
        }
      } finally {
        asked = undefined;
        acting = false;
      }
    }),
    /** The campaign of this name, or the one that asks this question; an answered one leads on to what follows it. */
    async campaign(given: string) {
      await configured;
      const { campaigns } = own;
      const name = `${given}`;
      const known = campaigns.find(({ id, question }) => id === name || question === name);
      if (known && !known.question) return known.id;
      const { open, knows } = await answers();
      const asked = known?.question ?? name.replace(/^question-/, '');
      const question = open(asked) ?? asked;
      const asks = known?.question === question ? known : campaigns.find((one) => one.question === question);
      const campaign = asks?.id ?? questionCampaign(question);
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
        decision: preview().decision,
        model: { name, trained },
        drift: driftOf(visit.visit(), name),
        range: churnRange(model, scored),
        counterfactual: findCounterfactual(recalibrate(model, visit.visit()).churn, evidence, rules.threshold),
        shopper: shopperValue(orders, Date.now()),
      };
    },
    /** By what was judged, for a tape; the prior and the ready campaigns are known everywhere. */
    tape: () => ({
      model: model === prior ? undefined : model,
      campaigns: own.campaigns === ready ? undefined : own.campaigns,
    }),
    /** Would this campaign be shown now, were it its turn? null: yes. */
    can(id: string): Hold | null {
      const campaign = findCampaign(id, own.campaigns);
      const what = campaign
        ? lookAt(campaign, visit.visit(), score(), occasion(), rules, own.scenario).content
        : 'no-campaign';
      return typeof what === 'string' ? what : null;
    },
    preferences: {
      all: async () => (await answers()).all(),
      get: async (key: string) => (await answers()).get(key),
      set: async (key: string, value: AnswerValue | null) => (await answers()).set(key, value),
      export: async () => (await answers()).export(),
      import: async (text: string) => (await answers()).import(text),
      erase: visit.erase,
      open: openPreferences,
    },
    /** The language may be another. */
    relocate: () => popups.setLocales(locales()),
    hide() {
      leave?.();
      popups.hide();
    },
    stop() {
      leave?.();
      leaving.abort();
      popups.stop();
    },
  };
};

export type Mind = ReturnType<typeof createMind>;
