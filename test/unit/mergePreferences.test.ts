import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergePreferences } from '../../src/core/mergePreferences';
import type { Preference } from '../../src/types';
import { DAY, NOW } from './given';

const said = (over: Partial<Preference> = {}): Preference => ({
  key: 'size',
  value: '42',
  question: 'Which size?',
  wording: '42',
  benefit: '',
  locale: 'en',
  purpose: 'suggest-size',
  givenAt: NOW - DAY,
  expiresAt: NOW + 100 * DAY,
  consent: 'answer',
  sharedWith: [],
  history: [],
  ...over,
});
const kept = (...all: readonly Preference[]) => Object.fromEntries(all.map((one) => [one.key, one]));
const merge = (mine: readonly Preference[], theirs: readonly Preference[], at = NOW) =>
  mergePreferences(kept(...mine), kept(...theirs), at);

test('what only one of them knows is kept as it is', () => {
  const size = said({ sharedWith: ['the shop', 'a partner'] });
  const budget = said({ key: 'budget', value: 50 });
  expect(merge([size], [budget])).toEqual({ size, budget });
});

describe('two answers to one question', () => {
  const old = said({ givenAt: NOW - 9 * DAY, value: '41', wording: 'Size 41', sharedWith: ['b', 'a'] });
  const late = said({ sharedWith: ['c', 'a'] });

  test('the later one holds, with its words and whom they named; the other is in its history', () => {
    const merged = {
      ...late,
      history: [{ value: '41', givenAt: NOW - 9 * DAY }],
    };
    expect(merge([old], [late])).toEqual({ size: merged });
    expect(merge([late], [old])).toEqual({ size: merged });
  });

  test('who was told of either, and when last, in the order of time', () => {
    const first = {
      ...old,
      shared: [
        { with: 'b', at: NOW - 5 },
        { with: 'a', at: NOW - 9 },
      ],
    };
    const second = {
      ...late,
      shared: [
        { with: 'c', at: NOW - 5 },
        { with: 'a', at: NOW - 1 },
      ],
    };
    const shared = [
      { with: 'b', at: NOW - 5 },
      { with: 'c', at: NOW - 5 },
      { with: 'a', at: NOW - 1 },
    ];
    expect(merge([first], [second]).size?.shared).toEqual(shared);
    expect(merge([second], [first]).size?.shared).toEqual(shared);
    expect(merge([first], [late]).size?.shared).toHaveLength(2);
    expect(merge([old], [late]).size).not.toHaveProperty('shared');
  });

  test('given at once: the first holds', () => {
    const other = said({ value: '43' });
    expect(merge([late], [other]).size).toMatchObject({ value: '42', history: [{ value: '43', givenAt: NOW - DAY }] });
    expect(merge([other], [late]).size).toMatchObject({ value: '43', history: [{ value: '42', givenAt: NOW - DAY }] });
  });

  test('the same one twice is one', () => {
    expect(merge([late], [late])).toEqual({ size: late });
  });

  test('histories become one: each once, the latest ten, the latest last', () => {
    const past = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => ({
        value: ['s', `${from + at}`],
        givenAt: NOW - (99 - from - at) * DAY,
      }));
    const { size } = merge([{ ...old, history: past(0, 8) }], [{ ...late, history: past(5, 8) }]);
    expect(size?.history).toEqual([...past(4, 9), { value: '41', givenAt: NOW - 9 * DAY }]);
  });
});

test('what has ended is left out, and does not stand in the way', () => {
  const ended = said({ value: '43', givenAt: NOW - 1, expiresAt: NOW });
  expect(merge([ended], [])).toEqual({});
  expect(merge([ended], [said()])).toEqual({ size: said() });
  expect(merge([said()], [ended])).toEqual({ size: said() });
});

describe('whatever is put together', () => {
  // As they are kept: each once, the latest last.
  const pasts = [1, 2, 3, 4, 5, 6, 7].flatMap((givenAt) => ['40', '41'].map((value) => ({ value, givenAt })));
  const answer = fc.record({
    key: fc.constantFrom('size', 'budget', 'style'),
    value: fc.oneof(fc.constantFrom('42', '43'), fc.integer(), fc.array(fc.constantFrom('a', 'b'))),
    givenAt: fc.integer({ min: 10, max: 15 }),
    expiresAt: fc.integer({ min: 90, max: 120 }),
    sharedWith: fc.subarray(['x', 'y', 'z']),
    history: fc.subarray(pasts, { maxLength: 10 }),
  });
  const record = fc.array(answer.map(said)).map((all) => kept(...all));
  const two = fc.tuple(record, record).filter(([a, b]) => {
    const times = Object.values(a).map(({ key, givenAt }) => b[key]?.givenAt === givenAt);
    return !times.includes(true);
  });
  const AT = 100;

  test('the order does not matter, where times differ', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        expect(mergePreferences(a, b, AT)).toEqual(mergePreferences(b, a, AT));
      }),
    );
  });

  test('doing it once more changes nothing, also where times do not differ', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const once = mergePreferences(a, b, AT);
        expect(mergePreferences(once, once, AT)).toEqual(once);
        expect(mergePreferences(once, b, AT)).toEqual(once);
      }),
    );
  });

  test('nothing newer is lost', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const merged = mergePreferences(a, b, AT);
        const holding = [...Object.values(a), ...Object.values(b)].filter(({ expiresAt }) => expiresAt > AT);
        for (const { key, value, givenAt } of holding) {
          const one = merged[key] as Preference;
          expect(one.givenAt).toBeGreaterThanOrEqual(givenAt);
          const known = [{ value: one.value, givenAt: one.givenAt }, ...one.history];
          // Histories here are older than every answer, so that no answer can be one of those that were cut.
          expect(known).toContainEqual({ value, givenAt });
          expect(one.history.length).toBeLessThanOrEqual(10);
        }
        expect(Object.keys(merged).sort()).toEqual([...new Set(holding.map(({ key }) => key))].sort());
      }),
    );
  });
});
