import { expect, test } from 'vitest';
import { sayWrong } from '../../src/core/sayWrong';

test.each([
  ['A b', '"A b"'],
  ['a "b"', '"a \\"b\\""'],
  ['x'.repeat(41), `"${'x'.repeat(39)}…"`],
  [7, '7'],
  [true, 'true'],
  [null, 'null'],
  [undefined, 'undefined'],
  [[1], 'a list of 1'],
  [{ secret: 1 }, 'an object'],
  [() => 1, 'a function'],
  [Symbol('s'), 'a symbol'],
  [7n, 'a bigint'],
])('%o is said as %s', (value, said) => {
  expect(sayWrong('[2].key', value, 'a name')).toBe(`[2].key: ${said}, expected a name`);
});
