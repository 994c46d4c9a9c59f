import { describe, expect, test } from 'vitest';
import { aVisit, limited, momentsOf, NOW, page, RULES, TICK, type Untimed } from '../given';

const rages = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('rage-click', [{ ...page('checkout'), at: NOW }, ...said], start, rules);
/** So many clicks, this long and this far apart. */
const clicks = (count: number, ms = 300, px = 0, effect = false): Untimed[] =>
  Array.from({ length: count }, (_, i) => ({
    type: 'click',
    x: 100 + i * px,
    y: 100,
    effect,
    at: NOW + 5000 + i * ms,
  }));

describe('fires', () => {
  test('at the third click, once', () => {
    expect(rages(clicks(3))).toMatchObject([{ kind: 'rage-click', count: 3, strength: 0.7 }]);
    expect(rages(clicks(12))).toHaveLength(1);
  });

  test('up to a second and 30 px apart', () => {
    expect(rages(clicks(3, 999))).toHaveLength(1);
    expect(rages(clicks(3, 300, 29))).toHaveLength(1);
  });

  test('without a cart too: a shop may be broken for anybody', () => {
    expect(rages(clicks(3), aVisit({ cart: null }))).toHaveLength(1);
  });

  test('after clicks that were answered, and again after a pause', () => {
    const [answered] = clicks(1, 300, 0, true);
    expect(rages(answered ? [answered, ...clicks(3)] : [])).toHaveLength(1);
    const again = clicks(3).map((one) => ({ ...one, at: (one.at ?? 0) + 60_000 }));
    expect(rages([...clicks(3), ...again])).toHaveLength(2);
  });

  test('its threshold may be another', () => {
    expect(rages(clicks(9), aVisit(), limited('rage-click', 5))).toMatchObject([{ count: 5 }]);
  });
});

describe('does not fire', () => {
  test('for a double-click', () => {
    expect(rages(clicks(2))).toEqual([]);
  });

  test('for clicks that the page answers', () => {
    expect(rages(clicks(9, 200, 0, true))).toEqual([]);
  });

  test('when one of them was answered', () => {
    const all = clicks(5).map((one, i) => (one.type === 'click' ? { ...one, effect: i === 2 } : one));
    expect(rages(all)).toEqual([]);
  });

  test('slowly, or here and there', () => {
    expect(rages(clicks(9, 1000))).toEqual([]);
    expect(rages(clicks(9, 300, 30))).toEqual([]);
  });

  test('for anything but clicks, or when it is off', () => {
    expect(rages([TICK, TICK, TICK, TICK])).toEqual([]);
    expect(rages(clicks(9), aVisit(), limited('rage-click', 0))).toEqual([]);
  });
});
