import { setImmediate as soon } from 'node:timers';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore, type Level } from '../../src/browser/store';
import type { Outbox } from '../../src/core/outbox';
import { createWebhook, type Webhook, type WebhookOptions } from '../../src/destinations/webhook';
import type { WaverRecord } from '../../src/types';
import { createWarnSpy, guard } from './given';

const URL_ = 'https://events.example/waver';
const BATCH_MS = 5000;
const ALL = { functional: true, analytics: true, marketing: false };

type Reply = number | 'never' | 'broken' | Readonly<{ status: number; retryAfter: string }>;
type Hold = (lock: object | null) => unknown;

let now: number;
let reply: (body: string) => Reply;
let posts: { url: string; body: string; init: RequestInit }[];
let beacons: string[];
let tabs: Webhook[];
let chance: number;

/** Lets the database and everything that waits for it come to rest. */
const settle = async () => {
  for (let i = 0; i < 40; i++) await new Promise((done) => soon(done));
};
/** In steps within the store's patience with the database, whose clock stands still. */
const pass = async (ms: number) => {
  await settle();
  for (let left = ms; left >= 0; left -= 900) {
    const step = Math.min(left, 900);
    now += step;
    await vi.advanceTimersByTimeAsync(step);
    await settle();
  }
};
const answer = (body: string, signal?: AbortSignal | null) =>
  new Promise<Response>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    const given = reply(body);
    if (given === 'broken') reject(new TypeError('network'));
    else if (given !== 'never') {
      const { status, retryAfter } = typeof given === 'number' ? { status: given, retryAfter: null } : given;
      resolve({ status, headers: { get: (name: string) => (name === 'Retry-After' ? retryAfter : null) } } as never);
    }
  });
/** One holder at a time, nobody waits. */
const fakeLocks = () => {
  const held = new Set<string>();
  return {
    held,
    async request(name: string, _: object, hold: Hold) {
      if (held.has(name)) return hold(null);
      held.add(name);
      try {
        return await hold({});
      } finally {
        held.delete(name);
      }
    },
  };
};
let locks: ReturnType<typeof fakeLocks>;
const define = (object: object, name: string, value: unknown) =>
  Object.defineProperty(object, name, { configurable: true, value });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('indexedDB', new IDBFactory());
  now = Date.UTC(2026, 10, 23, 10);
  reply = () => 202;
  posts = [];
  beacons = [];
  tabs = [];
  chance = 0.5;
  locks = fakeLocks();
  define(navigator, 'locks', locks);
  define(navigator, 'onLine', true);
  define(navigator, 'sendBeacon', (_: string, body: string) => beacons.push(body) > 0);
  define(document, 'hidden', false);
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    posts.push({ url, body: `${init.body}`, init });
    return answer(`${init.body}`, init.signal);
  });
});
afterEach(() => {
  for (const tab of tabs) tab.stop();
  for (const [object, names] of [
    [navigator, ['locks', 'onLine', 'sendBeacon']],
    [document, ['hidden']],
  ] as const)
    for (const name of names) delete (object as unknown as Record<string, unknown>)[name];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

let told = 0;
const record = (over: object = {}): WaverRecord =>
  ({
    v: 1,
    id: `view-${++told}`,
    at: now,
    visitor: 'me',
    visit: 'mine',
    page: '/cart',
    type: 'moment',
    kind: 'exit-intent',
    strength: 1,
    ...over,
  }) as WaverRecord;
const open = async (config: Partial<WebhookOptions> = {}, level: Level = 2, purposes = { ...ALL }) => {
  const warn = createWarnSpy();
  const store = createStore(warn);
  await store.allow(level);
  const parts = { config: { url: URL_, ...config }, guard, warn, store, purposes: () => purposes };
  const webhook = createWebhook({ ...parts, now: () => now, random: () => chance });
  tabs.push(webhook);
  await settle();
  return { webhook, store, warn, purposes };
};
const die = (webhook: Webhook) => webhook.stop();
const hide = () => {
  define(document, 'hidden', true);
  document.dispatchEvent(new Event('visibilitychange'));
};
const show = () => {
  define(document, 'hidden', false);
  document.dispatchEvent(new Event('visibilitychange'));
};
const idsOf = (body: string) => (JSON.parse(body).records as WaverRecord[]).map(({ id }) => id);
const sent = () => posts.map(({ body }) => idsOf(body));
/** As another page of the shop would find it. */
const kept = async () => {
  const store = createStore(createWarnSpy());
  await store.allow(2);
  const box = (await store.read('outbox')) as Outbox | undefined;
  return box?.entries.map(({ id }) => id);
};
const hear = (webhook: Webhook, count = 1, over?: object) =>
  Array.from({ length: count }, () => {
    const one = record(over);
    webhook.hear(one);
    return one.id;
  });

describe('what is told', () => {
  test('is kept before it is sent, goes as one batch, and is let go when it is acknowledged', async () => {
    const { webhook } = await open();
    const ids = hear(webhook, 3);
    await settle();
    expect(await kept()).toEqual(ids);
    expect(posts).toEqual([]);
    await pass(BATCH_MS);
    expect(sent()).toEqual([ids]);
    expect(await kept()).toEqual([]);
    await pass(60_000);
    expect(posts).toHaveLength(1);
  });

  test('is kept each time', async () => {
    const { webhook } = await open();
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      ids.push(...hear(webhook));
      await settle();
      expect(await kept()).toEqual(ids);
    }
  });

  test('goes as a simple request that outlives the page, with nothing but the batch', async () => {
    const { webhook } = await open();
    hear(webhook);
    await pass(BATCH_MS);
    const [{ url, init, body } = { url: '', init: {}, body: '{}' }] = posts;
    expect(url).toBe(URL_);
    expect(init).toMatchObject({
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      // Else a page that it leads to would answer in the place of the receiver, which never saw the batch.
      redirect: 'error',
    });
    expect(Object.keys(init.headers ?? {})).toEqual(['Content-Type']);
    expect(JSON.parse(body)).toMatchObject({ v: 1, sentAt: now, dropped: 0, purposes: ALL });
  });

  test('goes as what it is within the shop’s own origin', async () => {
    const { webhook } = await open({ url: '/events', shape: 'cloudevents' });
    hear(webhook);
    await pass(BATCH_MS);
    expect(posts[0]?.init.headers).toEqual({ 'Content-Type': 'application/cloudevents-batch+json' });
    expect(JSON.parse(posts[0]?.body ?? '')[0].type).toBe('dev.waver.moment.v1');
  });

  test('is heard as it was then', async () => {
    const { webhook } = await open();
    const one = { ...record() };
    webhook.hear(one);
    Object.assign(one, { id: 'changed' });
    await pass(BATCH_MS);
    expect(posts[0]?.body).not.toContain('changed');
  });

  test('a long queue goes batch after batch, in its order', async () => {
    const { webhook } = await open();
    const ids = hear(webhook, 80);
    await pass(BATCH_MS);
    expect(posts.length).toBeGreaterThan(1);
    expect(sent().flat()).toEqual(ids);
  });

  test('is signed where the shop signs', async () => {
    const sign = vi.fn(async (body: string) => ({ 'X-Signature': `${body.length}` }));
    const { webhook } = await open({ sign });
    hear(webhook);
    await pass(BATCH_MS);
    expect(posts[0]?.init.headers).toMatchObject({ 'X-Signature': `${posts[0]?.body.length}` });
    expect(await kept()).toEqual([]);
    // A beacon takes no header.
    hear(webhook);
    hide();
    expect(beacons).toEqual([]);
  });

  test('waits where it could not be signed', async () => {
    const { webhook } = await open({ sign: () => Promise.reject(new Error('no session')) });
    const ids = hear(webhook);
    await pass(BATCH_MS);
    expect(posts).toEqual([]);
    expect(await kept()).toEqual(ids);
  });

  test('is given up for now where signing never ends, and the lock with it', async () => {
    const sign = vi.fn((): Promise<never> => new Promise(() => {}));
    const { webhook } = await open({ sign });
    const ids = hear(webhook);
    await pass(BATCH_MS);
    expect([...locks.held]).toEqual(['waver-outbox']);
    await pass(10_000);
    expect([...locks.held]).toEqual([]);
    expect(posts).toEqual([]);
    expect(await kept()).toEqual(ids);
    await pass(500);
    expect(sign).toHaveBeenCalledTimes(2);
  });

  test('an unknown shape is said, and batches are Waver’s own', async () => {
    const { webhook, warn } = await open({ shape: 'csv' as never });
    expect(warn).toHaveBeenCalledWith('webhook.shape="csv": expected waver, cloudevents, segment; waver is used');
    const ids = hear(webhook);
    await pass(BATCH_MS);
    expect(sent()).toEqual([ids]);
  });
});

describe('a receiver that fails', () => {
  test.each<Reply>([500, 503, 408, 429, 'broken'])('%s: is tried again later, and nothing is lost', async (bad) => {
    reply = () => bad;
    const { webhook } = await open();
    const ids = hear(webhook, 2);
    await pass(BATCH_MS);
    expect(sent()).toEqual([ids]);
    expect(await kept()).toEqual(ids);
    reply = () => 202;
    await pass(499);
    expect(posts).toHaveLength(1);
    await pass(1);
    expect(sent()).toEqual([ids, ids]);
    expect(await kept()).toEqual([]);
  });

  test('one that never answers is given up after ten seconds', async () => {
    reply = () => 'never';
    const { webhook } = await open();
    const ids = hear(webhook);
    await pass(BATCH_MS);
    expect([...locks.held]).toEqual(['waver-outbox']);
    await pass(10_000);
    expect([...locks.held]).toEqual([]);
    reply = () => 202;
    await pass(500);
    expect(sent()).toEqual([ids, ids]);
  });

  test('is left alone for as long as it asks, by the next page too', async () => {
    reply = () => ({ status: 429, retryAfter: '60' });
    const { webhook } = await open();
    const ids = hear(webhook);
    await pass(BATCH_MS);
    die(webhook);
    reply = () => 202;
    const next = await open();
    ids.push(...hear(next.webhook));
    await pass(59_000);
    expect(posts).toHaveLength(1);
    hide();
    expect(beacons).toEqual([]);
    await pass(1500);
    expect(sent()[1]).toEqual(ids);
  });

  test('that asked for a rest is tried again where the clock is set back by days', async () => {
    reply = () => ({ status: 429, retryAfter: '60' });
    const { webhook } = await open();
    const ids = hear(webhook);
    await pass(BATCH_MS);
    die(webhook);
    now -= 40 * 864e5;
    reply = () => 202;
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const next = await open();
    await pass(0);
    expect(sent()).toEqual([ids, ids]);
    ids.push(...hear(next.webhook));
    await pass(BATCH_MS);
    expect(sent()[2]).toEqual(ids.slice(1));
    // More, and the browser counts from the beginning again.
    expect(Math.max(...timers.mock.calls.map(([, ms = 0]) => ms))).toBeLessThan(2 ** 31);
  });

  test('after five failures the breaker opens, and then one record is sent to see', async () => {
    reply = () => 500;
    const { webhook } = await open();
    const ids = hear(webhook, 5);
    await pass(BATCH_MS);
    for (let i = 0; i < 30; i++) await pass(1000);
    expect(posts).toHaveLength(5);
    reply = () => 202;
    await pass(90_000);
    expect(sent().slice(5)).toEqual([ids.slice(0, 1), ids.slice(1, 3), ids.slice(3)]);
    expect(await kept()).toEqual([]);
  });

  test('401: an hour, and that is said', async () => {
    reply = () => 401;
    const { webhook, warn } = await open();
    const ids = hear(webhook);
    await pass(BATCH_MS);
    expect(warn).toHaveBeenCalledWith('webhook: 401, tries again in an hour');
    reply = () => 202;
    await pass(3_599_000);
    expect(posts).toHaveLength(1);
    await pass(1000);
    expect(sent()).toEqual([ids, ids]);
  });

  test('422: the one it does not take is found, dropped, said and told, and the others go', async () => {
    reply = (body) => (body.includes('poison') ? 422 : 202);
    const { webhook, warn } = await open();
    const [a, b] = hear(webhook, 2);
    hear(webhook, 1, { page: '/poison' });
    const [c, d] = hear(webhook, 2);
    await pass(BATCH_MS);
    await pass(1000);
    const taken = posts.filter(({ body }) => !body.includes('poison'));
    expect(taken.flatMap(({ body }) => idsOf(body))).toEqual([a, b, c, d]);
    expect(JSON.parse(taken[taken.length - 1]?.body ?? '').dropped).toBe(1);
    expect(warn).toHaveBeenCalledWith('webhook: 422, records are dropped');
    expect(await kept()).toEqual([]);
    expect(posts.length).toBe(8);
  });
});

describe('the network', () => {
  test('is not asked while it is away, and at once when it is back', async () => {
    const { webhook } = await open();
    define(navigator, 'onLine', false);
    const ids = hear(webhook, 2);
    await pass(60_000);
    hide();
    show();
    expect([...posts, ...beacons]).toEqual([]);
    define(navigator, 'onLine', true);
    dispatchEvent(new Event('online'));
    await pass(0);
    expect(sent()).toEqual([ids]);
  });

  test('that comes back ends the rest after failures', async () => {
    reply = () => 'broken';
    chance = 0.99;
    const { webhook } = await open();
    const ids = hear(webhook);
    await pass(BATCH_MS);
    reply = () => 202;
    dispatchEvent(new Event('online'));
    await pass(0);
    expect(sent()).toEqual([ids, ids]);
  });
});

describe('a page that goes', () => {
  test('sends what has no answer by beacon, and keeps it until a page after it has one', async () => {
    const { webhook } = await open();
    const ids = hear(webhook, 2);
    await settle();
    hide();
    expect(beacons.map(idsOf)).toEqual([ids]);
    expect(await kept()).toEqual(ids);
    dispatchEvent(new Event('pagehide'));
    expect(beacons).toHaveLength(1);
    die(webhook);
    show();
    const next = await open();
    await pass(0);
    expect(sent()).toEqual([ids]);
    expect(await kept()).toEqual([]);
    die(next.webhook);
  });

  test('the page after it sends what was left at once, whatever it has to tell itself', async () => {
    const { webhook } = await open();
    const ids = hear(webhook);
    await settle();
    die(webhook);
    const store = createStore(createWarnSpy());
    await store.allow(2);
    const parts = { config: { url: URL_ }, guard, warn: createWarnSpy(), store, purposes: () => ALL };
    const next = createWebhook({ ...parts, now: () => now });
    tabs.push(next);
    ids.push(...hear(next));
    await pass(0);
    expect(sent()).toEqual([ids]);
  });

  test('what the page itself has told at its start waits for more', async () => {
    const store = createStore(createWarnSpy());
    await store.allow(2);
    const parts = { config: { url: URL_ }, guard, warn: createWarnSpy(), store, purposes: () => ALL };
    const webhook = createWebhook({ ...parts, now: () => now });
    tabs.push(webhook);
    const ids = hear(webhook);
    await pass(BATCH_MS - 1);
    expect(posts).toEqual([]);
    await pass(1);
    expect(sent()).toEqual([ids]);
  });

  test('by beacon also what is not in the database yet', async () => {
    const { webhook } = await open();
    const ids = hear(webhook);
    hide();
    expect(beacons.map(idsOf)).toEqual([ids]);
  });

  test('leaves no request and no lock behind, which would keep it out of the bfcache', async () => {
    reply = () => 'never';
    const { webhook } = await open();
    const ids = hear(webhook);
    await pass(BATCH_MS);
    expect(locks.held.size).toBe(1);
    hide();
    await settle();
    expect(posts[0]?.init.signal?.aborted).toBe(true);
    expect(locks.held.size).toBe(0);
    expect(beacons.map(idsOf)).toEqual([ids]);
    expect(await kept()).toEqual(ids);
    // Back, and something is told.
    reply = () => 202;
    show();
    ids.push(...hear(webhook));
    await pass(BATCH_MS);
    expect(sent()[1]).toEqual(ids);
    expect(await kept()).toEqual([]);
  });

  test('out of view, each record goes at once', async () => {
    const { webhook } = await open();
    hide();
    expect(beacons).toEqual([]);
    const ids = hear(webhook);
    expect(beacons.map(idsOf)).toEqual([ids]);
  });

  test.each([
    ['does not take the beacon', () => false],
    ['has none', undefined],
  ])('a browser that %s has it kept', async (_, sendBeacon) => {
    define(navigator, 'sendBeacon', sendBeacon);
    const thrown = vi.fn();
    addEventListener('error', thrown);
    const { webhook } = await open();
    const ids = hear(webhook);
    hide();
    removeEventListener('error', thrown);
    expect(thrown).not.toHaveBeenCalled();
    await settle();
    expect(await kept()).toEqual(ids);
    await pass(BATCH_MS);
    expect(sent()).toEqual([ids]);
  });
});

describe('tabs', () => {
  test('one sends for all, and another when it is free', async () => {
    const [one, other] = [await open(), await open()];
    let free = (_: number) => {};
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      posts.push({ url, body: `${init.body}`, init });
      return new Promise((resolve) => {
        free = (status) => resolve({ status, headers: { get: () => null } });
      });
    });
    const [a] = hear(one.webhook);
    await pass(BATCH_MS);
    const [b] = hear(other.webhook);
    await pass(BATCH_MS);
    expect(sent()).toEqual([[a]]);
    free(202);
    await settle();
    expect(sent()).toEqual([[a], [b]]);
    free(202);
    await settle();
    expect(await kept()).toEqual([]);
  });

  test('another takes over when the one that sends goes', async () => {
    reply = () => 'never';
    const [one, other] = [await open(), await open()];
    hear(one.webhook);
    await pass(BATCH_MS);
    hear(other.webhook);
    await pass(BATCH_MS);
    expect(posts).toHaveLength(1);
    die(one.webhook);
    reply = () => 202;
    await pass(BATCH_MS);
    expect(posts).toHaveLength(2);
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['without locks', undefined],
    ['with locks that are refused', { request: () => Promise.reject(new DOMException('', 'SecurityError')) }],
  ])('%s each sends what is there, and what one got acknowledged goes once', async (_, none) => {
    define(navigator, 'locks', none);
    const [one, other] = [await open(), await open()];
    const ids = [...hear(one.webhook), ...hear(other.webhook)];
    await pass(BATCH_MS);
    await pass(BATCH_MS);
    expect(new Set(sent().flat())).toEqual(new Set(ids));
    expect(await kept()).toEqual([]);
  });

  test('a tab that was killed on the way: another sends it', async () => {
    reply = () => 'never';
    const one = await open();
    const ids = hear(one.webhook);
    await pass(BATCH_MS);
    die(one.webhook);
    reply = () => 202;
    await open();
    await pass(0);
    expect(sent()).toEqual([ids, ids]);
  });
});

describe('consent', () => {
  test('without it nothing is taken, kept or sent', async () => {
    const { webhook } = await open({}, 2, { ...ALL, analytics: false });
    hear(webhook);
    hide();
    await pass(60_000);
    expect([...posts, ...beacons]).toEqual([]);
    expect(await kept()).toBeUndefined();
  });

  test('taken back: stops, drops what waits, in the storage too, and what is on its way', async () => {
    reply = () => 'never';
    const { webhook, purposes } = await open();
    hear(webhook, 2);
    await pass(BATCH_MS);
    hear(webhook);
    purposes.analytics = false;
    webhook.consentChanged();
    await settle();
    expect(posts[0]?.init.signal?.aborted).toBe(true);
    expect(await kept()).toEqual([]);
    hide();
    await pass(60_000);
    expect(beacons).toEqual([]);
    expect(posts).toHaveLength(1);
    // And given again: only what comes from here on.
    reply = () => 202;
    show();
    purposes.analytics = true;
    webhook.consentChanged();
    const ids = hear(webhook);
    await pass(BATCH_MS);
    expect(sent().slice(1)).toEqual([ids]);
  });

  test('is asked for anew with each beacon and each batch', async () => {
    const { webhook, purposes } = await open();
    hear(webhook);
    await settle();
    purposes.analytics = false;
    hide();
    await pass(60_000);
    expect([...posts, ...beacons]).toEqual([]);
  });

  test('a tool that is slow to say yes loses nothing that was kept', async () => {
    const first = await open();
    const ids = hear(first.webhook);
    await settle();
    die(first.webhook);
    const { webhook, purposes } = await open({}, 2, { ...ALL, analytics: false });
    await pass(4000);
    purposes.analytics = true;
    webhook.consentChanged();
    await pass(60_000);
    expect(sent()).toEqual([ids]);
  });

  test('refused on a page without Waver: what was kept is dropped', async () => {
    const first = await open();
    hear(first.webhook);
    await settle();
    die(first.webhook);
    await open({}, 2, { ...ALL, analytics: false });
    await pass(60_000);
    expect(posts).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  test('refused by a tool that was long in coming: what was kept is dropped', async () => {
    const first = await open();
    hear(first.webhook);
    await settle();
    die(first.webhook);
    const { webhook, purposes } = await open({}, 2, { ...ALL, functional: false, analytics: false });
    await pass(6000);
    expect(await kept()).toHaveLength(1);
    purposes.functional = true;
    webhook.consentChanged();
    await settle();
    expect(await kept()).toEqual([]);
  });

  test('erased: nothing is left in memory either', async () => {
    const { webhook, store } = await open();
    hear(webhook, 2);
    await settle();
    hear(webhook);
    webhook.forget();
    await store.erase();
    await settle();
    hide();
    await pass(60_000);
    expect([...posts, ...beacons]).toEqual([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
  });

  test('without storage it works in memory, and what was told before storage was allowed is kept then', async () => {
    const { webhook, store } = await open({}, 0);
    const ids = hear(webhook, 2);
    await settle();
    expect(await indexedDB.databases()).toEqual([]);
    // An earlier page has left something.
    const other = await open();
    const left = hear(other.webhook);
    await settle();
    die(other.webhook);
    await store.allow(2);
    webhook.consentChanged();
    await settle();
    expect(await kept()).toEqual([...left, ...ids]);
    await pass(BATCH_MS);
    expect(sent().flat()).toEqual([...left, ...ids]);
  });
});

test('stopped: no timer, no listener, no request', async () => {
  const { webhook } = await open();
  hear(webhook);
  await settle();
  webhook.stop();
  hide();
  dispatchEvent(new Event('online'));
  await pass(60_000);
  expect([...posts, ...beacons]).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
