import { describe, expect, test } from 'vitest';
import { aVisit, limited, momentsOf, NO_CARTS, NOW, page, RULES, type Untimed } from '../given';

const returns = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('back-and-forth', said, start, rules);
/** Products by their letters, so many milliseconds apart. */
const walk = (letters: string, ms = 10_000): Untimed[] =>
  [...letters].map((letter, i) => ({ ...page('product', `/${letter}`, `view-${i}`), at: NOW + i * ms }));

describe('fires', () => {
  test('at the second return', () => {
    expect(returns(walk('ABABA'))).toMatchObject([{ kind: 'back-and-forth', count: 2, strength: 0.4 }]);
  });

  test('again after two more', () => {
    expect(returns(walk('ABABABA'))).toHaveLength(1);
    expect(returns(walk('ABABABABA'))).toHaveLength(2);
  });

  test('after other pages, and with pages loaded anew on the way', () => {
    expect(returns(walk('CDABABA'))).toHaveLength(1);
    expect(returns(walk('AABBABBA'))).toHaveLength(1);
  });

  test('its threshold may be another', () => {
    expect(returns(walk('ABA'), aVisit(), limited('back-and-forth', 1))).toMatchObject([{ count: 1 }]);
    expect(returns(walk('ABABA'), aVisit(), limited('back-and-forth', 3))).toEqual([]);
  });
});

describe('does not fire', () => {
  test.each(['ABAB', 'LALBLCLDL', 'ABCABCABC', 'AAAAAAA', 'ABABCBA'])('for %s', (letters) => {
    expect(returns(walk(letters))).toEqual([]);
  });

  test('over three minutes or more', () => {
    expect(returns(walk('ABABA', 44_999))).toHaveLength(1);
    expect(returns(walk('ABABA', 45_000))).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(returns(walk('ABABA'), aVisit({ cart }))).toEqual([]);
  });

  test('when it is off', () => {
    expect(returns(walk('ABABA'), aVisit(), limited('back-and-forth', 0))).toEqual([]);
  });
});
