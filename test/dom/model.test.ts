import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { prior } from '../../src/core/prior';
import { createMind, type MindParts } from '../../src/mind';
import { readOptions } from '../../src/options';
import type { Model, Signal, Visit } from '../../src/types';
import { aMoment, anOrder, aVisit, NOW } from '../unit/given';

/** The second half with a model of the shop's own: loaded, tried, used; and all that may go wrong on the way. */

const URL = '/waver/model.json';
/** Says 0.95 to everything. */
const SURE: Model = { v: 1, trained: true, name: 'shop-1', churn: { intercept: Math.log(19), tables: {} } };

let visit: Visit;
let warned: unknown[][];
let mind: ReturnType<typeof createMind>;
let fed: Partial<Signal>[];

const start = (options: Record<string, unknown> = { model: URL }) => {
  const { settings, wrong } = readOptions(options);
  expect(wrong).toEqual([]);
  const parts = {
    ...settings,
    guard: (work: unknown) => work,
    warn: (...said: unknown[]) => warned.push(said),
    store: { lasting: () => true, read: async () => undefined, allow: async () => 2 },
    memory: { attention: async (spend: (known: object) => unknown) => spend({}) },
    visit: {
      visit: () => visit,
      feed(said: Signal, step?: (visit: Visit, signal: Signal, rules: unknown) => { visit: Visit }) {
        fed.push(said);
        if (step) visit = step(visit, { ...said, at: Date.now() }, settings.rules).visit;
      },
      sync: async () => {},
    },
    forms: () => undefined,
    traits: {},
    locale: () => 'en',
    load: () => Promise.reject(new Error('nothing to load')),
  };
  mind = createMind(parts as unknown as MindParts);
};
const answer = (body: string, init?: ResponseInit) => vi.fn(async (..._: unknown[]) => new Response(body, init));
const serve = (fetched: unknown) => vi.stubGlobal('fetch', fetched);
const settled = () => vi.waitFor(() => expect(mind.explain().model.name === SURE.name || warned.length).toBeTruthy());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  visit = aVisit({ moments: [aMoment()] });
  warned = [];
  fed = [];
});
afterEach(() => {
  mind.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a model of the shop’s own', () => {
  test('scores once it is there; until then the prior does', async () => {
    const fetched = answer(JSON.stringify(SURE));
    serve(fetched);
    start();
    expect(mind.explain().model).toEqual({ name: prior.name, trained: false });
    await settled();
    expect(mind.explain().model).toEqual({ name: 'shop-1', trained: true });
    expect(mind.score().churn).toBeCloseTo(0.95, 12);
    expect(mind.score().intents).toBeDefined();
    expect(warned).toEqual([]);
    expect(fetched.mock.calls.map(([url]) => url)).toEqual([URL]);
  });

  test('decides too', async () => {
    serve(answer(JSON.stringify({ ...SURE, churn: { intercept: -9, tables: {} } })));
    start();
    await vi.waitFor(() => expect(mind.explain().model.trained).toBe(true));
    visit = { ...visit, chance: {} };
    await mind.act();
    expect(visit.chance).toBeNull();
    expect(visit.history).toEqual([]);
    expect(mind.explain().decision).toMatchObject({ hold: 'below-threshold' });
    // So that a tape can be replayed by what judged then.
    expect(fed.find(({ type }) => type === 'decide')).toMatchObject({ model: 'shop-1' });
    expect(mind.tape().model?.name).toBe('shop-1');
    expect(visit.forecasts).toMatchObject([{ model: 'shop-1', logit: -9 }]);
  });

  test('is not asked for where none is named', () => {
    const fetched = answer('');
    serve(fetched);
    start({});
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('is not used, and the prior scores, if', () => {
  test.each<[string, () => Promise<Response>, RegExp]>([
    ['it is not there', answer('', { status: 404 }), /status 404/],
    ['it is no JSON', answer('<html>'), /JSON/],
    ['it is wrong', answer('{"v":1,"trained":true,"name":"x"}'), /: churn: no object$/],
    ['it is of the future', answer('{"v":2}'), /: v: newer than this Waver$/],
    ['it is a book', answer(' '.repeat(100_001)), /100001 characters/],
    ['the network is down', () => Promise.reject(new TypeError('Failed to fetch')), /Failed to fetch/],
  ])('%s: said once, with the reason', async (_, fetched, reason) => {
    serve(fetched);
    start();
    await settled();
    expect(warned).toHaveLength(1);
    expect(warned.flat().map(String).join(' ')).toMatch(reason);
    expect(String(warned[0]?.[0])).toContain(URL);
    expect(mind.explain().model.name).toBe(prior.name);
  });

  test('the page stops Waver while it comes: then nothing is said', async () => {
    let signal: AbortSignal | undefined;
    serve((_: string, init: RequestInit) => {
      signal = init.signal ?? undefined;
      return new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    });
    start();
    await vi.waitFor(() => expect(signal).toBeDefined());
    mind.stop();
    expect(signal?.aborted).toBe(true);
    await new Promise((done) => setTimeout(done, 5));
    expect(warned).toEqual([]);
  });
});

describe('what is asked for by name', () => {
  test.each<[string, Visit['preferences'], string | undefined]>([
    ['limited-points', {}, 'limited-points'],
    ['question', {}, 'question'],
    ['priority', {}, 'question'],
    ['size', {}, 'question-size'],
    ['question-size', {}, 'question-size'],
    // An answered one leads on; where nothing follows it stays what it is, and holds for want of facts.
    ['priority', { priority: 'fit' }, 'question-size'],
    ['priority', { priority: 'price' }, 'question'],
    ['occasion', { occasion: 'gift' }, 'question-delivery-by'],
    ['nonsense', {}, undefined],
    ['constructor', {}, undefined],
  ])('%s, with %j said, is the campaign %s', async (name, preferences, campaign) => {
    visit = aVisit({ preferences });
    start({});
    expect(await mind.campaign(name)).toBe(campaign);
  });
});

describe('an explanation', () => {
  test('says the smallest change with which nothing had been done', () => {
    visit = aVisit({ moments: [aMoment({ seconds: 20 })] });
    start({});
    const { counterfactual, score, evidence } = mind.explain();
    expect(score.churn).toBeGreaterThan(0.6);
    expect(counterfactual).toMatchObject({ feature: 'stage', value: 2 });
    expect(evidence.stage).toBe(1);
    expect(counterfactual?.churn).toBeLessThan(0.6);
  });

  test('says how sure the prior is, what was found on this device, and what the shopper is worth', () => {
    start({});
    expect(mind.explain()).toMatchObject({ drift: { slope: 1, offset: 0 }, shopper: null });
    expect(mind.tape().model).toBeUndefined();
    const sure = mind.explain();
    const past = Array.from({ length: 25 }, (_, i) => `v-${i}`);
    const orders = past.map((id) => anOrder({ order: id, visit: id, value: 20, currency: 'EUR' }));
    const forecasts = past.map((id) => ({ visit: id, at: NOW - 9, model: prior.name, logit: 0 }));
    visit = { ...visit, orders, forecasts };
    const { drift, range, score, shopper } = mind.explain();
    expect(drift).toEqual({ slope: 1, offset: -0.8 });
    expect(score.churn).toBeLessThan(sure.score.churn);
    const [least = 1, most = 0] = range ?? [];
    expect([least < score.churn, most > score.churn]).toEqual([true, true]);
    expect(shopper).toMatchObject({ orders: 25, average: 20, currency: 'EUR' });
  });

  test('says none where churn is below the threshold', () => {
    visit = aVisit({ stage: 2 });
    start({});
    expect(mind.explain().counterfactual).toBeNull();
  });
});

describe('the time', () => {
  test.each([
    [Date.UTC(2026, 10, 21, 23, 30), 'Asia/Tokyo', { hour: 8, weekday: 'sun', weekend: 1, month: 'nov' }],
    [Date.UTC(2026, 10, 23, 0, 30), 'America/New_York', { hour: 19, weekday: 'sun', weekend: 1, month: 'nov' }],
    [Date.UTC(2026, 11, 31, 23, 0), 'Europe/Berlin', { hour: 0, weekday: 'fri', weekend: 0, month: 'jan' }],
  ])('at %d in %s is %j, the shop’s', async (at, deliveryTimezone, clock) => {
    vi.setSystemTime(at);
    visit = aVisit({ chance: {} });
    start({ deliveryTimezone });
    expect(mind.explain().evidence).toMatchObject(clock);
    await mind.act();
    expect(fed.find(({ type }) => type === 'decide')).toMatchObject({ clock, canKeep: true });
  });

  test('is the browser’s where the shop names no zone', () => {
    start({});
    expect(mind.explain().evidence.hour).toBe(new Date(NOW).getHours());
  });
});
