import { expect, test } from 'vitest';
import { own } from '../../src/core/own';

test('a key of the object itself is found', () => {
  expect(own({ email: 1 }, 'email')).toBe(1);
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  '%s is no key unless somebody put it there',
  (key) => {
    expect(own<number>({}, key)).toBeUndefined();
    expect(own<number>(Object.fromEntries([[key, 1]]), key)).toBe(1);
  },
);
