import type { Guard } from './guard';

export type Stop = () => void;

/** Guarded, passive, capturing: what bubbles and what does not, and never in the way of the page's own handlers. */
export type Listen = <E extends Event>(target: EventTarget, types: string, handle: (event: E) => void) => Stop;

export const createListen =
  (guard: Guard): Listen =>
  (target, types, handle) => {
    const guarded = guard(handle) as EventListener;
    const options = { capture: true, passive: true };
    const names = types.split(' ');
    for (const name of names) target.addEventListener(name, guarded, options);
    return () => {
      for (const name of names) target.removeEventListener(name, guarded, options);
    };
  };
