import { expect, test } from 'vitest';
import { recognise } from '../../src/core/recognise';
import { replay } from '../../src/core/replay';
import { aVisit, NOW, RULES } from './given';

const PERSON = 'a'.repeat(64);

test('who is signed in is told, and nothing else changes', () => {
  const before = aVisit();
  const { visit, records } = recognise(before, { type: 'identity', at: NOW, person: PERSON });
  expect(records).toEqual([expect.objectContaining({ type: 'identity', person: PERSON, visitor: before.visitor })]);
  expect({ ...visit, at: before.at, told: before.told }).toEqual(before);
});

test('a tape tells it again', () => {
  const signals = [
    { type: 'identity', at: NOW, person: PERSON },
    { type: 'identity', at: NOW + 1, person: null },
  ] as const;
  const { records } = replay({ v: 1, rules: RULES, start: aVisit(), signals });
  expect(records.map((record) => record.type === 'identity' && record.person)).toEqual([PERSON, null]);
});
