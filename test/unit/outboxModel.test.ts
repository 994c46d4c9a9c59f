import { describe, expect, test } from 'vitest';
import {
  addToOutbox,
  BATCH_RECORDS,
  type Entry,
  emptyOutbox,
  isDue,
  MOST_BYTES,
  MOST_RECORDS,
  mayBeacon,
  nextBatch,
  type Outbox,
  readOutbox,
  wakeOutbox,
} from '../../src/core/outbox';
import { type Answer, readRetryAfter, settle } from '../../src/core/outboxAnswer';

/**
 * Random histories of telling, sending, killing, losing the network and a receiver that fails in every way, played against
 * a model that keeps its own account of every record. What the account does not allow is an error; wrong cores are played
 * as well, and each must be found out.
 */

const core = { addToOutbox, isDue, mayBeacon, nextBatch, readOutbox, settle, wakeOutbox };
type Core = typeof core;

const HISTORIES = 5000;
const STEPS = 50;
const TO = 'https://shop.example';

/** Mulberry32. */
const chanceFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** `undefined`: what the receiver does with a batch is drawn for each. */
const ANSWERS: readonly (Answer & { readonly hears?: boolean })[] = [
  { status: 202, hears: true },
  { status: 202, hears: true },
  { status: 0 },
  // It took the batch, and the answer was lost on the way.
  { status: 0, hears: true },
  { status: 500 },
  { status: 503, retryAfter: '30' },
  { status: 429, retryAfter: '5' },
  { status: 401 },
  { status: 400 },
];

interface Tab {
  fresh: Entry[];
  /** On its way, with the lock held. */
  sent?: readonly Entry[];
}

const play = (by: Core, seed: number): { kept: number; raw: number; dropped: number; tries: number } => {
  const chance = chanceFrom(seed);
  const upTo = (most: number) => Math.floor(chance() * most);
  const fail = (what: string): never => {
    throw new Error(`history ${seed}: ${what}`);
  };
  /** In few of them more is told than there is room for: these take long. */
  const isCrowded = seed % 250 === 0;
  /** Without locks each tab sends. */
  const hasLocks = seed % 4 > 0;
  let now = 1e12;
  let told = 0;
  let tries = 0;
  let disk = emptyOutbox(TO);
  let tabs: Tab[] = [{ fresh: [] }];
  /** When the receiver wants to be asked again. */
  let quietUntil = 0;
  /** In the order in which they were kept. */
  const kept = new Map<string, number>();
  const raw: string[] = [];
  const received = new Set<string>();
  let acknowledged = -1;
  const refusals = new Map<string, number>();
  const gone = new Set<string>();

  const numberOf = (id: string) => Number(id.slice(1));
  const isPoison = ({ id }: Entry) => numberOf(id) % 41 === 40;
  const take = (batch: readonly Entry[]) => {
    for (const { id } of batch) {
      raw.push(id);
      received.add(id);
    }
  };
  /** Every change of what is kept passes here: who leaves needs a reason. */
  const commit = (next: Outbox, taken: readonly Entry[] = [], fresh: readonly Entry[] = []) => {
    const stays = new Set([...next.entries, ...taken].map(({ id }) => id));
    const left = [...disk.entries, ...fresh].filter(({ id }) => !stays.has(id));
    for (const { id } of left) gone.add(id);
    const counted = next.dropped - disk.dropped;
    if (counted !== left.length) fail(`${left.length} records went and ${counted} were counted`);
    if (next.entries.length > MOST_RECORDS) fail('more records than there is room for');
    if (next.entries.reduce((sum, { text }) => sum + text.length, 0) > MOST_BYTES)
      fail('more bytes than there is room for');
    // As storage gives it back.
    disk = by.readOutbox(JSON.parse(JSON.stringify(next)), TO);
    if (disk.entries.length !== next.entries.length) fail('storage was not believed');
  };
  const store = (tab: Tab) => {
    const { fresh } = tab;
    tab.fresh = [];
    for (const { id } of fresh) kept.set(id, kept.size);
    commit(by.addToOutbox(disk, fresh), [], fresh);
  };
  const tell = (tab: Tab) => {
    const many = isCrowded && upTo(4) === 0 ? 200 : 1 + upTo(4);
    for (let i = 0; i < many; i++) {
      const id = `r${told++}`;
      const text = JSON.stringify({ id, pad: 'x'.repeat(upTo(isCrowded ? 900 : 300)) });
      tab.fresh.push({ id, type: chance() < 0.5 ? 'moment' : 'decision', text });
    }
  };
  const send = (tab: Tab) => {
    if ((hasLocks ? tabs : [tab]).some(({ sent }) => sent) || !by.isDue(disk, now)) return;
    store(tab);
    const batch = by.nextBatch(disk);
    if (!batch.length) return;
    if (batch.length > BATCH_RECORDS) fail('a batch of too many');
    if (now < quietUntil) fail('sent in the time the receiver asked for');
    tab.sent = batch;
    tries++;
  };
  const answer = (tab: Tab, calm: boolean) => {
    const { sent } = tab;
    if (!sent) return;
    tab.sent = undefined;
    const drawn = calm ? ANSWERS[0] : ANSWERS[upTo(ANSWERS.length)];
    const reply = sent.some(isPoison) && drawn?.hears ? { status: 422 } : (drawn ?? { status: 0 });
    if ('hears' in reply && reply.hears) take(sent);
    const isRefused = reply.status === 400 || reply.status === 422;
    if (isRefused)
      for (const { id } of sent) {
        refusals.set(id, (refusals.get(id) ?? 0) + 1);
        // Each refusal halves the batch, and a batch that is taken doubles it.
        if ((refusals.get(id) ?? 0) > 40) fail(`${id} is tried for ever`);
      }
    const isTaken = reply.status === 202;
    if (isTaken) quietUntil = 0;
    if (isTaken && hasLocks)
      for (const { id } of sent) {
        const place = kept.get(id) ?? fail(`${id} was sent before it was kept`);
        if (place < acknowledged) fail(`${id} came after what was told later`);
        acknowledged = place;
      }
    if ('retryAfter' in reply) quietUntil = now + readRetryAfter(reply.retryAfter, now);
    const before = disk;
    const next = by.settle(disk, sent, reply, now, chance());
    if (isRefused && sent.length > 1 && next.dropped > before.dropped) fail('a batch was dropped for one record');
    if (!isTaken && !isRefused && next.until <= now && chance() > 0) fail('a failure without a rest');
    commit(next, isTaken ? sent : []);
    if (!isTaken && !isRefused && disk.until - now > 36e5 + 1) fail('a rest without an end');
  };
  const beacon = (tab: Tab) => {
    const waiting = by.addToOutbox(disk, tab.fresh);
    if (!by.mayBeacon(waiting, now)) return;
    if (now < quietUntil) fail('a beacon in the time the receiver asked for');
    const batch = by.nextBatch(waiting);
    if (chance() < 0.7 && !batch.some(isPoison)) take(batch);
  };

  for (let step = 0; step < STEPS; step++) {
    const at = upTo(tabs.length);
    const tab = tabs[at] ?? fail('no tab');
    const what = upTo(12);
    if (what < 3) tell(tab);
    else if (what < 5) store(tab);
    else if (what < 7) send(tab);
    else if (what < 9) answer(tab, false);
    else if (what === 9) {
      beacon(tab);
      // Left, killed, or only out of view.
      if (chance() < 0.7) tabs = tabs.filter((one) => one !== tab);
      else tab.sent = undefined;
    } else if (what === 10) now += upTo(chance() < 0.2 ? 4e6 : 5000);
    else commit(by.wakeOutbox(disk));
    if (tabs.length < 2 && chance() < 0.3) tabs.push({ fresh: [] });
    if (!tabs.length) tabs.push({ fresh: [] });
  }

  // The receiver is well again: everything that is kept comes in, in so many tries.
  const last: Tab = { fresh: [] };
  tabs = [last];
  for (let i = 0; disk.entries.length; i++) {
    if (i > 1500) fail(`${disk.entries.length} records never go`);
    if (!by.isDue(disk, now)) now = Math.max(now, disk.until);
    send(last);
    answer(last, true);
  }
  for (const id of kept.keys()) if (!received.has(id) && !gone.has(id)) fail(`${id} was kept and is lost`);
  return { kept: kept.size, raw: raw.length, dropped: disk.dropped, tries };
};

test(`${HISTORIES} histories: what was kept comes in or is counted, in order, within bounds, and never against a rest`, () => {
  const sum = { kept: 0, raw: 0, dropped: 0, tries: 0 };
  for (let seed = 0; seed < HISTORIES; seed++) {
    const one = play(core, seed);
    for (const key of ['kept', 'raw', 'dropped', 'tries'] as const) sum[key] += one[key];
  }
  // That the histories are about something.
  expect(sum.kept).toBeGreaterThan(HISTORIES * 20);
  expect(sum.dropped).toBeGreaterThan(HISTORIES / 10);
  expect(sum.raw).toBeGreaterThan(sum.kept);
  expect(sum.tries).toBeGreaterThan(HISTORIES * 5);
}, 180_000);

const taken = { status: 202 };
const mutants: Readonly<Record<string, Partial<Core>>> = {
  'what was sent is removed by its place': {
    settle: (box, sent, answer, now, chance) =>
      answer.status === 202
        ? { ...settle(box, [], answer, now, chance), entries: box.entries.slice(sent.length) }
        : settle(box, sent, answer, now, chance),
  },
  'what is not there any more is taken for acknowledged with all the rest': {
    settle: (box, sent, answer, now, chance) =>
      settle(box, answer.status === 202 ? box.entries : sent, answer, now, chance),
  },
  'no answer is taken for a good one': {
    settle: (box, sent, answer, now, chance) => settle(box, sent, answer.status ? answer : taken, now, chance),
  },
  'an error of the server is taken for a good answer': {
    settle: (box, sent, answer, now, chance) => settle(box, sent, answer.status === 500 ? taken : answer, now, chance),
  },
  'a batch is dropped for one record': {
    settle: (box, sent, answer, now, chance) =>
      answer.status === 422
        ? {
            ...box,
            entries: box.entries.filter((one) => !sent.includes(one)),
            dropped: box.dropped + box.entries.filter((one) => sent.includes(one)).length,
          }
        : settle(box, sent, answer, now, chance),
  },
  'what is refused is tried again and again': {
    settle: (box, sent, answer, now, chance) =>
      settle(box, sent, answer.status === 422 ? { status: 500 } : answer, now, chance),
  },
  'what is refused alone is not counted': {
    settle: (box, sent, answer, now, chance) => ({
      ...settle(box, sent, answer, now, chance),
      dropped: box.dropped,
    }),
  },
  'Retry-After is not read': {
    settle: (box, sent, { status }, now, chance) => settle(box, sent, { status }, now, chance),
  },
  'a beacon breaks the rest that was asked for': { mayBeacon: ({ entries }) => entries.length > 0 },
  'a failure is tried again at once': {
    settle: (box, sent, answer, now, chance) => ({ ...settle(box, sent, answer, now, chance), until: 0 }),
  },
  'being online again breaks any rest': { wakeOutbox: (box) => ({ ...box, failures: 0, until: 0 }) },
  'the breaker never closes': {
    settle: (box, sent, answer, now, chance) => {
      const next = settle(box, sent, answer, now, chance);
      return next.strict ? { ...next, until: now + 864e5 } : next;
    },
  },
  'what is new goes first': {
    addToOutbox: (box, fresh) => {
      const { entries, ...next } = addToOutbox({ ...box, entries: [...fresh, ...box.entries] }, []);
      return { ...next, entries };
    },
  },
  'what has no room is not counted': {
    addToOutbox: (box, fresh) => ({ ...addToOutbox(box, fresh), dropped: box.dropped }),
  },
  'there is always room': { addToOutbox: (box, fresh) => ({ ...box, entries: [...box.entries, ...fresh] }) },
  'a batch is all there is': { nextBatch: ({ entries }) => entries },
  'storage is read without its last record': {
    readOutbox: (raw, to) => {
      const box = readOutbox(raw, to);
      return { ...box, entries: box.entries.slice(0, -1) };
    },
  },
};

describe('wrong cores are found out', () => {
  test.each(Object.entries(mutants))(
    '%s',
    (_, wrong) => {
      const isFound = () => {
        for (let seed = 0; seed < HISTORIES; seed++) play({ ...core, ...wrong }, seed);
      };
      expect(isFound).toThrow(/^history \d+: /);
    },
    180_000,
  );
});
