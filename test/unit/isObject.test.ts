import { expect, test } from 'vitest';
import { isObject } from '../../src/core/isObject';

test.each([[{}], [{ a: 1 }], [Object.create(null)]])('%o is one', (value) => {
  expect(isObject(value)).toBe(true);
});

test.each([[null], [undefined], [[]], ['a'], [1], [() => 1]])('%o is none', (value) => {
  expect(isObject(value)).toBe(false);
});
