import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMind, type MindParts } from '../../src/mind';
import { readOptions } from '../../src/options';
import type { PopupDoor, Showing, Signal, Visit } from '../../src/types';
import { aMoment, aVisit, NOW } from '../unit/given';

/** The second half with what the shop and its tools know of the shopper, and with its options for looks and language. */

let mind: ReturnType<typeof createMind>;
let visit: Visit;
let fed: Signal[];
let shown: { showing: Showing; door: PopupDoor }[];
const setLocales = vi.fn();

const start = (traits: Record<string, unknown>, options: Record<string, unknown> = {}, locale = 'en') => {
  const { settings } = readOptions({ holdout: '0', ...options });
  const parts = {
    ...settings,
    guard: (work: unknown) => work,
    warn: vi.fn(),
    store: { lasting: () => true, read: async () => undefined },
    memory: { attention: async (spend: (known: object) => unknown) => spend({}) },
    visit: {
      visit: () => visit,
      sync: async () => {},
      feed(said: Signal, step?: (visit: Visit, signal: Signal, rules: unknown) => { visit: Visit; showing?: unknown }) {
        fed.push(said);
        if (said.type === 'shared') visit = { ...visit, preferences: said.preferences ?? visit.preferences };
        const done = step?.(visit, { ...said, at: NOW }, settings.rules);
        visit = done?.visit ?? visit;
        return done?.showing;
      },
    },
    forms: () => undefined,
    traits,
    locale: () => locale,
    load: async () => ({
      openPopup: async (showing: Showing, door: PopupDoor) => {
        shown.push({ showing, door });
        return { close() {}, setLocales };
      },
    }),
  };
  mind = createMind(parts as unknown as MindParts);
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  visit = aVisit({ moments: [aMoment()], chance: {} });
  fed = [];
  shown = [];
});
afterEach(() => {
  mind.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
  setLocales.mockClear();
});

test('campaigns its tools hold back are not shown', () => {
  start({});
  expect(mind.can('question')).not.toBe('capped');
  start({ capped: ['question'] });
  expect(mind.can('question')).toBe('capped');
});

test('its answers count as if they had been given here, and those given here go before them', async () => {
  visit = { ...visit, preferences: { size: '42' } };
  start({ preferences: { size: 'M', budget: 50 } });
  await mind.act();
  expect(fed.filter(({ type }) => type === 'shared')[0]).toMatchObject({ preferences: { size: '42', budget: 50 } });
  expect(fed.some(({ type }) => type === 'preference')).toBe(false);
});

test('its words are tags, beside those of the page', async () => {
  start({ segment: 'vip' }, { tagMember: 'gold' });
  await mind.act();
  expect(fed.find(({ type }) => type === 'decide')).toMatchObject({ tags: { segment: 'vip', member: 'gold' } });
});

test('what the shop asks for is asked for, in its theme; and what is open follows the language', async () => {
  start({}, { theme: 'ink' });
  await mind.act('question');
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  expect(shown[0]).toMatchObject({ showing: { asked: true }, door: { theme: 'ink', locales: ['en', 'en'] } });
  mind.relocate();
  expect(setLocales).toHaveBeenCalledExactlyOnceWith(['en', 'en']);
});
