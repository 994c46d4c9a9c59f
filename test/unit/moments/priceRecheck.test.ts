import { describe, expect, test } from 'vitest';
import { priceRecheck } from '../../../src/core/moments/priceRecheck';
import { aVisit, cart, limited, momentsOf, NO_CARTS, page, RULES, type Untimed } from '../given';

const rechecks = (said: readonly Untimed[], start = aVisit({ path: '/' }), rules = RULES) =>
  momentsOf('price-recheck', said, start, rules);
const BACK = [page('product'), page('cart')];
/** A cart page known by its heading only: the kind comes later. */
const late = (view: string): Untimed[] => [page('other', '/warenkorb', view), page('cart', '/warenkorb', view)];

describe('fires', () => {
  test('the third time, once', () => {
    expect(priceRecheck.limit).toBe(3);
    expect(rechecks([page('cart'), ...BACK, ...BACK, ...BACK])).toMatchObject([
      { kind: 'price-recheck', count: 3, strength: 0.5 },
    ]);
  });

  test('with a cart that is told anew on each page and stays the same', () => {
    expect(rechecks([page('cart'), cart(2), ...BACK, cart(2), ...BACK, cart(2)])).toHaveLength(1);
  });

  test('with two sources that count otherwise', () => {
    const told = [cart(2, { source: 'page' }), cart(3, { source: 'platform' })];
    expect(rechecks([page('cart'), ...told, ...BACK, ...told, ...BACK])).toHaveLength(1);
  });

  test('where the kind of the page is known late', () => {
    expect(rechecks([...late('a'), page('home'), ...late('b'), page('home'), ...late('c')])).toHaveLength(1);
  });

  test('its threshold may be another', () => {
    expect(rechecks([page('cart'), ...BACK, ...BACK], undefined, limited('price-recheck', 2))).toHaveLength(1);
  });
});

describe('does not fire', () => {
  test('the second time', () => {
    expect(rechecks([page('cart'), ...BACK])).toEqual([]);
  });

  test('for a cart page that is loaded anew', () => {
    expect(rechecks([page('cart'), page('cart', '/cart', 'b'), page('cart', '/cart', 'c')])).toEqual([]);
    expect(rechecks([...late('a'), ...late('b'), ...late('c'), ...late('d')])).toEqual([]);
  });

  test('for another cart each time: added here, or on the way', () => {
    expect(rechecks([page('cart'), cart(1), ...BACK, cart(2), ...BACK, cart(3), ...BACK, cart(4)])).toEqual([]);
    const more = (count: number) => [page('product'), cart(count), page('cart')];
    expect(rechecks([page('cart'), cart(1), ...more(2), ...more(3), ...more(4)])).toEqual([]);
  });

  test('for who has gone on in between', () => {
    expect(rechecks([page('cart'), ...BACK, page('checkout'), page('cart'), ...BACK])).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (one) => {
    expect(rechecks([page('cart'), ...BACK, ...BACK], aVisit({ path: '/', cart: one }))).toEqual([]);
  });

  test('when it is off', () => {
    expect(rechecks([page('cart'), ...BACK, ...BACK], undefined, limited('price-recheck', 0))).toEqual([]);
  });
});
