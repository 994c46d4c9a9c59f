import { afterEach, expect, test, vi } from 'vitest';
import { claimOffer } from '../../../widgets/claimOffer';

const offer = { id: 'o-1', points: 500, endsAt: 9, state: 'open' } as const;
const door = { url: '/claim', offer, answered: () => {} };
const reply = (body: unknown, ok = true) => vi.fn(async (..._: unknown[]) => ({ ok, json: async () => body }));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each(['granted', 'refused', 'expired', 'already-used'] as const)('%s is the shop’s word', async (status) => {
  const fetch = reply({ status }, status === 'granted');
  vi.stubGlobal('fetch', fetch);
  expect(await claimOffer(door, 'limited-points')).toBe(status);
  const [url, { body, method }] = fetch.mock.calls[0] as [string, { body: string; method: string }];
  expect([url, method]).toEqual(['/claim', 'POST']);
  expect(JSON.parse(body)).toEqual({ offer: 'o-1', campaign: 'limited-points', points: 500, endsAt: 9 });
});

test.each([{}, null, { status: 'yes' }, { status: 'unreachable' }])('%j is no answer', async (body) => {
  vi.stubGlobal('fetch', reply(body));
  expect(await claimOffer(door, 'c')).toBe('unreachable');
});

test('a shop that cannot be reached, or does not answer in ten seconds', async () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
  );
  const answer = claimOffer(door, 'c');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toBe('unreachable');
  expect(vi.getTimerCount()).toBe(0);
});

test('asks nobody without an offer or an address', async () => {
  const fetch = reply({ status: 'granted' });
  vi.stubGlobal('fetch', fetch);
  expect(await claimOffer({ ...door, url: '' }, 'c')).toBe('refused');
  expect(await claimOffer({ ...door, offer: undefined }, 'c')).toBe('refused');
  expect(fetch).not.toHaveBeenCalled();
});
