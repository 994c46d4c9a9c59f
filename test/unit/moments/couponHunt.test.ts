import { describe, expect, test } from 'vitest';
import { couponHunt } from '../../../src/core/moments/couponHunt';
import { aVisit, field, limited, momentsOf, NO_CARTS, page, RULES, TICK, times, type Untimed } from '../given';

const SECONDS = couponHunt.limit;
const hunts = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('coupon-hunt', [page('cart'), ...said], start, rules);
const ENTER = field('code', 'enter', true);
const WAITING = times(SECONDS, TICK);
/** Out of the tab and back; the page, the field and then this come a second apart. */
const away = (ms: number): Untimed[] => {
  const left = aVisit().at + 3000;
  return [
    { type: 'hidden', at: left },
    { type: 'visible', at: left + ms },
  ];
};

describe('fires', () => {
  test('when nothing is written in the field for a discount code', () => {
    expect(hunts([ENTER, ...WAITING])).toMatchObject([{ kind: 'coupon-hunt', seconds: SECONDS, strength: 0.6 }]);
  });

  test.each([SECONDS, 40, 300])('when the tab is left from there for %d seconds', (seconds) => {
    expect(hunts([ENTER, ...away(seconds * 1000)])).toMatchObject([{ seconds }]);
  });

  test('once a stay, and anew when the shopper comes back to the field', () => {
    expect(hunts([ENTER, ...WAITING, ...WAITING])).toHaveLength(1);
    expect(hunts([ENTER, ...WAITING, ENTER, ...WAITING])).toHaveLength(2);
  });

  test('for seconds in the field before and after a glance elsewhere', () => {
    expect(hunts([ENTER, ...away(1000), ...WAITING])).toHaveLength(1);
  });

  test('its threshold may be another', () => {
    expect(hunts([ENTER, TICK, TICK], aVisit(), limited('coupon-hunt', 2))).toHaveLength(1);
  });
});

describe('does not fire', () => {
  test('a second too early, here and in another tab', () => {
    expect(hunts([ENTER, ...WAITING.slice(1)])).toEqual([]);
    expect(hunts([ENTER, ...away(SECONDS * 1000 - 1)])).toEqual([]);
  });

  test('over lunch', () => {
    expect(hunts([ENTER, ...away(300_001)])).toEqual([]);
  });

  test.each(['edit', 'change', 'leave'] as const)('once the shopper did this: %s', (did) => {
    expect(hunts([ENTER, TICK, field('code', did, true), ...WAITING])).toEqual([]);
  });

  test('in another field, or on another page', () => {
    expect(hunts([field('city', 'enter'), ...WAITING])).toEqual([]);
    expect(hunts([ENTER, field('city', 'enter'), ...WAITING])).toEqual([]);
    expect(hunts([ENTER, page('product'), ...WAITING])).toEqual([]);
  });

  test('for a tab that only comes into view', () => {
    expect(hunts([ENTER, { type: 'visible' }])).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(hunts([ENTER, ...WAITING, ENTER], aVisit({ cart }))).toEqual([]);
  });

  test('when it is off', () => {
    expect(hunts([ENTER, ...WAITING], aVisit(), limited('coupon-hunt', 0))).toEqual([]);
  });
});
