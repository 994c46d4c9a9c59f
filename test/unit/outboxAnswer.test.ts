import { describe, expect, test } from 'vitest';
import { BATCH_RECORDS, type Entry, emptyOutbox, LONGEST_MS, type Outbox } from '../../src/core/outbox';
import { readRetryAfter, settle, verdictOf } from '../../src/core/outboxAnswer';
import { NOW } from './given';

const entries: readonly Entry[] = Array.from({ length: 8 }, (_, i) => ({ id: `${i}`, type: 'decision', text: '{}' }));
const sent = entries.slice(0, 5);
const box = (over: Partial<Outbox> = {}): Outbox => ({ ...emptyOutbox('https://shop.example'), entries, ...over });
const HOUR = 36e5;

test.each([
  ['taken', [200, 202, 204]],
  ['refused', [400, 413, 422]],
  ['later', [0, 304, 408, 425, 429, 500, 502, 503, 504]],
  ['closed', [401, 403, 404, 405, 410, 415]],
])('%s: %j', (verdict, statuses) => {
  for (const status of statuses) expect(verdictOf(status)).toBe(verdict);
});

describe('readRetryAfter', () => {
  test.each([
    ['0', 0],
    ['120', 120_000],
    [' 7 ', 7000],
    [new Date(NOW + 90_000).toUTCString(), 90_000],
    [new Date(NOW - 90_000).toUTCString(), 0],
    ['soon', 0],
    ['-5', 0],
    ['1.5', 0],
    ['', 0],
    [null, 0],
    [undefined, 0],
    ['99999999999', LONGEST_MS],
    [new Date(NOW + 9 * LONGEST_MS).toUTCString(), LONGEST_MS],
  ])('%j', (header, ms) => {
    expect(readRetryAfter(header, NOW)).toBe(ms);
  });
});

describe('taken', () => {
  test('they go, the rest stays, and nothing is known against the receiver any more', () => {
    const before = box({ dropped: 2, failures: 3, until: NOW - 1, strict: true });
    expect(settle(before, sent, { status: 202 }, NOW, 0.5)).toEqual(box({ entries: entries.slice(5), dropped: 2 }));
  });

  test('batches grow again by twice, up to their most', () => {
    expect(settle(box({ limit: 3 }), sent, { status: 202 }, NOW, 0.5).limit).toBe(6);
    expect(settle(box({ limit: 20 }), sent, { status: 202 }, NOW, 0.5).limit).toBe(BATCH_RECORDS);
  });
});

describe('refused', () => {
  test('a batch is halved, at once and without loss', () => {
    expect(settle(box(), sent, { status: 413 }, NOW, 0.5)).toEqual(box({ limit: 3 }));
  });

  test('one alone is dropped and counted', () => {
    expect(settle(box({ limit: 1 }), entries.slice(0, 1), { status: 400 }, NOW, 0.5)).toEqual(
      box({ entries: entries.slice(1), limit: 1, dropped: 1, failures: 1, until: NOW }),
    );
  });

  test('one that another tab has got rid of meanwhile is not counted twice', () => {
    const [gone] = entries;
    expect(gone && settle(box({ entries: [] }), [gone], { status: 400 }, NOW, 0.5).dropped).toBe(0);
  });

  test('after the fifth in a row the breaker opens: all shall not be lost to a receiver at fault', () => {
    const next = settle(box({ limit: 1, failures: 4 }), entries.slice(0, 1), { status: 400 }, NOW, 0);
    expect(next).toMatchObject({ dropped: 1, until: NOW + 60_000, strict: true });
  });
});

describe('later', () => {
  test('rests twice as long after each failure, with full jitter, and the breaker opens with the fifth', () => {
    const longest = [0, 1, 2, 3, 4, 9].map(
      (failures) => settle(box({ failures }), sent, { status: 0 }, NOW, 1 - 1e-9).until - NOW,
    );
    expect(longest).toEqual([1000, 2000, 4000, 8000, 120_000, 120_000]);
    const shortest = [0, 3, 4].map((failures) => settle(box({ failures }), sent, { status: 500 }, NOW, 0).until - NOW);
    expect(shortest).toEqual([0, 0, 60_000]);
  });

  test('nothing goes', () => {
    expect(settle(box(), sent, { status: 500 }, NOW, 0.5)).toEqual(box({ failures: 1, until: NOW + 500 }));
  });

  test('an open breaker lets one record through to see', () => {
    expect(settle(box({ failures: 4 }), sent, { status: 500 }, NOW, 0.5)).toMatchObject({ limit: 1, strict: true });
  });

  test('as long as the receiver asks, and that is strict', () => {
    expect(settle(box(), sent, { status: 429, retryAfter: '30' }, NOW, 0.5)).toEqual(
      box({ failures: 1, until: NOW + 30_000, strict: true }),
    );
  });

  test('a longer rest that another tab was asked for stays', () => {
    const asked = box({ until: NOW + 30_000, strict: true });
    expect(settle(asked, sent, { status: 500 }, NOW, 0.5)).toMatchObject({ until: NOW + 30_000, strict: true });
  });
});

test('closed: an hour, and then one record to see', () => {
  expect(settle(box(), sent, { status: 401 }, NOW, 0.5)).toEqual(
    box({ limit: 1, failures: 1, until: NOW + HOUR, strict: true }),
  );
});
