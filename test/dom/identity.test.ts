import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnswers } from '../../src/answers';
import { createStore, type Level } from '../../src/browser/store';
import { readTraits } from '../../src/core/readTraits';
import { createIdentity } from '../../src/identity';
import { createMemory } from '../../src/memory';
import { type RunningVisit, runVisit } from '../../src/runVisit';
import type { WaverRecord } from '../../src/types';
import { RULES } from '../unit/given';
import { createWarnSpy, guard } from './given';

/** Two shoppers, one device. */
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

let running: RunningVisit | undefined;

/** A page of the shop; the next one finds what it has kept. */
const openPage = async (level: Level = 2) => {
  running?.pause();
  const warn = createWarnSpy();
  const store = createStore(warn);
  await store.allow(level);
  const records: WaverRecord[] = [];
  const visit = await runVisit({
    guard,
    store,
    memory: createMemory(store, warn),
    rules: RULES,
    tell: (record) => records.push(record),
    chance: () => {},
    begun: () => visit?.feed({ type: 'page', view: 'view', path: '/', kind: 'home' }),
  });
  running = visit;
  visit.feed({ type: 'page', view: 'view', path: '/', kind: 'home' });
  const answers = createAnswers({
    store,
    warn,
    feed: (said) => void visit.feed(said),
    locales: () => ['en'],
    visit: visit.visit,
    own: undefined,
  });
  const traits: Record<string, unknown> = {};
  const told = vi.fn();
  const { identify: signIn } = createIdentity({ options: {}, warn, store, visit, traits, told });
  /** As another page or tab, which knows nothing of what this one has begun. */
  const elsewhere = async () => {
    vi.resetModules();
    const { createIdentity: anew } = await import('../../src/identity');
    return anew({ options: {}, warn, store, visit, traits: {}, told }).identify;
  };
  const known = async () => Object.fromEntries((await answers.all()).map(({ key, value }) => [key, value]));
  const persons = () => records.flatMap((record) => (record.type === 'identity' ? [record.person] : []));
  const warned = () => warn.mock.calls.map(([text]) => text);
  return {
    visit,
    store,
    answers,
    signIn,
    elsewhere,
    known,
    persons,
    told,
    traits,
    warned,
    visitor: () => visit.visit().visitor,
  };
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  running?.pause();
  running = undefined;
  vi.unstubAllGlobals();
});

test('the first to sign in takes over what was told before, and stays the same visitor', async () => {
  const page = await openPage();
  const { visitor } = page.visit.visit();
  await page.answers.set('size', '42');
  await page.signIn('ada');
  expect(await page.known()).toEqual({ size: '42' });
  expect(page.visitor()).toBe(visitor);
  expect(page.persons()).toEqual([hash('ada')]);
});

test('the next one finds nothing of theirs, and is another visitor on another visit', async () => {
  const page = await openPage();
  await page.signIn('ada');
  await page.answers.set('size', '42');
  const { id, visitor } = page.visit.visit();
  await page.signIn('bob');
  expect(await page.known()).toEqual({});
  expect(page.visit.visit().preferences).toEqual({});
  expect(page.visit.visit()).toMatchObject({ moments: [], history: [], orders: [] });
  expect([page.visit.visit().id, page.visitor()]).not.toContain(id);
  expect(page.visitor()).not.toBe(visitor);
  expect(page.persons()).toEqual([hash('ada'), hash('bob')]);
});

test('each gets back what is theirs, over page loads, in any order', async () => {
  let page = await openPage();
  await page.signIn('ada');
  await page.answers.set('size', '42');
  const ada = page.visitor();
  await page.signIn('bob');
  await page.answers.set('size', '38');
  const bob = page.visitor();
  page = await openPage();
  expect(page.visitor()).toBe(bob);
  await page.signIn('ada');
  expect([await page.known(), page.visitor()]).toEqual([{ size: '42' }, ada]);
  await page.signIn(null);
  expect(await page.known()).toEqual({});
  expect([ada, bob]).not.toContain(page.visitor());
  page = await openPage();
  await page.signIn('bob');
  expect(await page.known()).toEqual({ size: '38' });
});

test.each([undefined, null, 7, { history: 7 }, { history: [null, 7], offers: 7 }])(
  'where attention is kept as %j, it is put together with nothing of it, and later pages have nothing to warn of',
  async (corrupt) => {
    let page = await openPage();
    const shown = { campaign: 'trust', at: 1, outcome: 'shown', visit: 'a' };
    await page.store.update('attention', () => ({ history: [shown], offers: {} }));
    await page.store.update(`attention:${hash('ada')}`, () => corrupt);
    await page.signIn('ada');
    expect(await page.store.read('attention')).toEqual({ history: [shown], offers: {} });
    for (const id of ['bob', 'ada', null]) {
      await page.signIn(id);
      page = await openPage();
      expect(page.warned()).toEqual([]);
    }
  },
);

test('answers given on two devices before signing in come together, the later one holds', async () => {
  let page = await openPage();
  await page.signIn('ada');
  await page.answers.set('size', '42');
  await page.answers.set('budget', 50);
  await page.signIn(null);
  await page.answers.set('size', '43');
  page = await openPage();
  await page.signIn('ada');
  expect(await page.known()).toEqual({ size: '43', budget: 50 });
});

test('who signs out and in again is the visitor they were, and the visit goes on', async () => {
  const page = await openPage();
  await page.signIn('ada');
  const ada = page.visitor();
  await page.signIn(null);
  expect(page.visitor()).not.toBe(ada);
  page.visit.feed({ type: 'custom', name: 'asked-for-help' });
  const { id } = page.visit.visit();
  await page.signIn('ada');
  expect(page.visit.visit()).toMatchObject({ id, visitor: ada, moments: [{ kind: 'asked-for-help' }] });
});

test('where only answers may be kept, they are kept apart too', async () => {
  let page = await openPage(1);
  await page.signIn('ada');
  await page.answers.set('size', '42');
  page = await openPage(1);
  await page.signIn('bob');
  expect(await page.known()).toEqual({});
  page = await openPage(1);
  await page.signIn('ada');
  expect(await page.known()).toEqual({ size: '42' });
});

test('a page that is left in the middle of it mixes nobody’s answers', async () => {
  let page = await openPage();
  await page.signIn('ada');
  await page.answers.set('size', '42');
  await page.signIn('bob');
  await page.answers.set('size', '38');
  // Gone once Ada’s have taken the place of Bob’s, and before it is said that they are hers.
  const { update } = page.store;
  page.store.update = async (key, change) => {
    if (key === 'visit') await new Promise(() => {});
    return update(key, change);
  };
  (await page.elsewhere())('ada');
  await vi.waitFor(async () =>
    expect((await page.store.read('preferences')) as object).toHaveProperty('size.value', '42'),
  );
  for (const id of ['bob', 'ada', 'bob']) {
    page = await openPage();
    const signIn = await page.elsewhere();
    await signIn(id);
    expect(await page.known(), id).toEqual({ size: id === 'bob' ? '38' : '42' });
  }
});

test('two tabs that are told at once put away once', async () => {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, work: () => Promise<unknown>) => {
    last = last.then(work, work);
    return last;
  };
  vi.stubGlobal('navigator', Object.create(navigator, { locks: { value: { request } } }));
  const page = await openPage();
  await page.signIn('ada');
  await page.answers.set('size', '42');
  const other = await page.elsewhere();
  await Promise.all([page.signIn('bob'), other('bob')]);
  await page.signIn('ada');
  expect(await page.known()).toEqual({ size: '42' });
});

test.each([
  ['refused', { request: () => Promise.reject(new DOMException('', 'SecurityError')) }],
  ['not there', undefined],
])('where locks are %s, it goes without', async (_, locks) => {
  vi.stubGlobal('navigator', Object.create(navigator, { locks: { value: locks } }));
  const page = await openPage();
  await page.signIn('ada');
  expect(page.persons()).toEqual([hash('ada')]);
});

test('what fails under the lock is not done once more without it', async () => {
  const request = vi.fn((_: string, work: () => unknown) => work());
  vi.stubGlobal('navigator', Object.create(navigator, { locks: { value: { request } } }));
  const page = await openPage();
  const read = vi.spyOn(page.store, 'read').mockRejectedValueOnce(new Error('no'));
  await expect(page.signIn('ada')).rejects.toThrow('no');
  expect([read.mock.calls.length, request.mock.calls.length]).toEqual([1, 1]);
});

test('told once a visit, however often the shop says it', async () => {
  let page = await openPage();
  await page.signIn('ada');
  await page.signIn('ada');
  page.visit.feed({ type: 'hidden' });
  expect(page.persons()).toHaveLength(1);
  page = await openPage();
  await page.signIn('ada');
  expect(page.persons()).toEqual([]);
});

test('signing out and in at once is done one after the other', async () => {
  const page = await openPage();
  await page.signIn('ada');
  await page.answers.set('size', '42');
  await Promise.all([page.signIn(null), page.signIn('bob'), page.signIn('ada')]);
  expect(await page.known()).toEqual({ size: '42' });
  expect(page.persons().slice(1)).toEqual([null, hash('bob'), hash('ada')]);
});

test('nothing that is kept or told has the id, the address or the number in it', async () => {
  const page = await openPage();
  const secret = { email: 'Ada@Example.com ', phone: '+49 30 1234567' };
  await page.signIn('customer-ada@example.com', { ...secret, segment: 'vip' });
  const [{ emailHash, phoneHash, id }] = page.told.mock.calls[0] as [
    { emailHash: string; phoneHash: string; id: string },
  ];
  expect([emailHash, phoneHash]).toEqual([hash('ada@example.com'), hash('+49301234567')]);
  expect(id).toBe(hash('customer-ada@example.com'));
  const all = ['preferences', 'preferences:owner', 'visit', 'visitor', 'attention'].map((key) => page.store.read(key));
  const kept = JSON.stringify([await Promise.all(all), page.traits, page.told.mock.calls]);
  expect(kept).toMatch(/vip/);
  expect(kept.toLowerCase()).not.toMatch(/example|1234567/);
});

test('an id that is an address is the same however it is written', async () => {
  const page = await openPage();
  await page.signIn('Ada@Example.com');
  await page.signIn(' ada@example.com');
  expect(page.persons()).toEqual([hash('ada@example.com')]);
});

test('what is known of one is not known of the next', async () => {
  const page = await openPage();
  await page.signIn('ada', { segment: 'vip' });
  const known = () => readTraits(page.traits, page.visitor()).tags;
  expect(known()).toEqual({ segment: 'vip' });
  await page.signIn('bob', { tier: 1 });
  expect(known()).toEqual({ tier: '1' });
  await page.signIn(null);
  expect(known()).toEqual({});
});

test('what tools know of a guest is not lost where the shop says again that nobody is signed in', async () => {
  const page = await openPage();
  const known = () => readTraits(page.traits, page.visitor()).tags;
  Object.assign(page.traits, { plan: 'gold' });
  await page.signIn(null);
  await page.signIn(null);
  expect(known()).toEqual({ plan: 'gold' });
  await page.signIn('ada', { segment: 'vip' });
  expect(known()).toEqual({ segment: 'vip' });
  // Of the same person too, what is said last holds.
  await page.signIn('ada', { tier: 1 });
  expect(known()).toEqual({ tier: '1' });
  await page.signIn(null);
  expect(known()).toEqual({});
});

test('an address at Google is hashed as Google does, an id as it is', async () => {
  const page = await openPage();
  await page.signIn('A.da@gmail.com', { email: 'A.da@gmail.com' });
  expect(page.told).toHaveBeenCalledWith({
    id: hash('a.da@gmail.com'),
    emailHash: hash('ada@gmail.com'),
    phoneHash: undefined,
  });
});

test.each([undefined, '', ' ', Number.NaN, {}, true])('%j is nobody', async (id) => {
  const page = await openPage();
  await page.signIn(id);
  expect(page.warned()).toEqual([expect.stringMatching(/^waver\.identify\(.*\): expected an id or null/)]);
  expect(page.persons()).toEqual([]);
});

test('a number without its country is not used, and said', async () => {
  const page = await openPage();
  await page.signIn('ada', { phone: '030 123456' });
  expect(page.warned()).toEqual([expect.stringContaining('phone is not used: expected a number with its country')]);
  expect(page.warned().join()).not.toContain('123456,');
  expect(page.told).toHaveBeenCalledWith({ id: hash('ada'), emailHash: undefined, phoneHash: undefined });
});

test('without https nobody is linked', async () => {
  const page = await openPage();
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  await page.signIn('ada');
  expect(page.warned()).toEqual([expect.stringContaining('not served over https')]);
  expect(page.persons()).toEqual([]);
});
