import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectors } from '../../src/core/moments';
import { replay } from '../../src/core/replay';
import type { Tape } from '../../src/types';
import { ofType } from '../unit/given';
import { replayFromJson, type WrittenTape, wholeTape } from './written';

/** One file per moment: a visit that has it, and visits that look like it and do not. */
interface Written {
  readonly fires: {
    readonly about: string;
    readonly tape: WrittenTape;
    /** All moments of this kind, in order, each by its key fields. */
    readonly told: readonly object[];
  };
  readonly mustNot: readonly { readonly about: string; readonly tape: WrittenTape }[];
}

const folder = new URL('./moments/', import.meta.url);
const kinds = Object.keys(detectors);
const readTape = (kind: string) => JSON.parse(readFileSync(new URL(`${kind}.json`, folder), 'utf8')) as Written;
const told = (kind: string, tape: Tape) => ofType('moment', replay(tape).records).filter((one) => one.kind === kind);

test('each moment has its tapes, and nothing else has any', () => {
  expect(readdirSync(folder).sort()).toEqual(kinds.map((kind) => `${kind}.json`).sort());
});

describe.each(kinds)('%s', (kind) => {
  const { fires, mustNot } = readTape(kind);
  const cases = mustNot.map(({ about, tape }) => [about, wholeTape(tape)] as const);
  const fired = wholeTape(fires.tape);

  test(`fires: ${fires.about}`, () => {
    expect(fires.told.length).toBeGreaterThan(0);
    expect(told(kind, fired)).toHaveLength(fires.told.length);
    expect(told(kind, fired)).toMatchObject(fires.told);
  });

  test('has at least two look-alikes, each told apart by its words', () => {
    expect(new Set(cases.map(([about]) => about)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(2);
  });

  test.each(cases)('must not fire: %s', (_, tape) => {
    expect(told(kind, tape)).toEqual([]);
  });

  test.each([[fires.about, fired] as const, ...cases])('replays from its JSON to the same: %s', (_, tape) => {
    expect(replayFromJson(tape)).toEqual(replay(tape));
  });
});
