import { expect, test } from 'vitest';
import { readTraits as readFor, WHOSE } from '../../src/core/readTraits';

const readTraits = (traits: Record<string, unknown>) => readFor(traits, 'ada');

test('words, numbers and truths are tags, by kebab-case names', () => {
  const traits = { segment: 'vip', valueTier: 3, is_member: true, 'last order': '2026-11-01' };
  expect(readTraits(traits).tags).toEqual({
    segment: 'vip',
    'value-tier': '3',
    'is-member': 'true',
    'last-order': '2026-11-01',
  });
});

test('what is no word, or nobody’s condition, is no tag', () => {
  const traits = {
    email: 'a@b.example',
    phone: '+49 1',
    address: { city: 'x' },
    list: [1],
    none: null,
    '': 'x',
    Ü: 'x',
  };
  expect(readTraits(traits)).toEqual({ tags: {}, preferences: {}, capped: [] });
});

test('text is cleaned and cut', () => {
  const { tags } = readTraits({ note: `a\u202eb\u0000${'x'.repeat(500)}` });
  expect(tags.note).not.toContain('\u202e');
  expect(tags.note).not.toContain('\u0000');
  expect(tags.note?.length).toBeLessThanOrEqual(200);
});

test('answers that can be answers, and campaigns held back', () => {
  const preferences = { size: 'M', budget: 50, style: ['modern'], Bad: 'x', constructor: 'x', odd: { a: 1 } };
  expect(readTraits({ preferences, capped: ['limited-points', 7] })).toEqual({
    tags: {},
    preferences: { size: 'M', budget: 50, style: ['modern'] },
    capped: ['limited-points', '7'],
  });
  expect(readTraits({ preferences: 'size=M', capped: 'all' })).toMatchObject({ preferences: {}, capped: [] });
});

test('of another visitor nothing is known', () => {
  const traits = { segment: 'vip', capped: ['trust'], preferences: { size: 'M' }, [WHOSE]: 'ada' };
  expect(readFor(traits, 'ada').tags).toEqual({ segment: 'vip' });
  expect(readFor(traits, 'bob')).toEqual({ tags: {}, preferences: {}, capped: [] });
});
