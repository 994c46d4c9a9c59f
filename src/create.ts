import { createApi } from './api';
import { createGuard } from './browser/guard';
import { createListen, type Stop } from './browser/listen';
import { createStore, type Level } from './browser/store';
import type { Warn } from './browser/warn';
import { consentLevel } from './consent/consentLevel';
import { mayBeTool } from './consent/mayBeTool';
import type { Door } from './door';
import { createMemory } from './memory';
import type { Mind } from './mind';
import type { Settings } from './options';
import { type RunningVisit, runVisit, type Said } from './runVisit';
import { startSenses } from './sense';
import { watchDataLayer } from './shops/dataLayer';
import { readGa4 } from './shops/ga4';
import { readCart } from './shops/readCart';
import { createTell } from './tell';
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
  let coming: Promise<Mind> | undefined;
  let stopped = false;
  let seen = true;
  let { locale, consent: option = 'auto' } = options;
  let said: ConsentState | null = null;
  /** What was said of consent in the data layer. */
  const consents: object[] = [];
  /** Reads the consent tools, once their reader is there. */
  let readTools: (() => void) | undefined;
  let seeking: Promise<void> | undefined;
  /** By what consent tools and the shop say together; undefined: there are no tools. */
  let found: Level | undefined;

  const stop = () => {
    stopped = true;
    for (const end of stops.splice(0).reverse()) end();
  };
  const guard = createGuard(
    (error) => warn('own error', error),
    () => {
      warn('stops after 5 errors');
      stop();
    },
  );
  const listen = createListen(guard);
  const store = createStore(warn);
  const memory = createMemory(store, warn);
  const { tell, on } = createTell(guard, warn, options.debug);

  /** Now, or once the visit is there. */
  const when = (work: (visit: RunningVisit) => void) => {
    if (!visit) waiting.push(work);
    else if (!stopped) guard(work)(visit);
  };
  const feed = (signal: Said) => when((running) => running.feed(signal));
  const think = () =>
    new Promise<Mind>((resolve) =>
      when((running) => {
        coming ??= load('mind').then(({ createMind }) => {
          mind = createMind({
            ...door,
            options,
            rules,
            guard,
            warn,
            store,
            memory,
            visit: running,
            forms: () => senses?.forms(),
            locale: () => locale,
          });
          stops.push(mind.stop);
          if (stopped) stop();
          return mind;
        });
        resolve(coming);
      }),
    );
  const chance = guard(async () => {
    // Asked for already: it acts when it is there, and where it cannot be had it is not asked for again.
    if (mind || !coming) (mind ?? (await think())).act();
  });
  const sayCart = (raw: unknown, where: () => string) => {
    const cart = readCart(raw);
    if (cart) feed({ type: 'cart', cart: { ...cart, source: 'shop' } });
    else warn(`${where()}: expected items, total, currency; nothing happens`);
  };
  const applyConsent = guard(async (level: Level | undefined = found) => {
    found = level;
    const lasted = store.lasting();
    await store.allow(consentLevel(option, said, found));
    if (!stopped && lasted !== store.lasting()) await (lasted ? visit?.erase() : visit?.join());
  });
  /** Are there consent tools by now? What they say is read by a chunk of its own; until it has, nothing is kept. */
  const seekTools = () => {
    if (readTools) readTools();
    else if (!seeking && option === 'auto' && (consents[0] || mayBeTool())) {
      // The shop's own yes holds until a tool says no; what it has kept is not deleted for a question.
      if (!said) applyConsent(0);
      seeking = load('consent').then(
        ({ watchConsent }) => {
          readTools = watchConsent(listen, stops, consents, () => said, applyConsent);
          if (stopped) stop();
        },
        (error) => warn('consent.js', error),
      );
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
    if (running.visit().moments.length) guard(think)();
    let gone = false;
    const wake = () => running.rest().then(running.sync);
    const show = () => wake().then(() => gone || feed({ type: 'visible' }));
    const hide = () => {
      feed({ type: 'hidden' });
      running.flush();
    };
    stops.push(
      running.pause,
      senses.stop,
      listen(window, 'pagehide', () => {
        // Back from the bfcache the shopper was on other pages of the shop, not away.
        gone = true;
        running.pause();
      }),
      listen(document, 'visibilitychange', () => (document.hidden ? hide() : show())),
      listen(
        window,
        'pageshow',
        ({ persisted }: PageTransitionEvent) =>
          persisted &&
          wake()
            .then(begun)
            .then(() => {
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
    page: (kind) => when(() => senses?.sayPage(kind)),
    consent(state) {
      said = state;
      (readTools ?? applyConsent)();
    },
    setLocale(next) {
      locale = next;
    },
    record: () => (visit ? { ...visit.tape(), ...mind?.tape() } : null),
    stop,
  });
  return { waver, begin: guard(begin) };
};
