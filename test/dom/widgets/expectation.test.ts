import { expect, test } from 'vitest';
import type { Field } from '../../../src/types';
import { expectation } from '../../../widgets/expectation';
import { copies } from './copies';

const says = (facts: Partial<Field>, language: keyof typeof copies = 'en') => {
  const field = { key: 'x', fails: 'patternMismatch', input: 'text', ...facts } as const;
  return expectation(field, copies[language], language === 'en' ? 'en-GB' : language);
};

test.each<[string, Partial<Field>, string[]]>([
  ['the author goes first', { hint: 'Five digits', pattern: '\\d{5}' }, ['Five digits', '5 digits, nothing else.']],
  ['digits', { pattern: '^[0-9]{4,6}$' }, ['4 to 6 digits, nothing else.']],
  ['a pattern beyond words', { pattern: '[a-f]+x' }, ['The shop asks for a certain format here.']],
  ['a pattern its author explains', { pattern: '[a-f]+x', hint: 'As on your card' }, ['As on your card']],
  ['needed', { fails: 'valueMissing' }, ['The shop needs this to go on.']],
  ['to choose', { fails: 'valueMissing', input: 'select-one' }, ['Please choose one of the options.']],
  ['mail', { fails: 'typeMismatch', input: 'email' }, ['A full email address, with an @ and no spaces.']],
  ['web', { fails: 'typeMismatch', input: 'url' }, ['A full web address, starting with https://.']],
  ['number', { fails: 'badInput', input: 'number' }, ['A number, in figures.']],
  ['too short', { fails: 'tooShort', minLength: 8 }, ['Characters: from 8.']],
  ['too long', { fails: 'tooLong', maxLength: 20 }, ['Characters: up to 20.']],
  ['both', { fails: 'tooShort', minLength: 8, maxLength: 20 }, ['Characters: 8 to 20.']],
  [
    'range',
    { fails: 'rangeOverflow', input: 'number', min: '1', max: '9' },
    ['A number, in figures.', 'Allowed: 1 to 9.'],
  ],
  [
    'dates',
    { fails: 'rangeUnderflow', input: 'date', min: '2026-12-01' },
    ['A full date.', 'Allowed: from 1 Dec 2026.'],
  ],
  ['steps', { fails: 'stepMismatch', step: '5' }, ['In steps of 5.']],
  [
    'steps nobody wrote, of a number',
    { fails: 'stepMismatch', input: 'number' },
    ['A number, in figures.', 'In steps of 1.'],
  ],
  ['steps nobody wrote, of days', { fails: 'stepMismatch', input: 'date' }, ['A full date.']],
  ['only the shop knows', { fails: 'custom' }, ['The shop’s form has not accepted this entry yet.']],
  [
    'a type like no other',
    { fails: 'custom', input: 'constructor' },
    ['The shop’s form has not accepted this entry yet.'],
  ],
])('%s', (_, facts, expected) => {
  expect(says(facts)).toEqual(expected);
});

test('in German and Japanese', () => {
  expect(says({ pattern: '\\d{5}' }, 'de')).toEqual(['5 Ziffern, sonst nichts.']);
  expect(says({ pattern: '\\d{7}' }, 'ja')).toEqual(['数字のみ、7桁で入力してください。']);
});
