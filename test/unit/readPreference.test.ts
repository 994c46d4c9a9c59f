import { describe, expect, test } from 'vitest';
import { readPreference } from '../../src/core/readPreference';
import type { Preference } from '../../src/types';
import { DAY, NOW } from './given';

const GOOD: Preference = {
  key: 'size',
  value: '42',
  question: 'Which size?',
  wording: 'Size 42',
  benefit: 'We show what fits.',
  locale: 'en-GB',
  purpose: 'suggest-size',
  givenAt: NOW - DAY,
  expiresAt: NOW + 100 * DAY,
  consent: 'answer',
  sharedWith: ['the shop'],
  history: [{ value: '41', givenAt: NOW - 9 * DAY }],
};

const read = (raw: unknown) => {
  const refused: string[] = [];
  const preference = readPreference(raw, '[0]', NOW, (reason) => refused.push(reason));
  return { preference, refused };
};

test('a good one is taken as it is, whatever its value is', () => {
  for (const value of ['42', 42, 0, -1.5, ['a', 'b'], '2026-12-24'])
    expect(read({ ...GOOD, value })).toEqual({ preference: { ...GOOD, value }, refused: [] });
});

test('one of an earlier version promised nothing, and had no history', () => {
  const { benefit, history, sharedWith, ...old } = GOOD;
  expect(read(old)).toEqual({ preference: { ...GOOD, benefit: '', history: [], sharedWith: [] }, refused: [] });
});

test('who was told, and when, comes along', () => {
  const shared = [{ with: 'Klaviyo', at: NOW - 5 }];
  expect(read({ ...GOOD, shared: [{ with: ' Klaviyo\u0000', at: NOW - 5, x: 1 }] }).preference).toEqual({
    ...GOOD,
    shared,
  });
});

test.each([
  ['de_DE', 'de-DE'],
  ['zh_Hans_CN', 'zh-Hans-CN'],
])('a language may be written as systems do: %s', (locale, tag) => {
  expect(read({ ...GOOD, locale }).preference?.locale).toBe(tag);
});

test.each(['shoeSize', 'shoe_size'])('a key may be written as in code: %s', (key) => {
  expect(read({ ...GOOD, key }).preference?.key).toBe(key);
});

test('what nobody knows is dropped', () => {
  const more = JSON.parse(`{ "colour": 1, "__proto__": { "polluted": 1 }, "constructor": 2 }`);
  const { preference } = read({ ...more, ...GOOD, history: [{ value: '41', givenAt: NOW - 9 * DAY, x: 1 }] });
  expect(preference).toEqual(GOOD);
  expect(Object.keys(preference ?? {})).toEqual(Object.keys(GOOD));
  expect(preference).not.toHaveProperty('polluted');
});

test('words are cleaned, and cut where they are too long', () => {
  const { preference } = read({
    ...GOOD,
    question: `${'q'.repeat(299)}😀`,
    wording: ' a\u202eb\u0000 ',
    value: '4\u202e2',
    sharedWith: [' a\nb '],
  });
  expect(preference).toMatchObject({ question: 'q'.repeat(299), wording: 'ab', value: '42', sharedWith: ['a b'] });
});

describe('one that is wrong is left out, with where and why', () => {
  const NAME = 'a kebab-case name';
  const VALUE = 'a word, a number or a list of words, each at most 200 long';
  const TO_COME = 'a time to come, at most 730 days after the answer';
  const TOLD = 'a list of at most 30 names, each with its time';
  test.each<[keyof Preference, unknown, string]>([
    ['shared', 'Klaviyo', TOLD],
    ['shared', ['Klaviyo'], TOLD],
    ['shared', [{ with: 'Klaviyo' }], TOLD],
    ['shared', [{ with: 7, at: NOW }], TOLD],
    ['shared', [{ with: 'Klaviyo', at: NOW + 2 * DAY }], TOLD],
    ['shared', Array.from({ length: 31 }, () => ({ with: 'x', at: NOW })), TOLD],
    ['key', 'My size', NAME],
    ['key', '__proto__', NAME],
    ['key', 'constructor', NAME],
    ['key', undefined, NAME],
    ['value', undefined, VALUE],
    ['value', null, VALUE],
    ['value', '', VALUE],
    ['value', ' ', VALUE],
    ['value', true, VALUE],
    ['value', Number.NaN, VALUE],
    ['value', [], VALUE],
    ['value', [1], VALUE],
    ['value', Array(31).fill('a'), VALUE],
    ['value', {}, VALUE],
    ['question', undefined, 'text'],
    ['question', 7, 'text'],
    ['wording', '', 'text'],
    ['benefit', 7, 'text'],
    ['locale', 'english please', 'a language such as de-AT'],
    ['locale', undefined, 'a language such as de-AT'],
    ['purpose', 'to sell it', NAME],
    ['givenAt', '2026', 'a time that has been'],
    ['givenAt', 0, 'a time that has been'],
    ['givenAt', NOW + 2 * DAY, 'a time that has been'],
    ['expiresAt', undefined, TO_COME],
    ['expiresAt', NOW, TO_COME],
    ['expiresAt', NOW + 730 * DAY, TO_COME],
    ['consent', 'denied', 'answer or granted'],
    ['sharedWith', 'everybody', 'a list of at most 30 names'],
    ['sharedWith', [1], 'a list of at most 30 names'],
    ['history', {}, 'a list'],
  ])('%s: %j', (field, value, expected) => {
    const { preference, refused } = read({ ...GOOD, [field]: value });
    expect(preference).toBeUndefined();
    expect(refused).toEqual([expect.stringMatching(new RegExp(`^\\[0\\]\\.${field}: .+, expected ${expected}$`))]);
  });

  test('a value that is too long is not cut: half an answer is another answer', () => {
    expect(read({ ...GOOD, value: 'a'.repeat(201) }).refused).toEqual([
      `[0].value: "${'a'.repeat(39)}…", expected ${VALUE}`,
    ]);
  });

  test.each([null, 1, 'size', []])('%j', (raw) => {
    expect(read(raw)).toEqual({ preference: undefined, refused: [expect.stringContaining('expected an answer')] });
  });
});

test('clocks may differ by a day', () => {
  expect(read({ ...GOOD, givenAt: NOW + DAY }).refused).toEqual([]);
});

test('of the history, what is wrong is left out and the rest is kept, ten at most', () => {
  const past = Array.from({ length: 12 }, (_, at) => ({ value: at, givenAt: NOW - (50 - at) * DAY }));
  expect(read({ ...GOOD, history: past }).preference?.history).toEqual(past.slice(2));
  const bad = [past[0], null, { value: {}, givenAt: NOW }, { value: 'a', givenAt: NOW + 9 * DAY }, past[1]];
  const { preference, refused } = read({ ...GOOD, history: bad });
  expect(preference?.history).toEqual([past[0], past[1]]);
  expect(refused).toEqual([
    '[0].history[1]: null, expected an earlier answer with its time',
    '[0].history[2]: an object, expected an earlier answer with its time',
    '[0].history[3]: an object, expected an earlier answer with its time',
  ]);
});
