import { expect, test } from 'vitest';
import { campaigns } from '../../src/core/campaigns';

test('names are kebab-case and stand once', () => {
  const ids = campaigns.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('exactly one answers when nobody knows why, and it asks', () => {
  expect(campaigns.filter(({ intent }) => intent === null)).toEqual([
    { id: 'question', popup: 'question', intent: null, question: 'priority' },
  ]);
});
