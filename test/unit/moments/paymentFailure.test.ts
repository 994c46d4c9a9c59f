import { describe, expect, test } from 'vitest';
import { aVisit, limited, momentsOf, page, RULES, refusal, times, type Untimed } from '../given';

const failures = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('payment-failure', [page('checkout'), ...said], start, rules);
const FAILED: Untimed = { type: 'payment-failed' };

describe('fires', () => {
  test('at the first, and at each after', () => {
    expect(failures([FAILED, FAILED])).toMatchObject([
      { kind: 'payment-failure', count: 1, strength: 0.5 },
      { count: 2, strength: 1 },
    ]);
  });

  test('where no cart is known: the payment is', () => {
    expect(failures([FAILED], aVisit({ cart: null }))).toHaveLength(1);
  });

  test('as late as the shop wants it', () => {
    expect(failures([FAILED, FAILED], aVisit(), limited('payment-failure', 2))).toMatchObject([{ count: 2 }]);
  });
});

describe('does not fire', () => {
  test('for a field that is refused, or a form that is sent', () => {
    expect(failures([...times(3, refusal('holder')), { type: 'submit' }])).toEqual([]);
  });

  test('when it is off', () => {
    expect(failures([FAILED], aVisit(), limited('payment-failure', 0))).toEqual([]);
  });
});
