import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMind, type MindParts } from '../../src/mind';
import { readOptions } from '../../src/options';
import type { Signal, Visit } from '../../src/types';
import { aVisit } from '../unit/given';

let mind: ReturnType<typeof createMind>;
afterEach(() => mind.stop());

/** A promise that is kept from outside. */
const defer = <T>() => {
  let keep: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
};

interface Waits {
  /** What is loaded otherwise than at once. */
  readonly chunks?: Record<string, () => Promise<unknown>>;
  /** Until what all tabs have spent can be read. */
  readonly reading?: Promise<void>;
}

/** The second half in a visit with a chance, which it takes. */
const given = ({ chunks = {}, reading }: Waits = {}) => {
  const { settings } = readOptions({ holdout: '0', freeShippingOver: '50' });
  let visit: Visit = aVisit({ chance: {} });
  const fed: Signal[] = [];
  const opened: string[] = [];
  const written = defer<void>();
  const isTyping = vi.fn(() => false);
  const sync = vi.fn(async () => {});
  const warn = vi.fn();
  const close = vi.fn();
  const note = (what: string) => async () => {
    opened.push(what);
    return { close };
  };
  const widgets = { openPopup: note('popup'), openPreferences: note('preferences') };
  const parts = {
    ...settings,
    guard: (work: unknown) => work,
    warn,
    store: { lasting: () => true, read: async () => undefined },
    memory: {
      attention: async (spend: (known: object) => unknown) => {
        if (reading) await reading;
        spend({});
        await written.promise;
      },
    },
    visit: {
      visit: () => visit,
      sync,
      feed(said: Signal, step?: (visit: Visit, signal: Signal, rules: unknown) => { visit: Visit; showing?: unknown }) {
        fed.push(said);
        if (said.type === 'cart') visit = { ...visit, cart: said.cart };
        const done = step?.(visit, { ...said, at: Date.now() }, settings.rules);
        visit = done?.visit ?? visit;
        return done?.showing;
      },
    },
    forms: () => ({ isTyping, isSending: () => false, find: () => undefined }),
    traits: {},
    locale: () => 'en',
    load: (chunk: string) => chunks[chunk]?.() ?? Promise.resolve(widgets),
  };
  mind = createMind(parts as unknown as MindParts);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  const types = () => fed.map(({ type }) => type);
  const outcomes = () => fed.flatMap((said) => (said.type === 'outcome' ? [said.outcome] : []));
  const feed = parts.visit.feed as unknown as (said: object) => void;
  return { opened, close, feed, write: () => written.keep(), isTyping, sync, warn, widgets, types, outcomes };
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('between the shopper, who opens the preference centre, and a popup that was just decided', () => {
  test.each([
    ['one that was decided meanwhile does not take the place of the preference centre', undefined, 'preferences'],
    ['one that the shop asks for does', 'question', 'popup'],
  ])('%s', async (_, force, last) => {
    const { opened, write, outcomes } = given();
    const acting = mind.act(force);
    // The decision has fallen, and is being written while the centre opens.
    await mind.preferences.open();
    write();
    await acting;
    await vi.waitFor(() => expect(opened.at(-1)).toBe(last));
    expect(opened).toHaveLength(force ? 2 : 1);
    expect(outcomes().filter((outcome) => outcome === 'failed')).toHaveLength(force ? 0 : 1);
  });
});

describe('while the popup is loaded the shopper begins to type', () => {
  test.each([
    ['what nobody asked for does not come, and costs nothing', undefined, [], ['failed']],
    ['what the shop asks for comes', 'question', ['popup'], ['shown']],
  ])('%s', async (_, force, seen, told) => {
    const chunk = defer<unknown>();
    const asked = vi.fn(() => chunk.promise);
    const { opened, write, isTyping, outcomes, widgets, warn } = given({ chunks: { widgets: asked } });
    write();
    await mind.act(force);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    isTyping.mockReturnValue(true);
    chunk.keep(widgets);
    await vi.waitFor(() => expect(outcomes()).toEqual(told));
    expect(opened).toEqual(seen);
    expect(warn.mock.calls.filter(([text]) => /shown/.test(text))).toEqual([]);
  });
});

describe('stopped in the middle of a decision, it decides nothing', () => {
  test('while facts are read: other tabs are not asked either', async () => {
    const facts = defer<unknown>();
    const asked = vi.fn(() => facts.promise);
    const { sync, types } = given({ chunks: { facts: asked } });
    const acting = mind.act();
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    mind.stop();
    facts.keep({});
    await acting;
    expect(sync).not.toHaveBeenCalled();
    expect(types()).toEqual([]);
  });

  test.each(['other tabs are asked', 'what all tabs have spent is read'])('while %s', async (when) => {
    const answer = defer<void>();
    const isAsking = when === 'other tabs are asked';
    const { sync, types, opened, write } = given({ reading: isAsking ? undefined : answer.promise });
    if (isAsking) sync.mockReturnValue(answer.promise);
    write();
    const acting = mind.act();
    await vi.waitFor(() => expect(sync).toHaveBeenCalled());
    await settled();
    mind.stop();
    answer.keep();
    await acting;
    expect(types()).toEqual([]);
    expect(opened).toEqual([]);
  });
});

describe('what states the sum of the cart', () => {
  const cart = { count: 2, total: 49.9, currency: 'EUR' };

  test.each([
    ['goes when that is another', 'free-shipping', { ...cart, total: 69.9 }, 1],
    ['stays while it is the same', 'free-shipping', { ...cart, count: 3 }, 0],
    ['and nothing else goes', 'question', { ...cart, total: 69.9 }, 0],
  ])('%s: %s', async (_, campaign, now, times) => {
    const { write, outcomes, feed, close } = given({ chunks: { facts: () => import('../../src/shops/facts') } });
    write();
    await mind.act(campaign);
    await vi.waitFor(() => expect(outcomes()).toEqual(['shown']));
    feed({ type: 'cart', cart: now });
    expect(close).toHaveBeenCalledTimes(times);
    expect(outcomes()).toEqual(['shown']);
  });

  test('the preference centre after it stays', async () => {
    const { write, outcomes, feed, close } = given({ chunks: { facts: () => import('../../src/shops/facts') } });
    write();
    await mind.act('free-shipping');
    await vi.waitFor(() => expect(outcomes()).toEqual(['shown']));
    await mind.preferences.open();
    close.mockClear();
    feed({ type: 'cart', cart: { ...cart, total: 69.9 } });
    expect(close).not.toHaveBeenCalled();
  });
});
