import type { Listen, Stop } from './listen';

/** The path without the query. A hash that looks like a path is one: `/#/checkout`, as older single-page shops have it. */
export const currentPath = (): string => location.pathname + (location.hash.match(/^#!?\/[^?]*/) ?? '');

/**
 * Tells when a single-page shop shows another page. Listens only: at once with the Navigation API, elsewhere by `look()`,
 * called with each second of the attention clock. The history is never patched.
 */
export const watchRoute = (listen: Listen, changed: () => void): { look: () => void; stop: Stop } => {
  let path = currentPath();
  const look = () => {
    if (currentPath() === path) return;
    path = currentPath();
    changed();
  };
  const { navigation } = window as Window & { navigation?: EventTarget };
  return { look, stop: listen(navigation ?? window, 'currententrychange', look) };
};
