import { describe, expect, test } from 'vitest';
import { policyDwell } from '../../../src/core/moments/policyDwell';
import type { Topic } from '../../../src/types';
import { aVisit, limited, momentsOf, NO_CARTS, page, RULES, TICK, times, type Untimed } from '../given';

const SECONDS = policyDwell.limit;
const dwells = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('policy-dwell', said, start, rules);
const section = (...topics: Topic[]): Untimed => ({ type: 'tick', topics });
const READING = times(SECONDS, TICK);
const ADDED: Untimed = { type: 'cart', cart: { count: 1 } };

describe('fires', () => {
  test.each(['shipping', 'returns', 'payment', 'size-guide'] as const)('after a long look at a %s page', (topic) => {
    expect(dwells([page(topic), ...READING])).toMatchObject([
      { kind: 'policy-dwell', topic, seconds: SECONDS, strength: 1 / 3 },
    ]);
  });

  test('at a marked section of another page', () => {
    expect(dwells([page('product'), ...times(SECONDS, section('shipping'))])).toMatchObject([{ topic: 'shipping' }]);
  });

  test('for seconds gathered over several pages', () => {
    const half = times(SECONDS / 2, TICK);
    expect(dwells([page('shipping'), ...half, page('cart'), ...half, page('shipping'), ...half])).toHaveLength(1);
  });

  test('again at each further span, stronger up to one, with the seconds since', () => {
    const told = dwells([page('shipping'), ...times(4 * SECONDS, TICK)]);
    expect(told.map(({ seconds }) => seconds)).toEqual(times(4, TICK).map(() => SECONDS));
    expect(told.map(({ strength }) => strength)).toEqual([1 / 3, 2 / 3, 1, 1]);
  });

  test('when the cart is told late, for what was read before', () => {
    expect(dwells([page('shipping'), ...READING, ADDED, TICK], aVisit({ cart: null }))).toMatchObject([
      { seconds: SECONDS + 1 },
    ]);
  });

  test('for two topics in view, one after the other', () => {
    const told = dwells([page('product'), ...times(SECONDS + 1, section('shipping', 'returns'))]);
    expect(told.map(({ topic }) => topic)).toEqual(['shipping', 'returns']);
  });

  test('once for a page and a section on the same topic', () => {
    expect(dwells([page('shipping'), ...times(SECONDS, section('shipping'))])).toHaveLength(1);
  });
});

test('its threshold may be another, and off', () => {
  const said = [page('shipping'), ...times(4, TICK)];
  expect(dwells(said, aVisit(), limited('policy-dwell', 4))).toMatchObject([{ seconds: 4, strength: 1 / 3 }]);
  expect(dwells(said, aVisit(), limited('policy-dwell', 4.5))).toEqual([]);
  expect(dwells([page('shipping'), ...READING], aVisit(), limited('policy-dwell', 0))).toEqual([]);
});

describe('does not fire', () => {
  test.each(['reviews', 'contact', 'about'] as const)('for %s: that is about trust', (topic) => {
    expect(dwells([page(topic), ...READING, ...READING])).toEqual([]);
  });

  test('for a skim', () => {
    expect(dwells([page('shipping'), ...READING.slice(1)])).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j: that is research', (cart) => {
    expect(dwells([page('shipping'), ...READING, ...READING], aVisit({ cart }))).toEqual([]);
  });

  test.each(['cart', 'product', 'account', 'other'] as const)('on a %s page without a marked section', (kind) => {
    expect(dwells([page(kind), ...READING, ...READING])).toEqual([]);
  });

  test('for time without attention', () => {
    const away: Untimed[] = [page('shipping'), TICK, { ...TICK, at: aVisit().at + 600_000 }];
    expect(dwells(away)).toEqual([]);
  });

  test('for seconds on different topics', () => {
    const half = times(SECONDS - 1, TICK);
    expect(dwells([page('shipping'), ...half, page('returns'), ...half])).toEqual([]);
  });

  test('for a purchase that is done', () => {
    expect(dwells([{ type: 'purchase', order: '1' }, page('shipping'), ...READING])).toEqual([]);
  });
});
