import { describe, expect, test } from 'vitest';
import { sampleSize } from '../../src/core/sampleSize';

describe('about how many visitors', () => {
  test('a test looked at once takes what the textbook says', () => {
    // (1.95996 + 0.84162)² × (0.05 × 0.95 + 0.06 × 0.94) / 0.01² = 8154.99 in each arm.
    expect(sampleSize({ conversion: 0.05, lift: 0.2, holdout: 0.5 })?.once).toBe(16_310);
  });

  test('looking at any time takes about two to two and a half times as many at the most', () => {
    for (const conversion of [0.03, 0.3])
      for (const lift of [0.05, 0.1, 0.3]) {
        const { once = 0, always = 0 } = sampleSize({ conversion, lift, holdout: 0.1 }) ?? {};
        expect(always / once).toBeGreaterThan(1.8);
        expect(always / once).toBeLessThan(2.7);
      }
  });

  test('a small holdout takes more, so do a small lift, more power and more certainty', () => {
    const usual = { conversion: 0.03, lift: 0.1, holdout: 0.5 };
    for (const harder of [{ holdout: 0.1 }, { lift: 0.05 }, { power: 0.9 }, { alpha: 0.01 }]) {
      const { once = 0, always = 0 } = sampleSize({ ...usual, ...harder }) ?? {};
      expect(once).toBeGreaterThan(sampleSize(usual)?.once ?? Number.NaN);
      expect(always).toBeGreaterThan(sampleSize(usual)?.always ?? Number.NaN);
    }
  });

  test('a fall is found as well', () => {
    expect(sampleSize({ conversion: 0.03, lift: -0.1, holdout: 0.5 })?.always).toBeGreaterThan(1000);
  });
});

test.each([
  ['no lift', { conversion: 0.03, lift: 0, holdout: 0.1 }],
  ['nobody buys', { conversion: 0, lift: 0.1, holdout: 0.1 }],
  ['more than all would buy', { conversion: 0.6, lift: 1, holdout: 0.1 }],
  ['nobody would buy', { conversion: 0.6, lift: -1, holdout: 0.1 }],
  ['no holdout', { conversion: 0.03, lift: 0.1, holdout: 0 }],
  ['a holdout of all', { conversion: 0.03, lift: 0.1, holdout: 1 }],
  ['certainty', { conversion: 0.03, lift: 0.1, holdout: 0.1, power: 1 }],
  ['not a number', { conversion: Number.NaN, lift: 0.1, holdout: 0.1 }],
])('%s: there is no such test', (_, question) => {
  expect(sampleSize(question)).toBeNull();
});
