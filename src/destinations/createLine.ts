import type { Guard } from '../browser/guard';
import type { Warn } from '../browser/warn';
import type { Purpose } from '../consent/opinion';
import { shareOf } from '../core/holdout';
import { withoutAnswers } from '../core/withoutAnswers';
import type { AnswerValue, Preference, Visit, WaverRecord } from '../types';
import type { Call, Destination, Perform, Person } from './destination';
import { tellable } from './tellable';

/** What is granted, by purpose. */
export type Granted = Readonly<Record<Purpose, boolean>>;

export interface LineParts {
  readonly guard: Guard;
  readonly warn: Warn;
  readonly purposes: () => Granted;
  /** undefined: it has not begun. */
  readonly visit: () => Visit | undefined;
  /** The answers that are kept. */
  readonly preferences: () => Promise<readonly Preference[]>;
  /** An answer was handed over: to whom, by the label the shopper read, and when. */
  readonly shared: (key: string, label: string, at: number) => void;
  /** What a vendor knows of the shopper, of what the shop named. */
  readonly learn: (traits: Readonly<Record<string, string>>) => void;
}

interface Job {
  readonly calls: () => readonly Call[] | undefined;
  readonly record?: WaverRecord;
  /** Of the answer it tells of. */
  readonly key?: string;
  /** All its calls were made. */
  readonly done?: () => void;
}

/** What is kept for a vendor that is not there yet. Judgement: no page view tells more, and a leak would. */
const MOST = 100;
/** After 1, 2, 4, … 64 seconds a vendor that has not come is blocked; then it is looked for with each record only. */
const TRIES = 7;
/** In one task, so that a burst is no long one. */
const AT_ONCE = 10;

/**
 * The line to one destination: it keeps what is to be told until the vendor is there, tells it in a task of its own, and
 * whatever the vendor does there stays there. Nothing is kept or told without all purposes the destination needs.
 */
export const createLine = (destination: Destination, parts: LineParts) => {
  const { guard, warn, purposes, visit, preferences, shared, learn } = parts;
  const { name, options, answer, traits } = destination;
  const { label = destination.label, records = destination.records, sample = 1, beforeSend } = options;
  const { purposes: needs = destination.purposes } = options;
  let queue: Job[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let stopped = false;
  let asked = !options.learn || !traits;
  let who: Person | null = null;
  /** Grows when what was begun before must not go on. */
  let era = 0;
  /** When the answers were given that were handed over, or are about to be, by key. */
  const handed = new Map<string, number>();

  const trying = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      warn(`${name} threw`, error);
    }
  };
  const allowed = (granted: Granted, all = needs) =>
    all.every((purpose) => granted[purpose]) &&
    // Salted by the name: with the holdout's own draw, a sample would hold all of the one arm and a part of the other.
    shareOf(`${visit()?.visitor}${name}`) < sample;

  const make = ({ calls, record, done }: Job, perform: Perform) => {
    const made = (call: Call) =>
      trying(() => {
        const sent = beforeSend ? beforeSend(call, record) : call;
        if (!sent) return;
        // A vendor's promise that fails is the vendor's.
        Promise.resolve(perform(sent)).catch(() => {});
        return true;
      });
    const all = trying(calls) ?? [];
    if (all.map(made).every(Boolean) && all.length) done?.();
  };
  const drop = () => {
    clearTimeout(timer);
    queue = [];
    handed.clear();
    era++;
  };
  const later = (ms: number, again = 0) => {
    clearTimeout(timer);
    const run = guard(() => {
      tries += again;
      flush();
    });
    if (!stopped) timer = setTimeout(run, ms);
  };
  const flush = (most = AT_ONCE) => {
    if (!allowed(purposes())) return drop();
    if (asked && !queue.length) return;
    const perform = trying(destination.find);
    if (perform) {
      for (const job of queue.splice(0, most)) make(job, perform);
      const known = asked ? undefined : trying(() => traits?.(options.learn ?? []));
      if (known) {
        // Only what the shop has named, and only plain words: what a vendor knows is no business of ours.
        const plain = Object.entries(known).filter(([, value]) => /^(st|n|bo)/.test(typeof value));
        // Nothing yet: the shop may say later who it is, and a vendor may take its time to hear it.
        asked = plain.length > 0;
        learn(Object.fromEntries(plain.map(([key, value]) => [key, `${value}`])));
      }
    }
    if (perform && queue.length) later(0);
    else if ((queue.length || !asked) && tries < TRIES) later(1000 * 2 ** tries, 1);
  };
  const push = (job: Job) => {
    queue = [...queue, job].slice(-MOST);
    later(0);
  };
  const giveAnswer = (key: string, value: AnswerValue | null, from?: Preference) => {
    const name = `waver_${key.replace(/-/g, '_')}`;
    const properties = {
      [name]: value,
      [`${name}_question`]: from?.question ?? null,
      [`${name}_purpose`]: from?.purpose ?? null,
      [`${name}_given_at`]: from ? new Date(from.givenAt).toISOString() : null,
    };
    const done = () => from && shared(key, label, Date.now());
    // One that still waits is out of date.
    queue = queue.filter((job) => job.key !== key);
    push({ calls: () => answer?.({ key, value, properties }), key, done });
  };
  /** Hands over what was answered since it was last handed over, of what the shopper agreed to share with this tool. */
  const share = guard(async () => {
    if (!answer || !allowed(purposes()) || !Object.keys(visit()?.preferences ?? {}).length) return;
    const mine = era;
    const all = await preferences();
    // Erased, or another shopper's, since.
    if (mine !== era) return;
    for (const one of all) {
      const { key, givenAt, expiresAt, sharedWith, shared: before = [] } = one;
      // A record that was spoilt on the device is nobody's answer.
      if (expiresAt <= Date.now() || !sharedWith?.includes?.(label) || !(givenAt > 0)) continue;
      const known =
        [before].flat().some((each) => each?.with === label && each.at >= givenAt) || handed.get(key) === givenAt;
      handed.set(key, givenAt);
      if (!known) giveAnswer(key, one.value, one);
    }
  });

  const sayWho = () => {
    const person = who;
    const may = () => allowed(purposes(), [...needs, 'marketing']);
    if (!person || !options.identify || !may()) return;
    who = null;
    // Asked again when it is told: the vendor may have come late.
    push({ calls: () => (may() && destination.person?.(person)) || [] });
  };

  return {
    /** `granted`: what was, when it was told. */
    hear(record: WaverRecord, granted: Granted) {
      const { type } = record;
      if (!allowed(granted)) return;
      if (type === 'preference' && record.value === null) {
        // Taken back: what was told of it is, too.
        if (handed.delete(record.key)) giveAnswer(record.key, null);
      } else if (/^(re|pre)/.test(type)) {
        share();
        if (!asked) later(0);
      } else if (records.includes(type)) {
        // Answers are no events: whoever may have one is told it as what it is.
        const told = tellable(withoutAnswers(record), options);
        if (told) push({ calls: () => destination.calls(told), record: told.record });
      }
    },
    consentChanged(granted: Granted) {
      if (!allowed(granted)) return drop();
      share();
      sayWho();
      later(0);
    },
    identify(person: Person | null) {
      who = person;
      // Of another shopper nothing goes to this one's profile, and nothing is taken back there.
      queue = queue.filter(({ record }) => record);
      handed.clear();
      era++;
      // What the vendor knew was of another.
      if (person) asked = !options.learn || !traits;
      share();
      sayWho();
      later(0);
    },
    /** The shopper has erased everything: what waits is dropped, and what was handed over is taken back. */
    forget() {
      const keys = [...handed.keys()];
      const may = allowed(purposes());
      drop();
      if (may) for (const key of keys) giveAnswer(key, null);
    },
    /** The page goes: what the vendor can still be told, it is told. */
    flush: () => flush(MOST),
    stop() {
      stopped = true;
      drop();
    },
  };
};

export type Line = ReturnType<typeof createLine>;
