import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armOf } from '../../src/core/holdout';
import { segment } from '../../src/destinations';
import { createLine } from '../../src/destinations/createLine';
import type { Call, Destination, DestinationOptions } from '../../src/destinations/destination';
import { startDestinations } from '../../src/destinations/startDestinations';
import type { Preference, Visit } from '../../src/types';
import { aPreference, aRecord, aVisit, NOW, VISIT_RECORDS } from '../unit/destinations/given';
import { createWarnSpy, guard } from './given';

type Page = Record<string, unknown>;
const page = window as unknown as Page;
const ALL = { functional: true, analytics: true, marketing: true };
const NONE = { functional: false, analytics: false, marketing: false };
const SHOWN = aRecord('outcome', { outcome: 'shown' });
const stops: (() => void)[] = [];

/** A vendor of the test's own, that writes down what it is called with. */
const aVendor = (over: Partial<Destination> = {}, options: DestinationOptions = {}) => {
  const calls: Call[] = [];
  const destination: Destination = {
    name: 'mine',
    label: 'Mine',
    purposes: ['marketing'],
    records: ['outcome'],
    options,
    find: () => (call) => calls.push(call),
    calls: ({ title, fields }) => [['track', title, fields]],
    answer: ({ properties }) => [['identify', properties]],
    ...over,
  };
  return { calls, destination };
};

const start = (destinations: unknown, over: { preferences?: Preference[]; visit?: Partial<Visit> } = {}) => {
  const warn = createWarnSpy();
  const state = { granted: ALL, preferences: over.preferences ?? [] };
  const shared = vi.fn();
  const learn = vi.fn();
  const to = startDestinations({
    options: { destinations },
    guard,
    warn,
    purposes: () => state.granted,
    visit: () => aVisit(over.visit),
    preferences: async () => state.preferences,
    shared,
    learn,
  });
  stops.push(to.stop);
  /** Loads what is being loaded, and lets time pass. */
  const pass = async (ms = 0) => {
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(ms);
    await vi.advanceTimersByTimeAsync(0);
  };
  const say = (granted: typeof ALL) => {
    state.granted = granted;
    to.consentChanged();
  };
  const warnings = () => warn.mock.calls.map(([text]) => text);
  return { to, state, shared, learn, pass, say, warnings };
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const name of ['dataLayer', 'analytics', 'klaviyo', 'posthog', 'gtag', 'braze', 'adobeDataLayer', '_hsq', 'krt'])
    delete page[name];
});

describe('the list', () => {
  test('names of the tag, by spaces or commas', async () => {
    page.analytics = { track: vi.fn() };
    const { to, pass, warnings } = start('data-layer, segment');
    to.hear(SHOWN);
    await pass();
    expect(page.dataLayer).toContainEqual(expect.objectContaining({ event: 'waver_popup_shown' }));
    expect(vi.mocked((page.analytics as { track(): void }).track).mock.calls).toHaveLength(1);
    expect(warnings()).toEqual([]);
  });

  test('objects with a name, what is made in code, and functions that make it', async () => {
    page.analytics = { track: vi.fn() };
    page.gtag = vi.fn();
    const { calls, destination } = aVendor();
    const { to, pass, warnings } = start([
      { name: 'ga4', records: ['moment'] },
      segment({ sample: 1 }),
      () => destination,
    ]);
    for (const record of VISIT_RECORDS) to.hear(record);
    await pass(10);
    expect(vi.mocked(page.gtag as () => void).mock.calls.map(([, name]: unknown[]) => name)).toEqual([
      'waver_moment_noticed',
      'waver_moment_noticed',
    ]);
    expect(calls).toHaveLength(3);
    expect(vi.mocked((page.analytics as { track(): void }).track).mock.calls).toHaveLength(5);
    expect(warnings()).toEqual([]);
  });

  test.each([
    [['segmnt'], ['destinations[0]: "segmnt", expected a destination: did you mean segment?; nothing is told there']],
    [
      'mailchimp',
      ['destinations[0]: Mailchimp takes such events from a server only: use the webhook; nothing is told there'],
    ],
    [
      [{ name: 'segment', sample: 2 }],
      ['destinations[0].sample: 2, expected a number from 0 to 1; nothing is told there'],
    ],
    [
      [{ name: 'segment', sampel: 0.5 }],
      ['destinations[0].sampel: 0.5, expected nothing of this name: did you mean sample?; nothing is told there'],
    ],
    [
      [{ name: 'segment', purposes: ['advertising'] }],
      [
        'destinations[0].purposes[0]: "advertising", expected functional, analytics or marketing; nothing is told there',
      ],
    ],
    [
      [{ name: 'segment', beforeSend: 'no' }],
      ['destinations[0].beforeSend: "no", expected a function; nothing is told there'],
    ],
    [
      [{ name: 'segment', promotions: true }],
      [expect.stringMatching(/^destinations\[0\]\.promotions: true, expected nothing of this name, but name, label/)],
    ],
    [[segment({ sample: -1 })], ['destinations[0].sample: -1, expected a number from 0 to 1; nothing is told there']],
    [[7], [expect.stringMatching(/^destinations\[0\]: 7, expected one of data-layer, ga4, /)]],
    ['segment segment', ['destinations[1]: segment is there already and is told once']],
  ])('%j', async (destinations, expected) => {
    page.analytics = { track: vi.fn() };
    const { to, pass, warnings } = start(destinations);
    to.hear(SHOWN);
    await pass();
    expect(warnings()).toEqual(expected);
    const times = destinations === 'segment segment' ? 1 : 0;
    expect(vi.mocked((page.analytics as { track(): void }).track)).toHaveBeenCalledTimes(times);
  });

  test('what a tool cannot do is said, and the rest is told', async () => {
    page.analytics = { track: vi.fn() };
    page.gtag = vi.fn();
    const { to, pass, warnings } = start([
      segment({ identify: true, learn: ['plan'] }),
      { name: 'ga4', identify: true, learn: ['plan'] },
    ]);
    to.hear(SHOWN);
    await pass();
    expect(warnings().sort()).toEqual([
      'destinations[0].identify does nothing with segment',
      'destinations[1].learn does nothing with ga4',
    ]);
    expect(vi.mocked((page.analytics as { track(): void }).track)).toHaveBeenCalledOnce();
    expect(page.gtag).toHaveBeenCalledOnce();
  });

  test.each([undefined, '', [], null, {}, [null], [{}], [() => null]])('%j throws nothing', async (destinations) => {
    const { to, pass } = start(destinations);
    to.hear(SHOWN);
    to.consentChanged();
    to.identify({ id: '1' });
    await expect(pass()).resolves.toBeUndefined();
  });
});

describe('consent', () => {
  test('without all purposes that are needed nothing is told, later neither', async () => {
    const { calls, destination } = aVendor();
    const { to, pass, say } = start([destination]);
    say({ ...ALL, marketing: false });
    to.hear(SHOWN);
    await pass(1000);
    say(ALL);
    await pass(200_000);
    expect(calls).toEqual([]);
    to.hear(SHOWN);
    await pass();
    expect(calls).toHaveLength(1);
  });

  test('taken back before it was told: it is not told', async () => {
    const { calls, destination } = aVendor();
    const { to, pass, say } = start([destination]);
    await pass();
    to.hear(SHOWN);
    say(NONE);
    say(ALL);
    await pass(1000);
    expect(calls).toEqual([]);
  });

  test('what was told while its file was on the way is told by what was granted then', async () => {
    const { calls, destination } = aVendor();
    const { to, pass, say } = start([destination]);
    say(NONE);
    to.hear(SHOWN);
    say(ALL);
    to.hear(aRecord('outcome', { outcome: 'dismissed' }));
    await pass();
    expect(calls.map(([, title]) => title)).toEqual(['Waver Popup Dismissed']);
  });

  test('the shop may ask for other purposes', async () => {
    const { calls, destination } = aVendor({}, { purposes: ['analytics'] });
    const { to, pass, say } = start([destination]);
    say({ ...NONE, analytics: true });
    to.hear(SHOWN);
    await pass();
    expect(calls).toHaveLength(1);
  });
});

describe('a vendor', () => {
  test('is called in a later task, never in the one in which a record is told', async () => {
    const { calls, destination } = aVendor();
    const { to, pass } = start([destination]);
    await pass();
    to.hear(SHOWN);
    // All that the running task still does.
    for (let i = 0; i < 20; i++) await Promise.resolve();
    expect(calls).toEqual([]);
    await pass();
    expect(calls).toHaveLength(1);
  });

  test('that throws, when it is looked for or called, is warned of once and nothing to the others', async () => {
    const broken = aVendor({
      name: 'broken',
      find: () => () => {
        throw new Error('no');
      },
    });
    const absent = aVendor({
      name: 'absent',
      find: () => {
        throw new Error('blocked');
      },
    });
    const { calls, destination } = aVendor();
    const { to, pass, warnings } = start([broken.destination, absent.destination, destination]);
    to.hear(SHOWN);
    to.hear(SHOWN);
    await pass();
    expect(calls).toHaveLength(2);
    expect([...new Set(warnings())]).toEqual(['broken threw', 'absent threw']);
  });

  test('whose promise fails or never ends is not waited for', async () => {
    const failing = aVendor({ name: 'failing', find: () => () => Promise.reject(new Error('no')) });
    const hanging = aVendor({ name: 'hanging', find: () => () => new Promise(() => {}) });
    const { calls, destination } = aVendor();
    const { to, pass, warnings } = start([failing.destination, hanging.destination, destination]);
    to.hear(SHOWN);
    await pass();
    expect(calls).toHaveLength(1);
    expect(warnings()).toEqual([]);
  });

  test('that comes late gets what was told before, in order and once', async () => {
    const { to, pass } = start('segment');
    to.hear(SHOWN);
    to.hear(aRecord('outcome', { outcome: 'dismissed' }));
    await pass(2500);
    const track = vi.fn();
    page.analytics = { track };
    await pass(2000);
    expect(track.mock.calls.map(([title]) => title)).toEqual(['Waver Popup Shown', 'Waver Popup Dismissed']);
    // It comes a second time.
    page.analytics = { track };
    to.hear(aRecord('outcome', { outcome: 'purchased' }));
    await pass(200_000);
    expect(track.mock.calls).toHaveLength(3);
  });

  test('that is blocked is looked for eight times in two minutes, then with each record only', async () => {
    const find = vi.fn(() => undefined);
    const { destination } = aVendor({ find });
    const { to, pass } = start([destination]);
    to.hear(SHOWN);
    await pass(127_000);
    expect(find).toHaveBeenCalledTimes(8);
    await pass(24 * 3_600_000);
    expect(find).toHaveBeenCalledTimes(8);
    expect(vi.getTimerCount()).toBe(0);
    to.hear(SHOWN);
    await pass(24 * 3_600_000);
    expect(find).toHaveBeenCalledTimes(9);
  });

  test('that is away gets the last hundred', async () => {
    let there = false;
    const calls: Call[] = [];
    const { destination } = aVendor({
      find: () => (there ? (call) => calls.push(call) : undefined),
      calls: ({ record }) => [['track', record.id]],
    });
    const { to, pass } = start([destination]);
    await pass();
    for (let i = 0; i < 130; i++) to.hear({ ...SHOWN, id: `view-${i}` });
    there = true;
    await pass(10);
    expect(calls.map(([, id]) => id)).toEqual(Array.from({ length: 100 }, (_, i) => `view-${i + 30}`));
  });

  test('gets ten in one task', async () => {
    const { calls, destination } = aVendor();
    const { to, pass } = start([destination]);
    await pass();
    for (let i = 0; i < 25; i++) to.hear(SHOWN);
    await Promise.resolve();
    vi.advanceTimersToNextTimer();
    expect(calls).toHaveLength(10);
    await pass(3);
    expect(calls).toHaveLength(25);
  });

  test.each([
    ['pagehide', () => window.dispatchEvent(new Event('pagehide'))],
    [
      'out of view',
      () => {
        vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
        document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
  ])('is told all at once when the page goes: %s', async (_, go) => {
    const { calls, destination } = aVendor();
    const { to, pass } = start([destination]);
    await pass();
    for (let i = 0; i < 25; i++) to.hear(SHOWN);
    await Promise.resolve();
    go();
    // No timer runs any more.
    for (let i = 0; i < 5; i++) await Promise.resolve();
    expect(calls).toHaveLength(25);
  });

  test('hears nothing after stop, and no timer is left', async () => {
    const { destination, calls } = aVendor({ find: () => undefined });
    const { to, pass } = start([destination]);
    to.hear(SHOWN);
    await pass();
    to.stop();
    await pass();
    to.hear(SHOWN);
    to.consentChanged();
    await pass(1000);
    expect(vi.getTimerCount()).toBe(0);
    expect(calls).toEqual([]);
  });
});

describe('sample', () => {
  const visitors = Array.from({ length: 2000 }, (_, i) => `visitor-${i}`);
  const heard = async (name: string, visitor: string) => {
    const { calls, destination } = aVendor({ name }, { sample: 0.3 });
    const { to, pass } = start([destination], { visit: { visitor } });
    to.hear(SHOWN);
    await pass();
    to.stop();
    return calls.length;
  };

  test('is a share of visitors, the same each time', async () => {
    const first = await Promise.all(visitors.slice(0, 300).map((visitor) => heard('mine', visitor)));
    const again = await Promise.all(visitors.slice(0, 300).map((visitor) => heard('mine', visitor)));
    expect(again).toEqual(first);
    const share = first.reduce((sum, one) => sum + one, 0) / first.length;
    // Three standard deviations of a share of 0.3 among 300.
    expect(Math.abs(share - 0.3)).toBeLessThan(0.08);
  });
});

describe('a sample and the comparison group', () => {
  test('are drawn apart: of the group as much is heard as of everybody', async () => {
    const group = Array.from({ length: 3000 }, (_, i) => `visitor-${i}`).filter((one) => armOf(one, 0.1) === 'holdout');
    expect(group.length).toBeGreaterThan(200);
    let heard = 0;
    for (const visitor of group) {
      const { calls, destination } = aVendor({}, { sample: 0.3 });
      const line = createLine(destination, {
        guard,
        warn: createWarnSpy(),
        purposes: () => ALL,
        visit: () => aVisit({ visitor }),
        preferences: async () => [],
        shared() {},
        learn() {},
      });
      line.hear(SHOWN, ALL);
      line.flush();
      heard += calls.length;
    }
    // Three standard deviations of a share of 0.3 among 200.
    expect(Math.abs(heard / group.length - 0.3)).toBeLessThan(0.1);
  });
});

describe('beforeSend', () => {
  test('changes a call, and keeps one back', async () => {
    const beforeSend = ([method, title, ...rest]: Call) =>
      title === 'Waver Popup Shown' ? null : ([method, `Shop: ${title}`, ...rest] as const);
    const { calls, destination } = aVendor({}, { beforeSend });
    const { to, pass } = start([destination]);
    for (const record of VISIT_RECORDS) to.hear(record);
    await pass();
    expect(calls.map(([, title]) => title)).toEqual(['Shop: Waver Popup Accepted', 'Shop: Waver Visit Purchased']);
  });

  test('is handed the record, and for an answer none', async () => {
    const beforeSend = vi.fn((call: Call) => call);
    const { destination } = aVendor({}, { beforeSend });
    const { to, pass } = start([destination], { preferences: [aPreference({ sharedWith: ['Mine'] })] });
    to.hear(SHOWN);
    to.hear(aRecord('preference'));
    await pass();
    expect(beforeSend.mock.calls.map(([, record]: unknown[]) => record)).toEqual([SHOWN, undefined]);
  });

  test('that throws keeps the call back and is warned of', async () => {
    const { calls, destination } = aVendor(
      {},
      {
        beforeSend: () => {
          throw new Error('no');
        },
      },
    );
    const { to, pass, warnings } = start([destination]);
    to.hear(SHOWN);
    await pass();
    expect(calls).toEqual([]);
    expect(warnings()).toEqual(['mine threw']);
  });
});

describe('answers', () => {
  const PROPERTIES = {
    waver_delivery_by: '2026-12-24',
    waver_delivery_by_question: 'When do you need it?',
    waver_delivery_by_purpose: 'plan-delivery',
    waver_delivery_by_given_at: '2026-11-23T10:00:00.000Z',
  };
  const AGREED = aPreference({ sharedWith: ['Mine'] });

  test('go where their question said, and that is written down', async () => {
    const { calls, destination } = aVendor();
    const other = aVendor({ name: 'other', label: 'Other' });
    const { to, pass, shared } = start([destination, other.destination], { preferences: [AGREED] });
    to.hear(aRecord('preference'));
    await pass();
    expect(calls).toEqual([['identify', PROPERTIES]]);
    expect(other.calls).toEqual([]);
    expect(shared.mock.calls).toEqual([['delivery-by', 'Mine', expect.any(Number)]]);
  });

  test.each<[string, Partial<Preference>]>([
    ['the question named nobody', { sharedWith: [] }],
    ['it named somebody else', { sharedWith: ['Mine too'] }],
    ['it was handed over after it was given', { sharedWith: ['Mine'], shared: [{ with: 'Mine', at: NOW + 1 }] }],
  ])('stay here: %s', async (_, over) => {
    const { calls, destination } = aVendor();
    const { to, pass, shared } = start([destination], { preferences: [aPreference(over)] });
    to.hear(aRecord('ready'));
    to.hear(aRecord('preference'));
    await pass();
    expect(calls).toEqual([]);
    expect(shared).not.toHaveBeenCalled();
  });

  test('of earlier visits go when the visit begins, or when the shopper agrees', async () => {
    const { calls, destination } = aVendor();
    const { to, pass, say } = start([destination], { preferences: [AGREED] });
    say(NONE);
    to.hear(aRecord('ready'));
    await pass();
    expect(calls).toEqual([]);
    say(ALL);
    await pass();
    expect(calls).toEqual([['identify', PROPERTIES]]);
    to.hear(aRecord('preference'));
    say(ALL);
    await pass();
    expect(calls).toHaveLength(1);
  });

  test('go again when they were given again', async () => {
    const { calls, destination } = aVendor();
    const { to, pass, state } = start([destination], {
      preferences: [{ ...AGREED, shared: [{ with: 'Mine', at: NOW - 1000 }] }],
    });
    to.hear(aRecord('ready'));
    await pass();
    state.preferences = [{ ...AGREED, value: '2026-12-20', givenAt: NOW + 5000 }];
    to.hear(aRecord('preference'));
    await pass();
    expect(calls.map(([, properties]) => (properties as typeof PROPERTIES).waver_delivery_by)).toEqual([
      '2026-12-24',
      '2026-12-20',
    ]);
  });

  test('that are taken back are taken back there', async () => {
    const { calls, destination } = aVendor();
    const { to, pass, state, shared } = start([destination], {
      preferences: [{ ...AGREED, shared: [{ with: 'Mine', at: NOW + 1 }] }],
    });
    to.hear(aRecord('ready'));
    await pass();
    state.preferences = [];
    to.hear(aRecord('preference', { value: null }));
    to.hear(aRecord('preference', { key: 'size', value: null }));
    await pass();
    expect(calls).toEqual([['identify', Object.fromEntries(Object.keys(PROPERTIES).map((key) => [key, null]))]]);
    expect(shared).not.toHaveBeenCalled();
  });

  test('that still wait give way to what was said since', async () => {
    let there = false;
    const calls: Call[] = [];
    const { destination } = aVendor({ find: () => (there ? (call) => calls.push(call) : undefined) });
    const { to, pass } = start([destination], { preferences: [AGREED] });
    to.hear(aRecord('preference'));
    await pass();
    to.hear(aRecord('preference', { value: null }));
    there = true;
    await pass();
    expect(calls.map(([, properties]) => (properties as typeof PROPERTIES).waver_delivery_by)).toEqual([null]);
  });

  test('are taken back there, and nothing that waits is told, when the shopper erases everything', async () => {
    const { calls, destination } = aVendor();
    const { to, pass } = start([destination], { preferences: [AGREED] });
    to.hear(aRecord('preference'));
    await pass();
    to.hear(SHOWN);
    to.forget();
    await pass();
    expect(calls.map(([method, properties]) => [method, (properties as typeof PROPERTIES).waver_delivery_by])).toEqual([
      ['identify', '2026-12-24'],
      ['identify', null],
    ]);
    to.forget();
    await pass();
    expect(calls).toHaveLength(2);
  });

  test('are not written down as handed over where that failed', async () => {
    const { destination } = aVendor({
      find: () => () => {
        throw new Error('no');
      },
    });
    const { to, pass, shared } = start([destination], { preferences: [AGREED] });
    to.hear(aRecord('preference'));
    await pass();
    expect(shared).not.toHaveBeenCalled();
  });

  test('go by the name the shop gives the tool', async () => {
    const { calls, destination } = aVendor({}, { label: 'our newsletter' });
    const { to, pass } = start([destination], { preferences: [aPreference({ sharedWith: ['our newsletter'] })] });
    to.hear(aRecord('preference'));
    await pass();
    expect(calls).toHaveLength(1);
  });

  test('are not looked for where there are none', async () => {
    const { destination } = aVendor();
    const { to, pass, state } = start([destination], { visit: { preferences: {} } });
    const read = vi.fn();
    Object.defineProperty(state, 'preferences', { get: read });
    to.hear(aRecord('ready'));
    await pass();
    expect(read).not.toHaveBeenCalled();
  });
});

describe('evidence and reasons', () => {
  test('are told where the shop asks for them, without what was answered', async () => {
    const fields = { score: ['evidence', 'because', 'intentBecause'], decision: ['because'] };
    const beforeSend = vi.fn((call: Call) => call);
    const { calls, destination } = aVendor({}, { records: ['score', 'decision'], fields, beforeSend });
    const { to, pass } = start([destination], {
      preferences: [aPreference({ key: 'priority', value: 'price', sharedWith: [] })],
    });
    const cart = { feature: 'cart-value', value: 48, weight: 1 };
    const said = { feature: 'priority', value: 'price', weight: 1 };
    const because = [said, cart];
    const evidence = { priority: 'price', hesitation: 'price', horizon: 'today', 'budget-share': 2, 'cart-value': 48 };
    to.hear({ ...aRecord('score'), because, intentBecause: because, evidence });
    to.hear({ ...aRecord('decision'), show: true, because } as never);
    await pass();
    expect(calls.map(([, , told]) => told)).toEqual([
      { evidence: { 'cart-value': 48 }, because: [cart], intentBecause: [cart] },
      { because: [cart] },
    ]);
    expect(JSON.stringify(beforeSend.mock.calls)).not.toMatch(/priority|hesitation|horizon|budget/);
  });
});

describe('the person', () => {
  test('is told where the shop wants that, once, and only by consent', async () => {
    const silent = aVendor({ name: 'silent', person: ({ id }) => [['identify', id]] });
    const over: Partial<Destination> = { purposes: ['analytics'], person: ({ id }) => [['identify', id]] };
    const { calls, destination } = aVendor(over, { identify: true });
    const { to, pass, say } = start([destination, silent.destination]);
    say({ ...ALL, marketing: false });
    to.identify({ id: 'customer-7' });
    await pass();
    expect(calls).toEqual([]);
    say(ALL);
    say(ALL);
    await pass();
    expect(calls).toEqual([['identify', 'customer-7']]);
    to.identify(null);
    await pass();
    expect(calls).toHaveLength(1);
    expect(silent.calls).toEqual([]);
  });
});

test('another shopper signs in: what the one before has answered stays out of the new profile', async () => {
  let there = false;
  const calls: Call[] = [];
  const { destination } = aVendor({ find: () => (there ? (call) => calls.push(call) : undefined) });
  const { to, pass, state } = start([destination], { preferences: [aPreference({ sharedWith: ['Mine'] })] });
  to.hear(aRecord('preference'));
  await pass();
  state.preferences = [aPreference({ key: 'size', value: '42', sharedWith: ['Mine'] })];
  to.identify({ id: 'b' });
  to.hear(aRecord('preference', { value: null }));
  await pass();
  there = true;
  await pass(1000);
  expect(calls).toEqual([['identify', expect.objectContaining({ waver_size: '42' })]]);
});

describe('what a vendor knows', () => {
  test('is learnt where the shop has named it, as text, once it can be said', async () => {
    let known: Record<string, unknown> | undefined;
    const traits = vi.fn(
      (names: readonly string[]) => known && Object.fromEntries(names.map((name) => [name, known?.[name]])),
    );
    const { destination } = aVendor({ traits }, { learn: ['plan', 'orders', 'vip', 'address', 'none'] });
    const { to, pass, learn } = start([destination]);
    to.hear(aRecord('ready'));
    await pass(1500);
    expect(learn).not.toHaveBeenCalled();
    known = { plan: 'gold', orders: 3, vip: false, address: { city: 'Berlin' }, email: 'ada@example.com' };
    await pass(3000);
    expect(learn.mock.calls).toEqual([[{ plan: 'gold', orders: '3', vip: 'false' }]]);
    await pass(200_000);
    expect(traits.mock.calls.length).toBeLessThan(5);
  });

  test('is asked for again until something is known: the shop may identify the shopper late', async () => {
    let known = {};
    const traits = vi.fn(() => known);
    const { to, pass, learn } = start([aVendor({ traits }, { learn: ['plan'] }).destination]);
    to.hear(aRecord('ready'));
    await pass(200_000);
    const calls = traits.mock.calls.length;
    expect(calls).toBeLessThan(10);
    known = { plan: 'gold' };
    // No timer runs for ever: the next record asks.
    await pass(200_000);
    expect(traits).toHaveBeenCalledTimes(calls);
    to.hear(SHOWN);
    await pass();
    expect(learn).toHaveBeenLastCalledWith(known);
    to.hear(SHOWN);
    await pass(200_000);
    expect(traits).toHaveBeenCalledTimes(calls + 1);
  });

  test('is not asked for without a name or without consent', async () => {
    const traits = vi.fn(() => ({ plan: 'gold' }));
    const unnamed = aVendor({ traits });
    const named = aVendor({ name: 'named', traits }, { learn: ['plan'] });
    const { to, pass, say, learn } = start([unnamed.destination, named.destination]);
    say(NONE);
    to.hear(aRecord('ready'));
    await pass(200_000);
    expect(traits).not.toHaveBeenCalled();
    say(ALL);
    await pass();
    expect(learn).toHaveBeenCalledTimes(1);
  });
});
