import type { Guard } from '../browser/guard';
import { createListen } from '../browser/listen';
import type { Store } from '../browser/store';
import {
  addToOutbox,
  type Entry,
  emptyOutbox,
  isDue,
  mayBeacon,
  nextBatch,
  type Outbox,
  readOutbox,
  wakeOutbox,
} from '../core/outbox';
import { type Answer, settle } from '../core/outboxAnswer';
import { onlyOneTab } from './onlyOneTab';

interface OutboxParts {
  readonly store: Store;
  readonly guard: Guard;
  readonly now: () => number;
  readonly random: () => number;
  /** The receiver's origin. */
  readonly to: string;
  /** May anything be kept and sent just now? */
  readonly may: () => boolean;
  readonly post: (batch: readonly Entry[], box: Outbox, controller: AbortController) => Promise<Answer>;
  /** Says whether the browser has taken it. */
  readonly beacon: (batch: readonly Entry[], box: Outbox) => boolean;
  /** Something was lost, or will not go for long. */
  readonly settled: (answer: Answer, before: Outbox, after: Outbox) => void;
}

const KEY = 'outbox';
/** What is told within so long goes together: a moment, its score and the decision, often the popup's outcome as well. */
const BATCH_MS = 5000;

/**
 * Keeps records until the receiver has acknowledged them, over pages and tabs. What a beacon brought stays: nobody has
 * heard an answer, so the next page sends it again, and the receiver knows it by its id.
 */
export const createOutbox = (parts: OutboxParts) => {
  const { store, guard, now, random, to, may, post, beacon, settled } = parts;
  const empty = emptyOutbox(to);
  /** As it was seen last; other tabs may have changed it. */
  let box = empty;
  /** Told, and not yet in the store. */
  let fresh: Entry[] = [];
  /** Ids of all that was told on this page. */
  const told = new Set<string>();
  let isWriting = false;
  /** Grows when everything is dropped: what was begun before changes nothing any more. */
  let era = 0;
  let wasLasting = store.lasting();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = 0;
  let sending: AbortController | undefined;
  /** The last record of the last beacon. */
  let beaconed: string | undefined;

  /** In one transaction over all tabs, with what is new. */
  const change = async (work: (box: Outbox) => Outbox = (same) => same) => {
    const mine = era;
    await store.update(KEY, (kept) => {
      isWriting = false;
      // All was dropped since.
      if (mine !== era) return empty;
      const known = readOutbox(kept, to);
      // Until now it was kept in memory: the database, which may be written from here on, does not know of it.
      const unkept = !wasLasting && store.lasting() ? box.entries : [];
      wasLasting = store.lasting();
      const isKnown = new Set(known.entries.map(({ id }) => id));
      box = work(addToOutbox(known, [...unkept.filter(({ id }) => !isKnown.has(id)), ...fresh]));
      fresh = [];
      return box;
    });
  };
  const rest = () => {
    timer = clearTimeout(timer) as undefined;
  };
  /** Unless it goes earlier anyway. */
  const schedule = (delayMs = 0) => {
    // Where it is due although `until` lies ahead, the clock has been moved.
    const at = Math.max(now() + delayMs, isDue(box, now()) ? 0 : box.until);
    if (!(box.entries.length || fresh.length) || (timer && at >= dueAt)) return;
    rest();
    dueAt = at;
    timer = setTimeout(send, at - now());
  };
  /** Batch after batch, as long as they are taken. */
  const drain = async () => {
    const controller = new AbortController();
    sending = controller;
    try {
      for (;;) {
        await change();
        const batch = nextBatch(box);
        if (sending !== controller || !may() || !batch.length || !isDue(box, now())) break;
        const answer = await post(batch, box, controller);
        // The page is on its way out, or all was dropped.
        if (sending !== controller) break;
        const before = box;
        await change((known) => settle(known, batch, answer, now(), random()));
        settled(answer, before, box);
      }
    } finally {
      // Else the page is on its way out, and what is left has gone by beacon.
      if (sending === controller) {
        sending = undefined;
        schedule();
      }
    }
  };
  const send = guard(async () => {
    rest();
    // Back on the network it is tried again.
    if (!may() || sending || navigator.onLine === false) return;
    // Another tab sends for all: later it is seen what was left.
    if (!(await onlyOneTab(drain))) schedule(BATCH_MS);
  });
  const cease = () => {
    rest();
    sending?.abort();
    sending = undefined;
  };
  /** All that has no answer yet, as far as one beacon goes. */
  const flush = () => {
    const waiting = addToOutbox(box, fresh);
    const batch = nextBatch(waiting);
    const last = batch[batch.length - 1]?.id;
    if (!may() || last === beaconed || !mayBeacon(waiting, now()) || navigator.onLine === false) return;
    if (!beacon(batch, waiting)) return;
    beaconed = last;
    // A request on its way and the lock would keep the page out of the bfcache; what they were for is done.
    cease();
  };
  const listen = createListen(guard);
  const stops = [
    cease,
    listen(document, 'visibilitychange', () => document.hidden && flush()),
    listen(window, 'pagehide', flush),
    listen(window, 'online', async () => {
      if (!box.entries.length) return;
      await change(wakeOutbox);
      schedule();
    }),
  ];

  return {
    /** Takes up what earlier pages have left, which has waited long enough. */
    start: guard(async () => {
      const mine = era;
      const kept = readOutbox(await store.read(KEY), to);
      if (mine !== era) return;
      if (box.entries.length) await change();
      else if (!fresh.length) box = kept;
      schedule(kept.entries.every(({ id }) => told.has(id)) ? BATCH_MS : 0);
    }),
    add: guard(async (entry: Entry) => {
      fresh.push(entry);
      told.add(entry.id);
      // Out of view it may be gone at any time.
      if (document.hidden) flush();
      schedule(BATCH_MS);
      if (isWriting) return;
      isWriting = true;
      await change();
    }),
    /** Drops everything, in the storage too. */
    forget: guard(async () => {
      era++;
      fresh = [];
      box = empty;
      isWriting = false;
      cease();
      if (await store.read(KEY)) await store.update(KEY, () => empty);
    }),
    stop() {
      for (const end of stops) end();
    },
  };
};
