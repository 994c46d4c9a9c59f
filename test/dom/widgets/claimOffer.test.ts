import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Claim, ClaimDoor } from '../../../src/types';
import { claimOffer } from '../../../widgets/claimOffer';

const NOW = Date.UTC(2026, 10, 23, 10);
const points: Claim = { offer: 'o-1', campaign: 'limited-points', kind: 'points', amount: 500, endsAt: NOW + 60_000 };
const code: Claim = { ...points, kind: 'code', amount: 1 };
const door: ClaimDoor = { url: '/claim', offer: undefined, answered: () => {} };
const ask = (claim = points, more: Partial<ClaimDoor> = {}) => claimOffer({ ...door, ...more }, claim, Date.now);

type Answer = { body?: unknown; status?: number; headers?: Record<string, string> } | 'lost' | 'silent';

/** The shop's answers, one for each try; the last one for all that follow. */
const shop = (...answers: Answer[]) => {
  const fetch = vi.fn(async (_url: string, { signal }: RequestInit) => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'lost' || !answer) throw new TypeError('Failed to fetch');
    if (answer === 'silent')
      return new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    const { body = '', status = 200, headers } = answer;
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
};

/** What is answered in the end, and after how many ms. */
const settle = async <T>(asked: Promise<T>): Promise<[answer: T, ms: number]> => {
  const began = Date.now();
  let ended = -1;
  const answer = asked.then((value) => {
    ended = Date.now() - began;
    return value;
  });
  while (ended < 0) await vi.advanceTimersByTimeAsync(50);
  return [await answer, ended];
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  // No spread: waits are 500 ms and 2 s.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('by address', () => {
  test.each(['granted', 'refused', 'expired', 'already-used'] as const)('%s is the shop’s word', async (status) => {
    const fetch = shop({ body: { status }, status: status === 'granted' ? 200 : 400 });
    expect(await ask()).toEqual({ status, code: undefined, ahead: 0 });
    expect(fetch).toHaveBeenCalledTimes(1);
    const [url, { body, method, headers }] = fetch.mock.calls[0] as [string, RequestInit];
    expect([url, method]).toEqual(['/claim', 'POST']);
    // Any further header would have to be allowed by a shop on another origin.
    expect(headers).toEqual({ 'content-type': 'application/json' });
    expect(JSON.parse(`${body}`)).toEqual({ ...points, points: 500 });
  });

  test('only points are counted', async () => {
    const fetch = shop({ body: { status: 'refused' } });
    await ask({ ...points, kind: 'gift', amount: 1 });
    expect(JSON.parse(`${fetch.mock.calls[0]?.[1].body}`)).toMatchObject({ kind: 'gift', amount: 1, points: 0 });
  });

  test.each<[string, unknown]>([
    ['nothing', {}],
    ['null', 'null'],
    ['no JSON', '<h1>Welcome</h1>'],
    ['another word', { status: 'yes' }],
    ['our own word', { status: 'unreachable' }],
    ['a list', ['granted']],
  ])('%s is no answer, and asking again would bring no other', async (_, body) => {
    const fetch = shop({ body });
    expect(await ask()).toMatchObject({ status: 'unreachable' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['a lost answer', 'lost'],
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['429', { status: 429 }],
  ] satisfies [string, Answer][])('after %s it is asked again, with the same id', async (_, stumble) => {
    const fetch = shop(stumble, stumble, { body: { status: 'granted' } });
    expect(await settle(ask())).toEqual([{ status: 'granted', code: undefined, ahead: 0 }, 2500]);
    const ids = fetch.mock.calls.map(([, { body }]) => JSON.parse(`${body}`).offer);
    expect(ids).toEqual(['o-1', 'o-1', 'o-1']);
  });

  test('an error that says a status is an answer', async () => {
    const fetch = shop({ body: { status: 'refused' }, status: 503 });
    expect(await ask()).toMatchObject({ status: 'refused' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('three times, and no more', async () => {
    const fetch = shop('lost');
    expect(await settle(ask())).toMatchObject([{ status: 'unreachable' }, 2500]);
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  test('not all who failed together come back together', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    shop('lost');
    expect((await settle(ask()))[1]).toBe(1875);
  });

  test.each<[string, number, number]>([
    ['3', 2, 3000],
    [new Date(NOW + 4000).toUTCString(), 2, 4000],
    // Longer than anybody waits at a popup.
    ['30', 1, 0],
    // No time to speak of, or none at all: our own wait.
    ['0', 2, 500],
    ['soon', 2, 500],
  ])('Retry-After: %s', async (after, tries, ms) => {
    const fetch = shop({ status: 503, headers: { 'retry-after': after } }, { body: { status: 'granted' } });
    const [answer, took] = await settle(ask());
    expect(answer.status).toBe(tries > 1 ? 'granted' : 'unreachable');
    expect(fetch).toHaveBeenCalledTimes(tries);
    expect(took).toBe(ms);
  });

  test('ten seconds in all', async () => {
    const fetch = shop('lost', 'silent');
    expect(await settle(ask())).toMatchObject([{ status: 'unreachable' }, 10_000]);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test('a shop whose clock is ahead says so; one that is behind gives no time away', async () => {
    const at = (ms: number) => ({ date: new Date(NOW + ms).toUTCString() });
    shop({ body: { status: 'granted' }, headers: at(90_000) });
    expect(await ask()).toMatchObject({ ahead: 90_000 });
    shop({ body: { status: 'granted' }, headers: at(-90_000) });
    expect(await ask()).toMatchObject({ ahead: 0 });
    shop({ body: { status: 'granted' }, headers: { date: 'noon' } });
    expect(await ask()).toMatchObject({ ahead: 0 });
    shop({ body: {}, headers: at(5000) });
    expect(await ask()).toMatchObject({ status: 'unreachable', ahead: 5000 });
  });
});

test('an offer without an id could be granted twice: nobody is asked', async () => {
  const fetch = shop({ body: { status: 'granted' } });
  const callback = vi.fn();
  expect(await ask({ ...points, offer: '' }, { callback })).toEqual({ status: 'unreachable', ahead: 0 });
  expect(await ask({ ...points, offer: '' }, { url: '', callback })).toEqual({ status: 'unreachable', ahead: 0 });
  expect([fetch, callback].map((one) => one.mock.calls.length)).toEqual([0, 0]);
});

describe('a code', () => {
  test('is the one the shop says', async () => {
    shop({ body: { status: 'granted', code: ' SPRING-10 ' } });
    expect(await ask(code)).toMatchObject({ status: 'granted', code: 'SPRING-10' });
  });

  test.each([undefined, '', ' ', 10, {}, 'A\nB', 'A\u202eB', 'A\u200bB', 'x'.repeat(65)])(
    'granted without one that could be entered, %j, is no answer',
    async (told) => {
      shop({ body: { status: 'granted', code: told } });
      expect(await ask(code)).toEqual({ status: 'unreachable', ahead: 0 });
      // What needs none is granted all the same.
      expect(await ask()).toMatchObject({ status: 'granted', code: undefined });
    },
  );

  test('comes with nothing but a grant', async () => {
    shop({ body: { status: 'expired', code: 'SPRING-10' } });
    expect(await ask(code)).toMatchObject({ status: 'expired', code: undefined });
  });
});

describe('by callback', () => {
  const call = (callback: ClaimDoor['callback'], claim = points) => ask(claim, { url: '', callback });

  test('with the claim, once', async () => {
    const callback = vi.fn(async () => 'granted' as const);
    expect(await call(callback)).toMatchObject({ status: 'granted' });
    expect(callback.mock.calls).toEqual([[points]]);
    expect(await call(async () => ({ status: 'granted', code: 'A1' }), code)).toMatchObject({ code: 'A1' });
  });

  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
    ['says nothing', () => undefined],
    ['says something else', () => ({ status: 'sure' })],
    [
      'says what throws',
      () => ({
        get status() {
          throw new Error('no');
        },
      }),
    ],
  ])('that %s is out of reach', async (_, callback) => {
    expect(await call(callback as ClaimDoor['callback'])).toEqual({ status: 'unreachable', ahead: 0 });
  });

  test('that hangs is out of reach after ten seconds', async () => {
    expect(await settle(call(() => new Promise(() => {})))).toMatchObject([{ status: 'unreachable' }, 10_000]);
  });

  test('that is missing is out of reach, and nobody is asked', async () => {
    const fetch = shop({ body: { status: 'granted' } });
    expect(await call(undefined)).toMatchObject({ status: 'unreachable' });
    expect(fetch).not.toHaveBeenCalled();
  });

  test('is not asked where there is an address', async () => {
    const callback = vi.fn();
    shop({ body: { status: 'granted' } });
    await ask(points, { callback });
    expect(callback).not.toHaveBeenCalled();
  });
});
