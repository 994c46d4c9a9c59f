import { describe, expect, test, vi } from 'vitest';
import { createStore } from '../../src/browser/store';
import { createMemory } from '../../src/memory';
import { aMoment, aShown, aVisit, NOW } from '../unit/given';
import { createWarnSpy } from './given';

/** Two tabs see the same store; here it is one in memory. */
const given = () => {
  const warn = createWarnSpy();
  const store = createStore(warn);
  return { warn, store, memory: createMemory(store, warn) };
};
const OFFER = { id: 'o', points: 5, endsAt: NOW, state: 'open' } as const;

describe('load', () => {
  test('of nothing is nothing', async () => {
    expect(await given().memory.load()).toEqual({
      visit: undefined,
      visitor: undefined,
      history: [],
      offers: {},
      preferences: {},
    });
  });

  test('leaves out what is corrupt, names it, and brings the rest', async () => {
    const { memory, store, warn } = given();
    await memory.saveVisit(aVisit());
    await store.update('attention', () => ({ history: 'x' }));
    await store.update('preferences', () => ({ priority: null }));
    expect(await memory.load()).toEqual({ visit: aVisit(), visitor: 'lise', history: [], offers: {}, preferences: {} });
    expect(warn.mock.calls.map(([text]) => text)).toEqual([
      expect.stringContaining('waver/attention'),
      expect.stringContaining('waver/preferences.priority'),
    ]);
  });
});

describe('saveVisit', () => {
  test('adds what this tab knows to what the others know', async () => {
    const { memory } = given();
    await memory.saveVisit(aVisit({ moments: [aMoment({ id: 'theirs', at: NOW - 1 })], stage: 2 }));
    await memory.saveVisit(aVisit({ moments: [aMoment({ id: 'mine' })], stage: 1, view: 'view-2' }));
    const { visit, visitor } = await memory.load();
    expect(visit?.moments.map(({ id }) => id)).toEqual(['theirs', 'mine']);
    expect(visit).toMatchObject({ stage: 2, view: 'view-2' });
    expect(visitor).toBe('lise');
  });

  test('of another visit takes the place of the old one', async () => {
    const { memory } = given();
    await memory.saveVisit(aVisit({ moments: [aMoment()] }));
    await memory.saveVisit(aVisit({ id: 'visit-2' }));
    expect((await memory.load()).visit).toMatchObject({ id: 'visit-2', moments: [] });
  });

  test('writes over what is corrupt', async () => {
    const { memory, store } = given();
    await store.update('visit', () => ({ id: 7 }));
    await memory.saveVisit(aVisit());
    expect((await memory.load()).visit).toEqual(aVisit());
  });
});

describe('attention', () => {
  test('is spent in view of what is known, once', async () => {
    const { memory } = given();
    await memory.attention(() => ({ history: [aShown()], offers: { a: OFFER } }));
    const spend = vi.fn(() => ({ history: [aShown({ at: NOW + 1 })], offers: { b: OFFER } }));
    await memory.attention(spend);
    expect(spend).toHaveBeenCalledExactlyOnceWith({ history: [aShown()], offers: { a: OFFER } });
    expect(await memory.load()).toMatchObject({
      history: [aShown(), aShown({ at: NOW + 1 })],
      offers: { a: OFFER, b: OFFER },
    });
  });

  test('is not given back by a tab that knows less', async () => {
    const { memory } = given();
    await memory.attention(() => ({ history: [aShown({ outcome: 'dismissed' })], offers: { a: OFFER } }));
    await memory.attention(() => ({ history: [aShown()], offers: {} }));
    expect(await memory.load()).toMatchObject({ history: [aShown({ outcome: 'dismissed' })], offers: { a: OFFER } });
  });
});
