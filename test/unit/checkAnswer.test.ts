import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswer } from '../../src/core/checkAnswer';
import { questions } from '../../src/core/questions';
import type { Question, QuestionKind } from '../../src/types';

const TODAY = '2026-11-23';
const EN = { locale: 'en', today: TODAY, currency: 'EUR' };
const DE = { ...EN, locale: 'de' };

const a = (kind: QuestionKind, more: Partial<Question> = {}): Question => ({
  key: 'mine',
  kind,
  purpose: 'p',
  keepDays: 30,
  ...more,
});
const ONE = a('one', { options: [{ value: 'gift' }, { value: 'myself' }] });
const SEVERAL = a('several', { options: [{ value: 'classic' }, { value: 'modern' }, { value: 'sporty' }] });
const SCALE = a('scale', { min: 1, max: 5 });
const BUDGET = questions.budget as Question;
const LENGTH = a('number', { unit: 'centimeter', min: 10, max: 250 });
const DATE = a('date');
const SIZE = a('size');

describe('an answer is kept in one form', () => {
  test.each<[string, Question, unknown, unknown]>([
    ['one', ONE, 'gift', 'gift'],
    ['one', ONE, ' gift\u202e ', 'gift'],
    ['one', a('one', { options: [{ value: '10' }, { value: '20' }] }), 10, '10'],
    ['several', SEVERAL, ['sporty', 'classic', 'sporty'], ['classic', 'sporty']],
    ['several', SEVERAL, ['modern ', ''], ['modern']],
    ['several', SEVERAL, 'modern', ['modern']],
    ['scale', SCALE, 1, 1],
    ['scale', SCALE, 5, 5],
    ['scale', SCALE, '4', 4],
    ['number', BUDGET, '1,234.50', 1234.5],
    ['number', BUDGET, '€ 50', 50],
    ['number', BUDGET, 0.5, 0.5],
    ['number', LENGTH, '180 cm', 180],
    ['number', a('number'), -0, 0],
    ['date', DATE, '12/24/2026', '2026-12-24'],
    ['date', DATE, TODAY, TODAY],
    ['size', SIZE, ' xxl ', '2XL'],
    ['size', SIZE, 42.5, '42.5'],
  ])('%s: %o, %j → %j', (_, question, raw, value) => {
    expect(checkAnswer(question, raw, EN)).toEqual({ value });
  });

  test('in the language and the money of the shopper', () => {
    expect(checkAnswer(BUDGET, '1.234,50 €', DE)).toEqual({ value: 1234.5 });
    expect(checkAnswer(BUDGET, '1.234', DE)).toEqual({ value: 1234 });
    expect(checkAnswer(BUDGET, '1.234', EN)).toEqual({ value: 1.234 });
    expect(checkAnswer(BUDGET, '$50', { ...EN, currency: undefined })).toEqual({ value: 50 });
    expect(checkAnswer(a('number', { unit: 'USD' }), '$50', EN)).toEqual({ value: 50 });
    expect(checkAnswer(DATE, '3/4/2027', { ...EN, locale: 'en-GB' })).toEqual({ value: '2027-04-03' });
  });

  test('in a language that is none, as in English', () => {
    const broken = { ...EN, locale: 'en-a_b' };
    expect(checkAnswer(BUDGET, '1,234.50', broken)).toEqual({ value: 1234.5 });
    expect(checkAnswer(DATE, '12/24/2026', broken)).toEqual({ value: '2026-12-24' });
  });
});

describe('what is no answer is refused, and it is said why', () => {
  test.each<[string, Question, unknown]>([
    ['unknown-option', ONE, 'present'],
    ['unknown-option', ONE, ['gift']],
    ['unknown-option', ONE, { value: 'gift' }],
    ['unknown-option', ONE, 'constructor'],
    ['unknown-option', a('one'), 'gift'],
    ['unknown-option', SEVERAL, ['classic', 'punk']],
    ['unknown-option', SEVERAL, [['classic']]],
    ['unknown-option', SEVERAL, [1]],
    ['not-a-number', SCALE, 3.5],
    ['not-a-number', SCALE, 'three'],
    ['not-a-number', BUDGET, Number.NaN],
    ['not-a-number', BUDGET, '$50'],
    ['not-a-number', BUDGET, true],
    ['not-a-number', BUDGET, {}],
    ['too-low', SCALE, 0],
    ['too-low', BUDGET, 0],
    ['too-low', BUDGET, '-5'],
    ['too-low', LENGTH, '9.9 cm'],
    ['too-high', SCALE, '6'],
    ['too-high', LENGTH, 251],
    ['too-high', BUDGET, 2e12],
    ['too-high', BUDGET, Number.POSITIVE_INFINITY],
    ['not-a-date', DATE, 'tomorrow'],
    ['not-a-date', DATE, '31.2.2027'],
    ['not-a-date', DATE, 20261224],
    ['not-a-date', DATE, new Date()],
    ['past', DATE, '2026-11-22'],
    ['past', DATE, '12/24/2025'],
    ['not-a-size', SIZE, 'as large as it gets'],
    ['not-a-size', SIZE, ['42']],
    ['too-long', SIZE, 'XL-42-XL-42-XL-42-XL-42-XL'],
    ['too-long', SIZE, '4'.repeat(201)],
    ['too-long', BUDGET, '4'.repeat(201)],
  ])('%s: %o, %j', (wrong, question, raw) => {
    expect(checkAnswer(question, raw, EN)).toEqual({ wrong });
  });

  test.each([ONE, SCALE, BUDGET, DATE, SIZE, SEVERAL])('empty: $kind', (question) => {
    for (const raw of [undefined, null, '', '  ', '\u202e\u0000'])
      expect(checkAnswer(question, raw, EN)).toEqual({ wrong: 'empty' });
  });

  test('empty: several, of which none is chosen', () => {
    expect(checkAnswer(SEVERAL, [], EN)).toEqual({ wrong: 'empty' });
    expect(checkAnswer(SEVERAL, ['', null], EN)).toEqual({ wrong: 'empty' });
  });
});

describe('whatever comes', () => {
  const anyQuestion = fc.constantFrom(...Object.values(questions), ONE, SEVERAL, SCALE, LENGTH, DATE, SIZE);
  const typed = fc
    .array(fc.constantFrom(...'1 2 4 12 24 2026 . , / - € $ EUR XL ½ \u202f \u200f ٤ ４ gift modern'.split(' ')), {
      maxLength: 9,
    })
    .map((all) => all.join(''));
  const anything = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.double(), typed, fc.array(typed));
  const locale = fc.constantFrom('en', 'de', 'fr', 'ar-EG', 'fa', 'ja', 'hu', 'xx', 'en-a_b', '');

  test('it is taken or refused, never thrown; what is taken is taken again, as it is, in any language', () => {
    fc.assert(
      fc.property(anyQuestion, anything, locale, (question, raw, from) => {
        const checked = checkAnswer(question, raw, { ...EN, locale: from });
        if ('wrong' in checked) return;
        const { min = -1e12, max = 1e12, kind } = question;
        expect(checkAnswer(question, checked.value, DE)).toEqual(checked);
        if (typeof checked.value === 'number') expect(checked.value >= min && checked.value <= max).toBe(true);
        if (kind === 'date') expect(checked.value >= TODAY).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
