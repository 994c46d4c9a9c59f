import type { Guard } from './browser/guard';
import { randomId } from './browser/randomId';
import type { Store } from './browser/store';
import { openTabs } from './browser/tabs';
import { advance } from './core/advance';
import type { Step } from './core/draft';
import { mergeVisits, REST_MS, startVisit, validAnswers } from './core/visit';
import type { Memory } from './memory';
import type { Rules, Showing, Signal, Tape, Visit, WaverRecord } from './types';

/** A signal whose time is now. */
export type Said = Signal extends infer S ? (S extends Signal ? Omit<S, 'at'> : never) : never;

export interface VisitParts {
  readonly guard: Guard;
  readonly store: Store;
  readonly memory: Memory;
  readonly rules: Rules;
  readonly tell: (record: WaverRecord) => void;
  /** There is a chance to act. */
  readonly chance: () => void;
  /** Another visit begins on this page. */
  readonly begun: () => void;
}

/** Ticks between two saves: what a killed page may lose of its attentive seconds. */
const TICKS_UNSAVED = 5;
/** Signals that change nothing worth a write of its own. */
const SMALL = /^(tick|shared|decide|terms|click|field)$/;
/** A tape longer than this starts over from the state it has reached: half an hour of ticks, some 150 kB of memory. */
const TAPE_SIGNALS = 2000;

/**
 * Runs the visit over page loads and tabs, the only place where its state changes: takes it out of memory, keeps it there,
 * hears the other tabs.
 */
export const runVisit = async ({ guard, store, memory, rules, tell, chance, begun }: VisitParts) => {
  let ticks = 0;
  let resting: boolean | undefined;
  let tabs: BroadcastChannel | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let signals: Signal[] = [];

  /** The first visit of all bears its visitor's own id: so it is known to be the first. */
  const fresh = () => {
    const id = randomId();
    return startVisit(id, id, Date.now());
  };
  const load = () => {
    try {
      // Also where each page is a visit of its own: an answer may be kept, and what one tab erases no other may write back.
      tabs ??= openTabs(guard, ({ data: erased }) => (erased ? forget() : sync()));
    } catch {
      // An old browser has no channels, and one that refuses storage may refuse them too.
    }
    return memory.load();
  };
  /** `mine`, or the visit it goes on with, and what is known from before. */
  const recall = async (mine: Visit): Promise<Visit> => {
    const { visitor = mine.visitor, history, offers, preferences } = await load();
    let next = mine;
    // In one transaction: tabs that are opened together go on with one visit.
    await memory.visit((kept) => {
      if (kept && Date.now() - kept.at <= REST_MS) {
        const { id, visitor, detectors } = kept;
        next = mergeVisits(kept, { ...mine, id, visitor, detectors, chance: mine.chance ?? kept.chance });
      } else {
        // It has rested too long, and is told as ended.
        if (kept) advance(kept, { type: 'leave', at: Date.now() }, rules).records.forEach(tell);
        const { orders, forecasts } = kept ?? mine;
        next = { ...mine, before: kept?.at, orders, forecasts, visitor: kept?.visitor ?? visitor };
      }
      next = {
        ...next,
        history,
        offers,
        preferences: { ...mine.preferences, ...validAnswers(preferences, Date.now()) },
      };
      return next;
    });
    return next;
  };
  /** Takes in what other tabs and the storage know. */
  const sync = async () => {
    const known = await load();
    if (known.visit && known.visit.visitor !== visit.visitor) return renew();
    feed({ type: 'shared', ...known, preferences: validAnswers(known.preferences, Date.now()) });
  };
  // There from the start: another tab may be heard of while this one still recalls.
  let visit = fresh();
  let start = visit;
  const restart = (next: Visit) => {
    start = visit = next;
    signals = [];
  };
  /** Joins the visit there is, or begins another. Another shopper has signed in, or this one has come back. */
  const renew = async () => {
    restart(await recall(fresh()));
    begun();
  };
  /** Begins anew as if nothing had been. */
  const forget = async () => {
    await store.erase();
    restart(fresh());
    begun();
  };
  const save = guard(async () => {
    timer = undefined;
    ticks = 0;
    await memory.visit((kept) => (kept && kept.visitor !== visit.visitor ? kept : mergeVisits(kept ?? visit, visit)));
    store.put('visitor', visit.visitor);
    tabs?.postMessage(false);
  });
  /** `step`: the mind's own for what only it can judge. */
  const feed = <S extends Said>(
    said: S,
    step: (visit: Visit, signal: S & { at: number }, rules: Rules) => Step = advance as never,
  ): Showing | undefined => {
    const signal = { ...said, at: Date.now() };
    if (signals.length >= TAPE_SIGNALS) restart(visit);
    signals.push(signal as unknown as Signal);
    const { records, showing, visit: next } = step(visit, signal, rules);
    visit = next;
    for (const record of records) tell(record);
    // Offers are written where they are made and claimed; another tab may know better.
    if (said.type === 'outcome') memory.attention(() => ({ ...visit, offers: {} }));
    // Out of view it is written at once; work left over would keep the page out of the bfcache.
    if (said.type === 'hidden') store.put('visit', visit);
    else if (records.length || !SMALL.test(said.type) || (said.type !== 'shared' && ++ticks >= TICKS_UNSAVED))
      timer ??= setTimeout(save);
    if (visit.chance && said.type !== 'decide') chance();
    return showing;
  };

  restart(await recall(visit));
  return {
    visit: () => visit,
    feed,
    sync,
    tape: (): Tape => ({ v: 1, rules, start, signals: [...signals] }),
    /** Goes on with what was kept: consent has come. */
    async join() {
      restart(await recall(visit));
      save();
    },
    /** Leaves nothing behind, in any tab. */
    erase() {
      tabs?.postMessage(true);
      return forget();
    },
    /** Ends a visit that has rested too long, and begins another, or joins the one another tab has begun. */
    async rest() {
      if (resting || Date.now() - visit.at <= REST_MS) return;
      resting = true;
      await renew();
      resting = false;
    },
    /** The page goes, perhaps into the bfcache: a message to an open channel would throw it out of there. */
    pause() {
      store.put('visit', visit);
      timer = clearTimeout(timer) as undefined;
      tabs = tabs?.close() as undefined;
    },
  };
};

export type RunningVisit = Awaited<ReturnType<typeof runVisit>>;
