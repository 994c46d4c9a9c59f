import { describe, expect, test } from 'vitest';
import { EXIT_AFTER_MS } from '../../../src/core/moments/exitIntent';
import { aVisit, momentsOf, NOW, page, type Untimed } from '../given';

const exits = (said: readonly Untimed[], start = aVisit()) => momentsOf('exit-intent', said, start);
/** The page opens a second after NOW. */
const OPENED = NOW + 1000;
const exit = (afterMs: number): Untimed => ({ type: 'exit', at: OPENED + afterMs });

describe('fires', () => {
  test('when the mouse leaves a page that was looked at', () => {
    expect(exits([page('cart'), exit(EXIT_AFTER_MS)])).toMatchObject([{ kind: 'exit-intent', strength: 0.6 }]);
  });

  test.each(['product', 'checkout', 'home'] as const)('on a %s page as well', (kind) => {
    expect(exits([page(kind), exit(EXIT_AFTER_MS)])).toHaveLength(1);
  });

  test('on the next page again', () => {
    const next: Untimed = { ...page('home'), at: OPENED + 20_000 };
    expect(exits([page('cart'), exit(12_000), next, exit(32_000)])).toHaveLength(2);
  });
});

describe('does not fire', () => {
  test('in the first ten seconds', () => {
    expect(EXIT_AFTER_MS).toBe(10_000);
    expect(exits([page('cart'), exit(EXIT_AFTER_MS - 1)])).toEqual([]);
  });

  test('twice on one page', () => {
    expect(exits([page('cart'), exit(12_000), exit(13_000), exit(60_000)])).toHaveLength(1);
  });

  test.each([[null], [{ count: 0 }]])('with the cart %j', (cart) => {
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
