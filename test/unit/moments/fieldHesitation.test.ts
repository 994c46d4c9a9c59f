import { describe, expect, test } from 'vitest';
import { fieldHesitation } from '../../../src/core/moments/fieldHesitation';
import { aVisit, field, limited, momentsOf, NO_CARTS, page, RULES, TICK, times, type Untimed } from '../given';

const SECONDS = fieldHesitation.limit;
const hesitates = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('field-hesitation', [page('checkout'), ...said], start, rules);
const WAITING = times(SECONDS, TICK);
const enter = field('vat', 'enter');
/** Fields that each took this long to begin. */
const filled = (count: number, seconds: number) =>
  Array.from({ length: count }, (_, i) => `field-${i}`).flatMap((key) => [
    field(key, 'enter'),
    ...times(seconds, TICK),
    field(key, 'edit'),
    field(key, 'leave'),
  ]);

describe('fires', () => {
  test('when nothing was written for so long', () => {
    expect(hesitates([enter, ...WAITING])).toMatchObject([
      { kind: 'field-hesitation', field: 'vat', seconds: SECONDS, strength: 0.4 },
    ]);
  });

  test('once a stay, and again when the shopper comes back to it', () => {
    expect(hesitates([enter, ...WAITING, ...WAITING])).toHaveLength(1);
    expect(hesitates([enter, ...WAITING, field('vat', 'leave'), enter, ...WAITING])).toHaveLength(2);
  });

  test('in the form of an account too', () => {
    expect(hesitates([page('account', '/register'), enter, ...WAITING])).toHaveLength(1);
  });

  test('at three times the pace this shopper has in the latest fields', () => {
    const slow = filled(5, 7);
    expect(hesitates([...slow, enter, ...times(20, TICK)])).toEqual([]);
    expect(hesitates([...slow, enter, ...times(21, TICK)])).toMatchObject([{ seconds: 21 }]);
    expect(hesitates([...filled(1, 2), enter, ...WAITING])).toHaveLength(1);
  });

  test('at the threshold for who is fast', () => {
    expect(hesitates([...filled(9, 1), enter, ...WAITING])).toMatchObject([{ seconds: SECONDS }]);
  });

  test.each([[3, 3]])('its threshold may be %d: told at %d seconds, once', (limit, seconds) => {
    const told = hesitates([enter, ...WAITING], aVisit(), limited('field-hesitation', limit));
    expect(told).toMatchObject([{ seconds }]);
  });
});

describe('does not fire', () => {
  test('a second too early', () => {
    expect(hesitates([enter, ...WAITING.slice(1)])).toEqual([]);
  });

  test.each(['edit', 'change', 'leave'] as const)('once the shopper did this: %s', (did) => {
    expect(hesitates([enter, TICK, TICK, field('vat', did), ...WAITING])).toEqual([]);
  });

  test('for seconds in different fields', () => {
    expect(hesitates([enter, ...WAITING.slice(1), field('city', 'enter'), ...WAITING.slice(1)])).toEqual([]);
  });

  test('in no field', () => {
    expect(hesitates([...WAITING, ...WAITING])).toEqual([]);
  });

  test('in the field for a discount code: that is another moment', () => {
    expect(hesitates([field('code', 'enter', true), ...WAITING])).toEqual([]);
    expect(hesitates([enter, field('code', 'enter', true), ...WAITING])).toEqual([]);
  });

  test.each(['home', 'listing', 'product', 'cart', 'contact'] as const)('in a field of a %s page', (kind) => {
    expect(hesitates([page(kind), enter, ...WAITING])).toEqual([]);
  });

  test('on the next page', () => {
    expect(hesitates([enter, TICK, page('checkout', '/checkout/2'), ...WAITING])).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(hesitates([enter, ...WAITING], aVisit({ cart }))).toEqual([]);
  });

  test('when it is off', () => {
    expect(hesitates([enter, ...WAITING], aVisit(), limited('field-hesitation', 0))).toEqual([]);
  });
});
