import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimStage, isShownElsewhere } from '../../src/browser/onePopup';
import { startVisit } from '../../src/core/visit';
import type { Shown } from '../../src/types';

type Hold = (lock: object | null) => unknown;

/** The browser's locks, as far as they are used: one holder, nobody waits. */
const fakeLocks = () => {
  let held = false;
  return {
    async request(_name: string, { ifAvailable }: { ifAvailable: boolean }, hold: Hold) {
      expect(ifAvailable).toBe(true);
      if (held) return hold(null);
      held = true;
      await hold({});
      held = false;
    },
  };
};
const setLocks = (locks: unknown) => Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
/** Giving back is heard of a turn later. */
const turn = () => new Promise((done) => setTimeout(done));

let before: PropertyDescriptor | undefined;
beforeEach(() => {
  before = Object.getOwnPropertyDescriptor(navigator, 'locks');
});
afterEach(() => {
  if (before) Object.defineProperty(navigator, 'locks', before);
  else delete (navigator as unknown as Record<string, unknown>).locks;
});

describe('the right to show a popup', () => {
  test('one has it until it is given back', async () => {
    setLocks(fakeLocks());
    const free = await claimStage();
    expect(free).toBeTypeOf('function');
    expect(await claimStage()).toBeNull();
    free?.();
    free?.();
    await turn();
    expect(await claimStage()).toBeTypeOf('function');
  });

  test('a page that goes gives it back', async () => {
    setLocks(fakeLocks());
    await claimStage();
    window.dispatchEvent(new Event('pagehide'));
    await turn();
    expect(await claimStage()).toBeTypeOf('function');
  });

  test('where there are no locks, or none for this page, nothing is known', async () => {
    setLocks(undefined);
    expect(await claimStage()).toBeUndefined();
    setLocks({ request: () => Promise.reject(new DOMException('opaque origin', 'SecurityError')) });
    expect(await claimStage()).toBeUndefined();
  });
});

test.each<[string, boolean, Partial<Shown>]>([
  ['shown just now', true, {}],
  ['shown 29.999 s ago', true, { at: 70_001 }],
  ['shown 30 s ago', false, { at: 70_000 }],
  ['by a tab whose clock was ahead', true, { at: 129_999 }],
  ['by a clock that has been set back since', false, { at: 130_000 }],
  ['dismissed', false, { outcome: 'dismissed' }],
  ['failed', false, { outcome: 'failed' }],
  ['withheld', false, { outcome: 'withheld' }],
  ['in the visit that a tab opened at the same time has begun', true, { visit: 'v0' }],
])('without locks: %s, open elsewhere is %s', (_, open, over) => {
  const shown: Shown = { campaign: 'question', intent: null, visit: 'v1', at: 100_000, outcome: 'shown', ...over };
  expect(isShownElsewhere({ ...startVisit('v1', 'v1', 0), history: [shown] }, 100_000)).toBe(open);
});
