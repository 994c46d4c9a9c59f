import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BATCH_BYTES, type Entry, emptyOutbox, nextBatch } from '../../src/core/outbox';
import { type BatchFacts, SHAPES } from '../../src/core/outboxBody';
import { entryOf } from '../../src/core/outboxEntry';
import { replay } from '../../src/core/replay';
import type { WaverRecord } from '../../src/types';
import { type WrittenTape, wholeTape } from '../tapes/written';
import { NOW } from './given';

const base = { v: 1, at: NOW, visitor: '0w8c5t1r6hm2', visit: '1k2x9d0p3zq7f', page: '/cart' } as const;
const reasons = Array.from({ length: 5 }, (_, i) => ({ feature: `f${i}`, value: i, weight: 1 / 3 }));
const records: readonly WaverRecord[] = [
  { ...base, id: 'v-1', type: 'ready', version: '0.1.0' },
  { ...base, id: 'v-2', type: 'moment', kind: 'policy-dwell', topic: 'shipping', strength: 1 / 3 },
  {
    ...base,
    id: 'v-3',
    type: 'score',
    churn: 2 / 3,
    intent: 'delivery',
    intents: { price: 0, delivery: 1, effort: 0, fit: 0, returns: 0, payment: 0, trust: 0 },
    because: reasons,
    intentBecause: reasons,
    evidence: { 'cart-total': 19.9, page: 'cart' },
  },
  {
    ...base,
    id: 'v-4',
    type: 'decision',
    show: false,
    hold: 'holdout',
    campaign: 'delivery-promise',
    intent: 'delivery',
    churn: 2 / 3,
    arm: 'holdout',
    propensity: 1 / 3e7,
    because: reasons,
  },
  { ...base, id: 'v-5', type: 'purchase', order: '1042', value: 123_456_789.99, currency: 'JPY' },
];
const entriesOf = (some: readonly WaverRecord[]) => some.flatMap((record) => entryOf(record, undefined, false) ?? []);
const facts: BatchFacts = {
  sentAt: NOW + 5000,
  dropped: 0,
  purposes: { functional: true, analytics: true, marketing: false },
  source: 'https://shop.example',
};

describe('entryOf', () => {
  const told = (i: number, ...more: [(readonly WaverRecord['type'][])?, boolean?]) => {
    const record = records[i];
    const entry = record && entryOf(record, more[0], more[1] ?? false);
    return entry && JSON.parse(entry.text);
  };

  test('ready does not go; a moment goes as it is', () => {
    expect(told(0)).toBeUndefined();
    expect(told(1)).toEqual({ ...records[1], strength: 0.333333333 });
  });

  test('of scores the first of a page view, as what it was scored by', () => {
    expect(told(2)).toEqual({
      ...base,
      id: 'v-3',
      type: 'score',
      churn: 0.666666667,
      intent: 'delivery',
      evidence: { 'cart-total': 19.9, page: 'cart' },
    });
    expect(told(2, undefined, true)).toBeUndefined();
  });

  test('a decision keeps three reasons, and a small propensity its digits', () => {
    expect(told(3).because).toHaveLength(3);
    expect(1 / told(3).propensity).toBeCloseTo(3e7, 0);
  });

  test('money keeps its cents', () => {
    expect(told(4).value).toBe(123_456_790);
    expect(entriesOf([{ ...base, id: 'v', type: 'purchase', order: '1', value: 1_234_567.89 }])[0]?.text).toContain(
      '1234567.89',
    );
  });

  test('what the shop has chosen goes whole, and nothing else', () => {
    expect(told(2, ['score'], true)).toEqual(records[2]);
    expect(told(3, ['score'])).toBeUndefined();
    expect(told(0, ['ready'])).toEqual(records[0]);
  });
});

describe('bodies', () => {
  const batch = entriesOf(records.slice(1, 4));
  const sent = batch.map(({ text }) => JSON.parse(text));

  test('waver', () => {
    expect(JSON.parse(SHAPES.waver.body(batch, { ...facts, dropped: 2 }))).toEqual({
      v: 1,
      sentAt: NOW + 5000,
      dropped: 2,
      purposes: facts.purposes,
      records: sent,
    });
    expect(JSON.parse(SHAPES.waver.body([], facts)).records).toEqual([]);
  });

  test('cloudevents: all that the standard requires, names and types as it allows', () => {
    const events = JSON.parse(SHAPES.cloudevents.body(batch, facts));
    expect(events[0]).toEqual({
      specversion: '1.0',
      id: 'v-2',
      type: 'dev.waver.moment.v1',
      source: 'https://shop.example/#waver',
      subject: base.visitor,
      time: '2026-11-23T10:00:00.000Z',
      purposes: 'functional analytics',
      data: sent[0],
    });
    expect(JSON.parse(SHAPES.cloudevents.body(batch, { ...facts, dropped: 2 }))[0].dropped).toBe(2);
    for (const event of events)
      for (const [name, value] of Object.entries(event)) {
        expect(name).toMatch(/^[a-z0-9]{1,20}$/);
        if (name !== 'data') expect(typeof value).toBe('string');
      }
  });

  test('segment', () => {
    const { batch: calls, ...more } = JSON.parse(SHAPES.segment.body(batch, { ...facts, dropped: 2 }));
    expect(calls[2]).toEqual({
      type: 'track',
      messageId: 'v-4',
      anonymousId: base.visitor,
      event: 'Waver Decision',
      properties: sent[2],
      context: { page: { path: '/cart' } },
      timestamp: '2026-11-23T10:00:00.000Z',
    });
    expect(more).toEqual({
      sentAt: '2026-11-23T10:00:05.000Z',
      context: { library: { name: 'waver' }, consent: { categoryPreferences: facts.purposes }, dropped: 2 },
    });
  });

  test('no batch is more than 16 KiB in any shape, whatever the records', () => {
    const small: Entry[] = Array.from({ length: 99 }, (_, i) => {
      const record = { ...base, id: `9f3kd02l1xm4-${i}`, type: 'moment', kind: 'exit-intent', strength: 1 };
      return { id: record.id, type: 'moment', text: JSON.stringify(record) };
    });
    const long = small.map((entry) => ({
      ...entry,
      text: entry.text.replace('"/cart"', JSON.stringify(`/${'a'.repeat(BATCH_BYTES / 9)}`)),
    }));
    for (const entries of [small, long])
      for (const { body } of Object.values(SHAPES)) {
        const text = body(nextBatch({ ...emptyOutbox(''), entries }), { ...facts, dropped: 99 });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(16_384);
      }
  });
});

describe('the visits of the tapes', () => {
  const folder = new URL('../tapes/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const bytes = names.map((name) => {
    const { tape } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { tape: WrittenTape };
    let isScored = false;
    const entries = replay(wholeTape(tape)).records.flatMap((record) => {
      const entry = entryOf(record, undefined, isScored);
      isScored ||= record.type === 'score';
      return entry ?? [];
    });
    return entries.length ? Buffer.byteLength(SHAPES.waver.body(entries, facts)) : 0;
  });

  test('take less than 4 kB each', () => {
    expect(Math.max(...bytes)).toBeLessThan(4000);
    expect(Math.max(...bytes)).toBeGreaterThan(1000);
  });
});
