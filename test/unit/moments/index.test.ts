import { expect, test } from 'vitest';
import { detectors } from '../../../src/core/moments';
import type { Signal } from '../../../src/types';
import { aVisit, NOW, page, RULES, refusal, TICK, timed } from '../given';

const SIGNALS: Signal[] = timed([
  page('cart'),
  TICK,
  { type: 'exit' },
  refusal('zip'),
  { type: 'cart', cart: { count: 1 } },
  { type: 'terms', delivery: null },
  { type: 'leave', at: NOW },
]);

test.each(Object.entries(detectors))(
  '%s passes over what is not its own, and keeps its state as plain JSON',
  (_, step) => {
    const terms: Signal = { type: 'terms', delivery: null, at: NOW };
    for (const signal of SIGNALS) {
      const before = step(step(undefined, signal, aVisit(), RULES.moments).state, terms, aVisit(), RULES.moments);
      expect(step(before.state, terms, aVisit(), RULES.moments)).toEqual({ state: before.state });
      expect(JSON.parse(JSON.stringify(before))).toEqual(before);
    }
  },
);
