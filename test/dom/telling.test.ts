import { generateKeyPairSync, sign } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnswers } from '../../src/answers';
import { createStore } from '../../src/browser/store';
import { questions } from '../../src/core/questions';
import { startTelling } from '../../src/telling';
import type { ConsentState, Question, WaverRecord } from '../../src/types';
import { aVisit } from '../unit/given';
import { createWarnSpy, guard } from './given';

/** What leaves the page together: destinations, the webhook, and answers to either only where the shopper read its name. */
const COLOUR: Question = {
  key: 'colour',
  kind: 'one',
  options: [{ value: 'red' }, { value: 'blue' }],
  purpose: 'personalise-products',
  keepDays: 30,
  sharedWith: ['our warehouse'],
  words: { en: { ask: 'Which colour?', options: { red: 'Red', blue: 'Blue' } } },
};

/** The ready question, shared with the receiver. */
const PRIORITY = { ...questions.priority, sharedWith: ['our warehouse'] } as Question;

const start = async (webhook: unknown, said: ConsentState | null = 'granted', more: object = {}) => {
  const warn = createWarnSpy();
  const store = createStore(warn);
  await store.allow(2);
  let consent = said;
  const visit = aVisit();
  const records: WaverRecord[] = [];
  const telling = startTelling({
    options: { webhook, ...more },
    guard,
    warn,
    store,
    consent: () => ['auto', consent, undefined],
    visit: () => visitOf?.() ?? ({ visit: () => visit } as never),
    traits: {},
  });
  const answers = createAnswers({
    store,
    warn,
    feed: (signal) => {
      if (signal.type !== 'preference') return;
      const { type, key, value } = signal;
      telling.hear({
        v: 1,
        id: `v-${records.length}`,
        at: Date.now(),
        visitor: 'a',
        visit: 'b',
        page: '/',
        type,
        key,
        value,
      });
    },
    locales: () => ['en'],
    visit: () => visit,
    own: [COLOUR, PRIORITY],
  });
  /** As the shopper answers a question that has named who may be told. */
  const answer = async (key: string, value: string) => {
    answers.ask().answer({ key, value, question: 'Which?', wording: value, benefit: '', locale: 'en' });
    await vi.waitFor(async () => expect(await answers.get(key)).toBeTruthy());
  };
  const say = (next: ConsentState) => {
    consent = next;
    telling.consentChanged();
  };
  const queued = async () => JSON.stringify((await store.read('outbox')) ?? null);
  return { telling, answers, answer, say, queued, store, warned: () => warn.mock.calls.map(([text]) => text) };
};
type Started = Awaited<ReturnType<typeof start>>;
let running: Started | undefined;
let visitOf: (() => never) | undefined;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('fetch', async () => new Response(null, { status: 202 }));
});
afterEach(() => {
  running?.telling.stop();
  visitOf = undefined;
  vi.unstubAllGlobals();
});

const OUTCOME = { v: 1, id: 'v-9', at: 1, visitor: 'a', visit: 'b', page: '/cart', type: 'outcome', campaign: 'trust' };
const outcome = { ...OUTCOME, intent: 'trust', outcome: 'accepted', arm: 'treatment' } as unknown as WaverRecord;

describe('an answer goes to the webhook', () => {
  test('that its question named, and the shopper sees when', async () => {
    running = await start({ url: '/events', label: 'our warehouse' });
    const { answers, answer, queued } = running;
    await answer('colour', 'blue');
    await vi.waitFor(async () => expect(await queued()).toContain('blue'));
    await vi.waitFor(async () =>
      expect((await answers.get('colour'))?.shared).toEqual([{ with: 'our warehouse', at: expect.any(Number) }]),
    );
  });

  test('and is taken back', async () => {
    running = await start({ url: '/events', label: 'our warehouse' });
    const { answers, answer, queued } = running;
    await answer('colour', 'blue');
    await vi.waitFor(async () => expect(await queued()).toContain('blue'));
    await answers.set('colour', null);
    await vi.waitFor(async () =>
      expect((await queued()).replaceAll('\\', '')).toContain('"key":"colour","value":null'),
    );
  });

  test('to no other', async () => {
    running = await start('/events');
    const { answers, answer, telling, queued } = running;
    await answer('colour', 'blue');
    await answer('size', '42');
    telling.hear(outcome);
    await vi.waitFor(async () => expect(await queued()).toContain('accepted'));
    expect(await queued()).not.toMatch(/blue|42|preference/);
    expect((await answers.get('colour'))?.shared).toBeUndefined();
  });
});

describe('what a score and a decision say of an answer', () => {
  const base = {
    v: 1,
    id: 'v-7',
    at: 1,
    visitor: 'a',
    visit: 'b',
    page: '/cart',
    churn: 0.7,
    intent: 'price',
  } as const;
  const because = [
    { feature: 'priority', value: 'price', weight: 1 },
    { feature: 'hesitation', value: 'price', weight: 1 },
    { feature: 'exits', value: 1, weight: 1 },
  ];
  const evidence = { priority: 'price', hesitation: 'price', horizon: 'today', 'budget-share': 2, 'cart-value': 48 };
  const intents = { price: 1, delivery: 0, effort: 0, fit: 0, returns: 0, payment: 0, trust: 0 };
  const score: WaverRecord = { ...base, type: 'score', intents, because, intentBecause: because, evidence };
  const shown = { show: true, campaign: 'offer', arm: 'treatment', propensity: 1 } as const;
  const decision: WaverRecord = { ...base, ...shown, id: 'v-8', type: 'decision', because };
  const told = async (label: string, records?: string[]) => {
    running = await start({ url: '/events', label, records });
    const { answer, telling, queued } = running;
    await answer('priority', 'price');
    await answer('hesitation', 'price');
    for (const record of [score, decision, outcome]) telling.hear(record);
    await vi.waitFor(async () => expect(await queued()).toContain('accepted'));
    return queued();
  };

  test.each([undefined, ['score', 'decision', 'outcome']])('stays here, of records %j', async (records) => {
    const text = await told('webhook', records);
    expect(text).toMatch(/cart-value.*exits/s);
    expect(text).not.toMatch(/priority|hesitation|horizon|budget/);
  });

  test('goes where its question named the receiver', async () => {
    const text = await told('our warehouse');
    expect(text.match(/priority/g)).toHaveLength(3);
    expect(text).not.toMatch(/hesitation|horizon|budget/);
  });
});

describe('Global Privacy Control', () => {
  const page = window as unknown as Record<string, unknown>;
  const setControl = (value: boolean) =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'globalPrivacyControl');
    for (const name of ['klaviyo', 'gtag']) delete page[name];
  });

  test('stops what needs marketing, from when it is there', async () => {
    const [track, gtag] = [vi.fn(), vi.fn()];
    Object.assign(page, { klaviyo: { track }, gtag });
    running = await start(undefined, 'granted', { destinations: 'klaviyo ga4' });
    const { telling } = running;
    telling.hear(outcome);
    await vi.waitFor(() => expect([track.mock.calls.length, gtag.mock.calls.length]).toEqual([1, 1]));
    // Extensions set it when the page has long begun.
    setControl(true);
    telling.hear(outcome);
    await vi.waitFor(() => expect(gtag).toHaveBeenCalledTimes(2));
    expect(track).toHaveBeenCalledTimes(1);
  });

  test.each([true, false])('%j: the receiver is told so, whoever has granted it', async (isOn) => {
    const beacon = vi.fn((_: string, body: string) => !!body);
    vi.stubGlobal('navigator', Object.create(navigator, { sendBeacon: { value: beacon }, onLine: { value: true } }));
    setControl(isOn);
    running = await start('/events');
    running.telling.hear(outcome);
    await vi.waitFor(async () => expect(await running?.queued()).toContain('accepted'));
    dispatchEvent(new Event('pagehide'));
    const [[, body = ''] = []] = beacon.mock.calls;
    expect(JSON.parse(body).purposes).toEqual({ functional: true, analytics: true, marketing: !isOn });
  });
});

describe('what is queued', () => {
  /** A receiver that never answers. */
  const hang = () => vi.stubGlobal('fetch', () => new Promise(() => {}));

  test('needs a yes, and is dropped with a no', async () => {
    hang();
    running = await start('/events', null);
    const { telling, queued, say } = running;
    telling.hear(outcome);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await queued()).toBe('null');
    say({ functional: true, analytics: true });
    telling.hear(outcome);
    await vi.waitFor(async () => expect(await queued()).toContain('accepted'));
    say({ functional: true, analytics: false });
    await vi.waitFor(async () => expect(await queued()).not.toContain('accepted'));
  });

  test('goes with everything else that is erased, and not by the last beacon either', async () => {
    hang();
    const beacon = vi.fn(() => true);
    vi.stubGlobal('navigator', Object.create(navigator, { sendBeacon: { value: beacon }, onLine: { value: true } }));
    running = await start('/events');
    const { telling, queued, store } = running;
    telling.hear(outcome);
    await vi.waitFor(async () => expect(await queued()).toContain('accepted'));
    await store.erase();
    await new Promise((resolve) => setTimeout(resolve));
    dispatchEvent(new Event('pagehide'));
    expect(beacon).not.toHaveBeenCalled();
    expect(await queued()).not.toContain('accepted');
  });
});

test('who was named before consent is named again with it: the device may know another', async () => {
  running = await start(undefined, null);
  const { telling, store, say } = running;
  await store.allow(0);
  telling.consentChanged();
  visitOf = () => ({ visit: () => aVisit(), sync: async () => {}, feed: () => {} }) as never;
  await telling.identify('ada');
  const kept = async () => {
    const other = createStore(createWarnSpy());
    await other.allow(2);
    return other.read('preferences:owner');
  };
  expect(await kept()).toBeUndefined();
  await store.allow(2);
  say('granted');
  await vi.waitFor(async () => expect(await kept()).toMatchObject({ person: expect.stringMatching(/^[a-f\d]{64}$/) }));
});

describe('who is signed in, told to the receiver', () => {
  let visitor = 'a';
  const NO = { functional: true, analytics: false };
  const YES = { functional: true, analytics: true };
  /** Whoever signs in is told as the visitor there is. */
  const signIn = async (said: ConsentState | null) => {
    visitor = 'a';
    const page = await start('/events', said);
    running = page;
    const feed = ({ type, person }: { type: 'identity'; person: string | null }) =>
      page.telling.hear({ v: 1, id: `i-${visitor}`, at: 1, visitor, visit: 'b', page: '/', type, person });
    const sync = async () => {};
    visitOf = () => ({ visit: () => ({ ...aVisit(), id: `visit-${visitor}`, visitor }), sync, feed }) as never;
    await page.telling.identify('ada');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await page.queued()).not.toContain('identity');
    return page;
  };

  test.each([null, NO])('waits for consent that comes later: before it was %j', async (said) => {
    const { say, queued } = await signIn(said);
    say(YES);
    await vi.waitFor(async () => expect(await queued()).toContain('identity'));
    say(YES);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await queued()).match(/identity/g)).toHaveLength(2);
  });

  test('but not for another visitor’s: another has signed in, has left, or all was erased', async () => {
    const { say, queued } = await signIn(NO);
    visitor = 'c';
    say(YES);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await queued()).not.toContain('identity');
  });
});

test('a link that was followed before consent still says who follows it then', async () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const payload = Buffer.from(JSON.stringify({ id: 'ada', until: Date.now() + 60_000 })).toString('base64url');
  const key = { key: keys.privateKey, dsaEncoding: 'ieee-p1363' } as const;
  const link = `${payload}.${sign('sha256', Buffer.from(payload), key).toString('base64url')}`;
  history.replaceState(null, '', `/?waver-id=${link}`);
  const shopLinkKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  running = await start(undefined, null, { shopLinkKey });
  const { telling, store, say, warned } = running;
  await store.allow(0);
  telling.consentChanged();
  const feed = vi.fn();
  visitOf = () => ({ visit: () => aVisit(), sync: async () => {}, feed }) as never;
  telling.hear({ ...OUTCOME, type: 'ready', version: '0' } as never);
  await vi.waitFor(() => expect(feed).toHaveBeenCalledOnce());
  // A shop that is one page has gone on meanwhile.
  history.replaceState(null, '', '/cart');
  await store.allow(2);
  say('granted');
  const other = createStore(createWarnSpy());
  await other.allow(2);
  await vi.waitFor(async () =>
    expect(await other.read('preferences:owner')).toMatchObject({ person: expect.stringMatching(/^[a-f\d]{64}$/) }),
  );
  expect(warned()).toEqual([]);
});

test('an address that is none is said, and nothing is sent', async () => {
  running = await start('events');
  running.telling.hear(outcome);
  await vi.waitFor(() => expect(running?.warned()).toEqual([expect.stringContaining('webhook="events": expected')]));
  expect(await running.queued()).toBe('null');
});
