import { expect, test } from 'vitest';
import { normalContact } from '../../src/core/normalContact';

test.each([
  [' Ada@Example.COM ', 'ada@example.com'],
  ['a.b+c@x.co.uk', 'a.b+c@x.co.uk'],
  // As Google reads its own addresses.
  ['A.d.a+shop@gmail.com', 'ada+shop@gmail.com'],
  ['a.da@GoogleMail.com', 'ada@googlemail.com'],
  ['a.da@mail.gmail.com', 'a.da@mail.gmail.com'],
  ['a.da@notgmail.com', 'a.da@notgmail.com'],
  ['ada@example', undefined],
  ['ada example.com', undefined],
  ['a b@example.com', undefined],
  ['', undefined],
  [7, undefined],
  [null, undefined],
])('email %j → %j', (raw, expected) => {
  expect(normalContact.email(raw)).toBe(expected);
});

test('an id that is an address keeps its points', () => {
  expect(normalContact.address(' A.da@Gmail.com')).toBe('a.da@gmail.com');
  expect(normalContact.address('1042')).toBeUndefined();
});

test.each([
  ['+49 (30) 123-456', '+4930123456'],
  ['0049 30 123456', '+4930123456'],
  ['+1 415.555.0100', '+14155550100'],
  // A zero for calls within the country.
  ['+49 (0)30 123456', '+4930123456'],
  ['0049(0)30/123456', '+4930123456'],
  // In Italy it is part of the number.
  ['+39 (0)6 1234567', '+39061234567'],
  // Whose country is not said could be anybody's.
  ['030 123456', undefined],
  ['+0 30 123456', undefined],
  ['+49', undefined],
  ['+491234567890123456', undefined],
  ['call me', undefined],
  [4930123456, undefined],
])('phone %j → %j', (raw, expected) => {
  expect(normalContact.phone(raw)).toBe(expected);
});
