import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPoints } from '../../demo/points.mjs';
import { startDemo } from '../../demo/server.mjs';

/** The demo shop's claim: what docs/CAMPAIGNS.md asks of a shop, done by one. */

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A Monday, noon in the shop's zone. */
const NOON = Date.UTC(2026, 10, 23, 17);

const claimOf = (offer: string, endsAt: number, more: object = {}) => ({
  offer,
  campaign: 'limited-points',
  kind: 'points',
  amount: 200,
  points: 200,
  endsAt,
  ...more,
});
const countBy = (answers: readonly { status: string; again?: boolean }[]) => {
  const counts: Record<string, number> = {};
  for (const { status, again } of answers) {
    const key = again ? `${status} again` : status;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

describe('over the wire, a thousand at once', { timeout: 60_000 }, () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  beforeEach(async () => {
    demo = await startDemo({ port: 0, quiet: true });
  });
  afterEach(() => demo.close());

  /** The cookie that the shop gives whoever comes to the cart. */
  const shopper = async () => {
    const { headers } = await fetch(`${demo.url}/cart`);
    const cookie = headers.getSetCookie().find((one) => one.startsWith('shopper='));
    expect(cookie).toMatch(/HttpOnly/i);
    return `${cookie}`.split(';')[0] as string;
  };
  const claim = async (offer: string, cookie?: string) => {
    const reply = await fetch(`${demo.url}/points/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify(claimOf(offer, Date.now() + 5 * MINUTE)),
    });
    return (await reply.json()) as { status: string; again?: boolean };
  };
  const thousand = (ask: (at: number) => ReturnType<typeof claim>) =>
    Promise.all(Array.from({ length: 1000 }, (_, at) => ask(at)));

  test('who only looks around is given no cookie', async () => {
    for (const path of ['/', '/shop', '/public/shop.css']) {
      const { headers } = await fetch(demo.url + path);
      expect(headers.getSetCookie().filter((one) => one.startsWith('shopper='))).toEqual([]);
    }
  });

  test('one id, from anybody: granted once', async () => {
    expect(countBy(await thousand(() => claim('o-1')))).toEqual({ granted: 1, 'already-used': 999 });
  });

  test('one id, from one shopper whose answers were lost: one grant, told again', async () => {
    const cookie = await shopper();
    expect(countBy(await thousand(() => claim('o-1', cookie)))).toEqual({ granted: 1, 'granted again': 999 });
    // It was one grant: two more of the three a day are left.
    expect(countBy(await thousand((at) => claim(`o-2-${at}`, cookie)))).toEqual({ granted: 2, refused: 998 });
  });

  test('a thousand ids of one shopper stay within the day’s budget', async () => {
    const cookie = await shopper();
    expect(countBy(await thousand((at) => claim(`o-${at}`, cookie)))).toEqual({ granted: 3, refused: 997 });
  });

  test('whoever throws the cookie away, or forges one, is one shopper with all who do', async () => {
    const cookies = [undefined, 'shopper=', 'shopper=me', `${await shopper()}x`];
    const answers = await thousand((at) => claim(`o-${at}`, cookies[at % cookies.length]));
    expect(countBy(answers)).toEqual({ granted: 3, refused: 997 });
  });

  test('five hundred shoppers with two ids each stay within the day’s budget of all', async () => {
    const cookies = await Promise.all(Array.from({ length: 500 }, shopper));
    expect(countBy(await thousand((at) => claim(`o-${at}`, cookies[at >> 1])))).toEqual({ granted: 100, refused: 900 });
  });
});

describe('the ledger', () => {
  const ledger = () => {
    let now = NOON;
    const wait = (ms: number) => {
      now += ms;
    };
    return { points: createPoints(() => now), wait };
  };

  test.each([
    null,
    'granted',
    {},
    claimOf('', NOON),
    claimOf('o'.repeat(101), NOON),
    claimOf('o 1', NOON),
    claimOf('o-1', Number.NaN),
    { ...claimOf('o-1', NOON), points: '200' },
    { ...claimOf('o-1', NOON), campaign: undefined },
    claimOf('o-1', NOON + MINUTE, { kind: 'gift' }),
  ])('what is no claim is refused: %j', (body) => {
    expect(ledger().points.claim(body, 'ada')).toEqual({ status: 'refused' });
  });

  test('the amount is the shop’s, whatever the browser says; a claim of an earlier version has no kind', () => {
    const { points } = ledger();
    const greedy = { ...claimOf('o-1', NOON + MINUTE, { amount: 1e6, points: 1e6 }), kind: undefined };
    expect(points.claim(greedy, 'ada')).toEqual({ status: 'granted', points: 200 });
    expect(points.held('o-1')).toBe(200);
  });

  test('until the deadline and not after it', () => {
    const { points, wait } = ledger();
    wait(5 * MINUTE);
    expect(points.claim(claimOf('o-1', NOON + 5 * MINUTE - 1), 'ada')).toEqual({ status: 'expired' });
    expect(points.claim(claimOf('o-2', NOON + 5 * MINUTE), 'bob')).toMatchObject({ status: 'granted' });
  });

  test('no deadline beyond the longest the shop offers, and none that moves', () => {
    const { points, wait } = ledger();
    for (let i = 0; i < 3; i++) points.claim(claimOf(`used-${i}`, NOON + DAY), 'ada');
    expect(points.claim(claimOf('o-1', NOON + 400 * DAY), 'ada')).toEqual({ status: 'refused' });
    wait(20 * MINUTE + 1);
    expect(points.claim(claimOf('o-1', NOON + 400 * DAY), 'ada')).toEqual({ status: 'expired' });
  });

  test('a browser that was made to forget gets no further deadline that day', () => {
    const { points, wait } = ledger();
    expect(points.claim(claimOf('o-1', NOON + MINUTE), 'ada')).toMatchObject({ status: 'granted' });
    wait(10 * MINUTE);
    expect(points.claim(claimOf('o-2', NOON + 30 * MINUTE), 'ada')).toEqual({ status: 'expired' });
    expect(points.claim(claimOf('o-3', NOON + 30 * MINUTE), 'bob')).toMatchObject({ status: 'granted' });
  });

  test('spent is spent, and nobody else’s is given', () => {
    const { points } = ledger();
    points.claim(claimOf('o-1', NOON + MINUTE), 'ada');
    expect(points.claim(claimOf('o-1', NOON + MINUTE), 'bob')).toEqual({ status: 'already-used' });
    points.spend('o-1');
    expect(points.claim(claimOf('o-1', NOON + MINUTE), 'ada')).toEqual({ status: 'already-used' });
    expect(points.held('o-1')).toBe(0);
    expect(points.held('never')).toBe(0);
    points.spend('never');
  });

  test('the answer is told again to whom it was given, not to who asked first', () => {
    const { points } = ledger();
    for (let i = 0; i < 3; i++) points.claim(claimOf(`used-${i}`, NOON + MINUTE), 'ada');
    expect(points.claim(claimOf('o-1', NOON + MINUTE), 'ada')).toEqual({ status: 'refused' });
    expect(points.claim(claimOf('o-1', NOON + MINUTE), 'bob')).toEqual({ status: 'granted', points: 200 });
    expect(points.claim(claimOf('o-1', NOON + MINUTE), 'bob')).toEqual({ status: 'granted', points: 200, again: true });
    expect(points.claim(claimOf('o-1', NOON + MINUTE), 'ada')).toEqual({ status: 'already-used' });
  });

  test('the day is the shop’s: its budget begins anew at its midnight, and what is held stays', () => {
    const { points, wait } = ledger();
    const grants = (day: string) => {
      const answers = Array.from({ length: 150 }, (_, at) =>
        points.claim(claimOf(`${day}-${at}`, NOON + 3 * DAY), `${day}-${at}`),
      );
      return countBy(answers);
    };
    expect(grants('monday')).toEqual({ granted: 100, refused: 50 });
    // 23:59 in New York, where it is Tuesday in London already.
    wait(12 * 60 * MINUTE - MINUTE);
    expect(grants('late')).toEqual({ refused: 150 });
    wait(MINUTE);
    expect(grants('tuesday')).toEqual({ granted: 100, refused: 50 });
    expect(points.held('monday-0')).toBe(200);
    wait(2 * DAY);
    grants('thursday');
    expect(points.held('monday-0')).toBe(0);
  });

  test('invented ids do not fill the memory', () => {
    const { points, wait } = ledger();
    for (let at = 0; at < 10_000; at++) points.claim(claimOf(`new-${at}`, NOON + MINUTE), `s-${at}`);
    expect(points.claim(claimOf('new-10000', NOON + MINUTE), 'ada')).toEqual({ status: 'refused' });
    // Theirs have passed: the next shopper is not the one to pay for it.
    wait(2 * MINUTE);
    expect(points.claim(claimOf('honest', NOON + 3 * MINUTE), 'bea')).not.toEqual({ status: 'expired' });
    // What was granted is not granted again, however long ago.
    wait(5 * DAY);
    expect(points.claim(claimOf('new-0', NOON + 9 * DAY), 'cyd')).toEqual({ status: 'already-used' });
  });
});
