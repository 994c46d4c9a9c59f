import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { prior } from '../../src/core/prior';
import { replay } from '../../src/core/replay';
import { scoreVisit } from '../../src/core/score';
import type { Model, Signal } from '../../src/types';
import {
  aMoment,
  aVisit,
  cart,
  DECIDE,
  field,
  NOW,
  page,
  play,
  RULES,
  refusal,
  TICK,
  timed,
  times,
  type Untimed,
} from './given';

/**
 * What scoring and replaying cost. The bounds are far above what is measured on a quiet machine, so that they fail for
 * code that got slow and not for a busy one; the figures are printed.
 */

const BUSY = process.env.CI ? 4 : 8;

const VISIT: Untimed[] = [
  page('listing', '/shoes'),
  ...times(8, TICK),
  page('product', '/shoes/1'),
  ...times(25, TICK),
  cart(1, { total: 80 }),
  page('shipping'),
  ...times(14, TICK),
  page('cart'),
  ...times(22, TICK),
  { type: 'exit' },
  DECIDE,
  page('checkout'),
  field('zip', 'enter'),
  ...times(4, TICK),
  field('zip', 'edit'),
  refusal('zip'),
  refusal('zip'),
  DECIDE,
  { type: 'hidden' },
  { type: 'visible' },
  ...times(10, TICK),
];

/** Tables and pairs as a trained model has: eight bins a feature and ten pairs. */
const trained: Model = {
  ...prior,
  trained: true,
  churn: {
    ...prior.churn,
    tables: Object.fromEntries(
      ['account', 'terms', 'product'].flatMap((group) =>
        [`pages-${group}`, `seconds-${group}`].map((name) => [
          name,
          { edges: [1, 2, 3, 5, 8, 13, 21], weights: [0, 0.1, 0.2, 0.3, 0.2, 0.1, 0, -0.1], missing: 0.1 },
        ]),
      ),
    ),
    pairs: Array.from({ length: 10 }, () => ({
      features: ['pages-product', 'month'] as const,
      sides: [{ edges: [1, 4, 9] }, { levels: ['nov', 'dec', 'may'] }] as const,
      weights: Array.from({ length: 5 }, () => [0.1, 0.2, 0.3, 0]),
    })),
    average: { 'pages-product': 0.05 },
  },
};

const { visit: SCORED } = play(VISIT, aVisit({ cart: null }));

/** Microseconds of one update: the best of many short runs, since other work on the machine only ever adds. */
const perUpdate = (model: Model) => {
  const known = { canKeep: true, clock: { hour: 10, weekend: 0, month: 'nov' } } as const;
  const run = () => {
    const begin = performance.now();
    for (let i = 0; i < 2000; i++) scoreVisit(SCORED, SCORED.at + i, known, model);
    return ((performance.now() - begin) * 1000) / 2000;
  };
  return Math.min(...Array.from({ length: 60 }, run));
};

test.each([
  ['the prior', prior],
  ['a trained model', trained],
])('scoring one visit by %s takes microseconds', (name, model) => {
  const micros = perUpdate(model);
  console.log(`scoring ${SCORED.moments.length} moments by ${name}: ${micros.toFixed(2)} µs`);
  expect(micros).toBeLessThan(5 * BUSY);
});

test('replaying takes a few microseconds a signal', () => {
  const signals: Signal[] = timed(Array.from({ length: 60 }, () => VISIT).flat());
  const tape = { v: 1, rules: RULES, start: aVisit({ cart: null }), signals } as const;
  const rates = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    replay(tape);
    return signals.length / ((performance.now() - begin) / 1000);
  });
  const rate = Math.max(...rates);
  console.log(`replay: ${Math.round(rate)} signals/s`);
  expect(rate).toBeGreaterThan(50_000 / BUSY);
});

test('a million updates leave nothing behind', () => {
  const visit = aVisit({ moments: [aMoment(), aMoment({ at: NOW + 1, kind: 'exit-intent' })] });
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const run = (count: number) => {
    for (let i = 0; i < count; i++) scoreVisit(visit, NOW + i);
  };
  run(50_000);
  collect();
  const before = process.memoryUsage().heapUsed;
  run(1_000_000);
  collect();
  const grown = (process.memoryUsage().heapUsed - before) / 1e6;
  console.log(`heap after 1e6 updates: ${grown > 0 ? '+' : ''}${grown.toFixed(2)} MB`);
  expect(grown).toBeLessThan(2);
}, 60_000);
