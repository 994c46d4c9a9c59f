import { describe, expect, test } from 'vitest';
import { own } from '../../../src/core/own';
import { questions } from '../../../src/core/questions';
import type { QuestionWords } from '../../../src/types';
import { loadWords } from '../../../widgets/copy/loadWords';
import { fill, say } from '../../../widgets/fill';
import { copies } from './copies';

const flat = (copy: object, path = ''): [string, string][] =>
  Object.entries(copy).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
const english = flat(copies.en);
const facts = (template: string) => (template.match(/\{\w+\}/g) ?? []).sort();

describe.each(Object.entries(copies))('%s', (name, copy) => {
  test('says all that English says, with the same facts', () => {
    const said = (all: [string, string][]) => Object.fromEntries(all.map(([key, value]) => [key, facts(value)]));
    expect(said(flat(copy))).toEqual(said(english));
  });

  test('is calm: no shouting, no hurry, nothing empty', () => {
    for (const [key, value] of flat(copy)) {
      expect(value, key).not.toMatch(/[!！]/);
      expect(value, key).not.toMatch(/hurry|last chance|don.t miss|schnell|nur noch|お早め|今すぐ/i);
      expect(value.trim(), key).not.toBe('');
    }
  });

  test('is not left in English', () => {
    const same = flat(copy).filter(([key, value]) => english.some(([k, v]) => k === key && v === value));
    const mayBeSame = [
      'dash',
      'comma',
      'fields.name',
      'questions.style.options.modern',
      'questions.style.options.elegant',
    ];
    expect(same.map(([key]) => key).filter((key) => !mayBeSame.includes(key))).toEqual(
      name === 'en' ? expect.anything() : [],
    );
  });
});

describe('the ready questions', () => {
  const said: Readonly<Record<string, QuestionWords>> = copies.en.questions;

  test.each(Object.values(questions))(
    '$key: asked, promised and every option named',
    ({ key, options = [], purpose }) => {
      const { ask, benefit, options: labels = {} } = own(said, key) ?? { ask: '' };
      expect(ask).not.toBe('');
      expect(benefit).toMatch(/^So that/);
      for (const { value } of options) expect(own({ ...copies.en.options, ...labels }, value), value).toBeTruthy();
      expect(own<string>(copies.en.purposes, purpose), purpose).toBeTruthy();
    },
  );

  test('no words for questions that are not there', () => {
    expect(Object.keys(said).sort()).toEqual(Object.keys(questions).sort());
  });
});

describe('the locale', () => {
  test.each([
    [['de-CH', 'en'], 'de-CH'],
    [['fr-FR', 'ja', 'en'], 'ja'],
    [['en_US.UTF-8'], 'en-US'],
    [['english', 'x', ''], 'en'],
    [['zh-Hant-TW'], 'en'],
    [['DE-at'], 'DE-at'],
    [[], 'en'],
  ])('%j → %s', async (locales, expected) => {
    const { locale, copy } = await loadWords(locales);
    expect(locale).toBe(expected);
    expect(copies[expected.slice(0, 2).toLowerCase() as keyof typeof copies]).toMatchObject(copy);
    expect(copy.prefsTitle).toBeUndefined();
    const asking = await loadWords(locales, true);
    expect(asking.locale).toBe(expected);
    expect({ ...copies.en, ...asking.copy }.prefsTitle).toBe(
      copies[expected.slice(0, 2).toLowerCase() as keyof typeof copies].prefsTitle,
    );
    expect(() => new Intl.DateTimeFormat(locale)).not.toThrow();
  });
});

test('a fact is put in whole, even one that looks like a template', () => {
  expect(say('A {x} b {y}.', { x: '{y}', y: 1 })).toBe('A {y} b 1.');
  expect(fill('{x}', { x: '<b>' })).toContain('<b>');
});
