import { createApi } from './api';
import { createGuard } from './browser/guard';
import { createListen, type Stop } from './browser/listen';
import { createStore } from './browser/store';
import type { Warn } from './browser/warn';
import { consentLevel } from './consent/consentLevel';
import { type GoogleConsent, readGoogleConsent } from './consent/googleConsent';
import { createMemory } from './memory';
import type { Mind } from './mind';
import type { Settings } from './options';
import { type RunningVisit, runVisit, type Said } from './runVisit';
import { startSenses } from './sense';
import { watchDataLayer } from './shops/dataLayer';
import { readGa4 } from './shops/ga4';
import { readCart } from './shops/readCart';
import { createTell } from './tell';
import type { ConsentState, Widgets } from './types';

/** What a door hands in: where the chunks come from. */
export interface Door {
  readonly version: string;
  readonly nonce?: string;
  readonly loadMind: () => Promise<typeof import('./mind')>;
  readonly loadWidgets: () => Promise<Widgets>;
  readonly loadDelivery: () => Promise<typeof import('./shops/readDelivery')>;
}

/**
 * The composition root: the page's signals go in, the visit is in the middle, records come out, and where there is a
 * chance to act, the mind is called. Returns the API at once; `begin` starts the work, and what is called before is kept
 * until then.
 */
export const create = ({ options, rules }: Settings, door: Door, warn: Warn) => {
  const { version, nonce, loadMind, loadWidgets, loadDelivery } = door;
  const stops: Stop[] = [];
  const waiting: ((visit: RunningVisit) => void)[] = [];
  let visit: RunningVisit | undefined;
  let senses: ReturnType<typeof startSenses> | undefined;
  let mind: Mind | undefined;
  let coming: Promise<Mind> | undefined;
  let stopped = false;
  let { locale } = options;
  let said: ConsentState | null = null;
  let tool: GoogleConsent | null = null;

  const stop = () => {
    stopped = true;
    for (const end of stops.splice(0).reverse()) end();
  };
  const guard = createGuard(
    (error) => warn('an error of its own, which the page does not see', error),
    () => {
      warn('too many errors of its own on this page: Waver stops');
      stop();
    },
  );
  const listen = createListen(guard);
  const store = createStore(warn);
  const memory = createMemory(store, warn);
  const { tell, on } = createTell(guard, warn, options.debug);

  /** Now, or once the visit is there. */
  const when = <T>(work: (visit: RunningVisit) => T | Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const now = (running: RunningVisit) => {
        if (!stopped) Promise.resolve(running).then(work).then(resolve, reject);
      };
      if (visit) now(visit);
      else waiting.push(now);
    });
  const feed = (signal: Said) =>
    guard(() => {
      if (stopped) return;
      if (visit) visit.feed(signal);
      else waiting.push((running) => running.feed(signal));
    })();
  const think = (): Promise<Mind> =>
    when((running) => {
      coming ??= loadMind().then(({ createMind }) => {
        mind = createMind({
          options,
          rules,
          guard,
          warn,
          store,
          memory,
          visit: running,
          isTyping: () => !!senses?.fields.isTyping(),
          find: (key) => senses?.fields.find(key),
          locales: () => [...(locale ? [locale] : navigator.languages), document.documentElement.lang || 'en'],
          nonce,
          loadWidgets,
          readDelivery: async () => (await loadDelivery()).readDelivery(options, Date.now()),
        });
        stops.push(mind.stop);
        return mind;
      });
      return coming;
    });
  const chance = guard(async () => {
    (mind ?? (await think())).act();
  });
  const sayCart = (raw: unknown, where: string) => {
    const cart = readCart(raw);
    if (typeof cart === 'string') warn(`${where}: ${cart}; the cart stays as it was`);
    else feed({ type: 'cart', cart });
  };
  const applyConsent = guard(async () => {
    const lasted = store.lasting();
    await store.allow(consentLevel(options.consent, said, tool));
    if (!lasted && store.lasting()) await visit?.join();
  });
  const hearLayer = (message: object) => {
    const before = tool;
    tool = readGoogleConsent(tool, message);
    if (tool !== before) applyConsent();
    const hear = () => {
      const signal = visit && readGa4(message, visit.visit().cart);
      if (signal) feed(signal);
    };
    if (visit) hear();
    else waiting.push(hear);
  };
  const begun = () => senses?.sayPage();

  const begin = async () => {
    const layer = watchDataLayer(guard, hearLayer);
    stops.push(layer.stop);
    await applyConsent();
    const running = await runVisit({ guard, store, memory, rules, tell, chance, begun });
    if (stopped) return;
    visit = running;
    senses = startSenses(options, guard, listen, feed, sayCart, () => {
      running.rest();
      if (running.visit().chance) chance();
      layer.look();
    });
    for (const work of waiting.splice(0)) guard(work)(running);
    const { id, visitor, path, at, view, moments } = running.visit();
    tell({ v: 1, id: `${view}-0`, type: 'ready', at, visitor, visit: id, page: path, version });
    if (moments.length) guard(think)();
    const wake = () => running.sync().then(running.rest);
    stops.push(
      running.pause,
      senses.stop,
      listen(window, 'pagehide', running.pause),
      listen(document, 'visibilitychange', () => (document.hidden ? running.flush() : wake())),
      listen(window, 'pageshow', ({ persisted }: PageTransitionEvent) => persisted && wake().then(begun)),
    );
  };

  const waver = createApi({
    version,
    guard,
    warn,
    feed,
    sayCart,
    think,
    mind: () => mind,
    on,
    page: (kind) => void when(() => senses?.sayPage(kind)),
    consent(state) {
      said = state;
      applyConsent();
    },
    setLocale(next) {
      locale = next;
    },
    record: () => visit?.tape() ?? null,
    stop,
  });
  return { waver, begin: guard(begin) };
};
