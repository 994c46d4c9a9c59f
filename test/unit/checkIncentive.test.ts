import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkIncentive } from '../../src/core/checkIncentive';

const POINTS = { kind: 'points', amount: [200, 500], lasts: '20m', claim: '/points/claim' };
const flaws = (over: object) => checkIncentive({ ...POINTS, ...over }, 'mine.incentive');

describe('is fine', () => {
  test.each<[string, object]>([
    ['points between two amounts', {}],
    ['points, one amount', { amount: 500 }],
    ['a range of one', { amount: [500, 500] }],
    ['a code', { kind: 'code', amount: undefined }],
    ['free shipping', { kind: 'free-shipping', amount: undefined }],
    ['a gift', { kind: 'gift', amount: undefined }],
    ['as long as it may', { lasts: '30d' }],
    ['as short as it may', { lasts: '60s' }],
    ['a time in code', { lasts: 1_200_000 }],
    ['a claim by callback', { claim: '' }],
    ['a claim elsewhere', { claim: 'https://loyalty.example/claim?shop=1' }],
    ['a claim beside the page', { claim: './claim' }],
    ['with a budget', { costEach: 0.01, marginFloor: 0.1, perDay: 1, perShopper: 3 }],
    ['with what one costs and no floor', { costEach: 0.01 }],
    ['with a field of a later version', { colour: 'red' }],
  ])('%s', (_, over) => {
    expect(flaws(over)).toEqual([]);
  });
});

describe('is refused, with where, what and why', () => {
  test.each([undefined, null, 500, '500 points', [POINTS]])('%j', (raw) => {
    expect(checkIncentive(raw, 'mine.incentive')).toEqual([
      expect.stringMatching(/^mine\.incentive: .+, expected an object$/),
    ]);
  });

  const POINTS_EXPECTED = 'whole points, 1 to 999999999';
  const LASTS = 'a time from the first showing on, 1m to 30d: an offer without a deadline is never over';
  const CLAIM = 'an address that begins with https:// or /, or "" for the callback: who promises must give';
  const NEVER = 'nothing: a deadline is set once and never begins anew';
  test.each<[object, ...string[]]>([
    [{ kind: 'discount', amount: undefined }, 'kind: "discount", expected one of points, code, free-shipping, gift'],
    [{ kind: undefined, amount: undefined }, 'kind: undefined, expected one of points, code, free-shipping, gift'],
    [{ kind: 'code', amount: 10 }, 'amount: 10, expected none with this kind: only points are counted'],
    [{ amount: undefined }, `amount: undefined, expected ${POINTS_EXPECTED}, or [least, most]`],
    [{ amount: 0 }, `amount: 0, expected ${POINTS_EXPECTED}, or [least, most]`],
    [{ amount: -5 }, `amount: -5, expected ${POINTS_EXPECTED}, or [least, most]`],
    [{ amount: 2.5 }, `amount: 2.5, expected ${POINTS_EXPECTED}, or [least, most]`],
    [{ amount: '500' }, `amount: "500", expected ${POINTS_EXPECTED}, or [least, most]`],
    [{ amount: 1e9 }, `amount: 1000000000, expected ${POINTS_EXPECTED}, or [least, most]`],
    [{ amount: [200] }, 'amount: a list of 1, expected [least, most]'],
    [{ amount: [500, 200] }, 'amount[1]: 200, expected no less than the least, 500'],
    [{ amount: [0, 200] }, `amount[0]: 0, expected ${POINTS_EXPECTED}`],
    [{ amount: [null, 200] }, `amount[0]: null, expected ${POINTS_EXPECTED}`],
    [{ lasts: undefined }, `lasts: undefined, expected ${LASTS}`],
    [{ lasts: 0 }, `lasts: 0, expected ${LASTS}`],
    [{ lasts: '0m' }, `lasts: "0m", expected ${LASTS}`],
    [{ lasts: '59s' }, `lasts: "59s", expected ${LASTS}`],
    [{ lasts: '31d' }, `lasts: "31d", expected ${LASTS}`],
    [{ lasts: 'visit' }, `lasts: "visit", expected ${LASTS}`],
    [{ lasts: Number.POSITIVE_INFINITY }, `lasts: Infinity, expected ${LASTS}`],
    [{ claim: undefined }, `claim: undefined, expected ${CLAIM}`],
    [{ claim: 'ftp://shop.example' }, `claim: "ftp://shop.example", expected ${CLAIM}`],
    [{ claim: 'javascript:alert(1)' }, `claim: "javascript:alert(1)", expected ${CLAIM}`],
    [{ claim: '//shop.example' }, `claim: "//shop.example", expected ${CLAIM}`],
    [{ claim: 'https://' }, `claim: "https://", expected ${CLAIM}`],
    [{ restart: true }, `restart: true, expected ${NEVER}`],
    [{ evergreen: false }, `evergreen: false, expected ${NEVER}`],
    [{ perVisit: 1 }, `perVisit: 1, expected ${NEVER}`],
    [{ 'per-session': 1 }, `per-session: 1, expected ${NEVER}`],
    [{ costEach: 0 }, 'costEach: 0, expected money, more than 0'],
    [{ costEach: Number.NaN }, 'costEach: NaN, expected money, more than 0'],
    [{ costEach: 1, marginFloor: 10 }, 'marginFloor: 10, expected a share of the cart, more than 0 and at most 1'],
    [{ costEach: 1, marginFloor: 0 }, 'marginFloor: 0, expected a share of the cart, more than 0 and at most 1'],
    [{ marginFloor: 0.1 }, 'costEach: undefined, expected money: marginFloor is measured by it'],
    [{ perDay: 0 }, 'perDay: 0, expected a whole number, 1 to 1000'],
    [{ perShopper: 1.5 }, 'perShopper: 1.5, expected a whole number, 1 to 1000'],
    [
      { amount: 0, claim: 1, lasts: null },
      `amount: 0, expected ${POINTS_EXPECTED}, or [least, most]`,
      `lasts: null, expected ${LASTS}`,
      `claim: 1, expected ${CLAIM}`,
    ],
  ])('%j', (over, ...expected) => {
    expect(flaws(over)).toEqual(expected.map((flaw) => `mine.incentive.${flaw}`));
  });

  test('whatever it is, without a throw, and of every flaw a line of bounded length', () => {
    fc.assert(
      fc.property(fc.anything(), fc.object(), (raw, over) => {
        for (const flaw of [...checkIncentive(raw, 'p'), ...checkIncentive({ ...POINTS, ...over }, 'p')]) {
          expect(flaw).toMatch(/^p.*: .+, expected .+$/su);
          expect(flaw.length).toBeLessThan(400);
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
