import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../build/recordSchema.mjs';
import { entryOf } from '../../src/core/outboxEntry';
import { replay } from '../../src/core/replay';
import type { Campaign, Decision, Tape, WaverRecord } from '../../src/types';
import { type WrittenTape, wholeTape } from '../tapes/written';
import { aVisit, DECIDE, RULES, TICK, timed, times } from './given';

/** The published schema against every record the tapes lead to, by a validator that is not ours. */

const schema = recordSchema();
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const isRecord = ajv.compile(schema);
type Json = Record<string, unknown>;
/** As it is told and sent: through JSON. */
const plain = (record: object): Json => JSON.parse(JSON.stringify(record));
const fits = (record: object) => isRecord(plain(record));

const written = (file: string): WrittenTape[] => {
  const { tape, fires, mustNot = [] } = JSON.parse(readFileSync(file, 'utf8'));
  return [tape ?? fires.tape, ...mustNot.map((one: { tape: WrittenTape }) => one.tape)];
};
const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`);
const tapes = [...filesIn('test/tapes'), ...filesIn('test/tapes/moments')].flatMap(written).map(wholeTape);

const PERSON = 'ab'.repeat(32);
const asking: Campaign = {
  id: 'asking',
  popup: 'question',
  intent: null,
  question: 'priority',
  experiment: { id: 'words', variants: ['plain', 'warm'].map((id) => ({ id, share: 0.5 })) },
};
/** What no tape on file has: a campaign's experiment, who is signed in, and the start. */
const more: Tape = {
  v: 1,
  rules: { ...RULES, threshold: 0, moments: { ...RULES.moments, 'cart-idle': 2 } },
  start: aVisit(),
  campaigns: [asking],
  signals: timed([
    { type: 'ready', version: '0.1.0' },
    { type: 'identity', person: PERSON },
    ...times(4, TICK),
    DECIDE,
    { type: 'custom', name: 'stuck', detail: { intent: 'price', field: 'email', topic: 'payment', strength: 0.4 } },
    { type: 'purchase', order: 'A1', value: 19.9, currency: 'EUR' },
    { type: 'identity', person: null },
  ]),
};
const all: readonly WaverRecord[] = [...tapes, more].flatMap((tape) => replay(tape).records);
const oneOf = (type: string) => all.find((one) => one.type === type) as WaverRecord;

test('every type of record is among what is tried, and has a schema', () => {
  const types = [...new Set(all.map(({ type }) => type))].sort();
  expect(all.length).toBeGreaterThan(100);
  expect([...types, 'sent-score'].sort()).toEqual(Object.keys(schema.$defs).sort());
  expect(all.some((one) => one.type === 'decision' && one.show)).toBe(true);
});

test('every record of the tapes fits', () => {
  expect(all.filter((one) => !fits(one))).toEqual([]);
});

test('what the webhook makes of them fits, whole or shortened', () => {
  const sent = (types?: WaverRecord['type'][]) =>
    all.flatMap((record) => entryOf(record, types, false) ?? []).map(({ text }) => JSON.parse(text));
  const usual = sent();
  expect(usual.some(({ type, because }) => type === 'score' && !because)).toBe(true);
  expect([...usual, ...sent(['score', 'ready'])].filter((one) => !fits(one))).toEqual([]);
});

describe('refused', () => {
  /** A field of this record left out, by its path; paths through lists go through their first element. */
  const pathsOf = (value: unknown, path: string[] = []): string[][] =>
    value && typeof value === 'object'
      ? Object.entries(value)
          .slice(0, Array.isArray(value) ? 1 : undefined)
          .flatMap(([name, inner]) => [[...path, name], ...pathsOf(inner, [...path, name])])
      : [];
  const changed = (record: object, path: readonly string[], change: (holder: Json, name: string) => void): Json => {
    const copy = plain(record);
    const holder = path.slice(0, -1).reduce((inner, name) => inner[name] as Json, copy);
    change(holder, path.at(-1) as string);
    return copy;
  };
  /** Names in evidence are the model's own, and any number or word may stand there. */
  const isOpen = ([first]: string[]) => first === 'evidence';
  const OPTIONAL = ['seconds', 'count', 'topic', 'field', 'intent', 'experiment', 'variant', 'question', 'purpose'];
  const MAY_LACK = [...OPTIONAL, 'value', 'currency'];

  const samples = [
    ...Object.keys(schema.$defs)
      .filter((name) => name !== 'sent-score')
      .map(oneOf),
    all.find((one) => one.type === 'decision' && one.show) as WaverRecord,
  ];

  test.each(samples)(
    '$type: any field that is misspelt, of another type, or missing though it must be there',
    (one) => {
      const paths = pathsOf(plain(one)).filter((path) => !isOpen(path) && !/^\d+$/.test(path.at(-1) as string));
      expect(paths.length).toBeGreaterThanOrEqual(8);
      for (const path of paths) {
        const misspelt = changed(one, path, (holder, name) => {
          holder[`${name}x`] = holder[name];
          delete holder[name];
        });
        expect(fits(misspelt), `${path} misspelt`).toBe(false);
        const wrong = changed(one, path, (holder, name) => {
          holder[name] = [[]];
        });
        expect(fits(wrong), `${path} of another type`).toBe(false);
        if (MAY_LACK.includes(path.at(-1) as string)) continue;
        const missing = changed(one, path, (holder, name) => {
          delete holder[name];
        });
        expect(fits(missing), `${path} missing`).toBe(false);
      }
    },
  );

  test.each<[string, Json]>([
    ['another version', { v: 2 }],
    ['no type of ours', { type: 'click' }],
    ['an arm there is not', { arm: 'B' }],
    ['a hold there is not', { hold: 'tired' }],
    ['an intent there is not', { intent: 'colour' }],
    ['money or a number as text', { churn: '0.7' }],
    ['a number that is none', { churn: Number.NaN }],
    ['a field nobody knows', { email: 'ada@shop.example' }],
  ])('%s', (_, over) => {
    const decision = all.find((one) => one.type === 'decision' && !one.show) as WaverRecord<'decision'>;
    expect(fits(decision)).toBe(true);
    expect(fits({ ...decision, ...over })).toBe(false);
  });

  test('nothing shown without a reason, and a reason where something is shown', () => {
    const isHeld = (one: WaverRecord): one is WaverRecord<'decision'> => one.type === 'decision' && !one.show;
    const held = all.find(isHeld) as WaverRecord<'decision'> & Extract<Decision, { show: false }>;
    const { hold: _, ...silent } = held;
    expect(fits(silent)).toBe(false);
    expect(fits({ ...held, show: true })).toBe(false);
    expect(fits({ ...silent, show: true })).toBe(true);
  });
});
