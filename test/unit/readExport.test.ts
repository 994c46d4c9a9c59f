import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExport } from '../../src/core/readExport';
import type { Preference } from '../../src/types';
import { DAY, NOW } from './given';

const said = (over: Partial<Preference> = {}): Preference => ({
  key: 'size',
  value: '42',
  question: 'Which size?',
  wording: 'Size 42',
  benefit: 'We show what fits.',
  locale: 'en',
  purpose: 'suggest-size',
  givenAt: NOW - DAY,
  expiresAt: NOW + 100 * DAY,
  consent: 'granted',
  sharedWith: [],
  history: [],
  ...over,
});
const read = (all: unknown) => readExport(JSON.stringify(all), NOW);

test('what was exported is read again', () => {
  const size = said();
  const style = said({ key: 'style', value: ['classic', 'modern'], history: [{ value: ['sporty'], givenAt: 7 }] });
  const text = JSON.stringify([size, style], null, 2);
  expect(readExport(text, NOW)).toEqual({ preferences: { size, style }, refused: [] });
  expect(read([])).toEqual({ preferences: {}, refused: [] });
});

test('one bad answer does not cost the others', () => {
  const { preferences, refused } = read([{ ...said(), key: 'A' }, said({ key: 'budget', value: 50 }), null]);
  expect(Object.keys(preferences)).toEqual(['budget']);
  expect(refused).toEqual(['[0].key: "A", expected a kebab-case name', '[2]: null, expected an answer']);
});

test('a key that is there twice counts once', () => {
  const { preferences, refused } = read([said(), said({ value: '43' })]);
  expect(preferences).toEqual({ size: said() });
  expect(refused).toEqual(['[1].key: "size", expected each key once']);
});

test('a key that every object has is there once, too', () => {
  const one = said({ key: 'toString' });
  expect(read([one])).toEqual({ preferences: { toString: one }, refused: [] });
});

describe('a file is refused', () => {
  test.each([
    ['', 'file: "", expected JSON as it was exported here'],
    ['[{', 'file: "[{", expected JSON as it was exported here'],
    ['{"size":{}}', 'file: an object, expected a list of answers'],
    ['null', 'file: null, expected a list of answers'],
    [`[${' '.repeat(200_000)}]`, 'file: 200002, expected at most 200000 characters'],
  ])('%.20s: %s', (text, reason) => {
    expect(readExport(text, NOW)).toEqual({ preferences: {}, refused: [reason] });
  });

  test('from its 201st answer on', () => {
    const many = Array.from({ length: 201 }, (_, at) => said({ key: `key-${at}` }));
    const { preferences, refused } = read(many);
    expect(Object.keys(preferences)).toHaveLength(200);
    expect(refused).toEqual(['file: 201, expected at most 200 answers; the others are left out']);
  });
});

test('no file changes what all objects are', () => {
  const text = `[{"key":"__proto__","value":"x"},{"__proto__":{"polluted":1},"key":"constructor"}]`;
  expect(Object.keys(readExport(text, NOW).preferences)).toEqual([]);
  expect({}).not.toHaveProperty('polluted');
});

test('whatever comes is read or refused, never thrown; what is read is read again, as it is', () => {
  const field = fc.constantFrom(...(Object.keys(said()) as (keyof Preference)[]));
  const broken = fc
    .array(fc.tuple(field, fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constantFrom(NOW, NOW + DAY))), {
      maxLength: 2,
    })
    .map((changes) => ({ ...said(), ...Object.fromEntries(changes) }));
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(fc.oneof(broken, fc.jsonValue())).map((all) => JSON.stringify(all)),
  );
  fc.assert(
    fc.property(text, (given) => {
      const { preferences, refused } = readExport(given, NOW);
      for (const reason of refused) expect(reason).toMatch(/^(file|\[\d+\]).*: .*, expected ./su);
      expect(read(Object.values(preferences))).toEqual({ preferences, refused: [] });
    }),
    { numRuns: 1000 },
  );
});
