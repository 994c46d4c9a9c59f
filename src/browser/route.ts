import type { Listen, Stop } from './listen';

/**
 * Tells when a single-page shop shows another page. Listens only: the Navigation API where there is one, else `popstate`
 * and `look()`, called with each second of the attention clock. The history is never patched.
 */
export const watchRoute = (listen: Listen, changed: () => void): { look: () => void; stop: Stop } => {
  let path = location.pathname;
  const look = () => {
    if (location.pathname === path) return;
    path = location.pathname;
    changed();
  };
  const { navigation } = window as Window & { navigation?: EventTarget };
  const stop = navigation ? listen(navigation, 'currententrychange', look) : listen(window, 'popstate', look);
  return { look, stop };
};
