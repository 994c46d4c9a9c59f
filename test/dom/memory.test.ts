import { describe, expect, test, vi } from 'vitest';
import { createStore } from '../../src/browser/store';
import { createMemory } from '../../src/memory';
import type { Visit } from '../../src/types';
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
    await memory.visit(() => aVisit());
    await store.update('visitor', () => 'lise');
    await store.update('attention', () => ({ history: 'x' }));
    await store.update('preferences', () => ({ priority: null }));
    expect(await memory.load()).toEqual({ visit: aVisit(), visitor: 'lise', history: [], offers: {}, preferences: {} });
    expect(warn.mock.calls.map(([text]) => text)).toEqual([
      expect.stringContaining('waver/attention'),
      expect.stringContaining('waver/preferences.priority'),
    ]);
  });
});

describe('visit', () => {
  test('is changed from what is kept, and given as it is by then', async () => {
    const { memory } = given();
    const seen: (Visit | undefined)[] = [];
    const add = (id: string) =>
      memory.visit((kept) => {
        seen.push(kept);
        return aVisit({ moments: [...(kept?.moments ?? []), aMoment({ id })] });
      });
    await Promise.all([add('theirs'), add('mine')]);
    expect(seen.map((kept) => kept?.moments.length)).toEqual([undefined, 1]);
    expect((await memory.load()).visit?.moments.map(({ id }) => id)).toEqual(['theirs', 'mine']);
  });

  test('what is corrupt is none, and written over', async () => {
    const { memory, store } = given();
    await store.update('visit', () => ({ id: 7 }));
    await memory.visit((kept) => aVisit({ stage: kept ? 0 : 2 }));
    expect((await memory.load()).visit).toEqual(aVisit({ stage: 2 }));
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
