import { expect, test } from 'vitest';
import { sampleRatio } from '../../src/core/sampleRatio';

test('no visitors are no evidence', () => {
  expect(sampleRatio([0, 0], [0.9, 0.1])).toEqual({ alarm: false, pValue: 1 });
});

test('one visitor is none either: the mixture has the stated shares on average', () => {
  expect(sampleRatio([1, 0], [0.9, 0.1]).pValue).toBeCloseTo(1, 6);
  expect(sampleRatio([0, 1], [0.9, 0.1]).pValue).toBeCloseTo(1, 6);
});

test('two visitors, worked out by hand: 500/1000 × 501/1001 against a quarter', () => {
  expect(sampleRatio([1, 1], [1, 1]).pValue).toBeCloseTo(1, 6);
  expect(sampleRatio([2, 0], [0.5, 0.5]).pValue).toBeCloseTo(0.25 / (0.5 * (501 / 1001)), 6);
});

test('shares need not add up to 1, and there may be three arms', () => {
  expect(sampleRatio([5200, 4800], [1, 1])).toEqual(sampleRatio([5200, 4800], [0.5, 0.5]));
  expect(sampleRatio([4600, 4500, 900], [0.45, 0.45, 0.1]).alarm).toBe(false);
  expect(sampleRatio([4900, 4200, 900], [0.45, 0.45, 0.1]).alarm).toBe(true);
});

test('the alarm is raised at alpha', () => {
  const { pValue } = sampleRatio([10_300, 9_700], [0.5, 0.5]);
  expect(pValue).toBeLessThan(0.01);
  expect(sampleRatio([10_300, 9_700], [0.5, 0.5], pValue).alarm).toBe(true);
  expect(sampleRatio([10_300, 9_700], [0.5, 0.5], pValue * 0.999).alarm).toBe(false);
});

test('visitors in an arm that should have none', () => {
  expect(sampleRatio([100, 0], [1, 0])).toEqual({ alarm: false, pValue: 1 });
  expect(sampleRatio([100, 1], [1, 0])).toEqual({ alarm: true, pValue: 0 });
  expect(sampleRatio([100, 1], [1]).alarm).toBe(true);
});

test('stays a number however many visitors there are', () => {
  expect(sampleRatio([9e9, 1e9], [0.9, 0.1])).toEqual({ alarm: false, pValue: 1 });
  expect(sampleRatio([9e9, 2e9], [0.9, 0.1])).toEqual({ alarm: true, pValue: 0 });
});
