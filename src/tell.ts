import type { Guard } from './browser/guard';
import type { Warn } from './browser/warn';
import type { Waver, WaverRecord } from './types';

/** Tells each record to the shop's listeners, the page and the shop's tools, one by one: none can spoil another's. */
export const createTell = (guard: Guard, warn: Warn, hear: (record: WaverRecord) => void, debug?: boolean) => {
  const listeners = new Set<readonly [type: string, listener: (record: never) => void]>();
  return {
    tell: guard((record: WaverRecord) => {
      // JSON-plain by construction: no undefined, and nothing of the visit's own to change.
      const detail = JSON.parse(JSON.stringify(record));
      const { type } = record;
      if (debug) console.log('[waver]', type, detail);
      for (const [wanted, listener] of [...listeners]) {
        try {
          if (wanted === type) listener(detail as never);
        } catch (error) {
          warn(`${type} listener threw`, error);
        }
      }
      dispatchEvent(new CustomEvent(`waver:${type}`, { detail }));
      hear(record);
    }),
    on: ((type, listener) => {
      const entry = [type, listener] as const;
      listeners.add(entry);
      return () => void listeners.delete(entry);
    }) as Waver['on'],
  };
};
