import { createApi } from './api';
import { createGuard } from './browser/guard';
import { createListen, type Stop } from './browser/listen';
import { createStore, type Level } from './browser/store';
import type { Warn } from './browser/warn';
import { consentLevel } from './consent/consentLevel';
import { mayBeTool } from './consent/mayBeTool';
import type { Opinion } from './consent/opinion';
import type { Chunks, Door } from './door';
import { createMemory } from './memory';
import type { Mind } from './mind';
import type { Settings } from './options';
import { type RunningVisit, runVisit, type Said } from './runVisit';
import { startSenses } from './sense';
import { watchDataLayer } from './shops/dataLayer';
import { readGa4 } from './shops/ga4';
import { readCart } from './shops/readCart';
import { createTell } from './tell';
import type { Telling } from './telling';
import type { ConsentState } from './types';

/** How long the visit's begin waits for the reader of consent tools. */
const PATIENCE_MS = 1000;

/**
 * The composition root: the page's signals go in, the visit is in the middle, records come out, and where there is a
 * chance to act, the mind is called. Returns the API at once; `begin` starts the work, and what is called before is kept
 * until then.
 */
export const create = ({ options, rules }: Settings, door: Door, warn: Warn) => {
  const { version, load } = door;
  const stops: Stop[] = [];
  const waiting: ((visit: RunningVisit) => void)[] = [];
  let visit: RunningVisit | undefined;
  let senses: ReturnType<typeof startSenses> | undefined;
  let mind: Mind | undefined;
  let coming: Promise<Mind | undefined> | undefined;
  let stopped = false;
  let seen = true;
  let { locale, consent: option = 'auto' } = options;
  let said: ConsentState | null = null;
  /** What was said of consent in the data layer. */
  const consents: object[] = [];
  /** Reads the consent tools, once their reader is there. */
  let readTools: (() => void) | undefined;
  let seeking: Promise<unknown> | undefined;
  /** By what consent tools and the shop say together; undefined: there are no tools. */
  let found: Level | undefined;
  /** The same in words, by purpose. */
  let words: Opinion | undefined;
  /** Tells the shop's other tools, where it has named some. */
  let telling: Promise<Telling | undefined> | undefined;
  /** What these, and the shop itself, know of the shopper. */
  const traits: Record<string, unknown> = {};

  const stop = () => {
    stopped = true;
    for (const end of stops.splice(0).reverse()) end();
  };
  const guard = createGuard(
    (error) => warn('own error', error),
    () => {
      warn('stops: 5 errors');
      stop();
    },
  );
  const listen = createListen(guard);
  const store = createStore(warn);
  const memory = createMemory(store, warn);
  const common = { ...door, options, guard, warn, store, traits };
  const { tell, on } = createTell(guard, warn, (record) => telling?.then((to) => to?.hear(record)), options.debug);

  /** Brings a chunk in; what it starts ends with all the rest. */
  const bring = async <K extends 'consent' | 'mind' | 'telling', T extends { readonly stop: Stop }>(
    chunk: K,
    start: (given: Chunks[K]) => T,
  ) => {
    try {
      const started = start(await load(chunk));
      stops.push(started.stop);
      if (stopped) stop();
      return started;
    } catch (error) {
      warn(`${chunk}.js`, error);
    }
  };
  /** Now, or once the visit is there. */
  const when = (work: (visit: RunningVisit) => void) => {
    if (!visit) waiting.push(work);
    else if (!stopped) guard(work)(visit);
  };
  const feed = (signal: Said) => when((running) => running.feed(signal));
  /** undefined: it cannot be had, and that was said. */
  const think = () =>
    new Promise<Mind | undefined>((resolve) =>
      when((running) => {
        coming ??= bring('mind', ({ createMind }) => {
          mind = createMind({
            ...common,
            rules,
            memory,
            visit: running,
            forms: () => senses?.forms(),
            locale: () => locale,
          });
          return mind;
        });
        resolve(coming);
      }),
    );
  /** Brings in what tells the shop's tools, and who the shopper is. */
  const reach = () => {
    telling ??= bring('telling', ({ startTelling }) =>
      startTelling({ ...common, consent: () => [option, said, words], visit: () => visit }),
    );
    return telling;
  };
  /** Where the mind cannot be had, it is not asked for again. */
  const chance = guard(async () => (await think())?.act());
  const sayCart = (raw: unknown, where: () => string) => {
    const cart = readCart(raw);
    if (cart) feed({ type: 'cart', cart: { ...cart, source: 'shop' } });
    else warn(`${where()}: expected items, total, currency; nothing happens`);
  };
  const applyConsent = guard(async (level: Level | undefined = found, opinion: Opinion | undefined = words) => {
    found = level;
    words = opinion;
    const next = consentLevel(option, said, found);
    const before = await store.allow(next);
    // By what was allowed, not by what worked: what a storage that has failed since has kept is erased as well.
    if (!stopped && before > 1 !== next > 1) await (before > 1 ? visit?.erase() : visit?.join());
    (await telling)?.consentChanged();
  });
  /** Are there consent tools by now? What they say is read by a chunk of its own; until it has, nothing is kept. */
  const seekTools = () => {
    if (readTools) readTools();
    else if (!seeking && option === 'auto' && (consents[0] || mayBeTool())) {
      // The shop's own yes holds until a tool says no; what it has kept is not deleted for a question.
      if (!said) applyConsent(0);
      seeking = bring('consent', ({ watchConsent }) => {
        const tools = watchConsent(listen, consents, () => said, applyConsent);
        readTools = tools.look;
        return tools;
      });
    }
  };
  const hearLayer = (message: object) => {
    if ((message as { 0?: unknown })[0] === 'consent') {
      consents.push(message);
      readTools?.();
    }
    when((running) => {
      const { cart, cartAt } = running.visit();
      const signal = readGa4(message, cart, Date.now() - cartAt);
      if (signal) running.feed(signal);
    });
  };
  const begun = () => {
    seen = false;
    senses?.sayPage();
  };

  const begin = async () => {
    if (stopped) return;
    if (options.destinations || options.webhook || options.shopLinkKey) reach();
    const layer = watchDataLayer(guard, hearLayer);
    stops.push(layer.stop);
    seekTools();
    // What earlier pages kept is best known from the start.
    await Promise.race([seeking, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
    applyConsent();
    const running = await runVisit({ guard, store, memory, rules, tell, chance, begun });
    if (stopped) return running.pause();
    visit = running;
    senses = startSenses({
      options,
      guard,
      listen,
      load,
      feed,
      sayCart,
      hearLayer,
      visit: running.visit,
      openPreferences: waver.preferences.open,
      second(attentive) {
        // A visit that has begun in an empty room ends with nobody: it waits for who comes.
        if (seen) running.rest();
        seen ||= attentive;
        if (running.visit().chance) chance();
        layer.look();
        seekTools();
      },
    });
    waiting.splice(0).forEach(when);
    running.feed({ type: 'ready', version });
    if (running.visit().moments[0] || options.debug) think();
    let gone: boolean | undefined;
    const wake = () => running.rest().then(running.sync);
    const show = () => wake().then(() => gone || feed({ type: 'visible' }));
    stops.push(
      running.pause,
      senses.stop,
      listen(window, 'pagehide', () => {
        // Back from the bfcache the shopper was on other pages of the shop, not away.
        gone = true;
        running.pause();
      }),
      listen(document, 'visibilitychange', () => (document.hidden ? feed({ type: 'hidden' }) : show())),
      listen(
        window,
        'pageshow',
        ({ persisted }: PageTransitionEvent) =>
          persisted &&
          wake().then(() => {
            begun();
            gone = false;
          }),
      ),
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
    identify: (id, traits) => when(async () => (await reach())?.identify(id, traits)),
    page: (kind) => when(() => senses?.sayPage(kind)),
    consent(state) {
      said = state || 'denied';
      (readTools ?? applyConsent)();
    },
    setLocale(next) {
      locale = next;
      mind?.relocate();
    },
    record: () => (visit ? { ...visit.tape(), ...mind?.tape() } : null),
    stop,
  });
  return { waver, begin: guard(begin) };
};
