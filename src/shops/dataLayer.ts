import type { Guard } from '../browser/guard';

type Layer = unknown[] & { push: (...messages: unknown[]) => number };

/**
 * Reads along with the shop's data layer: what is in it already, and what comes. The shop's array keeps its identity and
 * its own `push` is called first, with the same `this` and result; nothing is added, changed or taken out. A page that
 * makes a new array later is noticed by `look()`, called now and then.
 */
export const watchDataLayer = (guard: Guard, hear: (message: object) => void) => {
  const heard = new WeakSet<object>();
  let layer: Layer | undefined;
  let release = () => {};
  const take = guard((messages: unknown[]) => {
    for (const message of messages) {
      if (typeof message !== 'object' || !message || heard.has(message)) continue;
      heard.add(message);
      hear(message);
    }
  });
  const look = () => {
    const found = (window as { dataLayer?: Layer }).dataLayer;
    if (found === layer || !Array.isArray(found)) return;
    release();
    layer = found;
    const push = found.push;
    let live = true;
    const wrapped = function (this: Layer, ...messages: unknown[]) {
      const result = push.apply(this, messages);
      if (live) take(messages);
      return result;
    };
    found.push = wrapped;
    release = () => {
      live = false;
      // Somebody may have wrapped us; then we stay, as a way through.
      if (found.push === wrapped) found.push = push;
    };
    take([...found]);
  };
  look();
  return { look, stop: () => release() };
};
