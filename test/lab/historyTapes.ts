import { advance } from '../../src/core/advance';
import { judge } from '../../src/core/judge';
import { REST_MS, startVisit } from '../../src/core/visit';
import type { Clock, Rules, Signal, Tape, Visit, WaverRecord } from '../../src/types';

/** One shopper's clicks, add-to-carts and orders, as the OTTO data set has them. */
export interface History {
  readonly session: number | string;
  readonly events: readonly Event[];
}
export interface Event {
  readonly aid: number;
  readonly ts: number;
  readonly type: 'clicks' | 'carts' | 'orders';
}

/**
 * How long after a click somebody is taken to be attentive, at most: where there is much to read, the tag counts 15 s
 * after the last input (src/signals/attention.ts), and between two clicks no other input is known.
 */
const ATTENTIVE_S = 15;

const STEPS = ['clicks', 'carts', 'orders'];
/** Events of one millisecond in the order they must have happened in; and the same however the lines stand. */
const inOrder = (events: readonly Event[]): Event[] =>
  [...events].sort((a, b) => a.ts - b.ts || STEPS.indexOf(a.type) - STEPS.indexOf(b.type) || a.aid - b.aid);

/** Cut where the shopper rested for more than half an hour. */
const cutIntoVisits = (events: readonly Event[]): Event[][] => {
  const visits: Event[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const event of inOrder(events)) {
    if (event.ts - last > REST_MS) visits.push([]);
    visits.at(-1)?.push(event);
    last = event.ts;
  }
  return visits;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** In UTC: what the hour means to a model is not the matter here. */
const clockAt = (at: number): Clock => {
  const date = new Date(at);
  return {
    hour: date.getUTCHours(),
    weekend: date.getUTCDay() % 6 ? 0 : 1,
    month: MONTHS[date.getUTCMonth()] as string,
  };
};

/**
 * Signals of one visit. A click opens an article's page, a cart is a piece more than this visit had put in before (what
 * was taken out, and what was in it from before, nobody wrote down), orders of one instant are one order.
 */
const signalsOf = (name: string, events: readonly Event[], tellsCarts: boolean): Signal[] => {
  let count = 0;
  let views = 0;
  const first = events[0] as Event;
  const open = (at: number, path: string, kind: 'product' | 'other'): Signal => {
    views++;
    return { type: 'page', at, view: `${name}-${views}`, path, kind };
  };
  // Who begins with an order or a cart is on some page that nobody wrote down.
  const signals: Signal[] = first.type === 'clicks' ? [] : [open(first.ts, '/', 'other')];
  events.forEach(({ aid, ts: at, type }, i) => {
    if (type === 'clicks') signals.push(open(at, `/article/${aid}`, 'product'));
    else if (type === 'carts') {
      signals.push({ type: 'cart', at, cart: { count: ++count, source: 'shop' } });
      if (tellsCarts) signals.push({ type: 'custom', at, name: 'added-to-cart' });
    } else if (events[i - 1]?.type !== 'orders' || events[i - 1]?.ts !== at)
      signals.push({ type: 'purchase', at, order: `${name}-${at}` });
    const next = events[i + 1]?.ts ?? at;
    const seconds = Math.min(ATTENTIVE_S, Math.floor((next - at) / 1000));
    for (let second = 1; second <= seconds; second++) signals.push({ type: 'tick', at: at + 1000 * second });
  });
  return [...signals, { type: 'leave', at: (events.at(-1) as Event).ts + REST_MS }];
};

/** As `recall` in src/runVisit.ts begins a visit after one that is over. */
const begin = (name: string, visitor: string, at: number, kept?: Visit): Visit => {
  const fresh = startVisit(kept ? name : visitor, visitor, at);
  if (!kept) return fresh;
  const { at: before, history, offers, preferences, orders, forecasts } = kept;
  return { ...fresh, before, history, offers, preferences, orders, forecasts };
};

/**
 * One shopper's visits as tapes, each from what is kept of those before. At every chance the mind is asked, as the tag
 * does, and a popup that is due is seen; `records` is what was told while the tape was made. `tellsCarts`: the shop tells
 * a moment of its own with each add-to-cart, since clicks alone hardly complete one of Waver's.
 */
export const historyTapes = (
  { session, events }: History,
  rules: Rules,
  tellsCarts = false,
): { tape: Tape; records: WaverRecord[]; end: Visit }[] => {
  let kept: Visit | undefined;
  return cutIntoVisits(events).map((visited, i) => {
    const name = `${session}-${i}`;
    const start = begin(name, `shopper-${session}`, (visited[0] as Event).ts, kept);
    const signals: Signal[] = [];
    const records: WaverRecord[] = [];
    let visit = start;
    const feed = (signal: Signal) => {
      signals.push(signal);
      const step = signal.type === 'decide' ? judge(visit, signal, rules) : advance(visit, signal, rules);
      records.push(...step.records);
      visit = step.visit;
      const { at } = signal;
      if (step.showing) {
        const { campaign, intent } = step.showing;
        feed({ type: 'outcome', at, outcome: 'shown', campaign, intent });
      }
      if (visit.chance && signal.type !== 'decide')
        feed({ type: 'decide', at, busy: null, canKeep: true, clock: clockAt(at) });
    };
    for (const signal of signalsOf(name, visited, tellsCarts)) {
      // The rest is over when the next visit begins: what is kept is the visit as it was left.
      if (signal.type === 'leave') kept = visit;
      feed(signal);
    }
    return { tape: { v: 1, rules, start, signals }, records, end: visit };
  });
};
