import { createListen } from '../browser/listen';
import type { WaverRecord } from '../types';
import { createLine, type Line, type LineParts } from './createLine';
import type { Person } from './destination';
import { loadDestination } from './loadDestination';

export interface DestinationsParts extends LineParts {
  /** `destinations` as the shop wrote it: names, objects with a name, or what `waver/destinations` makes. */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * The shop's other tools, each with a line of its own: what one does is nothing to the others, nor to the page. Nobody is
 * called in the task in which a record is heard.
 */
export const startDestinations = (parts: DestinationsParts) => {
  const { options, guard, warn, purposes } = parts;
  const given = options.destinations ?? [];
  const list: unknown[] = typeof given === 'string' ? given.split(/[\s,]+/).filter(Boolean) : [given].flat();
  const listen = createListen(guard);
  const named = new Set<string>();
  let stopped = false;

  const open = async (entry: unknown, at: number) => {
    const { name = entry, options: more = entry } = Object(entry);
    const key = [name, more?.layer, more?.tracker].join();
    if (named.has(key)) return warn(`destinations[${at}]: ${name} is there already and is told once`);
    named.add(key);
    try {
      // A plain name needs no explaining; anything else is looked at first, by a part that most shops never load.
      const make = typeof entry === 'string' ? await loadDestination(entry) : undefined;
      const destination = make ? make({}) : await (await import('./readDestination')).readDestination(entry, at, warn);
      if (destination && !stopped) return createLine(destination, parts);
    } catch (error) {
      warn(`destinations[${at}]`, error);
    }
  };
  const lines = list.map(open);
  const each = (work: (line: Line) => void) => {
    for (const line of lines) line.then((there) => there && guard(work)(there));
  };
  const goes = () => each((line) => line.flush());
  const stops = [
    listen(window, 'pagehide', goes),
    listen(document, 'visibilitychange', () => document.hidden && goes()),
  ];

  return {
    /** Never throws. */
    hear(record: WaverRecord) {
      const granted = purposes();
      each((line) => line.hear(record, granted));
    },
    /** To be called whenever `purposes` may answer otherwise. */
    consentChanged() {
      const granted = purposes();
      each((line) => line.consentChanged(granted));
    },
    /** null: nobody any more. */
    identify(person: Person | null) {
      each((line) => line.identify(person));
    },
    /** The shopper has erased everything. */
    forget() {
      each((line) => line.forget());
    },
    stop() {
      stopped = true;
      for (const stop of stops) stop();
      each((line) => line.stop());
    },
  };
};
