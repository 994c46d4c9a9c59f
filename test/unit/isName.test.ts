import { expect, test } from 'vitest';
import { isName } from '../../src/core/isName';

test.each(['size', 'delivery-by', '42', 'a1-b2', 'x'.repeat(60)])('%j is one', (name) => {
  expect(isName(name)).toBe(true);
});

test.each<unknown>([
  '',
  'Size',
  'two words',
  '-a',
  'a-',
  'a--b',
  'a_b',
  'größe',
  'size\n',
  '__proto__',
  'constructor',
  'x'.repeat(61),
  42,
  null,
  undefined,
  ['size'],
])('%j is none', (name) => {
  expect(isName(name)).toBe(false);
});

test('no name is one that every object has', () => {
  expect(Object.getOwnPropertyNames(Object.prototype).filter(isName)).toEqual([]);
});
