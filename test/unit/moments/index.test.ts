import { expect, test } from 'vitest';
import { detectors } from '../../../src/core/moments';
import type { Signal } from '../../../src/types';
import { aVisit, cart, NOW, page, refusal, TICK, timed } from '../given';

const SIGNALS: Signal[] = timed([
  page('cart'),
  TICK,
  { type: 'exit' },
  refusal('zip'),
  cart(1),
  { type: 'field', key: 'zip', did: 'enter' },
  { type: 'field', key: 'code', did: 'enter', coupon: true },
  { type: 'click', x: 1, y: 1, effect: false },
  { type: 'hidden' },
  { type: 'leave', at: NOW },
]);

test.each(Object.entries(detectors))(
  '%s passes over what is not its own, and keeps its state as plain JSON',
  (_, { limit, step }) => {
    const terms: Signal = { type: 'terms', delivery: null, at: NOW };
    for (const signal of SIGNALS) {
      const [before] = step(step(undefined, signal, aVisit(), limit)[0], terms, aVisit(), limit);
      const [after, moment] = step(before, terms, aVisit(), limit);
      expect(after).toEqual(before);
      expect(moment).toBeFalsy();
      if (before !== undefined) expect(JSON.parse(JSON.stringify(before))).toEqual(before);
    }
  },
);

test.each(Object.entries(detectors))('%s is named in kebab-case and has a threshold above zero', (kind, { limit }) => {
  expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(limit).toBeGreaterThan(0);
});
