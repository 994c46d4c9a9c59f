import { describe, expect, test } from 'vitest';
import { exitIntent } from '../../../src/core/moments/exitIntent';
import { aVisit, limited, momentsOf, NO_CARTS, NOW, page, RULES, type Untimed } from '../given';

const AFTER_MS = exitIntent.limit * 1000;
const exits = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('exit-intent', said, start, rules);
/** The page opens a second after NOW. */
const OPENED = NOW + 1000;
const exit = (afterMs: number, by?: 'touch'): Untimed => ({ type: 'exit', at: OPENED + afterMs, by });

describe('fires', () => {
  test('when the mouse leaves a page that was looked at', () => {
    expect(exits([page('cart'), exit(AFTER_MS)])).toMatchObject([{ kind: 'exit-intent', strength: 0.6 }]);
  });

  test.each(['product', 'checkout', 'home'] as const)('on a %s page as well', (kind) => {
    expect(exits([page(kind), exit(AFTER_MS)])).toHaveLength(1);
  });

  test('on the next page again', () => {
    const next: Untimed = { ...page('home'), at: OPENED + 20_000 };
    expect(exits([page('cart'), exit(12_000), next, exit(32_000)])).toHaveLength(2);
  });
});

describe('by touch', () => {
  test('the page must have been open half as long again: one reads down before one flings up', () => {
    expect(exits([page('cart'), exit(1.5 * AFTER_MS - 1, 'touch')])).toEqual([]);
    expect(exits([page('cart'), exit(1.5 * AFTER_MS, 'touch')])).toHaveLength(1);
  });
});

test('its threshold may be another, and off', () => {
  const early = [page('cart'), exit(3000)];
  expect(exits(early, aVisit(), limited('exit-intent', 3))).toHaveLength(1);
  expect(exits(early, aVisit(), limited('exit-intent', 3.1))).toEqual([]);
  expect(exits([page('cart'), exit(60_000)], aVisit(), limited('exit-intent', 0))).toEqual([]);
});

describe('does not fire', () => {
  test('in the first ten seconds', () => {
    expect(AFTER_MS).toBe(10_000);
    expect(exits([page('cart'), exit(AFTER_MS - 1)])).toEqual([]);
  });

  test('twice on one page', () => {
    expect(exits([page('cart'), exit(12_000), exit(13_000), exit(60_000)])).toHaveLength(1);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(exits([page('cart'), exit(12_000)], aVisit({ cart }))).toEqual([]);
  });

  test('before any page is known', () => {
    expect(exits([{ type: 'exit', at: NOW + 60_000 }])).toEqual([]);
  });

  test('for the ten seconds of the page before', () => {
    const next: Untimed = { ...page('home'), at: OPENED + 20_000 };
    expect(exits([page('cart'), next, exit(21_000)])).toEqual([]);
  });
});
