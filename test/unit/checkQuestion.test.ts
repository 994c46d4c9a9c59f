import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswer } from '../../src/core/checkAnswer';
import { checkQuestion } from '../../src/core/checkQuestion';
import { questions } from '../../src/core/questions';
import type { Question } from '../../src/types';

const KEYS = [...Object.keys(questions), 'room', 'comfort', 'length'];
const WORDS = {
  en: { ask: 'Which room is it for?', options: { bath: 'Bathroom' } },
  'de-AT': { ask: 'Für welchen Raum?' },
};

const ROOM: Question = {
  key: 'room',
  kind: 'one',
  options: [
    { value: 'bath', picture: '/img/bath.webp' },
    { value: 'hall', picture: 'https://cdn.shop.example/h.png' },
    { value: '2nd' },
  ],
  purpose: 'personalise-products',
  keepDays: 90,
  sharedWith: ['the planning desk'],
  next: { bath: 'length', '*': 'style' },
  words: WORDS,
};
const COMFORT: Question = {
  key: 'comfort',
  kind: 'scale',
  min: 1,
  max: 5,
  purpose: 'suggest-size',
  keepDays: 1,
  next: { 5: 'room' },
  words: { en: { ask: 'How close should it fit?', benefit: 'For your size.', least: 'Loose', most: 'Tight' } },
};
const LENGTH: Question = {
  key: 'length',
  kind: 'number',
  min: 0,
  max: 300.5,
  unit: 'centimeter',
  purpose: 'suggest-size',
  keepDays: 730,
  words: { en: { ask: 'How long?' } },
};

const flawsOf = (raw: unknown) => {
  const checked = checkQuestion(raw, KEYS);
  return 'flaws' in checked ? checked.flaws : [];
};

describe('a good question is taken as it is', () => {
  test.each([
    ROOM,
    { ...ROOM, kind: 'several' },
    { ...ROOM, colour: 'red' },
    COMFORT,
    LENGTH,
    { ...LENGTH, min: undefined, max: undefined, unit: 'EUR' },
    { ...LENGTH, unit: 'kilometer-per-hour' },
    { key: 'room', kind: 'date', purpose: 'p', keepDays: 1, words: { en: { ask: 'When?' } } },
    { key: 'room', kind: 'size', purpose: 'p', keepDays: 1, words: { 'zh-Hant-TW': { ask: 'Size?' } } },
    // In the place of a ready one, by whose words it is asked.
    { ...questions.priority, options: [{ value: 'price' }, { value: 'fit' }], next: undefined },
    // In a circle, which does no harm.
    { ...ROOM, next: { '*': 'comfort' } },
  ])('%o', (raw) => {
    expect(checkQuestion(raw, KEYS)).toEqual({ question: raw });
  });
});

describe('a question is refused, with all that is wrong with it', () => {
  const NAME = 'a kebab-case name';
  const NONE = 'none with this kind';
  const PICTURE = 'an address that begins with https:// or /';
  const TEXT = 'text of at most 200 characters';
  const many = Array.from({ length: 31 }, (_, at) => ({ value: `v${at}` }));
  const option = (more: object) => ({
    options: [{ value: 'bath', ...more }, { value: 'hall' }],
    words: undefined,
    next: undefined,
  });
  test.each<[Question, object, string]>([
    [ROOM, { key: 'My room' }, `key: "My room", expected ${NAME}`],
    [ROOM, { key: 'constructor' }, `key: "constructor", expected ${NAME}`],
    [ROOM, { key: Symbol('room') }, `key: a symbol, expected ${NAME}`],
    [ROOM, { purpose: undefined }, `purpose: undefined, expected ${NAME}`],
    [COMFORT, { kind: 'text' }, 'kind: "text", expected one of one, several, scale, number, date, size'],
    [ROOM, { keepDays: 0 }, 'keepDays: 0, expected whole days, 1 to 730'],
    [ROOM, { keepDays: 731 }, 'keepDays: 731, expected whole days, 1 to 730'],
    [ROOM, { keepDays: 1.5 }, 'keepDays: 1.5, expected whole days, 1 to 730'],
    [ROOM, { keepDays: '90' }, 'keepDays: "90", expected whole days, 1 to 730'],
    [ROOM, { options: undefined }, 'options: undefined, expected a list of 2 to 30'],
    [ROOM, { options: [{ value: 'bath' }] }, 'options: a list of 1, expected a list of 2 to 30'],
    [ROOM, { options: many }, 'options: a list of 31, expected a list of 2 to 30'],
    [ROOM, { options: ['bath', 'hall'] }, 'options[0]: "bath", expected an object with a value'],
    [ROOM, option({ value: 'Bath room' }), `options[0].value: "Bath room", expected ${NAME}`],
    [ROOM, option({ value: 'hall' }), 'options[1].value: "hall", expected each value once'],
    [
      ROOM,
      option({ picture: 'http://a.example/b.png' }),
      `options[0].picture: "http://a.example/b.png", expected ${PICTURE}`,
    ],
    [
      ROOM,
      option({ picture: '//evil.example/b.png' }),
      `options[0].picture: "//evil.example/b.png", expected ${PICTURE}`,
    ],
    [ROOM, option({ picture: '/\\evil.example' }), `options[0].picture: "/\\\\evil.example", expected ${PICTURE}`],
    [
      ROOM,
      option({ picture: 'javascript:alert(1)' }),
      `options[0].picture: "javascript:alert(1)", expected ${PICTURE}`,
    ],
    [
      ROOM,
      option({ picture: '/a.png" onload="x' }),
      `options[0].picture: "/a.png\\" onload=\\"x", expected ${PICTURE}`,
    ],
    [ROOM, option({ picture: null }), `options[0].picture: null, expected ${PICTURE}`],
    [COMFORT, { options: [] }, `options: a list of 0, expected ${NONE}`],
    [COMFORT, { min: undefined }, 'min: undefined, expected a whole number'],
    [COMFORT, { max: 4.5 }, 'max: 4.5, expected a whole number'],
    [COMFORT, { max: 1 }, 'max: 1, expected more than min, 1'],
    [COMFORT, { max: 12 }, 'max: 12, expected at most 10 more than min, 1'],
    [LENGTH, { min: '0' }, 'min: "0", expected a number of at most 1000000000000'],
    [LENGTH, { max: 1e13 }, 'max: 10000000000000, expected a number of at most 1000000000000'],
    [LENGTH, { min: Number.NaN }, 'min: NaN, expected a number of at most 1000000000000'],
    [LENGTH, { min: 400 }, 'max: 300.5, expected more than min, 400'],
    [ROOM, { min: 1 }, `min: 1, expected ${NONE}`],
    [LENGTH, { unit: 'cm²' }, 'unit: "cm²", expected a currency such as EUR or a unit such as centimeter'],
    [LENGTH, { unit: 'Euro' }, 'unit: "Euro", expected a currency such as EUR or a unit such as centimeter'],
    [COMFORT, { unit: 'EUR' }, `unit: "EUR", expected ${NONE}`],
    [ROOM, { sharedWith: 'all' }, 'sharedWith: "all", expected a list of 0 to 20'],
    [ROOM, { sharedWith: ['a', 7] }, `sharedWith[1]: 7, expected ${TEXT}`],
    [ROOM, { next: 'style' }, 'next: "style", expected an object'],
    [ROOM, { next: { bath: 'nowhere' } }, 'next.bath: "nowhere", expected the key of another question'],
    [ROOM, { next: { bath: 'room' } }, 'next.bath: "room", expected the key of another question'],
    [ROOM, { next: { garden: 'style' } }, 'next.garden: "garden", expected a value of options, or *'],
    [ROOM, { words: undefined }, 'words: undefined, expected an object'],
    [ROOM, { words: {} }, 'words: an object, expected one language at least'],
    [ROOM, { words: { 'en us': { ask: 'a' } } }, 'words.en us: "en us", expected a language such as de-AT'],
    [ROOM, { words: { en: 'Which room?' } }, 'words.en: "Which room?", expected an object'],
    [ROOM, { words: { en: {} } }, `words.en.ask: undefined, expected ${TEXT}`],
    [ROOM, { words: { en: { ask: ' ' } } }, `words.en.ask: " ", expected ${TEXT}`],
    [ROOM, { words: { en: { ask: 'a'.repeat(201) } } }, `words.en.ask: "${'a'.repeat(39)}…", expected ${TEXT}`],
    [ROOM, { words: { en: { ask: 'a', benefit: 7 } } }, `words.en.benefit: 7, expected ${TEXT}`],
    [ROOM, { words: { en: { ask: 'a', least: '' } } }, `words.en.least: "", expected ${TEXT}`],
    [ROOM, { words: { en: { ask: 'a', options: [] } } }, 'words.en.options: a list of 0, expected an object'],
    [ROOM, { words: { en: { ask: 'a', options: { bath: 1 } } } }, `words.en.options.bath: 1, expected ${TEXT}`],
    [
      ROOM,
      { words: { en: { ask: 'a', options: { spa: 'Spa' } } } },
      'words.en.options.spa: "spa", expected a value of options',
    ],
  ])('%#: $key with %o: %s', (question, change, flaw) => {
    expect(flawsOf({ ...question, ...change })).toContain(flaw);
  });

  test('all of it', () => {
    expect(flawsOf({ key: 'a b', kind: 'one', keepDays: 0 })).toEqual([
      `key: "a b", expected ${NAME}`,
      `purpose: undefined, expected ${NAME}`,
      'keepDays: 0, expected whole days, 1 to 730',
      'options: undefined, expected a list of 2 to 30',
      'words: undefined, expected an object',
    ]);
  });

  test.each([null, undefined, 1, 'room', []])('%j is none', (raw) => {
    expect(flawsOf(raw)).toEqual([expect.stringMatching(/^question: .+, expected an object$/)]);
  });

  test('a language that every object has is none', () => {
    const words = JSON.parse('{ "__proto__": { "ask": "a" } }');
    expect(flawsOf({ ...ROOM, words })).toContain('words.__proto__: "__proto__", expected a language such as de-AT');
  });
});

test('whatever comes is taken or refused, never thrown; what is taken can be answered', () => {
  const field = fc.constantFrom(...Object.keys({ ...ROOM, ...COMFORT, ...LENGTH }));
  const change = fc.tuple(field, fc.oneof(fc.anything(), fc.constantFrom<unknown>(...KEYS, 1, 5, 'number', 'date')));
  const broken = fc
    .tuple(fc.constantFrom(ROOM, COMFORT, LENGTH), fc.array(change, { maxLength: 2 }))
    .map(([question, changes]) => ({ ...question, ...Object.fromEntries(changes) }));
  fc.assert(
    fc.property(fc.oneof(fc.anything(), broken), fc.anything(), (raw, answer) => {
      const checked = checkQuestion(raw, KEYS);
      if ('flaws' in checked) {
        expect(checked.flaws.length).toBeGreaterThan(0);
        for (const flaw of checked.flaws) expect(flaw).toMatch(/^.+: .+, expected ./su);
      } else {
        const { options } = checked.question;
        const given = checkAnswer(checked.question, options?.[0]?.value ?? answer, {
          locale: 'en',
          today: '2026-11-23',
        });
        if (options) expect(given).toHaveProperty('value');
      }
    }),
    { numRuns: 1000 },
  );
});
