import { expect, test } from 'vitest';
import { draftOf } from '../../src/core/draft';
import { aVisit, NOW } from './given';

const READY = { version: '1' };

test('records carry visitor, visit, page and time, and are numbered within the view', () => {
  const { tell, records } = draftOf(aVisit({ told: 4 }), { type: 'tick', at: NOW + 5 });
  tell('ready', READY);
  tell('ready', READY);
  expect(records).toEqual([
    {
      v: 1,
      id: 'view-1-5',
      type: 'ready',
      at: NOW + 5,
      visitor: 'lise',
      visit: 'visit-1',
      page: '/cart',
      version: '1',
    },
    {
      v: 1,
      id: 'view-1-6',
      type: 'ready',
      at: NOW + 5,
      visitor: 'lise',
      visit: 'visit-1',
      page: '/cart',
      version: '1',
    },
  ]);
});

test('a signal that comes late counts as now', () => {
  expect(draftOf(aVisit(), { type: 'tick', at: NOW - 5 })).toMatchObject({ at: NOW, visit: { at: NOW } });
});

test('the visit before stays as it was', () => {
  const before = Object.freeze(aVisit());
  const { tell, visit } = draftOf(before, { type: 'tick', at: NOW + 5 });
  tell('ready', READY);
  expect(visit.told).toBe(1);
  expect(before).toMatchObject({ told: 0, at: NOW });
});
