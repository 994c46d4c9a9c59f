import { vi } from 'vitest';
import { createListen } from '../../../src/browser/listen';
import type { Level } from '../../../src/browser/store';
import type { Opinion, Source, SourceParts } from '../../../src/consent/opinion';
import { watchConsent } from '../../../src/consent/watchConsent';
import type { ConsentState } from '../../../src/types';

const page = window as unknown as Record<string, unknown>;
const put = new Set<string>();

/** Puts a tool's global into the page. */
export const place = (name: string, value: unknown) => {
  put.add(name);
  Object.defineProperty(window, name, { value, writable: true, configurable: true, enumerable: true });
};
/** A global that throws when it is looked at. */
export const placeTrap = (name: string) => {
  put.add(name);
  Object.defineProperty(window, name, {
    configurable: true,
    get() {
      throw new Error(`${name} is broken`);
    },
  });
};
export const clearPage = () => {
  for (const name of put) delete page[name];
  put.clear();
  document.body.innerHTML = '';
};

/** Listeners as the page has them, counted: what is added and not taken away again. */
const createCountedListen = () => {
  let open = 0;
  const listen = createListen((work) => work);
  const counted: typeof listen = (...given) => {
    const stop = listen(...given);
    open++;
    return () => {
      open--;
      stop();
    };
  };
  return { listen: counted, open: () => open };
};

/** One source, with what it was handed. */
export const startSource = (watch: (parts: SourceParts) => Source, consents: object[] = []) => {
  const changed = vi.fn();
  const { listen, open } = createCountedListen();
  const source = watch({ listen, consents, changed });
  return { read: source.read, stop: () => source.stop?.(), changed, open };
};

/** All sources together, as the tag starts them. */
export const startAll = (consents: object[] = [], first: ConsentState | null = null) => {
  const levels: Level[] = [];
  const { listen, open } = createCountedListen();
  let said = first;
  const words: Opinion[] = [];
  const { look, stop } = watchConsent(
    listen,
    consents,
    () => said,
    (level, opinion) => {
      words.push(opinion);
      if (level !== levels.at(-1)) levels.push(level);
    },
  );
  return {
    levels,
    words,
    level: () => levels.at(-1),
    look,
    open,
    say(state: ConsentState) {
      said = state;
      look();
    },
    stop,
  };
};
