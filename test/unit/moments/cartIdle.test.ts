import { describe, expect, test } from 'vitest';
import { cartIdle } from '../../../src/core/moments/cartIdle';
import { aVisit, limited, momentsOf, NO_CARTS, page, RULES, TICK, times, type Untimed } from '../given';

const SECONDS = cartIdle.limit;
const idles = (said: readonly Untimed[], start = aVisit(), rules = RULES) => momentsOf('cart-idle', said, start, rules);
const LOOKING = times(SECONDS, TICK);
const CHANGED: Untimed = { type: 'cart', cart: { count: 3 } };

describe('fires', () => {
  test('after a long look at the full cart', () => {
    expect(idles([page('cart'), ...LOOKING])).toMatchObject([{ kind: 'cart-idle', seconds: SECONDS, strength: 0.5 }]);
  });

  test('once a view, and again on the next', () => {
    expect(idles([page('cart'), ...LOOKING, ...LOOKING])).toHaveLength(1);
    expect(idles([page('cart'), ...LOOKING, page('home'), page('cart'), ...LOOKING])).toHaveLength(2);
  });
});

test.each([[5, 5]])('its threshold may be %d seconds: told at %d, once', (limit, seconds) => {
  expect(idles([page('cart'), ...LOOKING], aVisit(), limited('cart-idle', limit))).toMatchObject([{ seconds }]);
});

describe('does not fire', () => {
  test('when it is off', () => {
    expect(idles([page('cart'), ...LOOKING, ...LOOKING], aVisit(), limited('cart-idle', 0))).toEqual([]);
  });

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
    const half = times(SECONDS - 1, TICK);
    expect(idles([page('cart'), ...half, page('home'), page('cart'), ...half])).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(idles([page('cart'), ...LOOKING, ...LOOKING], aVisit({ cart }))).toEqual([]);
  });

  test.each(['product', 'checkout', 'shipping'] as const)('on a %s page', (kind) => {
    expect(idles([page(kind), ...LOOKING, ...LOOKING])).toEqual([]);
  });
});
