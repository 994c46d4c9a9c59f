import { expect, test } from 'vitest';
import { advance } from '../../src/core/advance';
import { attentionHold } from '../../src/core/attention';
import { judge } from '../../src/core/judge';
import type { Campaign, Visit } from '../../src/types';
import { aShown, aVisit, DAY, DELIVERY, NOW, RULES } from './given';

/** Two orders of events in which something was forgotten that `budgetModel.test.ts` found; here by name. */

const PROMISE: Campaign = {
  id: 'delivery-promise',
  popup: 'delivery-promise',
  intent: 'delivery',
  limits: { perVisit: 9 },
};
const ANY = { ...RULES, threshold: 0, holdout: 0, maxPerVisit: 9 };

test('the same campaign twice while the clock is set back: two popups, though the visit’s time stands still', () => {
  const show = (visit: Visit) =>
    judge(
      { ...visit, chance: {} },
      { type: 'decide', busy: null, canKeep: true, force: PROMISE.id, at: NOW - DAY },
      ANY,
      undefined,
      { campaigns: [PROMISE] },
    ).visit;
  const failed = { type: 'outcome', outcome: 'failed', campaign: PROMISE.id, intent: null, at: NOW - DAY } as const;
  const once = advance(show(aVisit({ delivery: DELIVERY })), failed, ANY).visit;
  const twice = show(once);
  expect(twice.history.map(({ outcome }) => outcome)).toEqual(['failed', 'shown']);
  expect(show(twice).history).toHaveLength(3);
});

test('a popup that is dismissed after its visit has ended stays away all the same', () => {
  const shown = aShown({ campaign: PROMISE.id, visit: 'visit-0', at: NOW - DAY });
  const earlier = aShown({ campaign: PROMISE.id, visit: 'visit-00', at: NOW - 2 * DAY, outcome: 'expired' });
  const visit = aVisit({ history: [earlier, shown] });
  const dismissed = { type: 'outcome', outcome: 'dismissed', campaign: PROMISE.id, intent: null, at: NOW } as const;
  const { history } = advance(visit, dismissed, ANY).visit;
  expect(history).toEqual([earlier, { ...shown, outcome: 'dismissed' }]);
  expect(attentionHold({ ...visit, history: [shown] }, PROMISE, NOW, ANY)).toBeNull();
  expect(attentionHold({ ...visit, history }, PROMISE, NOW, ANY)).toBe('cooldown');
});
