import { expect, test } from 'vitest';
import { normalContact } from '../../src/core/normalContact';

test.each([
  [' Ada@Example.COM ', 'ada@example.com'],
  ['a.b+c@x.co.uk', 'a.b+c@x.co.uk'],
  ['ada@example', undefined],
  ['ada example.com', undefined],
  ['a b@example.com', undefined],
  ['', undefined],
  [7, undefined],
  [null, undefined],
])('email %j → %j', (raw, expected) => {
  expect(normalContact.email(raw)).toBe(expected);
});

test.each([
  ['+49 (30) 123-456', '+4930123456'],
  ['0049 30 123456', '+4930123456'],
  ['+1 415.555.0100', '+14155550100'],
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
