import { afterEach, expect, test, vi } from 'vitest';
import { createMind, type MindParts } from '../../src/mind';
import { readOptions } from '../../src/options';
import type { Signal, Visit } from '../../src/types';
import { aVisit } from '../unit/given';

/** The second half between the shopper, who opens the preference centre, and a popup that was just decided. */

let mind: ReturnType<typeof createMind>;
afterEach(() => mind.stop());

test.each([
  ['a popup that was decided meanwhile does not take the place of the preference centre', undefined, 'preferences'],
  ['one that the shop asks for does', 'question', 'popup'],
])('%s', async (_, force, last) => {
  const { settings } = readOptions({ holdout: '0' });
  let visit: Visit = aVisit({ chance: {} });
  const fed: Signal[] = [];
  const opened: string[] = [];
  let write = () => {};
  const written = new Promise<void>((done) => {
    write = done;
  });
  const note = (what: string) => async () => {
    opened.push(what);
    return { close: () => {} };
  };
  const parts = {
    ...settings,
    guard: (work: unknown) => work,
    warn: vi.fn(),
    store: { lasting: () => true, read: async () => undefined },
    // The decision has fallen, and is being written while the centre opens.
    memory: { attention: (spend: (known: object) => unknown) => Promise.all([spend({}), written]) },
    visit: {
      visit: () => visit,
      sync: async () => {},
      feed(said: Signal, step?: (visit: Visit, signal: Signal, rules: unknown) => { visit: Visit; showing?: unknown }) {
        fed.push(said);
        const done = step?.(visit, { ...said, at: Date.now() }, settings.rules);
        visit = done?.visit ?? visit;
        return done?.showing;
      },
    },
    forms: () => undefined,
    traits: {},
    locale: () => 'en',
    load: async () => ({ openPopup: note('popup'), openPreferences: note('preferences') }),
  };
  mind = createMind(parts as unknown as MindParts);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  const acting = mind.act(force);
  await mind.preferences.open();
  write();
  await acting;
  await vi.waitFor(() => expect(opened.at(-1)).toBe(last));
  expect(opened).toHaveLength(force ? 2 : 1);
  const failed = fed.filter((said) => said.type === 'outcome' && said.outcome === 'failed');
  expect(failed).toHaveLength(force ? 0 : 1);
});
