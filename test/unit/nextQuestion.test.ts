import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextQuestion } from '../../src/core/nextQuestion';
import { questions } from '../../src/core/questions';
import type { AnswerValue, Question } from '../../src/types';

const asking = (nexts: Readonly<Record<string, Question['next']>>): Record<string, Question> =>
  Object.fromEntries(
    Object.entries(nexts).map(([key, next]) => [key, { key, kind: 'size', purpose: 'p', keepDays: 1, next }]),
  );
const next = (
  nexts: Readonly<Record<string, Question['next']>>,
  key: string,
  value: AnswerValue,
  known: Record<string, AnswerValue> = {},
) => nextQuestion(asking(nexts), key, value, known);

test('by the value, else by *, else none', () => {
  const nexts = { a: { yes: 'b', '*': 'c' }, b: undefined, c: {} };
  expect(next(nexts, 'a', 'yes')).toBe('b');
  expect(next(nexts, 'a', 'no')).toBe('c');
  expect(next(nexts, 'b', 'yes')).toBeUndefined();
  expect(next(nexts, 'c', 'yes')).toBeUndefined();
});

test('a number by its digits; of several values the first that leads on', () => {
  expect(next({ a: { 5: 'b' }, b: {} }, 'a', 5)).toBe('b');
  const nexts = { a: { y: 'b', z: 'c', '*': 'd' }, b: {}, c: {}, d: {} };
  expect(next(nexts, 'a', ['x', 'z', 'y'])).toBe('c');
  expect(next(nexts, 'a', ['x'])).toBe('d');
  expect(next(nexts, 'a', [])).toBe('d');
});

describe('what is known is not asked again', () => {
  const nexts = { a: { '*': 'b' }, b: { left: 'c', right: 'd' }, c: { '*': 'd' }, d: {} };

  test('but leads on by its answer', () => {
    expect(next(nexts, 'a', 'x', { b: 'left' })).toBe('c');
    expect(next(nexts, 'a', 'x', { b: 'right' })).toBe('d');
    expect(next(nexts, 'a', 'x', { b: 'left', c: 'y' })).toBe('d');
    expect(next(nexts, 'a', 'x', { b: 'up' })).toBeUndefined();
    expect(next(nexts, 'a', 'x', { b: 'right', d: 'z' })).toBeUndefined();
  });

  test('0 is an answer', () => {
    expect(next({ a: { '*': 'b' }, b: { 0: 'c' }, c: {} }, 'a', 'x', { b: 0 })).toBe('c');
  });
});

test('in a circle nobody is led twice', () => {
  const nexts = { a: { '*': 'b' }, b: { '*': 'c' }, c: { '*': 'a' } };
  expect(next(nexts, 'a', 'x', { b: 'y', c: 'z' })).toBeUndefined();
  expect(next(nexts, 'a', 'x', { b: 'y' })).toBe('c');
  expect(next({ a: { '*': 'a' } }, 'a', 'x')).toBeUndefined();
});

test('a question that is not there ends it, also by a name that every object has', () => {
  expect(next({ a: { '*': 'gone' } }, 'a', 'x')).toBeUndefined();
  expect(next({ a: { x: 'toString' } }, 'a', 'x')).toBeUndefined();
  expect(next({ a: {} }, 'a', 'constructor')).toBeUndefined();
  expect(next({}, 'toString', 'x')).toBeUndefined();
});

test.each([
  ['occasion', 'gift', 'delivery-by'],
  ['hesitation', 'fit', 'size'],
  ['horizon', 'just-looking', undefined],
])('of the ready ones: %s, %s → %s', (key, value, follower) => {
  expect(nextQuestion(questions, key, value, {})).toBe(follower);
});

test('whatever leads where: it ends, with a question that is there and has no answer', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const value = fc.constantFrom('x', 'y', '*');
  fc.assert(
    fc.property(
      fc.dictionary(key, fc.dictionary(value, key)),
      key,
      value,
      fc.dictionary(key, value),
      (nexts, from, answer, known) => {
        const to = next(nexts, from, answer, known);
        if (to === undefined) return;
        expect(Object.keys(nexts)).toContain(to);
        expect(known).not.toHaveProperty(to);
        expect(to).not.toBe(from);
      },
    ),
    { numRuns: 500 },
  );
});
