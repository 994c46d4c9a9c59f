import { vi } from 'vitest';
import { createGuard } from '../../src/browser/guard';
import { createListen } from '../../src/browser/listen';
import type { Warn } from '../../src/browser/warn';

/** What the tests of the page's side are handed: a guard that hides nothing, and somebody to warn. */
export const guard = createGuard(
  (error) => {
    throw error;
  },
  () => {},
);
export const listen = createListen(guard);
export const createWarnSpy = () => vi.fn<Warn>();

/** Puts this into the page. */
export const show = (html: string) => {
  document.body.innerHTML = html;
};
export const find = <E extends HTMLElement = HTMLInputElement>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

/** Names that every object answers to. */
export const PROTOTYPE_KEYS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
