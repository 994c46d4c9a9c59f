import { describe, expect, test } from 'vitest';
import { attentionHold, MUTED } from '../../src/core/attention';
import { KEPT, mergeHistory, REST_MS } from '../../src/core/visit';
import type { Limits, Shown, Visit } from '../../src/types';
import { aShown, aVisit, DAY, NOW, RULES } from './given';

const holdAfter = (history: Partial<Shown>[], over: Partial<Visit> = {}, rules = RULES, limits?: Limits) =>
  attentionHold(aVisit({ history: history.map(aShown), ...over }), { id: 'delivery-promise', limits }, NOW, rules);
const EARLIER = { visit: 'visit-0', at: NOW - DAY };

test('nothing shown, nothing against it', () => {
  expect(holdAfter([])).toBeNull();
});

describe('the shopper’s own wish not to be spoken to', () => {
  test('comes before all else, asked or unasked, until its time', () => {
    const preferences = { [MUTED]: NOW + 1 };
    expect(holdAfter([], { preferences })).toBe('muted');
    expect(holdAfter([{}], { preferences, chance: { invited: true } })).toBe('muted');
    expect(holdAfter([], { preferences: { [MUTED]: NOW } })).toBeNull();
    expect(holdAfter([], { preferences: { [MUTED]: 'for ever' } })).toBeNull();
  });
});

describe('the budget of the visit', () => {
  test.each(['shown', 'accepted', 'dismissed', 'expired', 'withheld'] as const)('a popup %s spends it', (outcome) => {
    expect(holdAfter([{ outcome }])).toBe('visit-budget');
  });

  test.each(['answered', 'failed'] as const)('one that was %s does not', (outcome) => {
    expect(holdAfter([{ outcome }])).toBeNull();
  });

  test('what the shopper asked for is neither counted nor held', () => {
    expect(holdAfter([{ invited: true }])).toBeNull();
    expect(holdAfter([{}], { chance: { invited: true } })).toBeNull();
  });

  test('another visit’s popups do not count', () => {
    expect(holdAfter([EARLIER])).toBeNull();
  });

  test('but no visit begins within the time one may rest: tabs opened together have begun one each', () => {
    const visit = 'visit-of-another-tab';
    expect(holdAfter([{ visit, at: NOW - REST_MS }])).toBe('visit-budget');
    expect(holdAfter([{ visit, at: NOW - REST_MS - 1 }])).toBeNull();
    // Its clock was ahead.
    expect(holdAfter([{ visit, at: NOW + REST_MS }])).toBe('visit-budget');
    expect(holdAfter([{ visit, at: NOW + REST_MS + 1 }])).toBeNull();
    expect(holdAfter([{ visit, at: NOW - 1, campaign: 'delivery-promise' }], {}, { ...RULES, maxPerVisit: 2 })).toBe(
      'cooldown',
    );
  });

  test.each([
    [2, 1, null],
    [2, 2, 'visit-budget'],
    [0, 0, 'visit-budget'],
  ])('of %d, %d spent: %s', (maxPerVisit, spent, hold) => {
    const history = Array.from({ length: spent }, (_, i) => ({ at: NOW - i }));
    expect(holdAfter(history, {}, { ...RULES, maxPerVisit })).toBe(hold);
  });
});

describe('a campaign comes once a visit', () => {
  const MORE = { ...RULES, maxPerVisit: 3 };
  const mine = { campaign: 'delivery-promise' };

  test.each(['shown', 'withheld'] as const)('after it was %s, whatever the budget and whoever asks', (outcome) => {
    expect(holdAfter([{ ...mine, outcome }], {}, MORE)).toBe('cooldown');
    expect(holdAfter([{ ...mine, outcome }], { chance: { invited: true } }, MORE)).toBe('cooldown');
  });

  test('unasked: one that an answer brought is not counted', () => {
    expect(holdAfter([{ ...mine, invited: true }], {}, MORE)).toBeNull();
    expect(
      holdAfter(
        [
          { ...mine, invited: true },
          { ...mine, at: EARLIER.at + 1 },
        ],
        {},
        MORE,
      ),
    ).toBe('cooldown');
  });

  test('but again if it could not be put on the page', () => {
    expect(holdAfter([{ ...mine, outcome: 'failed' }], {}, MORE)).toBeNull();
  });

  test('and others may come', () => {
    expect(holdAfter([{ campaign: 'question' }], {}, MORE)).toBeNull();
  });
});

describe('the cool-down of a campaign', () => {
  const mine = (over: Partial<Shown>) => ({ ...EARLIER, campaign: 'delivery-promise', ...over });

  test.each(['accepted', 'dismissed', 'answered', 'expired'] as const)('keeps away what was %s', (outcome) => {
    expect(holdAfter([mine({ outcome })])).toBe('cooldown');
  });

  test.each(['shown', 'withheld', 'failed'] as const)('but not what was only %s', (outcome) => {
    expect(holdAfter([mine({ outcome })])).toBeNull();
  });

  test('keeps away no other campaign', () => {
    expect(holdAfter([mine({ campaign: 'limited-points', outcome: 'dismissed' })])).toBeNull();
  });

  test('ends when it ends', () => {
    const { cooldown } = RULES;
    expect(holdAfter([mine({ outcome: 'dismissed', at: NOW - cooldown + 1 })])).toBe('cooldown');
    expect(holdAfter([mine({ outcome: 'dismissed', at: NOW - cooldown })])).toBeNull();
  });

  test('holds for invited popups too', () => {
    expect(holdAfter([mine({ outcome: 'dismissed' })], { chance: { invited: true } })).toBe('cooldown');
  });
});

describe('the limits of a campaign', () => {
  const MORE = { ...RULES, maxPerVisit: 9 };
  const mine = (count: number, over: Partial<Shown> = {}) =>
    Array.from({ length: count }, (_, i) => ({ campaign: 'delivery-promise', at: NOW - i, ...over }));
  const earlier = (count: number, over: Partial<Shown> = {}) =>
    Array.from({ length: count }, (_, i) => ({
      ...EARLIER,
      campaign: 'delivery-promise',
      at: EARLIER.at - i,
      ...over,
    }));

  test.each<[Limits, number, string | null]>([
    [{}, 1, 'cooldown'],
    [{ perVisit: 2 }, 1, null],
    [{ perVisit: 2 }, 2, 'cooldown'],
    [{ perVisit: 0 }, 0, 'cooldown'],
  ])('%o, shown %d times in this visit: %s', (limits, shown, hold) => {
    expect(holdAfter(mine(shown), {}, MORE, limits)).toBe(hold);
  });

  test('are no way around the budget of the visit', () => {
    expect(holdAfter(mine(1), {}, RULES, { perVisit: 2 })).toBe('visit-budget');
  });

  test.each(['shown', 'withheld', 'accepted', 'dismissed', 'expired'] as const)('one %s counts', (outcome) => {
    expect(holdAfter(mine(2, { outcome }), {}, MORE, { perVisit: 2, cooldown: 0 })).toBe('cooldown');
    expect(holdAfter(earlier(2, { outcome }), {}, MORE, { total: 2, cooldown: 0 })).toBe('cooldown');
    expect(holdAfter(earlier(1, { outcome }), {}, MORE, { total: 2, cooldown: 0 })).toBeNull();
  });

  test.each<Partial<Shown>>([{ outcome: 'failed' }, { outcome: 'answered' }, { invited: true }])(
    'one that cost nothing does not: %o',
    (free) => {
      expect(holdAfter([...mine(3, free), ...earlier(3, free)], {}, MORE, { total: 1, cooldown: 0 })).toBeNull();
    },
  );

  test('a cool-down of its own takes the place of the shop’s, longer or shorter', () => {
    const [dismissed] = earlier(1, { outcome: 'dismissed' });
    expect(holdAfter([dismissed ?? {}], {}, RULES, { cooldown: DAY })).toBeNull();
    expect(holdAfter([dismissed ?? {}], {}, RULES, { cooldown: DAY + 1 })).toBe('cooldown');
    expect(holdAfter([{ ...dismissed, at: NOW - 8 * DAY }])).toBeNull();
    expect(holdAfter([{ ...dismissed, at: NOW - 8 * DAY }], {}, RULES, { cooldown: 30 * DAY })).toBe('cooldown');
    expect(holdAfter(mine(1, { outcome: 'dismissed' }), {}, MORE, { cooldown: 0, perVisit: 2 })).toBeNull();
  });

  test('a total counts this campaign alone, in all visits, whoever asks', () => {
    expect(holdAfter(earlier(5, { campaign: 'question' }), {}, RULES, { total: 1 })).toBeNull();
    expect(holdAfter(earlier(1), {}, RULES, { total: 1 })).toBe('cooldown');
    expect(holdAfter(earlier(1), { chance: { invited: true } }, RULES, { total: 1 })).toBe('cooldown');
  });

  test('a total reaches as far as the history: over the latest fifty popups, of whatever campaign', () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        aShown({ campaign: 'question', visit: 'visit-0', at: EARLIER.at + 1 + i }),
      );
    const kept = (count: number) => mergeHistory(earlier(1).map(aShown), others(count));
    expect(holdAfter(kept(KEPT - 1), {}, RULES, { total: 1 })).toBe('cooldown');
    expect(holdAfter(kept(KEPT), {}, RULES, { total: 1 })).toBeNull();
  });

  test('a clock set back forgets nothing: what lies ahead still counts', () => {
    expect(holdAfter([{ ...earlier(1)[0], at: NOW + 99 * DAY, outcome: 'dismissed' }])).toBe('cooldown');
    expect(holdAfter(mine(1, { at: NOW + 99 * DAY }))).toBe('cooldown');
  });
});
