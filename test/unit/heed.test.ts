import { describe, expect, test } from 'vitest';
import { heed } from '../../src/core/heed';
import type { AnswerValue, Visit } from '../../src/types';
import { aVisit, NOW } from './given';

const say = (key: string, value: AnswerValue | null, over: Partial<Visit> = {}, invites?: true) =>
  heed(aVisit(over), { type: 'preference', at: NOW + 1000, key, value, question: 'Q?', purpose: 'p', invites });

describe('an answer', () => {
  test('is told and noted, and is a chance', () => {
    const { visit, records } = say('priority', 'price');
    expect(visit).toMatchObject({ at: NOW + 1000, preferences: { priority: 'price' }, chance: {} });
    expect(records).toMatchObject([
      { type: 'preference', key: 'priority', value: 'price', question: 'Q?', purpose: 'p' },
    ]);
    expect(records[0]).not.toHaveProperty('invites');
  });

  test('to what was asked is an invitation; one the shop has set, or the shopper has looked after, is none', () => {
    expect(say('priority', 'price', {}, true).visit.chance).toEqual({ invited: true });
    expect(say('priority', 'price').visit.chance?.invited).toBeUndefined();
  });

  test('does not take back an invitation that stands', () => {
    expect(say('size', 'M', { chance: { invited: true } }).visit.chance).toEqual({ invited: true });
  });

  test('after the end of the visit is noted, and no chance', () => {
    const { visit } = say('priority', 'price', { ended: 'converted' }, true);
    expect(visit).toMatchObject({ preferences: { priority: 'price' }, chance: null });
  });

  test('null forgets it, and invites nothing', () => {
    const { visit, records } = say('a', null, { preferences: { a: '1', b: '2' } }, true);
    expect(visit).toMatchObject({ preferences: { b: '2' }, chance: null });
    expect(visit.preferences).toEqual({ b: '2' });
    expect(records).toMatchObject([{ type: 'preference', key: 'a', value: null }]);
  });

  test.each(['constructor', '__proto__', 'toString'])('may have the key %s', (key) => {
    const { visit } = say(key, 'x');
    expect(Object.entries(visit.preferences)).toEqual([[key, 'x']]);
    expect(Object.entries(say(key, null, visit).visit.preferences)).toEqual([]);
  });
});
