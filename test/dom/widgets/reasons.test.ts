import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../src/types';
import { reasons } from '../../../widgets/reasons';
import { copies } from './copies';

const why = (feature: string, value: Reason['value'], weight = 1): Reason => ({ feature, value, weight });
const FEATURES: Reason[] = [
  why('dwell-shipping', 24),
  why('dwell-returns', 24),
  why('dwell-payment', 24),
  why('dwell-size-guide', 24),
  why('cart-idle', 40),
  why('field-errors', 2),
  why('exits', 1),
  why('cart-count', 3),
  why('stage', 0),
  why('stage', 1),
  why('stage', 2),
  why('priority', 'delivery'),
  why('told', 0.8),
];

describe.each(Object.entries(copies))('%s', (locale, copy) => {
  const words = { copy, locale };
  test.each(FEATURES.map((reason) => [`${reason.feature} ${reason.value}`, reason] as const))('%s', (_, reason) => {
    const [line = ''] = reasons([reason], words);
    expect(line).not.toBe(words.copy.whyOther);
    expect(line).not.toMatch(/[{}]|undefined|null|NaN/);
    if (reason.feature.startsWith('dwell')) expect(line).toMatch(/24/);
  });
});

const says = (...because: Reason[]) => reasons(because, { copy: copies.en, locale: 'en' });

test('the three strongest that speak for it, the strongest first', () => {
  expect(
    says(
      why('exits', 1, 0.2),
      why('cart-count', 2, 0.9),
      why('stage', 2, -2),
      why('field-errors', 2, 0.5),
      why('cart-idle', 30, 0.1),
    ),
  ).toEqual([
    'Items in your cart: 2.',
    'The same field was not accepted (at least 2×).',
    'You moved towards leaving the page (at least 1×).',
  ]);
});

test('what fades is told as at least, never as more than it was', () => {
  expect(says(why('field-errors', 1.87))).toEqual(['The same field was not accepted (at least 2×).']);
  expect(says(why('dwell-shipping', 11.6))).toEqual(['You read about delivery for at least 12 seconds.']);
  expect(says(why('dwell-shipping', 90))).toEqual(['You read about delivery for at least 2 minutes.']);
});

test('the shopper’s own word, in the words of the question', () => {
  expect(says(why('priority', 'returns'))).toEqual(['You said what matters most: Easy returns.']);
  expect(says(why('priority', 'constructor'))).toEqual(['You said what matters most: constructor.']);
});

test('no reason from what is unknown, zero or strange, and none twice', () => {
  const other = ['The shop shows this at this point of a visit.'];
  expect(says()).toEqual(other);
  expect(says(why('cart-count', 2, -0.5), why('stage', 2, 0))).toEqual(other);
  expect(says(why('cart-count', null), why('dwell-shipping', 0), why('constructor', 1), why('moon', 3))).toEqual(other);
  expect(says(why('told', 0.5), why('told-price', 0.5))).toEqual(['The shop’s own page suggested it.']);
});
