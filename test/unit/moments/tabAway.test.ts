import { describe, expect, test } from 'vitest';
import { tabAway } from '../../../src/core/moments/tabAway';
import { aVisit, limited, momentsOf, NO_CARTS, NOW, page, RULES, type Untimed } from '../given';

const LEFT = NOW + 30_000;
const aways = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('tab-away', [page('product'), ...said], start, rules);
const HIDDEN: Untimed = { type: 'hidden', at: LEFT };
const back = (ms: number): Untimed => ({ type: 'visible', at: LEFT + ms });
/** Another tab of this visit, last used so long after this one was left. */
const other = (ms: number): Untimed => ({ type: 'shared', visit: aVisit({ at: LEFT + ms }), at: LEFT + 5000 });

describe('fires', () => {
  test.each([10, 45, 300])('after %d seconds away', (seconds) => {
    expect(aways([HIDDEN, back(seconds * 1000)])).toMatchObject([{ kind: 'tab-away', seconds, strength: 0.4 }]);
  });

  test('each time', () => {
    const again: Untimed[] = [
      { type: 'hidden', at: LEFT + 60_000 },
      { type: 'visible', at: LEFT + 80_000 },
    ];
    expect(aways([HIDDEN, back(20_000), ...again])).toMatchObject([{ seconds: 20 }, { seconds: 20 }]);
  });

  test('when other tabs tell what they knew before', () => {
    expect(aways([HIDDEN, other(0), back(20_000)])).toHaveLength(1);
    expect(aways([HIDDEN, other(1000), back(20_000)])).toHaveLength(1);
    expect(aways([HIDDEN, { type: 'shared', at: LEFT + 5000 }, back(20_000)])).toHaveLength(1);
  });

  test('its threshold may be another', () => {
    expect(aways([HIDDEN, back(3000)], aVisit(), limited('tab-away', 3))).toHaveLength(1);
  });
});

describe('does not fire', () => {
  test('for a glance', () => {
    expect(aways([HIDDEN, back(tabAway.limit * 1000 - 1)])).toEqual([]);
  });

  test('for lunch', () => {
    expect(aways([HIDDEN, back(300_001)])).toEqual([]);
  });

  test('for another tab of the same visit', () => {
    expect(aways([HIDDEN, other(1001), back(20_000)])).toEqual([]);
  });

  test('for a tab that only comes into view, or stays away', () => {
    expect(aways([back(20_000)])).toEqual([]);
    expect(aways([HIDDEN])).toEqual([]);
    expect(aways([other(20_000), back(30_000)])).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(aways([HIDDEN, back(20_000)], aVisit({ cart }))).toEqual([]);
  });

  test('when it is off', () => {
    expect(aways([HIDDEN, back(20_000)], aVisit(), limited('tab-away', 0))).toEqual([]);
  });
});
