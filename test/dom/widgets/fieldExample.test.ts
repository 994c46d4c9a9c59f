import { describe, expect, test } from 'vitest';
import type { Field } from '../../../src/types';
import { examplePattern } from '../../../widgets/examplePattern';
import { fieldExample } from '../../../widgets/fieldExample';

const field = (facts: Partial<Field>): Field => ({ key: 'x', fails: 'patternMismatch', input: 'text', ...facts });

describe('an example the field itself would take', () => {
  test.each<[string, Partial<Field>, string | null]>([
    ['the placeholder, if it is one', { pattern: '\\d{5}', placeholder: '10115' }, '10115'],
    ['not a placeholder that breaks the pattern', { pattern: '\\d{5}', placeholder: 'ZIP' }, '12345'],
    ['not a placeholder in words', { placeholder: 'Your postal code' }, null],
    ['figures in a placeholder', { placeholder: '030 123456' }, '030 123456'],
    ['not a placeholder that is too long', { placeholder: '030 123456', maxLength: 5 }, null],
    ['mail', { input: 'email' }, 'name@example.com'],
    ['mail by token', { autocomplete: 'email' }, 'name@example.com'],
    ['mail of one company only', { input: 'email', pattern: '.+@acme\\.example' }, 'ABC@acme.example'],
    ['not a placeholder that is no mail', { input: 'email', placeholder: 'Email' }, 'name@example.com'],
    ['web address', { input: 'url' }, 'https://example.com'],
    ['phone', { input: 'tel', fails: 'valueMissing' }, '+44 20 7946 0958'],
    ['phone, national', { input: 'tel', pattern: '0\\d{9,10}' }, '02079460958'],
    ['phone that only the shop can judge', { input: 'tel', fails: 'custom' }, null],
    ['postal code, American', { autocomplete: 'postal-code', pattern: '\\d{5}(-\\d{4})?' }, '12345'],
    ['postal code, Japanese', { autocomplete: 'postal-code', pattern: '\\d{3}-\\d{4}' }, '123-4567'],
    [
      'postal code, British',
      { autocomplete: 'postal-code', pattern: '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}' },
      'SW1A 1AA',
    ],
    ['postal code of an unknown country', { autocomplete: 'postal-code' }, null],
    ['card expiry', { autocomplete: 'cc-exp', pattern: '\\d\\d/\\d\\d' }, '12/34'],
    ['birthday as the pattern wants it', { autocomplete: 'bday', pattern: '\\d{2}\\.\\d{2}\\.\\d{4}' }, '17.05.1990'],
    ['date after the earliest', { input: 'date', min: '2035-02-03' }, '2035-02-03'],
    ['date before the latest', { input: 'date', max: '2030-01-31' }, '2030-01-31'],
    ['date', { input: 'date' }, '2034-12-31'],
    ['number in its range', { input: 'number', min: '3', max: '9' }, '3'],
    ['number, in steps', { input: 'number', max: '10', step: '5' }, '10'],
    ['number, out of step', { input: 'number', max: '7', step: '5' }, null],
    ['number', { input: 'number' }, '1'],
    ['time', { input: 'time' }, '09:30'],
    ['pattern of digits', { pattern: '[1-9]\\d{3}' }, '1234'],
    ['pattern with anchors', { pattern: '^[0-9]{6}$' }, '123456'],
    ['pattern with a group', { pattern: '(?:\\d{4} ){3}\\d{4}' }, '1234 6789 1234 6789'],
    ['pattern with an escape', { pattern: '\\(\\d{3}\\) \\d{4}' }, '(234) 7890'],
    ['pattern with letters', { pattern: 'DE\\d{9}' }, 'DE345678901'],
    ['the first of alternatives', { pattern: 'AT\\d{2}|DE\\d{3}' }, 'AT34'],
    ['as long as it must be', { pattern: '[A-Z]+', minLength: 8 }, 'ABCDEFGH'],
    ['no longer than it may be', { pattern: '[A-Z]+', maxLength: 2 }, 'A'],
    ['never more than it may be', { pattern: '\\d{5}', maxLength: 4 }, null],
    ['a pattern only `u` can read', { pattern: '[\\w.-]+' }, 'ABC'],
    ['a pattern nothing can read', { pattern: '[' }, null],
    ['a pattern with a look-ahead', { pattern: '(?=.*\\d)[a-z\\d]{8}' }, null],
    ['a pattern with a negation', { pattern: '[^<>]+' }, null],
    ['a pattern with a class of its own', { pattern: '\\p{L}+' }, null],
    ['a pattern that explodes', { pattern: '((((a{99}){99}){99}){99}){99}' }, null],
    ['no name made up', { autocomplete: 'given-name', pattern: '[A-Za-z]+' }, null],
    ['no password', { input: 'password', pattern: '.{8,}' }, null],
    ['no card number', { autocomplete: 'cc-number', pattern: '\\d{16}' }, null],
    ['no code', { autocomplete: 'one-time-code', pattern: '\\d{6}' }, null],
    ['keys of every object', { input: 'constructor', autocomplete: 'constructor' }, null],
    ['nothing known', {}, null],
  ])('%s', (_, facts, expected) => {
    expect(fieldExample(field(facts))).toBe(expected);
  });

  test('what it does not understand is null, not a guess', () => {
    for (const pattern of ['a\\b', '(a', 'a)', '[a-z&&[aeiou]]', '\\1', '(?<=a)b'])
      expect(examplePattern(pattern, 3)).toBe(null);
  });
});
