import { describe, expect, test } from 'vitest';
import { readAttention, readPreferences, readVisit } from '../../src/readKept';
import type { Preference } from '../../src/types';
import { aMoment, aShown, aVisit, NOW } from '../unit/given';
import { createWarnSpy, PROTOTYPE_KEYS } from './given';

const aPreference = (over: Partial<Preference> = {}): Preference => ({
  key: 'priority',
  value: 'price',
  question: 'Q?',
  wording: 'Price',
  benefit: 'B.',
  history: [],
  locale: 'en',
  purpose: 'p',
  givenAt: NOW,
  expiresAt: NOW + 1,
  consent: 'granted',
  sharedWith: [],
  ...over,
});
const OFFER = { id: 'o', points: 5, endsAt: NOW, state: 'open' } as const;
const NOTHING = { history: [], offers: {} };

/** What another version, another tab or somebody at the console may have left. */
const GARBAGE = [null, 'text', 7, true, [], {}, Number.NaN];

describe('the visit', () => {
  const read = (raw: unknown) => {
    const warn = createWarnSpy();
    return { visit: readVisit(raw, warn), warned: warn.mock.calls.map(([text]) => text) };
  };

  test('that is sound is believed', () => {
    const visit = aVisit({ moments: [aMoment()] });
    expect(read(visit)).toEqual({ visit, warned: [] });
    expect(read(JSON.parse(JSON.stringify(visit))).visit).toEqual(visit);
  });

  test('that is not there is no matter', () => {
    expect(read(undefined)).toEqual({ visit: undefined, warned: [] });
  });

  test.each<[unknown]>([
    ...GARBAGE.map((raw): [unknown] => [raw]),
    [{ ...aVisit(), id: '' }],
    [{ ...aVisit(), id: undefined }],
    [{ ...aVisit(), visitor: undefined }],
    [{ ...aVisit(), at: 'now' }],
    [{ ...aVisit(), at: Number.NaN }],
    [{ ...aVisit(), at: null, cartAt: undefined }],
    [{ ...aVisit(), cartAt: undefined }],
    [{ ...aVisit(), stage: 'checkout' }],
    [{ ...aVisit(), moments: null }],
    [{ ...aVisit(), moments: 'none' }],
    [{ ...aVisit(), moments: [null] }],
    [{ ...aVisit(), moments: [{ kind: 'cart-idle' }] }],
    [{ ...aVisit(), orders: { 0: 'A' } }],
    [{ ...aVisit(), orders: undefined }],
    [{ ...aVisit(), orders: ['A'] }],
    [{ ...aVisit(), forecasts: undefined }],
    [{ ...aVisit(), forecasts: [{ visit: 'visit-0', logit: 1 }] }],
    [{ ...aVisit(), detectors: null }],
  ])('of %j is not used, and named', (raw) => {
    const { visit, warned } = read(raw);
    expect(visit).toBeUndefined();
    expect(warned).toEqual([expect.stringContaining('waver/visit')]);
  });
});

describe('attention', () => {
  const read = (raw: unknown) => {
    const warn = createWarnSpy();
    return { attention: readAttention(raw, warn), warned: warn.mock.calls.map(([text]) => text) };
  };

  test('that is sound is believed', () => {
    const attention = { history: [aShown()], offers: { 'limited-points': OFFER } };
    expect(read(attention)).toEqual({ attention, warned: [] });
    expect(read(NOTHING)).toEqual({ attention: NOTHING, warned: [] });
  });

  test('that is not there is none spent', () => {
    expect(read(undefined)).toEqual({ attention: NOTHING, warned: [] });
  });

  test.each<[unknown]>([
    ...GARBAGE.map((raw): [unknown] => [raw]),
    [{ history: [] }],
    [{ offers: {} }],
    [{ history: {}, offers: {} }],
    [{ history: [null], offers: {} }],
    [{ history: [{ ...aShown(), at: '2026' }], offers: {} }],
    [{ history: [aShown()], offers: null }],
    [{ history: [aShown()], offers: { x: null } }],
    [{ history: [aShown()], offers: { x: { ...OFFER, endsAt: null } } }],
    [{ history: [aShown()], offers: { x: { ...OFFER, endsAt: Number.POSITIVE_INFINITY } } }],
  ])('of %j is not used, and named', (raw) => {
    const { attention, warned } = read(raw);
    expect(attention).toEqual(NOTHING);
    expect(warned).toEqual([expect.stringContaining('waver/attention')]);
  });
});

describe('answers', () => {
  const read = (raw: unknown) => {
    const warn = createWarnSpy();
    return { preferences: readPreferences(raw, warn), warned: warn.mock.calls.map(([text]) => text) };
  };

  test('that are sound are believed', () => {
    const all = { priority: aPreference(), size: aPreference({ key: 'size', value: 'M' }) };
    expect(read(all)).toEqual({ preferences: all, warned: [] });
  });

  test('that are not there are none', () => {
    expect(read(undefined)).toEqual({ preferences: {}, warned: [] });
  });

  test.each(['text', 7, true, Number.NaN])('%j is not used, and named', (raw) => {
    const { preferences, warned } = read(raw);
    expect(preferences).toEqual({});
    expect(warned).toEqual([expect.stringContaining('waver/preferences')]);
  });

  test.each([
    [null],
    ['price'],
    [7],
    [{}],
    [{ ...aPreference(), value: {} }],
    [{ ...aPreference(), value: true }],
    [{ ...aPreference(), value: undefined }],
    [{ ...aPreference(), expiresAt: 'never' }],
    [{ ...aPreference(), expiresAt: Number.POSITIVE_INFINITY }],
    [{ ...aPreference(), expiresAt: undefined }],
  ])('one of %j does not cost the others', (bad) => {
    const good = aPreference({ key: 'size', value: 'M' });
    const { preferences, warned } = read({ priority: bad, size: good });
    expect(preferences).toEqual({ size: good });
    expect(warned).toEqual([expect.stringContaining('waver/preferences.priority')]);
  });

  test.each(PROTOTYPE_KEYS)('may be to a question named %s', (key) => {
    const { preferences, warned } = read(Object.fromEntries([[key, aPreference({ key })]]));
    expect(Object.entries(preferences)).toEqual([[key, aPreference({ key })]]);
    expect(warned).toEqual([]);
  });
});
