import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnswers } from '../../src/answers';
import { createStore } from '../../src/browser/store';
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

const start = async (webhook: unknown, said: ConsentState | null = 'granted') => {
  const warn = createWarnSpy();
  const store = createStore(warn);
  await store.allow(2);
  let consent = said;
  const visit = aVisit();
  const records: WaverRecord[] = [];
  const telling = startTelling({
    options: { webhook },
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
    own: [COLOUR],
  });
  const say = (next: ConsentState) => {
    consent = next;
    telling.consentChanged();
  };
  const queued = async () => JSON.stringify((await store.read('outbox')) ?? null);
  return { telling, answers, say, queued, store, warned: () => warn.mock.calls.map(([text]) => text) };
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
    const { answers, queued } = running;
    await answers.set('colour', 'blue');
    await vi.waitFor(async () => expect(await queued()).toContain('blue'));
    await vi.waitFor(async () =>
      expect((await answers.get('colour'))?.shared).toEqual([{ with: 'our warehouse', at: expect.any(Number) }]),
    );
  });

  test('and is taken back', async () => {
    running = await start({ url: '/events', label: 'our warehouse' });
    const { answers, queued } = running;
    await answers.set('colour', 'blue');
    await vi.waitFor(async () => expect(await queued()).toContain('blue'));
    await answers.set('colour', null);
    await vi.waitFor(async () =>
      expect((await queued()).replaceAll('\\', '')).toContain('"key":"colour","value":null'),
    );
  });

  test('to no other', async () => {
    running = await start('/events');
    const { answers, telling, queued } = running;
    await answers.set('colour', 'blue');
    await answers.set('size', '42');
    telling.hear(outcome);
    await vi.waitFor(async () => expect(await queued()).toContain('accepted'));
    expect(await queued()).not.toMatch(/blue|42|preference/);
    expect((await answers.get('colour'))?.shared).toBeUndefined();
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

test('an address that is none is said, and nothing is sent', async () => {
  running = await start('events');
  running.telling.hear(outcome);
  await vi.waitFor(() => expect(running?.warned()).toEqual([expect.stringContaining('webhook="events": expected')]));
  expect(await running.queued()).toBe('null');
});
