import { describe, expect, test } from 'vitest';
import { attentionHold, MUTED } from '../../src/core/attention';
import type { Shown, Visit } from '../../src/types';
import { aShown, aVisit, DAY, NOW, RULES } from './given';

const holdAfter = (history: Partial<Shown>[], over: Partial<Visit> = {}, rules = RULES) =>
  attentionHold(aVisit({ history: history.map(aShown), ...over }), 'delivery-promise', NOW, rules);
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
