import type { Guard } from './browser/guard';
import type { Store } from './browser/store';
import type { Warn } from './browser/warn';
import { grantedPurposes } from './consent/grantedPurposes';
import { own } from './core/own';
import { withoutAnswers } from './core/withoutAnswers';
import { startDestinations } from './destinations/startDestinations';
import type { Webhook } from './destinations/webhook';
import { readPreferences } from './readKept';
import type { RunningVisit } from './runVisit';
import type { Traits, WaverRecord } from './types';

export interface TellingParts {
  readonly options: Readonly<Record<string, unknown>>;
  readonly guard: Guard;
  readonly warn: Warn;
  readonly store: Store;
  readonly consent: () => Parameters<typeof grantedPurposes>;
  /** undefined: it has not begun. */
  readonly visit: () => RunningVisit | undefined;
  /** What the shop's tools know of the shopper; it grows. */
  readonly traits: Record<string, unknown>;
}

/** Tells the shop's other tools, as far as the shopper agrees. A chunk of its own, loaded where the shop has named some. */
export const startTelling = (parts: TellingParts) => {
  const { options, guard, warn, store, traits, visit } = parts;
  const purposes = () =>
    Object.assign(
      grantedPurposes(...parts.consent()),
      // https://www.w3.org/TR/gpc/: asked each time, extensions set it late.
      (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl && { marketing: false },
    );
  const kept = async () => readPreferences(await store.read('preferences'), warn);
  /** The shopper sees in the preference centre who was told, and when. */
  const shared = guard((key: string, label: string, at: number) =>
    store.update('preferences', (all) => {
      const one = own(readPreferences(all, warn), key);
      const others = () => (one?.shared ?? []).filter((earlier) => earlier.with !== label);
      return one ? { ...Object(all), [key]: { ...one, shared: [...others(), { with: label, at }] } } : all;
    }),
  );
  const to = startDestinations({
    ...parts,
    purposes,
    visit: () => visit()?.visit(),
    preferences: async () => Object.values(await kept()),
    shared,
    learn: (more) => Object.assign(traits, more),
  });

  const startWebhook = async (): Promise<Webhook | undefined> => {
    if (!options.webhook) return;
    const { readWebhook } = await import('./destinations/readWebhook');
    const { createWebhook } = await import('./destinations/webhook');
    const config = readWebhook(options.webhook, warn);
    return config && createWebhook({ ...parts, config, purposes });
  };
  const webhook = startWebhook().catch((error) => warn('webhook.js', error) as undefined);
  /** Destinations and webhook alike. */
  const each = (what: 'consentChanged' | 'forget' | 'stop') => {
    to[what]();
    webhook.then((there) => there?.[what]());
  };
  // What the shopper has erased must not go with the page's last beacon.
  const { erase } = store;
  store.erase = () => {
    each('forget');
    return erase();
  };
  /** How the shop's own receiver is called in a question's `sharedWith`. */
  const { label = 'webhook' } = Object(options.webhook);
  /** Answers that went there on this page, by key. */
  const given = new Set<string>();
  /** In their order, however long an answer is looked up. */
  let turn: Promise<unknown> = webhook;
  /** An answer goes there as it goes to others: only where its question named the receiver. Taken back, that goes too. */
  const toWebhook = (record: WaverRecord) => {
    turn = turn
      .then(async () => {
        const { type, key, value } = record as WaverRecord<'preference'>;
        const isAnswer = type === 'preference';
        const all = isAnswer || /^(sc|de)/.test(type) ? await kept() : {};
        const isNamed = (question: string) => !!own(all, question)?.sharedWith?.includes(label);
        if (isAnswer && !(value === null ? given.delete(key) : isNamed(key))) return;
        const isTaken = (await webhook)?.hear(withoutAnswers(record, isNamed));
        if (!isTaken || !isAnswer || value === null) return;
        given.add(key);
        shared(key, label, Date.now());
      })
      .catch(() => {});
  };

  /** Who is signed in: by the shop's word, or by the link the shopper came by. */
  const recognise = async () => {
    const { createIdentity } = await import('./identity');
    // Nobody is named before the visit is there.
    return createIdentity({ ...parts, visit: visit() as RunningVisit, told: to.identify });
  };
  /** What was said last, by the shop or by a link; with consent that comes later it is said anew, since the device may know another. */
  let named: (() => Promise<unknown>) | undefined;
  let wasLasting = store.lasting();
  const readLink = guard(async () => {
    // As the page was opened by it: the address may be another when consent comes.
    const link = new URLSearchParams(location.search).get('waver-id');
    if (named || !options.shopLinkKey || !link) return;
    const byLink = async () => {
      const there = await recognise();
      // The shop's own word goes before a link.
      if (named === byLink) await there.identifyByLink(link);
    };
    named = byLink;
    return byLink();
  });

  return {
    hear(record: WaverRecord) {
      if (record.type === 'ready') readLink();
      to.hear(record);
      if (options.webhook) toWebhook(record);
    },
    consentChanged() {
      each('consentChanged');
      if (!wasLasting && store.lasting()) guard(async () => named?.())();
      wasLasting = store.lasting();
    },
    identify(id: unknown, known?: Traits) {
      named = async () => (await recognise()).identify(id, known);
      return named();
    },
    stop: () => each('stop'),
  };
};

export type Telling = ReturnType<typeof startTelling>;
