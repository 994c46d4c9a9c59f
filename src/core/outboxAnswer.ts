import { type Entry, isDue, LONGEST_MS, type Outbox, rested } from './outbox';

/** How a try ended. */
export interface Answer {
  /** Of HTTP; 0: none came. */
  readonly status: number;
  /** The header as it came. */
  readonly retryAfter?: string | null;
}

/** Rests after the first, second … failure, with full jitter: up to 1, 2, 4, 8 s. */
const BASE_MS = 1000;
/** From the fifth on the breaker is open: most pages are left before more tries could help. */
const BREAKER = 5;
/** With jitter up to twice as long, so that not all shoppers come back at once. */
const OPEN_MS = 60_000;
/** Nobody is there, or nobody may: someone has to change something, and that takes its time. */
const CLOSED_MS = 36e5;

/** The batch itself is at fault, or one record of it. */
const REFUSED = [400, 413, 422];
/** It may be otherwise in a while. */
const LATER = [408, 425, 429];

type Verdict = 'taken' | 'refused' | 'later' | 'closed';

export const verdictOf = (status: number): Verdict => {
  if (status >= 200 && status < 300) return 'taken';
  if (REFUSED.includes(status)) return 'refused';
  return status < 400 || status >= 500 || LATER.includes(status) ? 'later' : 'closed';
};

/** Milliseconds to wait by `Retry-After`, seconds or a date; 0: it says nothing that can be understood. */
export const readRetryAfter = (header: string | null | undefined, now: number): number => {
  const wait = /^\s*\d+\s*$/.test(header ?? '') ? Number(header) * 1000 : Date.parse(header ?? '') - now;
  return Math.min(LONGEST_MS, Math.max(0, wait || 0));
};

/** `chance`: from 0 to below 1. */
const restMs = (failures: number, chance: number) =>
  failures < BREAKER ? chance * BASE_MS * 2 ** (failures - 1) : OPEN_MS * (1 + chance);

/** The outbox after these were sent and this was answered. What came in meanwhile stays. */
export const settle = (box: Outbox, sent: readonly Entry[], answer: Answer, now: number, chance: number): Outbox => {
  const verdict = verdictOf(answer.status);
  const failures = box.failures + 1;
  const isOpen = failures >= BREAKER;
  const ids = new Set(sent.map(({ id }) => id));
  const entries = box.entries.filter(({ id }) => !ids.has(id));
  if (verdict === 'taken') return { ...box, ...rested, entries, limit: Math.min(rested.limit, box.limit * 2) };
  // Halves until the one that is at fault is alone.
  if (verdict === 'refused' && sent.length > 1) return { ...box, limit: Math.ceil(sent.length / 2) };
  // Another tab may have been asked for a longer rest meanwhile.
  const was = isDue(box, now) ? rested : box;
  const rest = (ms: number, strict: boolean) => ({
    failures,
    until: Math.max(was.until, Math.ceil(now + ms)),
    strict: was.strict || strict,
  });
  if (verdict === 'refused') {
    const dropped = box.dropped + box.entries.length - entries.length;
    // Where one after the other is refused the receiver is at fault, and what is left shall not be lost to it.
    return { ...box, entries, dropped, ...rest(isOpen ? restMs(failures, chance) : 0, isOpen) };
  }
  // One record shall find out whether anybody is there again.
  if (verdict === 'closed') return { ...box, limit: 1, ...rest(CLOSED_MS, true) };
  const asked = readRetryAfter(answer.retryAfter, now);
  const limit = isOpen ? 1 : box.limit;
  return { ...box, limit, ...rest(Math.max(asked, restMs(failures, chance)), isOpen || asked > 0) };
};
