import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { replay } from '../../src/core/replay';
import { replayFromJson, type WrittenTape, wholeTape } from './written';

/** Whole visits as JSON (see written.ts): what happened, and what Waver told and showed. */
interface Written {
  readonly about: string;
  readonly tape: WrittenTape;
  /** All records and showings in order, each by its key fields; of the visit only what is named. */
  readonly expect: {
    readonly records: readonly object[];
    readonly showings: readonly object[];
    readonly visit?: object;
  };
}

/** What a visit that has none of it does not name. */
const NONE = { chance: null, ended: null, field: null };

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const tapes = files.map((file) => {
  const { about, tape, expect: wanted } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Written;
  return { file, about, tape: wholeTape(tape), wanted };
});

test('there are tapes', () => {
  expect(files.length).toBeGreaterThan(10);
});

describe.each(tapes)('$file: $about', ({ tape, wanted }) => {
  const { records, showings, visit } = replay(tape);

  test('tells these records', () => {
    expect(records.map(({ type }) => type)).toEqual(wanted.records.map((record) => (record as { type: string }).type));
    expect(records).toMatchObject(wanted.records);
  });

  test('shows these popups', () => {
    expect(showings).toHaveLength(wanted.showings.length);
    expect(showings).toMatchObject(wanted.showings);
    expect({ ...NONE, ...visit }).toMatchObject(wanted.visit ?? {});
  });

  test('replays from its JSON to the same records', () => {
    expect(replayFromJson(tape)).toEqual({ records, showings, visit });
  });
});
