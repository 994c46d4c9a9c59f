import { expect, test } from 'vitest';
import { isKey } from '../../src/core/isKey';

test.each(['size', 'delivery-by', 'shoeSize', 'shoe_size', 'a1B2', 'toString', 'x'.repeat(60)])('%j is one', (key) => {
  expect(isKey(key)).toBe(true);
});

test.each<unknown>([
  '',
  'A',
  'My size',
  'my size',
  '_a',
  'a--b',
  'größe',
  'size\n',
  '__proto__',
  'constructor',
  'x'.repeat(61),
  42,
  null,
  undefined,
  ['size'],
])('%j is none', (key) => {
  expect(isKey(key)).toBe(false);
});
