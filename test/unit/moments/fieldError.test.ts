import { describe, expect, test } from 'vitest';
import { fieldError } from '../../../src/core/moments/fieldError';
import { aVisit, limited, momentsOf, page, RULES, refusal, times, type Untimed } from '../given';

const errors = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('field-error', [page('checkout'), ...said], start, rules);

describe('fires', () => {
  test('when the same field is refused again, and at each time after', () => {
    const told = errors(times(5, refusal('zip')));
    expect(told.map(({ field, count, strength }) => [field, count, strength])).toEqual([
      ['zip', 2, 0.5],
      ['zip', 3, 0.75],
      ['zip', 4, 1],
      ['zip', 5, 1],
    ]);
  });

  test('with an empty cart too: a form may be broken for anybody', () => {
    expect(errors(times(2, refusal('zip')), aVisit({ cart: null }))).toHaveLength(1);
  });

  test('when the server renders the same page anew', () => {
    const again: Untimed = { type: 'page', view: 'view-2', path: '/checkout', kind: 'checkout' };
    expect(errors([refusal('zip'), again, refusal('zip')])).toHaveLength(1);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('for a field named %s', (key) => {
    expect(errors([refusal(key)])).toEqual([]);
    expect(errors([refusal(key), refusal(key)])).toMatchObject([{ field: key, count: 2 }]);
  });

  test('as late as the shop wants it', () => {
    const refused = times(3, refusal('zip'));
    expect(errors(refused, aVisit(), limited('field-error', 3))).toMatchObject([{ count: 3, strength: 0.5 }]);
    expect(errors(refused, aVisit(), limited('field-error', 0))).toEqual([]);
  });
});

describe('does not fire', () => {
  test('at the first refusal: that is how forms talk', () => {
    expect(fieldError.limit).toBe(2);
    expect(errors([refusal('zip')])).toEqual([]);
  });

  test('for a discount code: that is about the price', () => {
    expect(errors(times(3, refusal('code', true)))).toEqual([]);
  });

  test('for two fields refused once each', () => {
    expect(errors([refusal('zip'), refusal('email')])).toEqual([]);
  });

  test('for fields of the same name on different pages', () => {
    expect(errors([refusal('email'), page('account', '/login'), refusal('email')])).toEqual([]);
  });

  test('for signals that are no refusal', () => {
    expect(errors([refusal('zip'), { type: 'tick' }, { type: 'exit' }])).toEqual([]);
  });
});
