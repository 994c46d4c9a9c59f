import { isObject } from './isObject';

/** A record on its way, as JSON text: cheap to keep, and its size is known. */
export interface Entry {
  /** By which the receiver counts it once, however often it comes. */
  readonly id: string;
  readonly type: string;
  readonly text: string;
}

/** What waits for the receiver's word, in the order in which it was told, and when to try next. */
export interface Outbox {
  readonly entries: readonly Entry[];
  /** Records given up for good since this outbox began; some of them a beacon may have brought all the same. */
  readonly dropped: number;
  /** Records in the next batch at most: fewer after one was refused. */
  readonly limit: number;
  /** Tries in a row that failed. */
  readonly failures: number;
  /** No try before. */
  readonly until: number;
  /** The receiver asked for this rest, or the breaker is open: no beacon breaks it. */
  readonly strict: boolean;
  /** The origin all this was learned of. */
  readonly to: string;
}

/** Some forty visits that nobody took. More would cost the page time each time one is added: all are one value. */
export const MOST_RECORDS = 500;
export const MOST_BYTES = 200_000;
export const BATCH_RECORDS = 32;
/** In the widest shape, CloudEvents, 16 KiB: a page has 64 KiB in flight, and every other script wants some of it. */
export const BATCH_BYTES = 6144;
/** The longest rest there is: where `until` lies further ahead the device's clock has been moved. */
export const LONGEST_MS = 864e5;
/** Told often, and the first to go where there is no room: sums of decisions and outcomes are worth more than these. */
const LESS = /^(moment|score)$/;

/** Nothing is known against the receiver. What is known counts for its origin only. */
export const rested = { limit: BATCH_RECORDS, failures: 0, until: 0, strict: false };
export const emptyOutbox = (to: string): Outbox => ({ entries: [], dropped: 0, ...rested, to });

const isEntry = (raw: unknown): raw is Entry =>
  isObject(raw) && [raw.id, raw.type, raw.text].every((part) => typeof part === 'string');
const isCount = (raw: unknown): raw is number => Number.isSafeInteger(raw) && (raw as number) >= 0;

/** What came out of storage, as far as it can be believed. */
export const readOutbox = (raw: unknown, to: string): Outbox => {
  if (!isObject(raw)) return emptyOutbox(to);
  const { entries, dropped, limit, failures, until, strict } = raw;
  const isOfOrigin = raw.to === to && [limit, failures, until].every(isCount) && !!limit;
  return {
    ...emptyOutbox(to),
    ...(isOfOrigin && ({ limit, failures, until, strict: strict === true } as Outbox)),
    entries: Array.isArray(entries) ? entries.filter(isEntry) : [],
    dropped: isCount(dropped) ? dropped : 0,
  };
};

/** At most so many: what is not ASCII takes up to three bytes for each unit of a text. */
const bytesOf = ({ text }: Entry) => text.replace(/[^\0-\x7f]/g, '...').length;
const bytesOfAll = (entries: readonly Entry[]) => entries.reduce((sum, entry) => sum + bytesOf(entry), 0);

/** With these at its end. Where there is no room the oldest go, moments and scores first, and are counted. */
export const addToOutbox = (box: Outbox, fresh: readonly Entry[]): Outbox => {
  const entries = [...box.entries, ...fresh];
  let { dropped } = box;
  let bytes = bytesOfAll(entries);
  while (entries.length > MOST_RECORDS || bytes > MOST_BYTES) {
    const first = entries.findIndex(({ type }) => LESS.test(type));
    for (const gone of entries.splice(Math.max(0, first), 1)) bytes -= bytesOf(gone);
    dropped++;
  }
  return { ...box, entries, dropped };
};

/** What goes next: from the beginning, as much as a batch may hold, and one record in any case. */
export const nextBatch = ({ entries, limit }: Outbox): readonly Entry[] => {
  let room = BATCH_BYTES;
  const over = entries.findIndex((entry) => {
    room -= bytesOf(entry);
    return room < 0;
  });
  return entries.slice(0, Math.min(limit, over < 0 ? entries.length : Math.max(1, over)));
};

/** Is it time for a try? */
export const isDue = ({ until }: Outbox, now: number): boolean => now >= until || until - now > LONGEST_MS;

/** May a page on its way out send what has no answer yet, although nobody will hear the answer? */
export const mayBeacon = (box: Outbox, now: number): boolean =>
  box.entries.length > 0 && (!box.strict || isDue(box, now));

/** The network is back: what failed without it says nothing of the receiver. */
export const wakeOutbox = (box: Outbox): Outbox => (box.strict ? box : { ...box, failures: 0, until: 0 });
