import { describe, expect, test } from 'vitest';
import { campaigns } from '../../src/core/campaigns';
import { gatherFacts } from '../../src/core/facts';
import type { Campaign, Offer, Visit } from '../../src/types';
import { aVisit, DELIVERY, NOW, RULES } from './given';

const campaign = (id: string): Campaign => {
  const found = campaigns.find((one) => one.id === id);
  if (!found) throw new Error(`no campaign ${id}`);
  return found;
};
const factsOf = (id: string, over: Partial<Visit>, { canKeep = true, rules = RULES, at = NOW } = {}) =>
  gatherFacts(campaign(id), aVisit(over), at, canKeep, rules);

describe('delivery promise', () => {
  test('states the window', () => {
    expect(factsOf('delivery-promise', { delivery: DELIVERY })).toEqual({
      popup: 'delivery-promise',
      window: DELIVERY,
    });
  });

  test('says nothing without terms, nor from the cutoff on', () => {
    expect(factsOf('delivery-promise', {})).toBe('no-facts');
    expect(factsOf('delivery-promise', { delivery: DELIVERY }, { at: DELIVERY.orderBefore })).toBe('no-facts');
  });
});

describe('form help', () => {
  test('is about the field that failed', () => {
    const field = { key: 'zip', fails: 'patternMismatch' } as const;
    expect(factsOf('form-help', { field })).toEqual({ popup: 'form-help', field });
    expect(factsOf('form-help', {})).toBe('no-facts');
  });
});

describe('question', () => {
  test('is asked until it is answered', () => {
    expect(factsOf('question', {})).toEqual({ popup: 'question', question: 'priority' });
    expect(factsOf('question', { preferences: { priority: 'price' } })).toBe('no-facts');
  });

  test('a campaign without one has nothing to ask about, and says so by its facts', () => {
    const bare: Campaign = { id: 'mine', popup: 'question', intent: null };
    expect(gatherFacts(bare, aVisit({ preferences: { '': 'x' } }), NOW, true, RULES)).toBe('no-facts');
  });
});

describe('limited points', () => {
  const offer: Offer = { id: 'o1', points: 300, endsAt: NOW + 1000, state: 'open' };
  const offers = { 'limited-points': offer };

  test('last from now, the first time', () => {
    expect(factsOf('limited-points', {})).toEqual({
      popup: 'limited-points',
      points: RULES.points,
      endsAt: NOW + RULES.pointsLasts,
    });
  });

  test('keep the deadline and the points they were offered with', () => {
    expect(factsOf('limited-points', { offers })).toEqual({ popup: 'limited-points', points: 300, endsAt: NOW + 1000 });
  });

  test('are gone when the deadline has passed, and do not start again', () => {
    expect(factsOf('limited-points', { offers }, { at: offer.endsAt - 1 })).not.toBe('no-facts');
    expect(factsOf('limited-points', { offers }, { at: offer.endsAt })).toBe('no-facts');
  });

  test.each(['claimed', 'refused'] as const)('are not offered again once %s', (state) => {
    expect(factsOf('limited-points', { offers: { 'limited-points': { ...offer, state } } })).toBe('no-facts');
  });

  test('are not offered where the shop gives none', () => {
    expect(factsOf('limited-points', {}, { rules: { ...RULES, points: 0 } })).toBe('no-facts');
  });

  test('are not promised where a deadline could not be kept', () => {
    expect(factsOf('limited-points', {}, { canKeep: false })).toBe('no-storage');
  });

  test('another campaign’s offer is not theirs', () => {
    expect(factsOf('limited-points', { offers: { other: offer } })).toMatchObject({ points: RULES.points });
  });
});
