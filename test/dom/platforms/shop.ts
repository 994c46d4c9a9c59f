import { afterEach, vi } from 'vitest';
import type { Platform } from '../../../src/shops/platforms/platform';
import { listen } from '../given';

/** A shop system's page, as little of it as matters: its globals, its address, its server, its jQuery. */

const page = window as unknown as Record<string, unknown>;
const names = new Set<string>();
const stops: (() => void)[] = [];

/** Globals of the page, gone after the test. */
export const define = (globals: Record<string, unknown>) => {
  for (const name of Object.keys(globals)) names.add(name);
  Object.assign(page, globals);
};
export const at = (path: string) => history.replaceState(null, '', path);
export const body = (className: string, html = '') => {
  document.body.className = className;
  document.body.innerHTML = html;
};
export const cookie = (text: string) => {
  // biome-ignore lint/suspicious/noDocumentCookie: what the shop systems use
  document.cookie = `${text}; path=/`;
};

/** What the server answers to everything; what it was asked is in the spy. */
export const serve = (answer: unknown, status = 200) => {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const asked = vi.fn(async (url: string, _init?: RequestInit) => {
    void url;
    return { ok: status < 300, status, text: async () => text };
  });
  vi.stubGlobal('fetch', asked);
  return { asked, paths: () => asked.mock.calls.map(([url]) => url.replace(location.origin, '')) };
};

/** Enough of jQuery: its handlers hear `trigger` only, and DOM listeners do not. */
export const fakeJQuery = () => {
  type Handle = (...args: unknown[]) => void;
  let bound: { target: unknown; type: string; handle: Handle }[] = [];
  const jQuery = (target: unknown) => ({
    // As in jQuery, what is bound twice is called twice.
    on(types: string, handle: Handle) {
      for (const type of types.split(' ')) bound.push({ target, type, handle });
    },
    off(types: string, handle: Handle) {
      bound = bound.filter(
        (one) => one.target !== target || one.handle !== handle || !types.split(' ').includes(one.type),
      );
    },
    trigger(type: string, args: unknown[] = []) {
      for (const one of bound) if (one.target === target && one.type === type) one.handle({ type }, ...args);
    },
  });
  jQuery.fn = { on() {} };
  const count = () => bound.length;
  return { jQuery, count };
};

export const watch = (platform: Platform) => {
  const changed = vi.fn();
  const stop = platform.watch(listen, changed);
  stops.push(stop);
  return { changed, stop };
};

/** Values that a global or an answer may have for no reason. */
export const GARBAGE: readonly unknown[] = [null, 0, '', 'text', [], [[]], {}, true, { cart: 7 }, () => {}];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  for (const name of names) delete page[name];
  names.clear();
  for (const part of document.cookie.split('; '))
    if (part) cookie(`${part.split('=')[0]}=; expires=Thu, 01 Jan 1970 00:00:00 GMT`);
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  body('');
  document.body.id = '';
  document.head.innerHTML = '';
  document.documentElement.lang = '';
  at('/');
});
