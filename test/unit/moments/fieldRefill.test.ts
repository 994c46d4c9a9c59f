import { describe, expect, test } from 'vitest';
import { fieldRefill } from '../../../src/core/moments/fieldRefill';
import { aVisit, field, limited, momentsOf, NO_CARTS, page, RULES, times, type Untimed } from '../given';

const refills = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('field-refill', [page('checkout'), ...said], start, rules);
const CHANGE = field('delivery', 'change');
const CHANGES = times(fieldRefill.limit, CHANGE);

describe('fires', () => {
  test('at the third change of one field, and at each after', () => {
    expect(refills([...CHANGES, CHANGE])).toMatchObject([
      { kind: 'field-refill', field: 'delivery', count: 3, strength: 0.5 },
      { field: 'delivery', count: 4 },
    ]);
  });

  test('in the form of an account, and with other fields in between', () => {
    const other = field('city', 'change');
    expect(refills([page('account'), CHANGE, other, CHANGE, other, CHANGE])).toMatchObject([{ field: 'delivery' }]);
  });

  test('its threshold may be another', () => {
    expect(refills([CHANGE, CHANGE], aVisit(), limited('field-refill', 2))).toHaveLength(1);
  });
});

describe('does not fire', () => {
  test('for a correction', () => {
    expect(refills(CHANGES.slice(1))).toEqual([]);
  });

  test.each(['enter', 'edit', 'leave'] as const)('for a field that saw no more than: %s', (did) => {
    expect(refills(times(9, field('delivery', did)))).toEqual([]);
  });

  test('for a discount code', () => {
    expect(refills(times(9, field('code', 'change', true)))).toEqual([]);
  });

  test.each(['home', 'listing', 'product', 'cart'] as const)('for what is chosen on a %s page', (kind) => {
    expect(refills([page(kind), ...CHANGES, ...CHANGES])).toEqual([]);
  });

  test('for changes on two pages', () => {
    expect(refills([CHANGE, CHANGE, page('checkout', '/checkout/2'), CHANGE, CHANGE])).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(refills(CHANGES, aVisit({ cart }))).toEqual([]);
  });

  test('when it is off', () => {
    expect(refills(CHANGES, aVisit(), limited('field-refill', 0))).toEqual([]);
  });
});
