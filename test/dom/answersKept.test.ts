import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnswers } from '../../src/answers';
import { createStore, type Level } from '../../src/browser/store';
import type { Said } from '../../src/runVisit';
import type { Preference } from '../../src/types';
import { aVisit, DAY, NOW } from '../unit/given';
import { createWarnSpy } from './given';

/** Answers with a database behind them: what is on the device, as another page finds it. */

const WORDS = { question: 'Which size?', wording: 'Size 43', benefit: '', locale: 'en' };
const COLOUR = {
  key: 'colour',
  kind: 'size',
  purpose: 'personalise-products',
  keepDays: 30,
  sharedWith: ['our warehouse'],
  words: { en: { ask: 'Which colour?' } },
};

/** One page of the shop, and what may be kept there. */
const open = async (level: Level = 2, locales: string[] = ['de']) => {
  const warn = createWarnSpy();
  const store = createStore(warn);
  await store.allow(level);
  const feed = vi.fn<(said: Said) => void>();
  const shopper = { visitor: 'a' };
  const visit = () => aVisit(shopper);
  const answers = createAnswers({ store, warn, feed, locales: () => locales, visit, own: [COLOUR] });
  return { warn, store, feed, shopper, answers };
};
const onDevice = async () => {
  const { store } = await open();
  return ((await store.read('preferences')) ?? {}) as Record<string, Preference>;
};
const valuesOnDevice = async () =>
  Object.fromEntries(Object.entries(await onDevice()).map(([key, { value }]) => [key, value]));

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('what is said while nothing may be kept', () => {
  test('is on the device once it may be', async () => {
    const { answers, store } = await open(0);
    await answers.set('size', '43');
    answers.ask().answer({ key: 'budget', value: 50, ...WORDS });
    await vi.waitFor(async () => expect(await answers.all()).toHaveLength(2));
    expect(await valuesOnDevice()).toEqual({});
    await store.allow(2);
    expect(await onDevice()).toMatchObject({
      size: { value: '43', consent: 'granted' },
      budget: { value: 50, question: WORDS.question, consent: 'granted' },
    });
  });

  test.each<Level>([1, 2])('goes before what was kept earlier, which is remembered (level %d)', async (level) => {
    const before = await open();
    await before.answers.set('size', '42');
    await before.answers.set('style', ['classic']);
    vi.setSystemTime(NOW + DAY);
    const { answers, store } = await open(0);
    await answers.set('size', '44');
    await answers.set('size', '43');
    await store.allow(level);
    expect(await answers.get('size')).toMatchObject({ value: '43' });
    await answers.set('budget', 50);
    expect(await valuesOnDevice()).toEqual({ size: '43', style: ['classic'], budget: 50 });
    expect((await onDevice()).size?.history).toEqual([
      { value: '42', givenAt: NOW },
      { value: '44', givenAt: NOW + DAY },
    ]);
  });

  test('is remembered where another tab has the later word', async () => {
    const here = await open(0);
    await here.answers.set('size', '43');
    vi.setSystemTime(NOW + 1);
    const there = await open();
    await there.answers.set('size', '44');
    await here.store.allow(2);
    expect(await onDevice()).toMatchObject({ size: { value: '44', history: [{ value: '43', givenAt: NOW }] } });
  });

  test('and forgotten, is forgotten', async () => {
    const before = await open();
    await before.answers.set('size', '42');
    const { answers, store } = await open(0);
    await answers.set('size', null);
    await store.allow(2);
    expect(await valuesOnDevice()).toEqual({});
  });

  test('or comes from a file', async () => {
    const before = await open();
    await before.answers.set('size', '42');
    const text = await before.answers.export();
    vi.stubGlobal('indexedDB', new IDBFactory());
    const { answers, store } = await open(0);
    expect(await answers.import(text)).toEqual({ taken: 1, refused: [] });
    await store.allow(2);
    expect(await valuesOnDevice()).toEqual({ size: '42' });
  });

  test('is not kept after a refusal, nor for another shopper or after all was erased', async () => {
    const refused = await open(0);
    await refused.answers.set('size', '43');
    await refused.store.allow(-1);
    await refused.store.allow(2);
    expect(await valuesOnDevice()).toEqual({});
    const other = await open(0);
    await other.answers.set('size', '43');
    // With either begins the visit of another visitor.
    other.shopper.visitor = 'b';
    await other.store.allow(2);
    expect(await valuesOnDevice()).toEqual({});
  });

  test('is told to nobody anew, and written once', async () => {
    const { answers, store, feed } = await open(0);
    await answers.set('size', '43');
    const update = vi.spyOn(store, 'update');
    await store.allow(0);
    expect(update).not.toHaveBeenCalled();
    expect(await store.allow(2)).toBe(0);
    await store.allow(2);
    expect(update).toHaveBeenCalledOnce();
    expect(feed).toHaveBeenCalledOnce();
  });
});

test('what another tab has forgotten stays so when more may be kept', async () => {
  const here = await open(1);
  await here.answers.set('size', '43');
  const there = await open(1);
  await there.answers.set('size', null);
  await here.store.allow(2);
  expect(await valuesOnDevice()).toEqual({});
});

describe('what has ended is deleted from the device', () => {
  const keep = async () => {
    const { answers } = await open();
    await answers.set('occasion', 'gift');
    await answers.set('size', '43');
    vi.setSystemTime(NOW + 30 * DAY);
  };

  test('when answers are looked at', async () => {
    const { answers } = await open();
    await keep();
    expect(await valuesOnDevice()).toHaveProperty('occasion');
    expect((await answers.all()).map(({ key }) => key)).toEqual(['size']);
    expect(await valuesOnDevice()).toEqual({ size: '43' });
  });

  test('when a question is asked', async () => {
    await keep();
    await open();
    await vi.waitFor(async () => expect(await valuesOnDevice()).toEqual({ size: '43' }));
  });

  test('what has not is not written anew', async () => {
    await keep();
    vi.setSystemTime(NOW);
    const { answers, store } = await open();
    const update = vi.spyOn(store, 'update');
    await answers.all();
    expect(update).not.toHaveBeenCalled();
  });
});

describe('a record that is half corrupt', () => {
  const SIZE: Preference = {
    key: 'size',
    value: '42',
    ...WORDS,
    purpose: 'suggest-size',
    givenAt: NOW,
    expiresAt: NOW + DAY,
    consent: 'granted',
    sharedWith: [],
    history: [],
  };
  test.each<[string, object]>([
    ['key', { key: undefined }],
    ['question', { question: undefined }],
    ['question', { question: {} }],
    ['wording', { wording: undefined }],
    ['purpose', { purpose: undefined }],
    ['givenAt', { givenAt: undefined }],
    ['givenAt', { givenAt: null }],
    ['givenAt', { givenAt: Number.NaN }],
    ['expiresAt', { expiresAt: 9e15 }],
    ['expiresAt', { expiresAt: null }],
    ['sharedWith', { sharedWith: 'everybody' }],
    ['sharedWith', { sharedWith: 7 }],
    ['shared', { shared: {} }],
    ['shared', { shared: [null] }],
    ['history', { history: {} }],
    ['history', { history: 'none' }],
  ])('(%s: %j) is set aside and named; the others are there, and it can be answered again', async (field, wrong) => {
    const { answers, store, warn, feed } = await open();
    const broken = { ...SIZE, ...wrong };
    await answers.set('priority', 'price');
    await store.update('preferences', (kept) => ({ ...Object(kept), size: broken }));
    expect((await answers.all()).map(({ key }) => key)).toEqual(['priority']);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(`IndexedDB waver/preferences.size.${field}: `));
    await answers.set('horizon', 'today');
    expect((await onDevice()).size).toEqual(broken);
    answers.ask().answer({ key: 'size', value: '43', ...WORDS });
    await vi.waitFor(() => expect(feed).toHaveBeenLastCalledWith(expect.objectContaining({ value: '43' })));
    expect(await onDevice()).toMatchObject({ size: { value: '43', history: [] } });
  });

  test('of its earlier answers what is wrong is left out', async () => {
    const { answers, store } = await open();
    const history = [null, { value: '41', givenAt: NOW - DAY }, { value: '40' }, { value: {}, givenAt: NOW }];
    await store.update('preferences', () => ({ size: { ...SIZE, history } }));
    expect((await answers.get('size'))?.history).toEqual([history[1]]);
  });
});

test('an answer that cannot be kept is said, and rejects nowhere', async () => {
  const { answers, store, warn } = await open();
  vi.spyOn(store, 'update').mockRejectedValue(new Error('broken'));
  answers.ask().answer({ key: 'size', value: '43', ...WORDS });
  await vi.waitFor(() => expect(warn).toHaveBeenCalledWith('own error', new Error('broken')));
});

describe('who may be told', () => {
  test('is who the question named, and nobody where the shop sets what nobody was asked', async () => {
    const { answers, feed } = await open();
    const sharedWith = async () => (await answers.get('colour'))?.sharedWith;
    await answers.set('colour', 'M');
    expect(await sharedWith()).toEqual([]);
    answers.ask().answer({ key: 'colour', value: 'L', ...WORDS });
    await vi.waitFor(() => expect(feed).toHaveBeenLastCalledWith(expect.objectContaining({ value: 'L' })));
    expect(await sharedWith()).toEqual(['our warehouse']);
    // Asked once, the shopper knows.
    await answers.set('colour', 'S');
    expect(await answers.get('colour')).toMatchObject({ value: 'S', sharedWith: ['our warehouse'] });
  });
});

describe('a file', () => {
  const take = async (over: Partial<Preference>) => {
    const { answers } = await open();
    const one = { ...WORDS, purpose: 'p', givenAt: NOW, expiresAt: NOW + 90 * DAY, consent: 'answer', ...over };
    const told = await answers.import(JSON.stringify([one]));
    return { told, kept: await answers.get(`${over.key}`) };
  };

  test('is kept as it was understood, not as it was written', async () => {
    const { kept } = await take({ key: 'delivery-by', value: '24.12.2026' });
    expect(kept).toMatchObject({ value: '2026-12-24', expiresAt: Date.parse('2026-12-24T24:00') });
    expect((await take({ key: 'budget', value: '1.234,50 €' })).kept?.value).toBe(1234.5);
    expect((await take({ key: 'size', value: ' xxl ' })).kept?.value).toBe('2XL');
  });

  test.each(['shoeSize', 'shoe_size', 'toString'])(
    'brings back what was set as %s, in whatever language',
    async (key) => {
      const { answers } = await open(2, ['de_DE']);
      await answers.set(key, '42');
      await answers.set('budget', '1.234,50');
      const all = await answers.all();
      expect(all.map(({ locale }) => locale)).toEqual(['de-DE', 'de-DE']);
      const text = await answers.export();
      vi.stubGlobal('indexedDB', new IDBFactory());
      const next = await open();
      expect(await next.answers.import(text)).toEqual({ taken: 2, refused: [] });
      expect(await next.answers.all()).toEqual(all);
    },
  );

  test('of earlier versions may name the language as systems do', async () => {
    expect((await take({ key: 'size', value: '42', locale: 'de_DE' })).kept?.locale).toBe('de-DE');
  });

  test('of a device whose clock is ahead: what is said here afterwards holds', async () => {
    const { answers } = await open();
    const ahead = { ...WORDS, purpose: 'p', expiresAt: NOW + DAY, consent: 'answer', key: 'size' };
    await answers.import(JSON.stringify([{ ...ahead, value: '42', givenAt: NOW + 1000 }]));
    await answers.set('size', '43');
    expect(await answers.get('size')).toMatchObject({ value: '43', history: [{ value: '42' }] });
  });
});

test.each(['My size', 'A', '__proto__', 'constructor', ''])(
  '"%s" is no key: said, and nothing happens',
  async (key) => {
    const { answers, feed, warn } = await open();
    await answers.set(key, '42');
    expect(await answers.all()).toEqual([]);
    expect(feed).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledWith(
      `waver.preferences.set("${key}", "42"): expected a kebab-case name; nothing happens`,
    );
  },
);

test.each([
  ['America/Los_Angeles', '2026-12-25T08:00:00Z'],
  ['Asia/Tokyo', '2026-12-24T15:00:00Z'],
  ['Europe/Berlin', '2026-12-24T23:00:00Z'],
])('a day that is answered in %s is over when it is over there', async (zone, end) => {
  vi.stubEnv('TZ', zone);
  const { answers } = await open();
  await answers.set('delivery-by', '2026-12-24');
  vi.setSystemTime(Date.parse(end) - 1);
  expect(await answers.get('delivery-by')).toMatchObject({ value: '2026-12-24' });
  vi.setSystemTime(Date.parse(end));
  expect(await answers.get('delivery-by')).toBeUndefined();
});
