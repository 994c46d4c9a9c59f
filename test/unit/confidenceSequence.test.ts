import { expect, test } from 'vitest';
import { reachOf } from '../../src/core/confidenceSequence';

test('what is out of reach is 1 / alpha times likelier under a mixture of effects with a spread of 0.1 than under none', () => {
  const normal = (x: number, variance: number) =>
    Math.exp(-(x ** 2) / 2 / variance) / Math.sqrt(2 * Math.PI * variance);
  for (const variance of [1e-4, 1e-3, 1e-2, 1])
    for (const alpha of [0.05, 0.001]) {
      const seen = reachOf(variance, alpha);
      let mixture = 0;
      for (let effect = -1; effect < 1; effect += 1e-4)
        mixture += normal(seen - effect, variance) * normal(effect, 0.01) * 1e-4;
      expect((mixture / normal(seen, variance)) * alpha).toBeCloseTo(1, 6);
    }
});

test('it is wider than an interval that is looked at once, by the least where it reaches about 11 %', () => {
  const times = (variance: number) => reachOf(variance, 0.05) / Math.sqrt(variance);
  const variances = Array.from({ length: 400 }, (_, i) => 10 ** (-6 + i / 100));
  const best = variances.reduce((least, variance) => (times(variance) < times(least) ? variance : least));
  expect(times(best)).toBeGreaterThan(1.96);
  expect(reachOf(best, 0.05)).toBeCloseTo(0.107, 2);
});

test('with nothing to go by there is no reach', () => {
  for (const variance of [0, -1e-9, Number.NaN]) expect(reachOf(variance, 0.05)).toBeNaN();
});
