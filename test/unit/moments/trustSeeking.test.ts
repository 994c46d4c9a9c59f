import { describe, expect, test } from 'vitest';
import { trustSeeking } from '../../../src/core/moments/trustSeeking';
import { aVisit, limited, momentsOf, NO_CARTS, page, RULES, TICK, times, type Untimed } from '../given';

const SECONDS = trustSeeking.limit;
const seeks = (said: readonly Untimed[], start = aVisit(), rules = RULES) =>
  momentsOf('trust-seeking', said, start, rules);
const READING = times(SECONDS, TICK);

describe('fires', () => {
  test.each(['reviews', 'contact', 'about'] as const)('after a look at %s, once the cart was seen', (topic) => {
    expect(seeks([page(topic), ...READING])).toMatchObject([
      { kind: 'trust-seeking', topic, seconds: SECONDS, strength: 1 / 3 },
    ]);
  });

  test('at reviews that are a section of another page', () => {
    expect(seeks([page('product'), ...times(SECONDS, { type: 'tick', topics: ['reviews'] })])).toHaveLength(1);
  });

  test('again at each further span', () => {
    expect(seeks([page('about'), ...times(3 * SECONDS, TICK)]).map(({ seconds }) => seconds)).toEqual(
      times(3, TICK).map(() => SECONDS),
    );
  });
});

describe('does not fire', () => {
  test('for a glance', () => {
    expect(seeks([page('about'), ...READING.slice(1)])).toEqual([]);
  });

  test('before the cart was seen: it is part of choosing', () => {
    expect(seeks([page('reviews'), ...READING, ...READING], aVisit({ stage: 0 }))).toEqual([]);
  });

  test.each(NO_CARTS)('with the cart %j', (cart) => {
    expect(seeks([page('about'), ...READING, ...READING], aVisit({ cart }))).toEqual([]);
  });

  test.each(['shipping', 'returns', 'payment', 'size-guide'] as const)('for %s: those are the terms', (topic) => {
    expect(seeks([page(topic), ...READING, ...READING])).toEqual([]);
  });

  test('when it is off; other thresholds hold', () => {
    expect(seeks([page('about'), ...READING], aVisit(), limited('trust-seeking', 0))).toEqual([]);
    expect(seeks([page('about'), TICK, TICK], aVisit(), limited('trust-seeking', 2))).toHaveLength(1);
  });
});
