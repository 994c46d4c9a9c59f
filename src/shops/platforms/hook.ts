import type { Listen, Stop } from '../../browser/listen';
import { dig } from './dig';

/** Binds to an object of the page's scripts, now or once it is there, and again to one that takes its place. */
export const hook = <T extends object>(
  listen: Listen,
  find: () => T | null | undefined | false,
  bind: (found: T) => Stop | undefined,
): Stop => {
  const bound = new Map<T, Stop | undefined>();
  const look = () => {
    try {
      const found = find();
      if (found && !bound.has(found)) bound.set(found, bind(found));
    } catch {
      // Something else by that name.
    }
  };
  const stops = [listen(document, 'DOMContentLoaded', look), listen(window, 'load', look)];
  look();
  return () => {
    for (const stop of [...stops, ...bound.values()])
      try {
        stop?.();
      } catch {
        // Somebody else's way to leave.
      }
  };
};

/**
 * A way from somebody else's emitter to ours: what it calls comes back as an event, and so is guarded like any other.
 */
export const createBell = (listen: Listen, rung: () => void): { ring: () => void; stop: Stop } => {
  const bell = document.createElement('i');
  return { ring: () => void bell.dispatchEvent(new Event('ring')), stop: listen(bell, 'ring', rung) };
};

interface JQuery {
  on(types: string, handle: (...args: unknown[]) => void): void;
  off(types: string, handle: (...args: unknown[]) => void): void;
}

/** jQuery's `trigger` is invisible to `addEventListener`. `fits` sees what the handler is given. */
export const onJQuery = (
  listen: Listen,
  target: () => EventTarget,
  types: string,
  rung: () => void,
  fits: (...args: unknown[]) => boolean = () => true,
): Stop => {
  const { ring, stop } = createBell(listen, rung);
  const handle = (...args: unknown[]) => {
    if (fits(...args)) ring();
  };
  const unhook = hook(
    listen,
    () => {
      const { jQuery } = window as { jQuery?: (target: EventTarget) => JQuery };
      return typeof dig(jQuery, 'fn.on') === 'function' && jQuery;
    },
    (jQuery) => {
      jQuery(target()).on(types, handle);
      return () => jQuery(target()).off(types, handle);
    },
  );
  return () => {
    unhook();
    stop();
  };
};
