import type { Claim, ClaimAnswer, ClaimDoor, ClaimReply } from '../src/types';

/** What came of it. `ahead`: by how many ms the shop's clock is ahead of this device's, as far as it tells. */
export interface Claimed {
  readonly status: ClaimAnswer;
  readonly code?: string;
  readonly ahead: number;
}

const ANSWERS: readonly ClaimReply['status'][] = ['granted', 'refused', 'expired', 'already-used'];

/** A shop that has not answered by then, however often it was asked, is told to the shopper as out of reach. */
const PATIENCE_MS = 10_000;
/** Before the second try, and before the third, which is the last. Judgement: a stumble is over, an outage is not. */
const WAITS_MS: readonly number[] = [500, 2000];
/** One line that can be read out and typed: nothing invisible, nothing that turns the direction. */
const CODE = /^[^\p{C}\p{Zl}\p{Zp}]{1,64}$/u;

/** The shop's answer, or nothing: who is promised a code and told "granted" without one has been told nothing. */
const readAnswer = (raw: unknown, { kind }: Claim): Omit<Claimed, 'ahead'> | undefined => {
  const { status: said, code: told } = Object(typeof raw === 'string' ? { status: raw } : raw);
  const status = ANSWERS.find((answer) => answer === said);
  const code = status === 'granted' && typeof told === 'string' && CODE.test(told.trim()) ? told.trim() : undefined;
  return status && !(status === 'granted' && kind === 'code' && !code) ? { status, code } : undefined;
};

/** `Retry-After` as seconds or as a date; else our own wait, spread so that not all who failed together come back together. */
const waitFor = (reply: Response | undefined, wait: number, now: number): number => {
  const after = reply?.headers.get('retry-after');
  const ms = after ? Number(after) * 1000 || Date.parse(after) - now : Number.NaN;
  return ms >= 0 ? ms : wait * (0.75 + Math.random() / 2);
};

const askAddress = async (url: string, claim: Claim, now: () => number, signal: AbortSignal): Promise<Claimed> => {
  const { kind, amount } = claim;
  const until = now() + PATIENCE_MS;
  let ahead = 0;
  for (const wait of [...WAITS_MS, 0]) {
    let reply: Response | undefined;
    try {
      reply = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...claim, points: kind === 'points' ? amount : 0 }),
        signal,
      });
      ahead = Math.max(ahead, Date.parse(reply.headers.get('date') ?? '') - now() || 0);
      const answer = readAnswer(await reply.json(), claim);
      if (answer) return { ...answer, ahead };
    } catch {}
    const isPassing = !reply || reply.status === 429 || reply.status >= 500;
    const pause = waitFor(reply, wait, now());
    if (!wait || !isPassing || signal.aborted || now() + pause > until) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return { status: 'unreachable', ahead };
};

/**
 * Asks the shop for what was offered, by its address or by its callback. The offer's id makes it idempotent: asking again
 * after a lost answer grants nothing twice. An address is asked up to three times where it could not be reached or says that
 * it is busy. `{ status }` in the reply is the truth, whatever the HTTP status says. Never rejects.
 */
export const claimOffer = async (
  { url, callback }: ClaimDoor,
  claim: Claim,
  now: () => number = Date.now,
): Promise<Claimed> => {
  const none: Claimed = { status: 'unreachable', ahead: 0 };
  // Without its id it could be granted twice.
  if (!claim.offer) return none;
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Claimed>((resolve) => {
    timer = setTimeout(() => {
      resolve(none);
      abort.abort();
    }, PATIENCE_MS);
  });
  const asked = async () => {
    if (url) return askAddress(url, claim, now, abort.signal);
    return { ...none, ...readAnswer(await callback?.(claim), claim) };
  };
  try {
    return await Promise.race([asked(), late]);
  } catch {
    return none;
  } finally {
    clearTimeout(timer);
  }
};
