import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { armOf, shareOf } from '../../src/core/holdout';
import { TREATED, WITHHELD } from './given';

const IDS = Array.from({ length: 20_000 }, (_, i) => i.toString(36));

test('the share of an id never changes, or visitors would change arms with an update', () => {
  expect([TREATED, WITHHELD, ''].map((id) => shareOf(id).toFixed(6))).toEqual(['0.839903', '0.006402', '0.366038']);
});

test('a share lies in [0, 1), whatever the id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      expect(shareOf(id)).toBeGreaterThanOrEqual(0);
      expect(shareOf(id)).toBeLessThan(1);
    }),
  );
});

describe('arms', () => {
  test.each([0.05, 0.1, 0.5, 0.9])('a holdout of %d takes that share of 20,000 short ids, within 1 %', (holdout) => {
    const held = IDS.filter((id) => armOf(id, holdout) === 'holdout').length;
    expect(Math.abs(held / IDS.length - holdout)).toBeLessThan(0.01);
  });

  test('none at 0, all at 1', () => {
    expect(IDS.some((id) => armOf(id, 0) === 'holdout')).toBe(false);
    expect(IDS.some((id) => armOf(id, 1) === 'treatment')).toBe(false);
  });

  test('who is held out at a share is held out at every larger one', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (id, a, b) => {
          if (armOf(id, Math.min(a, b)) === 'holdout') expect(armOf(id, Math.max(a, b))).toBe('holdout');
        },
      ),
    );
  });
});
