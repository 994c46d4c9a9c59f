import { expect, test } from 'vitest';
import type { Refusal } from '../../../src/types';
import { describeField } from '../../../widgets/describeField';

const refusal: Refusal = { key: 'zip', fails: 'patternMismatch' };
const describe = (html: string) => {
  document.body.innerHTML = html;
  return describeField(refusal, document.querySelector('#it') ?? undefined);
};

test('says what the markup says, and leaves out what it does not', () => {
  expect(
    describe(
      '<label for="it"> Postal\n code * </label><input id="it" name="zip" autocomplete="shipping postal-code" pattern="\\d{5}" title="Five digits" placeholder="10115" maxlength="5">',
    ),
  ).toEqual({
    key: 'zip',
    fails: 'patternMismatch',
    input: 'text',
    label: 'Postal code',
    autocomplete: 'postal-code',
    pattern: '\\d{5}',
    hint: 'Five digits',
    placeholder: '10115',
    maxLength: 5,
  });
});

test('never what was typed, not even in a label around it', () => {
  const found = describe('<label>Notes <textarea id="it">canary</textarea><output>canary</output></label>');
  expect(found.label).toBe('Notes');
  expect(JSON.stringify(found)).not.toContain('canary');
});

test('a name for screen readers will do, and no element at all too', () => {
  expect(describe('<input id="it" aria-label="Postal code">').label).toBe('Postal code');
  expect(describeField(refusal, undefined)).toEqual({ ...refusal, input: 'text' });
});
