import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { replay } from '../../src/core/replay';
import { startVisit } from '../../src/core/visit';
import type { Signal, Tape, Visit } from '../../src/types';
import { NOW, RULES, TREATED } from '../unit/given';

/**
 * Whole visits as JSON: what happened, and what Waver told and showed. A tape says only what is special about it: rules and
 * start are filled up, and a signal comes together with the one before it unless it says `afterMs`.
 * `{ "repeat": 20, "everyMs": 1000, "signal": … }` stands for twenty.
 */
type WrittenSignal =
  | { readonly repeat: number; readonly everyMs: number; readonly signal: Omit<Signal, 'at'> }
  | (Omit<Signal, 'at'> & { readonly afterMs?: number });

interface WrittenTape {
  readonly about: string;
  readonly tape: {
    readonly rules?: object;
    readonly start?: Partial<Visit>;
    readonly signals: readonly WrittenSignal[];
  };
  /** All records and showings in order, each by its key fields; of the visit only what is named. */
  readonly expect: {
    readonly records: readonly object[];
    readonly showings: readonly object[];
    readonly visit?: object;
  };
}

const expand = (written: readonly WrittenSignal[]): Signal[] => {
  let at = NOW;
  return written.flatMap((one) => {
    if ('repeat' in one)
      return Array.from({ length: one.repeat }, () => {
        at += one.everyMs;
        return { ...one.signal, at } as Signal;
      });
    const { afterMs = 0, ...signal } = one;
    at += afterMs;
    return [{ ...signal, at } as Signal];
  });
};

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const tapes = files.map((file) => {
  const { about, tape, expect: wanted } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as WrittenTape;
  const { rules, start, signals } = tape;
  const whole: Tape = {
    v: 1,
    rules: { ...RULES, ...rules },
    start: { ...startVisit('visit-1', TREATED, NOW), ...start },
    signals: expand(signals),
  };
  return { file, about, tape: whole, wanted };
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
    expect(visit).toMatchObject(wanted.visit ?? {});
  });

  test('replays from its JSON to the same records', () => {
    expect(replay(JSON.parse(JSON.stringify(tape)))).toEqual({ records, showings, visit });
  });
});
