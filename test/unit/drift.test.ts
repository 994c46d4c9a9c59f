import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Drift, learnDrift, NO_DRIFT } from '../../src/core/drift';

const learn = (visits: readonly (readonly [logit: number, churned: boolean])[], from = NO_DRIFT): Drift =>
  visits.reduce((drift, [logit, churned]) => learnDrift(drift, logit, churned), from);
const repeat = (times: number, logit: number, churned: boolean) =>
  Array.from({ length: times }, () => [logit, churned] as const);
const chance = (logit: number, { slope, offset }: Drift = NO_DRIFT) => 1 / (1 + Math.exp(-(slope * logit + offset)));

describe('drift', () => {
  const logit = fc.oneof(
    fc.double(),
    fc.double({ min: -5, max: 5 }),
    fc.constantFrom(Number.POSITIVE_INFINITY, Number.NaN, -1e300),
  );
  const visits = fc.array(fc.tuple(logit, fc.boolean()), { maxLength: 400 });

  test('cannot run away: whatever comes, the slope stays in 0.5 to 2 and the offset in -1 to 1', () => {
    fc.assert(
      fc.property(visits, fc.nat(3000), fc.boolean(), logit, (mixed, times, churned, same) => {
        for (const { slope, offset } of [learn(mixed), learn(repeat(times, same, churned), learn(mixed))]) {
          expect(slope).toSatisfy((s: number) => s >= 0.5 && s <= 2);
          expect(offset).toSatisfy((o: number) => o >= -1 && o <= 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('moves little by one visit', () => {
    fc.assert(
      fc.property(visits, logit, fc.boolean(), (before, next, churned) => {
        const from = learn(before);
        const { slope, offset } = learnDrift(from, next, churned);
        expect(Math.abs(slope - from.slope)).toBeLessThanOrEqual(0.031);
        expect(Math.abs(offset - from.offset)).toBeLessThanOrEqual(0.031);
      }),
    );
  });

  test('never turns the ranking round', () => {
    fc.assert(
      fc.property(visits, fc.double({ min: -9, max: 8, noNaN: true }), (seen, low) => {
        const drift = learn(seen);
        expect(chance(low + 1, drift)).toBeGreaterThan(chance(low, drift));
      }),
    );
  });

  test('goes towards what came: more leave than foretold, or fewer', () => {
    expect(learn(repeat(50, 0, true)).offset).toBeGreaterThan(0.2);
    expect(learn(repeat(50, 0, false)).offset).toBeLessThan(-0.2);
  });

  test('grows less sure where sure foretellings fail', () => {
    const fails = [...repeat(1, 3, false), ...repeat(1, -3, true)];
    expect(learn(Array.from({ length: 60 }, () => fails).flat()).slope).toBeLessThan(0.8);
  });

  test('comes home when outcomes are as foretold', () => {
    const asForetold = Array.from({ length: 300 }, () => repeat(1, 1, true).concat(repeat(1, -1, false))).flat();
    const { offset } = learn(asForetold, { slope: 1, offset: 1 });
    expect(Math.abs(offset)).toBeLessThan(0.1);
  });

  test('foretells better where the shop has changed', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    const TRUE_DRIFT = { slope: 0.7, offset: 0.6 };
    let drift = NO_DRIFT;
    const loss = [0, 0];
    for (let visit = 0; visit < 3000; visit++) {
      const foretold = random() * 6 - 3;
      const churned = random() < chance(foretold, TRUE_DRIFT);
      for (const [at, one] of [NO_DRIFT, drift].entries()) {
        const p = chance(foretold, one);
        loss[at] = (loss[at] ?? 0) - Math.log(churned ? p : 1 - p);
      }
      drift = learnDrift(drift, foretold, churned);
    }
    expect(loss[1]).toBeLessThan(loss[0] ?? 0);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('learns nothing from %d', (never) => {
    expect(learnDrift({ slope: 1.2, offset: 0.3 }, never, true)).toEqual({ slope: 1.2, offset: 0.3 });
  });
});
