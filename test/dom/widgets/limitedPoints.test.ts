import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClaimAnswer } from '../../../src/types';
import { closeAll, host, NOW, open, part, parts, text } from './stage';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  document.body.innerHTML = '';
});
afterEach(() => {
  closeAll();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const offer = (lasts = 20 * MINUTE) =>
  open(
    { popup: 'limited-points', points: 1500, endsAt: NOW + lasts },
    {
      now: () => Date.now(),
      claim: {
        url: '/claim',
        offer: { id: 'o', points: 1500, endsAt: NOW + lasts, state: 'open' },
        answered: vi.fn(),
      },
    },
  );

/** The shop answers when told to. */
const shop = () => {
  const answers: ((status: ClaimAnswer) => void)[] = [];
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise((resolve, reject) => {
        answers.push((status) =>
          status === 'unreachable' ? reject(new Error('offline')) : resolve({ json: async () => ({ status }) }),
        );
      }),
  );
  return async (status: ClaimAnswer) => {
    answers.shift()?.(status);
    await vi.advanceTimersByTimeAsync(0);
  };
};

test('tells the points, until when, and the time left', async () => {
  await offer();
  expect(text('title')).toBe('1,500 points for this order');
  expect(text('body')).toMatch(/until \d\d:\d\d today/);
  expect(text('timer')).toBe('20 minutes left');
  expect(part('timer').getAttribute('role')).toBe('timer');
});

test('counts minutes, seconds in the last, and is gone when it ends', async () => {
  const { door } = await offer(3 * MINUTE + 20_000);
  expect(text('timer')).toBe('4 minutes left');
  vi.advanceTimersByTime(19_999);
  expect(text('timer')).toBe('4 minutes left');
  vi.advanceTimersByTime(1);
  expect(text('timer')).toBe('3 minutes left');
  vi.advanceTimersByTime(2 * MINUTE);
  expect(text('timer')).toBe('60 seconds left');
  vi.advanceTimersByTime(15_000);
  expect(text('timer')).toBe('45 seconds left');
  vi.advanceTimersByTime(44_999);
  expect(door.end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(door.end.mock.calls).toEqual([['expired']]);
  expect(host()).toBe(null);
  expect(vi.getTimerCount()).toBe(0);
});

test('never starts anew: opened again, the same time is left', async () => {
  const { popup } = await offer();
  vi.advanceTimersByTime(5 * MINUTE);
  popup.close();
  await open({ popup: 'limited-points', points: 1500, endsAt: NOW + 20 * MINUTE }, { now: () => Date.now() });
  expect(text('timer')).toBe('15 minutes left');
});

test('wakes once a minute, not once a second', async () => {
  await offer();
  const set = vi.spyOn(globalThis, 'setTimeout');
  vi.advanceTimersByTime(5 * MINUTE);
  expect(set.mock.calls.filter(([, ms]) => (ms ?? 0) <= MINUTE).length).toBeLessThanOrEqual(7);
  set.mockRestore();
});

test('an offer that has passed ends at once, but not before the opener has it', async () => {
  const { door } = await offer(-1);
  expect(door.end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0);
  expect(door.end.mock.calls).toEqual([['expired']]);
});

test('while the shop is asked the button is busy, keeps the focus and asks once', async () => {
  const answer = shop();
  const { door } = await offer();
  part('action').focus();
  part('action').click();
  expect(text('action')).toBe('Asking the shop…');
  expect(part('action').getAttribute('aria-disabled')).toBe('true');
  expect(part('action').hasAttribute('disabled')).toBe(false);
  expect(host()?.shadowRoot?.activeElement).toBe(part('action'));
  part('action').click();
  await answer('granted');
  expect(door.claim.answered).toHaveBeenCalledTimes(1);
});

test.each<[ClaimAnswer, RegExp, string]>([
  ['granted', /^Your 1,500 points are reserved$/, 'accepted'],
  ['refused', /could not reserve/, 'expired'],
  ['expired', /has ended/, 'expired'],
  ['already-used', /already been used/, 'expired'],
])('%s: in words, and the words stay', async (status, title, outcome) => {
  const answer = shop();
  const { door } = await offer();
  part('action').click();
  await answer(status);
  expect(text('title')).toMatch(title);
  expect(text('dismiss')).toBe('Close');
  expect([parts('action'), parts('timer')]).toEqual([[], []]);
  expect(door.end.mock.calls).toEqual([[outcome]]);
  expect(door.claim.answered).toHaveBeenCalledWith(status);
  vi.advanceTimersByTime(60 * MINUTE);
  part('dismiss').click();
  expect(host()).toBe(null);
  expect(door.end).toHaveBeenCalledTimes(1);
});

test('unreachable: may be tried again, until the time is over', async () => {
  const answer = shop();
  const { door } = await offer();
  part('action').click();
  await answer('unreachable');
  expect(text('title')).toBe('The shop could not be reached');
  expect(text('action')).toBe('Try again');
  expect(text('timer')).toBe('20 minutes left');
  expect(door.end).not.toHaveBeenCalled();
  part('action').click();
  await answer('granted');
  expect(door.end.mock.calls).toEqual([['accepted']]);

  part('dismiss').click();
  const second = await offer();
  part('action').click();
  await answer('unreachable');
  vi.advanceTimersByTime(20 * MINUTE);
  expect(second.door.end.mock.calls).toEqual([['expired']]);
});

test('dismissed while the shop is asked: the shop’s answer is still passed on', async () => {
  const answer = shop();
  const { door } = await offer();
  part('action').click();
  part('dismiss').click();
  await answer('granted');
  expect(door.claim.answered).toHaveBeenCalledWith('granted');
  expect(door.end.mock.calls).toEqual([['dismissed']]);
  expect(vi.getTimerCount()).toBe(0);
});
