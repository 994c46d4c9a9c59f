import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesPath } from '../../src/core/matchesPath';
import { ownKindOf } from '../../src/shops/pageKind';

describe('matchesPath', () => {
  test.each([
    ['/sale', '/sale'],
    ['/sale/shoes', '/sale*'],
    ['/Sale', '/sale'],
    ['/outlet', '/sale, /outlet'],
    ['/outlet', '/sale /outlet'],
    ['/en/sale', '*/sale'],
    ['/a.b', '/a.b'],
    ['/größen', '/größen'],
    ['/gr%C3%B6%C3%9Fen', '/größen'],
    ['/100%', '/100%'],
    ['/a/b/c', '/a**c'],
    ['/a', '*'],
    ['/ab', '/*a*b*'],
  ])('%s is one of %s', (path, patterns) => {
    expect(matchesPath(path, patterns)).toBe(true);
  });

  test.each([
    ['/sales', '/sale'],
    ['/en/sale', '/sale'],
    ['/axb', '/a.b'],
    ['/aab', '/a+b'],
    ['', '/sale'],
  ])('%s is none of %s', (path, patterns) => {
    expect(matchesPath(path, patterns)).toBe(false);
  });

  test.each([
    ['/b', '/a**'],
    ['/aab', '/*x*b'],
    ['/a', '/a*a'],
    ['/ab', '/*ab*b'],
    ['/aXbY', '/a*b*c'],
    ['/bXa', '/*a*b'],
  ])('%s is none of %s: nothing counts twice', (path, patterns) => {
    expect(matchesPath(path, patterns)).toBe(false);
  });

  test('many stars on a long path are looked for in no time', () => {
    const begun = performance.now();
    expect(matchesPath(`/${'a'.repeat(2000)}`, `/${'a*'.repeat(50)}b`)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(100);
  });
});

test('the same as in data-pages-…', () => {
  const letters = (set: string, maxLength: number) =>
    fc.array(fc.constantFrom(...set), { maxLength }).map((all) => `/${all.join('')}`);
  let matching = 0;
  fc.assert(
    fc.property(letters('abA/-.', 8), letters('ab/-.****, ', 8), (path, pattern) => {
      const is = matchesPath(path, pattern);
      matching += +is;
      expect(is).toBe(ownKindOf(path, { pagesHome: pattern }) === 'home');
    }),
    { numRuns: 3000 },
  );
  expect(matching).toBeGreaterThan(200);
});
