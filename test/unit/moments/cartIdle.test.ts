import { describe, expect, test } from 'vitest';
import { CART_IDLE_SECONDS } from '../../../src/core/moments/cartIdle';
import { aVisit, momentsOf, page, TICK, times, type Untimed } from '../given';

const idles = (said: readonly Untimed[], start = aVisit()) => momentsOf('cart-idle', said, start);
const LOOKING = times(CART_IDLE_SECONDS, TICK);
const CHANGED: Untimed = { type: 'cart', cart: { count: 3 } };

describe('fires', () => {
  test('after a long look at the full cart', () => {
    expect(idles([page('cart'), ...LOOKING])).toMatchObject([
      { kind: 'cart-idle', seconds: CART_IDLE_SECONDS, strength: 0.5 },
    ]);
  });

  test('once a view, and again on the next', () => {
    expect(idles([page('cart'), ...LOOKING, ...LOOKING])).toHaveLength(1);
    expect(idles([page('cart'), ...LOOKING, page('home'), page('cart'), ...LOOKING])).toHaveLength(2);
  });
});

describe('does not fire', () => {
  test('for a look that is short', () => {
    expect(idles([page('cart'), ...LOOKING.slice(1)])).toEqual([]);
  });

  test('while the shopper changes the cart: the clock starts anew', () => {
    expect(idles([page('cart'), ...LOOKING.slice(1), CHANGED, ...LOOKING.slice(1)])).toEqual([]);
    expect(idles([page('cart'), ...LOOKING.slice(1), CHANGED, ...LOOKING])).toHaveLength(1);
  });

  test('twice for a cart that changes after it was told', () => {
    expect(idles([page('cart'), ...LOOKING, CHANGED, ...LOOKING])).toHaveLength(1);
  });

  test('for two short looks', () => {
    const half = times(CART_IDLE_SECONDS - 1, TICK);
    expect(idles([page('cart'), ...half, page('home'), page('cart'), ...half])).toEqual([]);
  });

  test.each([[null], [{ count: 0 }]])('with the cart %j', (cart) => {
    expect(idles([page('cart'), ...LOOKING, ...LOOKING], aVisit({ cart }))).toEqual([]);
  });

  test.each(['product', 'checkout', 'shipping'] as const)('on a %s page', (kind) => {
    expect(idles([page(kind), ...LOOKING, ...LOOKING])).toEqual([]);
  });
});
