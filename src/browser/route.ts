import type { Listen, Stop } from './listen';

/**
 * Tells when a single-page shop shows another page. Listens only: at once with the Navigation API, elsewhere by `look()`,
 * called with each second of the attention clock. The history is never patched.
 */
export const watchRoute = (listen: Listen, changed: () => void): { look: () => void; stop: Stop } => {
  let path = location.pathname;
  const look = () => {
    if (location.pathname === path) return;
    path = location.pathname;
    changed();
  };
  const { navigation } = window as Window & { navigation?: EventTarget };
  return { look, stop: listen(navigation ?? window, 'currententrychange', look) };
};
