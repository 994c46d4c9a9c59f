import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Call, DestinationOptions } from '../../../src/destinations/destination';
import { NAMES } from '../../../src/destinations/loadDestination';
import { FIELDS, tellable } from '../../../src/destinations/tellable';
import type { Outcome, RecordType, WaverRecord } from '../../../src/types';
import { anAnswer, aPerson, aRecord, DESTINATIONS, VISIT_RECORDS } from './given';

/** One recorded visit → the calls of every vendor, held against files a person has read: `golden/<name>.json`. */

const told = (records: readonly WaverRecord[], options: DestinationOptions = {}) =>
  records.flatMap((record) => tellable(record, options) ?? []);

/** Everything a destination may be told, in the order of the visit. */
const callsOf = (name: string, options: DestinationOptions = {}) => {
  const destination = DESTINATIONS[name]?.(options);
  if (!destination) throw new Error(`no ${name}`);
  const { records, calls, answer, person } = destination;
  const of = (types: readonly RecordType[]) =>
    told(VISIT_RECORDS.filter(({ type }) => types.includes(type))).flatMap<Call>(calls);
  return JSON.parse(
    JSON.stringify({
      byDefault: of(records),
      onRequest: of((Object.keys(FIELDS) as RecordType[]).filter((type) => !records.includes(type))),
      answer: answer?.(anAnswer) ?? [],
      person: person?.(aPerson) ?? [],
    }),
  );
};
const golden = (name: string) => {
  const path = `test/unit/destinations/golden/${name}.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};

test('every name of the tag has its function for npm, and the other way round', () => {
  expect(Object.keys(DESTINATIONS).sort()).toEqual([...NAMES].sort());
});

test.each(NAMES)('%s makes the calls in its file', (name) => {
  expect(callsOf(name)).toEqual(golden(name));
});

test.each(['ga4', 'data-layer'])('%s with promotions', (name) => {
  expect(callsOf(name, { promotions: true } as DestinationOptions)).toEqual(golden(`${name}-promotions`));
});

describe('never told, to nobody, whatever is asked for', () => {
  const all = NAMES.flatMap((name) => callsOf(name)).map((calls) => JSON.stringify(calls));

  test.each([
    ['the visitor', 'visitor-77'],
    ['the visit', 'visit-1'],
    ['the page', '/cart"'],
    ['the person', 'e3b0c442'],
    ['which form field failed', 'postcode'],
    ['evidence', 'stage'],
    ['reasons', 'cart-total'],
    ['holds', 'typing'],
    ['the answer itself, but as a profile', '2026-12-24'],
  ])('%s', (_, canary) => {
    expect(JSON.stringify(VISIT_RECORDS)).toContain(canary);
    expect(all.filter((calls) => calls.includes(canary))).toEqual([]);
  });

  test.each(['ready', 'preference', 'identity'] as const)('%s', (type) => {
    expect(tellable(aRecord(type), { records: [type], fields: { [type]: ['person', 'value'] } })).toBeUndefined();
  });

  test('a popup that failed, and holds other than for comparison', () => {
    expect(tellable(aRecord('outcome', { outcome: 'failed' }), {})).toBeUndefined();
    expect(tellable(aRecord('decision', { show: false, hold: 'cooldown' }), {})).toBeUndefined();
    expect(tellable(aRecord('decision', { show: false, hold: 'holdout', arm: 'holdout' }), {})?.fields.arm).toBe(
      'holdout',
    );
  });
});

describe('names', () => {
  test.each<[Outcome, string]>([
    ['shown', 'Waver Popup Shown'],
    ['withheld', 'Waver Popup Withheld'],
    ['accepted', 'Waver Popup Accepted'],
    ['dismissed', 'Waver Popup Dismissed'],
    ['answered', 'Waver Popup Answered'],
    ['expired', 'Waver Popup Expired'],
    ['purchased', 'Waver Visit Purchased'],
    ['churned', 'Waver Visit Churned'],
  ])('%s is %s', (outcome, title) => {
    const one = tellable(aRecord('outcome', { outcome }), {});
    expect(one?.title).toBe(title);
    expect(one?.name).toBe(`waver_${title.slice(6).toLowerCase().replaceAll(' ', '_')}`);
  });

  test('hold what the vendors take: GA4 40 characters, KARTE a to z, digits and _', () => {
    for (const { name } of told(VISIT_RECORDS)) expect(name).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
  });
});

describe('fields', () => {
  test('what is not there is not told, null neither', () => {
    expect(tellable(aRecord('outcome', { campaign: null, intent: null }), {})?.fields).toEqual({
      outcome: 'purchased',
      arm: 'treatment',
    });
  });

  test('the shop’s own list holds in the place of the default', () => {
    const fields = { outcome: ['campaign', 'visit', 'constructor', 'nothing'] };
    expect(tellable(aRecord('outcome'), { fields })?.fields).toEqual({
      campaign: 'delivery-promise',
      visit: 'visit-1',
    });
  });
});

test('an answer that is taken back is taken back wherever it can be', () => {
  const properties = Object.fromEntries(Object.keys(anAnswer.properties).map((key) => [key, null]));
  const calls = NAMES.map((name) => [name, DESTINATIONS[name]?.().answer?.({ ...anAnswer, value: null, properties })]);
  const without = calls.filter(([, made]) => made && !JSON.stringify(made).includes('waver_style'));
  // HubSpot keeps what stands in the timeline.
  expect(without).toEqual([['hubspot', []]]);
});
