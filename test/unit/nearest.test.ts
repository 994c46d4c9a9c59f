import { expect, test } from 'vitest';
import { nearest } from '../../src/core/nearest';

const WORDS = ['id', 'off', 'when', 'triggers', 'cartTotal', 'exit-intent', 'tab-away'];

test.each([
  ['trigers', 'triggers'],
  ['trigger', 'triggers'],
  ['tirggers', 'triggers'],
  ['cart_total', 'cartTotal'],
  ['cart-total', 'cartTotal'],
  ['exitIntent', 'exit-intent'],
  ['wen', 'when'],
  ['of', 'off'],
  ['triggers', 'triggers'],
])('%s: %s', (word, meant) => {
  expect(nearest(word, WORDS)).toBe(meant);
});

test.each(['', 'x-y-z', 'exyt-yntynt', 'colour', 'trig', 'exit', 'a'.repeat(100_000)])(
  '%#: nothing comes near',
  (word) => {
    expect(nearest(word, WORDS)).toBeUndefined();
  },
);

test('of two, the nearer one', () => {
  expect(nearest('perShoper', ['perShop', 'perShopper'])).toBe('perShopper');
  expect(nearest('perDay', ['perDays', 'perDay'])).toBe('perDay');
});
