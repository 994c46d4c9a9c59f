import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { destinationSchema } from '../../../src/destinations/destinationSchema';
import { NAMES } from '../../../src/destinations/loadDestination';
import { FIELDS, tellable } from '../../../src/destinations/tellable';
import type { Outcome, RecordType } from '../../../src/types';
import { aRecord, DESTINATIONS } from './given';

/** docs/DESTINATIONS.md says what the code does: its tables are compared with it, both ways. */

const text = readFileSync('docs/DESTINATIONS.md', 'utf8');
/** The table under a heading, without its head. */
const tableOf = (heading: string): string[][] => {
  const [, part = ''] = text.split(`\n## ${heading}\n`);
  const lines = (part.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  expect(lines.length, heading).toBeGreaterThan(2);
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};
const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

test('every destination with its label, purposes and records, and no other', () => {
  const written = tableOf('What there is').map(([name, label, purposes, records, answer]) => [
    ...codes(name),
    label,
    codes(purposes),
    codes(records),
    answer !== '',
  ]);
  const real = Object.values(DESTINATIONS).map((make) => {
    const { name, label, purposes, records, answer } = make();
    return [name, label, purposes, records, !!answer];
  });
  expect(written.sort()).toEqual(real.sort());
});

describe('what is told', () => {
  const rows = tableOf('What is told').map(([type, , event, fields]) => ({
    type: codes(type)[0],
    event: codes(event)[0],
    fields: codes(fields),
  }));

  test('every record with its fields, and no other', () => {
    const written = rows.filter(({ type }) => type).map(({ type, fields }) => [type, fields]);
    const RENAMED: Readonly<Record<string, string>> = {
      experiment: 'experiment_id',
      variant: 'variation_id',
      order: 'order_id',
    };
    const real = Object.entries(FIELDS).map(([type, fields]) => [type, fields.map((field) => RENAMED[field] ?? field)]);
    expect(written).toEqual(real);
    for (const type of Object.keys(FIELDS) as RecordType[])
      expect(Object.keys(tellable(aRecord(type), {})?.fields ?? {})).toEqual(
        rows.find((row) => row.type === type)?.fields,
      );
  });

  test('every event by its name, and no other', () => {
    const outcomes: Outcome[] = [
      'shown',
      'withheld',
      'accepted',
      'dismissed',
      'answered',
      'expired',
      'failed',
      'purchased',
      'churned',
    ];
    const others = (Object.keys(FIELDS) as RecordType[])
      .filter((type) => type !== 'outcome')
      .map((type) => aRecord(type));
    const all = [...others, ...outcomes.map((outcome) => aRecord('outcome', { outcome }))];
    const real = all.flatMap((record) => tellable(record, {})?.name ?? []);
    expect(rows.map(({ event }) => event).sort()).toEqual(real.sort());
  });
});

test('every destination in its own words', () => {
  const rows = tableOf('In their words');
  expect(rows.flatMap(([name]) => codes(name)).sort()).toEqual([...NAMES].sort());
  for (const [cell, , event, field] of rows) {
    const [name = ''] = codes(cell);
    const shown = tellable(aRecord('outcome', { outcome: 'shown' }), {});
    const calls = JSON.stringify(shown && DESTINATIONS[name]?.().calls(shown));
    for (const code of [...codes(event), ...codes(field)]) expect(calls, name).toContain(`"${code}"`);
  }
});

test('every option, and no other', () => {
  const written = tableOf('Options').flatMap(([name]) => codes(name));
  const real = NAMES.flatMap((name) => Object.keys(destinationSchema(name).properties ?? {}));
  expect(written.sort()).toEqual([...new Set([...real, 'beforeSend'])].sort());
});

test('the example of a configuration has nothing wrong with it', () => {
  const [, json = ''] = /```json\n(\{\n {2}"destinations".*?)```/s.exec(text) ?? [];
  const { destinations } = JSON.parse(json) as { destinations: (string | { name: string })[] };
  const names = destinations.map((one) => (typeof one === 'string' ? one : one.name));
  expect(names.filter((name) => !NAMES.includes(name))).toEqual([]);
  for (const one of destinations) {
    if (typeof one === 'string') continue;
    expect(Object.keys(destinationSchema(one.name).properties ?? {})).toEqual(expect.arrayContaining(Object.keys(one)));
  }
});

test('Snowplow’s schema takes what is told of an outcome', () => {
  const [, json = ''] = /```json\n(\{\n {2}"\$schema".*?)```/s.exec(text) ?? [];
  expect(Object.keys(JSON.parse(json).properties)).toEqual(FIELDS.outcome);
});
