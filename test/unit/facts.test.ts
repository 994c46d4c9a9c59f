import { describe, expect, test } from 'vitest';
import { campaigns } from '../../src/core/campaigns';
import { gatherFacts } from '../../src/core/facts';
import type { Campaign, Offer, Rules, ShopFacts, Visit } from '../../src/types';
import { aScore, aVisit, DELIVERY, NOW, RULES } from './given';

const campaign = (id: string): Campaign => {
  const found = campaigns.find((one) => one.id === id);
  if (!found) throw new Error(`no campaign ${id}`);
  return found;
};
interface Beside {
  readonly canKeep?: boolean;
  readonly rules?: Rules;
  readonly at?: number;
  readonly facts?: ShopFacts;
}

const factsOf = (id: string, over: Partial<Visit>, { canKeep = true, rules = RULES, at = NOW, facts }: Beside = {}) =>
  gatherFacts(campaign(id), aVisit(over), aScore(), { at, busy: null, canKeep, facts }, rules);

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
    expect(
      gatherFacts(bare, aVisit({ preferences: { '': 'x' } }), aScore(), { at: NOW, busy: null, canKeep: true }, RULES),
    ).toBe('no-facts');
  });
});

describe('limited points', () => {
  const offer: Offer = { id: 'o1', points: 300, endsAt: NOW + 1000, state: 'open' };
  const offers = { 'limited-points': offer };

  test('last from now, the first time', () => {
    expect(factsOf('limited-points', {})).toEqual({
      popup: 'offer',
      kind: 'points',
      amount: RULES.points,
      endsAt: NOW + RULES.pointsLasts,
    });
  });

  test('keep the deadline and the points they were offered with', () => {
    expect(factsOf('limited-points', { offers })).toEqual({
      popup: 'offer',
      kind: 'points',
      amount: 300,
      endsAt: NOW + 1000,
    });
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
    expect(factsOf('limited-points', { offers: { other: offer } })).toMatchObject({ amount: RULES.points });
  });
});

describe('what the shop states', () => {
  const FACTS: ShopFacts = {
    returns: { days: 30, free: true },
    payments: ['Visa', 'PayPal'],
    rating: { value: 4.6, best: 5, count: 312 },
    contact: { phone: '+49 30 1234' },
    freeShippingOver: 60,
    sizeGuide: '/sizes',
    saveCart: '/cart/save',
    alternatives: [
      { name: 'Dear', url: '/dear', price: 40 },
      { name: 'Cheap', url: '/cheap', price: 20 },
    ],
  };
  const told = (id: string, over: Partial<Visit> = {}, facts: ShopFacts = FACTS) => factsOf(id, over, { facts });

  test('is what a popup says', () => {
    expect(told('fit-help')).toEqual({ popup: 'fit-help', guide: '/sizes', size: undefined, days: 30 });
    expect(told('fit-help', { preferences: { size: 42 } })).toMatchObject({ size: '42' });
    expect(told('returns-promise')).toEqual({ popup: 'returns-promise', days: 30, free: true });
    expect(told('payment-help')).toEqual({ popup: 'payment-help', payments: ['Visa', 'PayPal'] });
    expect(told('trust')).toEqual({ popup: 'trust', rating: FACTS.rating, contact: FACTS.contact });
    expect(told('save-for-later')).toEqual({ popup: 'save-for-later', url: '/cart/save' });
  });

  test.each([
    'fit-help',
    'returns-promise',
    'payment-help',
    'trust',
    'save-for-later',
    'free-shipping',
    'budget-alternative',
    'preference-invitation',
  ])('and %s says nothing without it', (id) => {
    expect(told(id, {}, {})).toBe('no-facts');
    expect(factsOf(id, {})).toBe('no-facts');
  });

  test('one fact is enough for trust, and a size with the days to send it back for fit', () => {
    expect(told('trust', {}, { contact: { email: 'a@b.example' } })).toMatchObject({ rating: undefined });
    const size = { preferences: { size: 'M' } };
    expect(told('fit-help', size, { returns: { days: 30 } })).toMatchObject({ guide: undefined, size: 'M', days: 30 });
    expect(told('fit-help', size, {})).toBe('no-facts');
    expect(told('payment-help', {}, { payments: [] })).toBe('no-facts');
  });

  test('nothing is kept for later of an empty cart', () => {
    expect(told('save-for-later', { cart: { count: 0 } })).toBe('no-facts');
    expect(told('save-for-later', { cart: null })).toBe('no-facts');
  });

  test('shipping is free over an amount: what is missing is told to the cent', () => {
    expect(told('free-shipping')).toEqual({ popup: 'free-shipping', over: 60, currency: 'EUR', missing: 10.1 });
    expect(told('free-shipping', { cart: { count: 1, total: 80, currency: 'EUR' } })).toMatchObject({ missing: 0 });
    expect(told('free-shipping', { cart: { count: 1, total: 40 } })).toBe('no-facts');
    expect(told('free-shipping', { cart: { count: 0, total: 0, currency: 'EUR' } })).toBe('no-facts');
  });

  test('and not while more is missing than is there', () => {
    expect(told('free-shipping', { cart: { count: 1, total: 30, currency: 'EUR' } })).toMatchObject({ missing: 30 });
    expect(told('free-shipping', { cart: { count: 1, total: 29, currency: 'EUR' } })).toBe('no-facts');
  });

  test('other products are for who said what may be spent, and has more in the cart', () => {
    expect(told('budget-alternative')).toBe('no-facts');
    expect(told('budget-alternative', { preferences: { budget: 30 } })).toEqual({
      popup: 'alternatives',
      budget: 30,
      currency: 'EUR',
      products: [{ name: 'Cheap', url: '/cheap', price: 20 }],
    });
    expect(told('budget-alternative', { preferences: { budget: 60 } })).toBe('no-facts');
    expect(told('budget-alternative', { preferences: { budget: 10 } })).toBe('no-facts');
  });

  test('who has answered before may look after it, but not right after an answer', () => {
    const known = { preferences: { size: 'M' }, before: NOW - 1 };
    expect(told('preference-invitation', known)).toEqual({ popup: 'preference-invitation', count: 1 });
    expect(told('preference-invitation', { ...known, chance: { invited: true } })).toBe('no-facts');
    expect(told('preference-invitation', { ...known, before: undefined })).toBe('no-facts');
    expect(told('preference-invitation', { ...known, preferences: { 'muted-until': NOW - 1 } })).toBe('no-facts');
  });

  test('a notice has nothing but the shop’s words', () => {
    const notice: Campaign = { id: 'mine', popup: 'notice', intent: 'price' };
    const occasion = { at: NOW, busy: null, canKeep: true };
    expect(gatherFacts(notice, aVisit(), aScore(), occasion, RULES)).toEqual({ popup: 'notice' });
  });
});

describe('a campaign’s own incentive', () => {
  const mine: Campaign = {
    id: 'vip',
    popup: 'offer',
    intent: 'price',
    incentive: { kind: 'gift', lasts: 60_000, claim: '/gift' },
  };

  test('goes before the tag’s points, which belong to limited-points alone', () => {
    const occasion = { at: NOW, busy: null, canKeep: true };
    expect(gatherFacts(mine, aVisit(), aScore(), occasion, RULES)).toMatchObject({
      kind: 'gift',
      endsAt: NOW + 60_000,
    });
    const bare = { ...mine, incentive: undefined };
    expect(gatherFacts(bare, aVisit(), aScore(), occasion, RULES)).toBe('no-facts');
  });
});
