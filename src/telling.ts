import type { Guard } from './browser/guard';
import type { Store } from './browser/store';
import type { Warn } from './browser/warn';
import { grantedPurposes } from './consent/grantedPurposes';
import { own } from './core/own';
import { startDestinations } from './destinations/startDestinations';
import type { Webhook } from './destinations/webhook';
import { readPreferences } from './readKept';
import type { RunningVisit } from './runVisit';
import type { Preference, Traits, WaverRecord } from './types';

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

/** How the shop's own receiver is called in a question's `sharedWith`, where the shop gives it no other name. */
const WEBHOOK = 'webhook';

/** Tells the shop's other tools, as far as the shopper agrees. A chunk of its own, loaded where the shop has named some. */
export const startTelling = (parts: TellingParts) => {
  const { options, guard, warn, store, traits, visit } = parts;
  const purposes = () => grantedPurposes(...parts.consent());
  const kept = async () => readPreferences(await store.read('preferences'), warn);
  /** The shopper sees in the preference centre who was told, and when. */
  const shared = guard((key: string, label: string, at: number) =>
    store.update('preferences', (all) => {
      const one = own(readPreferences(all, warn), key);
      if (!one) return all;
      const others = (one.shared ?? []).filter((earlier) => earlier.with !== label);
      const next: Preference = { ...one, shared: [...others, { with: label, at }] };
      return { ...Object(all), [key]: next };
    }),
  );
  const to = startDestinations({
    options,
    guard,
    warn,
    purposes,
    visit: () => visit()?.visit(),
    preferences: async () => Object.values(await kept()),
    shared,
    learn: (more) => Object.assign(traits, more),
  });

  const startWebhook = async (): Promise<Webhook | undefined> => {
    const { readWebhook } = await import('./destinations/readWebhook');
    const { createWebhook } = await import('./destinations/webhook');
    const config = readWebhook(options.webhook, warn);
    return config && createWebhook({ config, guard, warn, store, purposes });
  };
  const webhook = options.webhook
    ? startWebhook().catch((error) => warn('webhook.js', error) as undefined)
    : Promise.resolve(undefined);
  // What the shopper has erased must not go with the page's last beacon.
  const { erase } = store;
  store.erase = async () => {
    to.forget();
    webhook.then((there) => there?.forget());
    await erase();
  };
  const { label = WEBHOOK } = Object(options.webhook);
  /** Answers that went there on this page, by key. */
  const given = new Set<string>();
  /** An answer goes there as it goes to others: only where its question named the receiver. Taken back, that goes too. */
  const mayGo = async (record: WaverRecord) => {
    if (record.type !== 'preference') return true;
    const { key, value } = record;
    if (value === null) return given.delete(key);
    if (!own(await kept(), key)?.sharedWith.includes(label)) return false;
    given.add(key);
    return true;
  };
  /** In their order, however long an answer is looked up. */
  let turn: Promise<unknown> = webhook;
  const toWebhook = (record: WaverRecord) => {
    turn = turn
      .then(async () => {
        const isTaken = (await mayGo(record)) && (await webhook)?.hear(record);
        if (isTaken && record.type === 'preference' && record.value !== null) shared(record.key, label, Date.now());
      })
      .catch(() => {});
  };

  /** Who is signed in: by the shop's word, or by the link the shopper came by. */
  const recognise = async () => {
    const running = visit();
    if (!running) return;
    const { createIdentity } = await import('./identity');
    return createIdentity({ options, warn, store, visit: running, traits, told: to.identify });
  };
  /** What the shop has said last; with consent that comes later it is said anew, since the device may know another. */
  let named: (() => Promise<unknown>) | undefined;
  let wasLasting = store.lasting();
  const readLink = guard(async () => {
    if (named || !options.shopLinkKey || !new URLSearchParams(location.search).has('waver-id')) return;
    const there = await recognise();
    // The shop's own word goes before a link.
    if (!named) await there?.identifyByLink();
  });

  return {
    hear(record: WaverRecord) {
      if (record.type === 'ready') readLink();
      to.hear(record);
      if (options.webhook) toWebhook(record);
    },
    consentChanged() {
      to.consentChanged();
      if (!wasLasting && store.lasting()) guard(async () => named?.())();
      wasLasting = store.lasting();
      webhook.then((there) => there?.consentChanged());
    },
    identify(id: unknown, known?: Traits) {
      named = async () => (await recognise())?.identify(id, known);
      return named();
    },
    stop() {
      to.stop();
      webhook.then((there) => there?.stop());
    },
  };
};

export type Telling = ReturnType<typeof startTelling>;
