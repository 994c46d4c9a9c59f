import { describe, expect, test } from 'vitest';
import {
  addToOutbox,
  BATCH_BYTES,
  BATCH_RECORDS,
  type Entry,
  emptyOutbox,
  isDue,
  LONGEST_MS,
  MOST_BYTES,
  MOST_RECORDS,
  mayBeacon,
  nextBatch,
  type Outbox,
  readOutbox,
  wakeOutbox,
} from '../../src/core/outbox';
import { NOW } from './given';

const TO = 'https://shop.example';
const entry = (id: string, type = 'decision', text = '{}'): Entry => ({ id, type, text });
const entries = (count: number, type?: string, text?: string) =>
  Array.from({ length: count }, (_, i) => entry(`${type}${i}`, type, text));
const box = (over: Partial<Outbox> = {}): Outbox => ({ ...emptyOutbox(TO), ...over });
const ids = (list: readonly Entry[]) => list.map(({ id }) => id);

describe('readOutbox', () => {
  const kept = box({ entries: entries(2), dropped: 3, limit: 4, failures: 5, until: NOW, strict: true });

  test('gives back what was kept', () => {
    expect(readOutbox(JSON.parse(JSON.stringify(kept)), TO)).toEqual(kept);
  });

  test('what was learned of one origin says nothing of another; the records go there all the same', () => {
    expect(readOutbox(kept, 'https://other.example')).toEqual({
      ...emptyOutbox('https://other.example'),
      entries: kept.entries,
      dropped: 3,
    });
  });

  test.each([undefined, null, 'text', 7, [], {}])('%j is an empty one', (raw) => {
    expect(readOutbox(raw, TO)).toEqual(emptyOutbox(TO));
  });

  test('leaves out what is damaged and keeps the rest', () => {
    const damaged = { ...kept, entries: [null, entry('a'), { id: 'b' }, 'c', { ...entry('d'), text: 5 }], dropped: -1 };
    expect(readOutbox(damaged, TO)).toEqual({ ...kept, entries: [entry('a')], dropped: 0 });
    expect(readOutbox({ ...kept, entries: 'none' }, TO)).toEqual({ ...kept, entries: [] });
  });

  test.each([{ limit: 0 }, { limit: 'all' }, { failures: -1 }, { until: Number.NaN }, { until: 1.5 }])(
    'does not believe %j',
    (wrong) => {
      expect(readOutbox({ ...kept, ...wrong }, TO)).toEqual(box({ entries: kept.entries, dropped: 3 }));
    },
  );
});

describe('addToOutbox', () => {
  test('puts them at the end', () => {
    expect(ids(addToOutbox(box({ entries: [entry('a')] }), [entry('b'), entry('c')]).entries)).toEqual(['a', 'b', 'c']);
  });

  test('where there are too many, moments and scores go first, the oldest of them, and are counted', () => {
    const full = box({ entries: [entry('first'), ...entries(2, 'moment'), ...entries(MOST_RECORDS - 3)], dropped: 1 });
    const next = addToOutbox(full, [entry('new'), entry('newer')]);
    expect(next.entries).toHaveLength(MOST_RECORDS);
    expect(ids(next.entries).slice(0, 2)).toEqual(['first', 'undefined0']);
    expect(next.dropped).toBe(3);
  });

  test('then the oldest of the rest', () => {
    const next = addToOutbox(box({ entries: entries(MOST_RECORDS) }), [entry('new')]);
    expect(ids(next.entries)).toContain('new');
    expect(ids(next.entries)).not.toContain('undefined0');
    expect(next.dropped).toBe(1);
  });

  test('bytes count as well, those of other scripts as what they may take', () => {
    const wide = Math.floor(MOST_BYTES / 3);
    expect(addToOutbox(box(), [entry('a', 'purchase', 'ü'.repeat(wide))])).toMatchObject({ dropped: 0 });
    expect(addToOutbox(box(), [entry('a', 'purchase', 'ü'.repeat(wide + 1))])).toMatchObject({
      entries: [],
      dropped: 1,
    });
  });
});

describe('nextBatch', () => {
  test('is nothing where there is nothing', () => {
    expect(nextBatch(box())).toEqual([]);
  });

  test('is from the beginning, up to a number', () => {
    expect(nextBatch(box({ entries: entries(BATCH_RECORDS + 1) }))).toHaveLength(BATCH_RECORDS);
    expect(ids(nextBatch(box({ entries: entries(9), limit: 2 })))).toEqual(['undefined0', 'undefined1']);
  });

  test('up to so many bytes, and one in any case', () => {
    const half = 'x'.repeat(BATCH_BYTES / 2);
    expect(nextBatch(box({ entries: entries(3, 'score', half) }))).toHaveLength(2);
    expect(nextBatch(box({ entries: entries(3, 'score', `${half}x`) }))).toHaveLength(1);
    expect(nextBatch(box({ entries: entries(3, 'score', half.repeat(5)) }))).toHaveLength(1);
  });
});

describe('the rest', () => {
  const resting = box({ entries: entries(1), failures: 2, until: NOW + 1 });

  test('ends at its time', () => {
    expect(isDue(resting, NOW)).toBe(false);
    expect(isDue(resting, NOW + 1)).toBe(true);
  });

  test('is over where it would last longer than any: the clock was moved', () => {
    expect(isDue(resting, NOW + 1 - LONGEST_MS)).toBe(false);
    expect(isDue(resting, NOW - LONGEST_MS)).toBe(true);
  });

  test('after a failure holds back no beacon; one that was asked for does', () => {
    expect(mayBeacon(resting, NOW)).toBe(true);
    expect(mayBeacon({ ...resting, strict: true }, NOW)).toBe(false);
    expect(mayBeacon({ ...resting, strict: true }, NOW + 1)).toBe(true);
    expect(mayBeacon({ ...resting, entries: [] }, NOW)).toBe(false);
  });

  test('ends when the network is back, unless it was asked for', () => {
    expect(wakeOutbox(resting)).toEqual({ ...resting, failures: 0, until: 0 });
    const strict = { ...resting, strict: true };
    expect(wakeOutbox(strict)).toBe(strict);
  });
});
