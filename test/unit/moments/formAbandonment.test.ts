import { describe, expect, test } from 'vitest';
import { formAbandonment } from '../../../src/core/moments/formAbandonment';
import { aVisit, field, limited, momentsOf, NO_CARTS, page, RULES, TICK, times, type Untimed } from '../given';

const SECONDS = formAbandonment.limit;
const abandons = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  // By the first second on a page its kind is known.
  momentsOf('form-abandonment', [page('checkout'), ...said, TICK], start, rules);
const BEGUN = [field('email', 'enter'), field('email', 'edit')];
const ALONE = times(SECONDS, TICK);
const SUBMIT: Untimed = { type: 'submit' };
/** A page that is known by its heading only: the kind comes later. */
const late = (kind: 'cart' | 'product' | 'shipping', path: string): Untimed[] => [
  page('other', path, `view-${path}`),
  page(kind, path, `view-${path}`),
];

describe('fires', () => {
  test.each(['home', 'listing', 'product', 'cart'] as const)('when the shopper goes to a %s page instead', (kind) => {
    expect(abandons([...BEGUN, page(kind)])).toMatchObject([{ kind: 'form-abandonment', strength: 0.7 }]);
  });

  test('for a choice that was changed, and in the form of an account', () => {
    expect(abandons([field('delivery', 'change'), page('cart')])).toHaveLength(1);
    expect(abandons([page('account', '/register'), ...BEGUN, page('cart')])).toHaveLength(1);
  });

  test('when the form is left alone for a minute of attention, once', () => {
    expect(abandons([...BEGUN, ...ALONE, ...ALONE])).toMatchObject([{ seconds: SECONDS, strength: 0.5 }]);
  });

  test('anew when it is begun anew', () => {
    expect(abandons([...BEGUN, ...ALONE, ...BEGUN, page('home')])).toHaveLength(2);
  });

  test.each(['cart', 'product'] as const)('on the way to a %s page whose kind is known late', (kind) => {
    expect(abandons([...BEGUN, ...late(kind, '/x')])).toHaveLength(1);
  });

  test('its threshold may be another', () => {
    expect(abandons([...BEGUN, TICK, TICK], aVisit(), limited('form-abandonment', 2))).toHaveLength(1);
  });
});

describe('does not fire', () => {
  test('when nothing was begun: looked at, or filled in by the browser', () => {
    expect(abandons([field('email', 'enter'), field('email', 'leave'), ...ALONE, page('home')])).toEqual([]);
  });

  test('when it was sent', () => {
    expect(abandons([...BEGUN, SUBMIT, ...ALONE, page('cart')])).toEqual([]);
  });

  test.each(['checkout', 'thank-you', 'shipping', 'payment', 'contact'] as const)('on the way to %s', (kind) => {
    expect(abandons([...BEGUN, page(kind, '/next'), ...ALONE, page('home')])).toEqual([]);
  });

  test('when the page is loaded anew', () => {
    expect(abandons([...BEGUN, page('checkout', '/checkout', 'view-2'), ...ALONE.slice(2)])).toEqual([]);
  });

  test('while any field is being filled in', () => {
    const almost = ALONE.slice(2);
    expect(
      abandons([...BEGUN, ...almost, field('city', 'enter'), ...almost, field('city', 'edit'), ...almost]),
    ).toEqual([]);
  });

  test('on a page that nobody can name, nor on the next one', () => {
    expect(abandons([...BEGUN, page('other', '/x'), ...ALONE, page('other', '/y'), page('home')])).toEqual([]);
    expect(abandons([...BEGUN, page('other', '/x'), TICK, page('home')])).toEqual([]);
    expect(abandons([...BEGUN, page('other', '/x'), TICK, ...late('product', '/y')])).toEqual([]);
  });

  test('on the way to terms whose kind is known late', () => {
    expect(abandons([...BEGUN, ...late('shipping', '/versand'), ...ALONE, page('home')])).toEqual([]);
  });

  test('for a form elsewhere, or a discount code', () => {
    expect(abandons([page('home'), ...BEGUN, page('product')])).toEqual([]);
    expect(abandons([field('code', 'edit', true), page('cart')])).toEqual([]);
  });

  test('when the focus leaves its field after the page has changed', () => {
    expect(abandons([...BEGUN, page('other', '/x'), field('email', 'leave'), page('other', '/y')])).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(abandons([...BEGUN, ...ALONE, ...BEGUN, page('home')], aVisit({ cart }))).toEqual([]);
  });

  test('when it is off', () => {
    expect(abandons([...BEGUN, page('home')], aVisit(), limited('form-abandonment', 0))).toEqual([]);
  });
});
