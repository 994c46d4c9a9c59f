import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CampaignCopy, ClaimAnswer, PopupContent } from '../../../src/types';
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

type Content = Extract<PopupContent, { popup: 'offer' }>;

const offer = (
  lasts = 20 * MINUTE,
  more: Partial<Content> = {},
  given: Parameters<typeof open>[1] = {},
  copy?: CampaignCopy,
) => {
  const endsAt = NOW + lasts;
  const content = { popup: 'offer', kind: 'points', amount: 1500, endsAt, ...more } as const;
  const claim = {
    url: '/claim',
    offer: { id: 'o', points: content.amount, endsAt, state: 'open' } as const,
    answered: vi.fn(),
  };
  return open(content, { now: () => Date.now(), claim, ...given }, [], copy);
};

/** The shop answers when told to. */
const shop = () => {
  const answers: ((reply: Response | null) => void)[] = [];
  const fetch = vi.fn(
    (..._: unknown[]) =>
      new Promise<Response>((resolve, reject) => {
        answers.push((reply) => (reply ? resolve(reply) : reject(new TypeError('Failed to fetch'))));
      }),
  );
  vi.stubGlobal('fetch', fetch);
  const answer = async (reply: Response | null) => {
    answers.shift()?.(reply);
    await vi.advanceTimersByTimeAsync(0);
  };
  return {
    fetch,
    says: (status: string, more: object = {}) => answer(Response.json({ status, ...more })),
    /** As a shop that answers, and says nothing that could be understood. */
    mumbles: (ahead = 0) => answer(new Response('', { headers: { date: new Date(Date.now() + ahead).toUTCString() } })),
  };
};

const ID = { id: 'o', points: 1500, endsAt: NOW + 20 * MINUTE, state: 'open' } as const;

const said = () =>
  [...(host()?.shadowRoot?.querySelectorAll('.body [role=status]') ?? [])].map((p) => p.textContent).join('');

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
  await offer();
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

test('the time left never grows: a clock that is set back while it is open changes nothing', async () => {
  const { door } = await offer();
  vi.advanceTimersByTime(5 * MINUTE);
  vi.setSystemTime(NOW - 60 * MINUTE);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(text('timer')).toBe('15 minutes left');
  vi.advanceTimersByTime(15 * MINUTE - 1);
  expect(door.end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(door.end.mock.calls).toEqual([['expired']]);
});

test.each([
  ['visibilitychange', () => document],
  ['pageshow', () => window],
] as const)('a device that slept is told the truth as soon as it is looked at: %s', async (type, target) => {
  const { door } = await offer();
  vi.setSystemTime(NOW + 8 * MINUTE);
  expect(text('timer')).toBe('20 minutes left');
  target().dispatchEvent(new Event(type));
  expect(text('timer')).toBe('12 minutes left');
  vi.setSystemTime(NOW + 30 * MINUTE);
  target().dispatchEvent(new Event(type));
  expect(door.end.mock.calls).toEqual([['expired']]);
  expect(vi.getTimerCount()).toBe(0);
});

test('said aloud at five minutes and at one, once each, and politely', async () => {
  await offer(7 * MINUTE);
  const heard: (string | undefined)[] = [];
  for (let second = 0; second < 7 * 60 - 1; second++) {
    vi.advanceTimersByTime(1000);
    const now = said();
    if (now && now !== heard.at(-1)) heard.push(now);
  }
  expect(heard).toEqual(['5 minutes left', '60 seconds left']);
  expect(said()).toBe('');
});

test('opened in its last minutes it says nothing of marks that have passed', async () => {
  await offer(4 * MINUTE);
  vi.advanceTimersByTime(2 * MINUTE);
  expect(said()).toBe('');
});

test('while the shop is asked the button is busy, keeps the focus and asks once', async () => {
  const { says, fetch } = shop();
  const { door } = await offer();
  part('action').focus();
  part('action').click();
  expect(text('action')).toBe('Asking the shop…');
  expect(part('action').getAttribute('aria-disabled')).toBe('true');
  expect(part('action').hasAttribute('disabled')).toBe(false);
  expect(host()?.shadowRoot?.activeElement).toBe(part('action'));
  part('action').click();
  expect(fetch).toHaveBeenCalledTimes(1);
  const [url, { body }] = fetch.mock.calls[0] as [string, { body: string }];
  expect([url, JSON.parse(body)]).toEqual([
    '/claim',
    { offer: 'o', campaign: 'my-offer', kind: 'points', amount: 1500, points: 1500, endsAt: NOW + 20 * MINUTE },
  ]);
  await says('granted');
  expect(door.claim.answered).toHaveBeenCalledTimes(1);
});

test.each<[ClaimAnswer, RegExp, string]>([
  ['granted', /^Reserved for you: 1,500 points for this order$/, 'accepted'],
  ['refused', /could not reserve/, 'expired'],
  ['expired', /has ended/, 'expired'],
  ['already-used', /already been used/, 'expired'],
])('%s: in words, and the words stay', async (status, title, outcome) => {
  const { says } = shop();
  const { door } = await offer();
  part('action').click();
  await says(status);
  expect(text('title')).toMatch(title);
  expect(text('body')).toBe('Your cart stays just as it is.');
  expect(text('dismiss')).toBe('Close');
  expect([parts('action'), parts('timer')]).toEqual([[], []]);
  expect(door.end.mock.calls).toEqual([[outcome]]);
  expect(door.claim.answered).toHaveBeenCalledWith(status);
  vi.advanceTimersByTime(60 * MINUTE);
  document.dispatchEvent(new Event('visibilitychange'));
  part('dismiss').click();
  expect(host()).toBe(null);
  expect(door.end).toHaveBeenCalledTimes(1);
});

test('unreachable: may be tried again, until the time is over', async () => {
  const { says, mumbles } = shop();
  const { door } = await offer();
  part('action').click();
  await mumbles();
  // What the buttons are about still stands there.
  expect(text('title')).toBe('1,500 points for this order');
  expect(text('body')).toMatch(/^The shop could not be reached\.The shop can reserve this/);
  expect(text('action')).toBe('Try again');
  expect(text('timer')).toBe('20 minutes left');
  expect(door.end).not.toHaveBeenCalled();
  part('action').click();
  // The first answer may have been a grant that was lost: nothing is said until the shop has answered.
  expect(said()).toBe('');
  await says('granted');
  expect(door.end.mock.calls).toEqual([['accepted']]);

  part('dismiss').click();
  const second = await offer();
  part('action').click();
  await mumbles();
  vi.advanceTimersByTime(20 * MINUTE);
  expect(second.door.end.mock.calls).toEqual([['expired']]);
});

test('unreachable: said aloud each time and once, in a region that was there before and is seen', async () => {
  const { mumbles } = shop();
  await offer();
  vi.advanceTimersByTime(10_000);
  const statuses = [...(host()?.shadowRoot?.querySelectorAll('[role=status]') ?? [])];
  const heard = () => statuses.map(({ textContent, className }) => [textContent, className]).filter(([said]) => said);
  for (let i = 0; i < 2; i++) {
    part('action').click();
    expect(heard()).toEqual([]);
    await mumbles();
    expect(heard()).toEqual([['The shop could not be reached.', '']]);
    vi.advanceTimersByTime(10_000);
    expect(heard()).toEqual([['The shop could not be reached.', '']]);
  }
});

test('a shop whose clock is ahead shortens what is left; one that is behind prolongs nothing', async () => {
  const { mumbles } = shop();
  const { door } = await offer();
  part('action').click();
  await mumbles(-5 * MINUTE);
  expect(text('timer')).toBe('20 minutes left');
  part('action').click();
  // A header has whole seconds.
  await mumbles(5 * MINUTE);
  expect(text('timer')).toBe('15 minutes left');
  part('action').click();
  await mumbles(20 * MINUTE);
  expect(door.end.mock.calls).toEqual([['expired']]);
});

test('an answer that comes after the deadline is still the shop’s', async () => {
  const { says } = shop();
  const { door } = await offer(3000);
  part('action').click();
  vi.advanceTimersByTime(5000);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(door.end).not.toHaveBeenCalled();
  await says('granted');
  expect(door.end.mock.calls).toEqual([['accepted']]);
});

test.each(['granted', 'nothing'])(
  'dismissed while the shop is asked, which says %s: it is still passed on',
  async (word) => {
    const { says, mumbles } = shop();
    const { door } = await offer();
    part('action').click();
    part('dismiss').click();
    await (word === 'granted' ? says(word) : mumbles());
    expect(door.claim.answered).toHaveBeenCalledWith(word === 'granted' ? word : 'unreachable');
    expect(door.end.mock.calls).toEqual([['dismissed']]);
    expect(vi.getTimerCount()).toBe(0);
  },
);

describe('of each kind', () => {
  test.each([
    ['points', 1, '1 point for this order', 'Reserve this', 'Reserved for you: 1 point for this order'],
    ['code', 1, 'A discount code for this order', 'Get the code', 'Your discount code'],
    [
      'free-shipping',
      1,
      'Free shipping for this order',
      'Reserve this',
      'Reserved for you: Free shipping for this order',
    ],
    ['gift', 1, 'A gift with this order', 'Reserve this', 'Reserved for you: A gift with this order'],
  ] as const)(
    '%s: says what it is, until when, and what has come of it',
    async (kind, amount, title, action, granted) => {
      const { says } = shop();
      await offer(20 * MINUTE, { kind, amount });
      expect([text('title'), text('action')]).toEqual([title, action]);
      expect(text('body')).toMatch(/^The shop can reserve this for you until \d\d:\d\d today\.20 minutes left$/);
      part('action').click();
      await says('granted', { code: 'SPRING-10' });
      expect(text('title')).toBe(granted);
    },
  );

  test.each([
    ['de', '1.500 Punkte für diese Bestellung', 'Für Sie reserviert: 1.500 Punkte für diese Bestellung'],
    ['ja', 'このご注文で1,500ポイント', 'お取り置きしました：このご注文で1,500ポイント'],
  ])('in %s', async (locale, title, granted) => {
    const { says } = shop();
    await offer(20 * MINUTE, {}, { locales: [locale], claim: { url: '/claim', offer: ID, answered: vi.fn() } });
    expect(text('title')).toBe(title);
    part('action').click();
    await says('granted');
    expect(text('title')).toBe(granted);
  });
});

describe('a code', () => {
  const granted = async (clipboard?: { writeText(text: string): Promise<void> }) => {
    vi.stubGlobal('navigator', { clipboard });
    const { says } = shop();
    await offer(20 * MINUTE, { kind: 'code', amount: 1 });
    part('action').click();
    await says('granted', { code: 'SPRING-10' });
  };

  test('is the shop’s own, as it is, and can be taken along', async () => {
    const writeText = vi.fn(async () => {});
    await granted({ writeText });
    expect(text('code')).toBe('SPRING-10');
    expect(part('code').getAttribute('dir')).toBe('ltr');
    expect(text('body')).toContain('Enter it where the shop asks for a code. It is shown only here.');
    expect(text('action')).toBe('Copy the code');
    part('action').click();
    await vi.advanceTimersByTimeAsync(0);
    expect(writeText.mock.calls).toEqual([['SPRING-10']]);
    expect([text('action'), said()]).toEqual(['Copied', 'Copied']);
  });

  test.each([
    ['cannot copy', undefined],
    ['may not copy', { writeText: () => Promise.reject(new Error('denied')) }],
  ])('where the browser %s it stands there to be read', async (_, clipboard) => {
    await granted(clipboard);
    if (clipboard) part('action').click();
    await vi.advanceTimersByTimeAsync(0);
    expect(text('code')).toBe('SPRING-10');
    expect(parts('action')).toEqual([]);
  });

  test('is never made up: a grant without one is no answer', async () => {
    const { says } = shop();
    const { door } = await offer(20 * MINUTE, { kind: 'code', amount: 1 });
    part('action').click();
    await says('granted');
    expect(text('body')).toMatch(/^The shop could not be reached\./);
    expect(parts('code')).toEqual([]);
    expect(door.end).not.toHaveBeenCalled();
  });
});

test('the shop’s own words stand until the shop has answered; the deadline stands with them', async () => {
  const { says } = shop();
  const copy = { title: 'For regulars', body: 'Because you came back.', action: 'Yes please', dismiss: 'No thanks' };
  await offer(20 * MINUTE, {}, {}, copy);
  expect(['title', 'action', 'dismiss'].map(text)).toEqual(['For regulars', 'Yes please', 'No thanks']);
  expect(text('body')).toMatch(/^Because you came back\.This offer ends: \d\d:\d\d today\.20 minutes left$/);
  part('action').click();
  await says('refused');
  expect([text('title'), text('body'), text('dismiss')]).toEqual([
    'The shop could not reserve this for you',
    'Your cart stays just as it is.',
    'Close',
  ]);
});

test('a callback of the shop answers in the place of an address', async () => {
  const callback = vi.fn(async () => 'granted' as const);
  const { door } = await offer(20 * MINUTE, {}, { claim: { url: '', callback, offer: ID, answered: vi.fn() } });
  part('action').click();
  await vi.advanceTimersByTimeAsync(0);
  expect(door.end.mock.calls).toEqual([['accepted']]);
  expect(callback).toHaveBeenCalledTimes(1);
});
