import { describe, expect, test } from 'vitest';
import { advance } from '../../src/core/advance';
import type { Visit } from '../../src/types';
import {
  aMoment,
  anOrder,
  aShown,
  aVisit,
  DELIVERY,
  NOW,
  ofType,
  page,
  RULES,
  refusal,
  TICK,
  timed,
  type Untimed,
  WITHHELD,
} from './given';

const step = (said: Untimed, over: Partial<Visit> = {}) => {
  const [signal] = timed([said]);
  if (!signal) throw new Error('no signal');
  return advance(aVisit(over), signal, RULES);
};

describe('page', () => {
  test('of the view that is known already is a better word for it: records go on counting', () => {
    const { visit } = step(page('checkout', '/cart', 'view-1'), { told: 9 });
    expect(visit).toMatchObject({ view: 'view-1', kind: 'checkout', told: 9 });
  });

  test('is where the shopper is now, with records numbered anew', () => {
    const { visit, records } = step(page('shipping', '/versand', 'view-2'), { told: 9 });
    expect(visit).toMatchObject({ view: 'view-2', path: '/versand', kind: 'shipping', topic: 'shipping', told: 0 });
    expect(records).toEqual([]);
  });

  test.each([
    ['shipping', 'shipping'],
    ['returns', 'returns'],
    ['payment', 'payment'],
    ['size-guide', 'size-guide'],
    ['reviews', 'reviews'],
    ['contact', 'contact'],
    ['about', 'about'],
    ['cart', undefined],
    ['account', undefined],
    ['other', undefined],
  ] as const)('%s is about %s', (kind, topic) => {
    expect(step(page(kind), { topic: 'returns' }).visit.topic).toBe(topic);
  });

  test.each([
    ['cart', 0, 1],
    ['checkout', 0, 2],
    ['home', 2, 2],
    ['cart', 2, 2],
    ['product', 0, 0],
  ] as const)('%s after step %d is step %d: never back', (kind, stage, reached) => {
    expect(step(page(kind), { stage }).visit.stage).toBe(reached);
  });

  test('another path forgets the field that failed, the same path does not', () => {
    const field = { key: 'zip', fails: 'custom' } as const;
    expect(step(page('checkout', '/other'), { field }).visit.field).toBeNull();
    expect(step(page('checkout', '/cart'), { field }).visit.field).toEqual(field);
  });

  test('tries an open chance again, and opens none', () => {
    expect(step(page('cart'), { chance: { held: 'page', invited: true } }).visit.chance).toEqual({ invited: true });
    expect(step(page('cart')).visit.chance).toBeNull();
  });
});

test('ready is told with the version, and is no more than that', () => {
  const { visit, records } = step({ type: 'ready', version: '9.9' });
  expect(records).toMatchObject([{ type: 'ready', version: '9.9', id: 'view-1-1' }]);
  expect(visit).toMatchObject({ moments: [], chance: null });
});

describe('cart and terms', () => {
  test('the cart is noted with its time', () => {
    expect(step({ type: 'cart', cart: { count: 7 } }).visit).toMatchObject({ cart: { count: 7 }, cartAt: NOW + 1000 });
  });

  test('delivery is noted, and so is that nobody can say', () => {
    expect(step({ type: 'terms', delivery: DELIVERY }).visit.delivery).toEqual(DELIVERY);
    expect(step({ type: 'terms', delivery: null }, { delivery: DELIVERY }).visit.delivery).toBeNull();
  });
});

describe('field-invalid', () => {
  test('notes the field; the second makes a moment and opens a chance', () => {
    const first = step(refusal('zip'));
    expect(first.visit).toMatchObject({ field: { key: 'zip' }, chance: null });
    expect(first.records).toEqual([]);
    const second = advance(
      first.visit,
      { type: 'field-invalid', field: { key: 'zip', fails: 'custom' }, at: NOW },
      RULES,
    );
    expect(second.records).toMatchObject([{ type: 'moment', kind: 'field-error' }]);
    expect(second.visit.chance).toEqual({});
  });
});

describe('custom', () => {
  test('is a moment of the shop’s own, with what it says of it', () => {
    const { records, visit } = step({ type: 'custom', name: 'size-doubt', detail: { intent: 'fit', strength: 0.9 } });
    expect(records).toMatchObject([{ type: 'moment', kind: 'size-doubt', intent: 'fit', strength: 0.9 }]);
    expect(visit.moments).toMatchObject([{ id: records[0]?.id, at: NOW + 1000, kind: 'size-doubt' }]);
    expect(visit.chance).toEqual({});
  });

  test('is of middling strength where the shop does not say', () => {
    expect(step({ type: 'custom', name: 'mine' }).records).toMatchObject([{ kind: 'mine', strength: 0.5 }]);
  });

  test('cannot write over what every record says', () => {
    const detail = {
      id: 'sku-1',
      type: 'modal',
      at: 1,
      visitor: 'x',
      visit: 'x',
      page: 'x',
      kind: 'x',
      v: 9,
    } as object;
    expect(step({ type: 'custom', name: 'mine', detail }).records).toMatchObject([
      {
        v: 1,
        id: 'view-1-1',
        type: 'moment',
        at: NOW + 1000,
        visitor: 'lise',
        visit: 'visit-1',
        page: '/cart',
        kind: 'mine',
      },
    ]);
  });

  test('fifty moments are kept, the latest', () => {
    const moments = Array.from({ length: 50 }, (_, i) => aMoment({ at: NOW - 50 + i }));
    const { visit } = step({ type: 'custom', name: 'mine' }, { moments });
    expect(visit.moments).toHaveLength(50);
    expect(visit.moments[0]?.at).toBe(NOW - 49);
    expect(visit.moments.at(-1)?.kind).toBe('mine');
  });
});

describe('purchase', () => {
  test('is told, ends the visit and closes the chance', () => {
    const { visit, records } = step(
      { type: 'purchase', order: 'A1', value: 49.9, currency: 'EUR' },
      { chance: { invited: true } },
    );
    expect(visit).toMatchObject({ ended: 'converted', chance: null });
    expect(visit.orders).toEqual([{ order: 'A1', visit: 'visit-1', at: visit.at, value: 49.9, currency: 'EUR' }]);
    expect(records).toMatchObject([
      { type: 'purchase', order: 'A1', value: 49.9, currency: 'EUR' },
      { type: 'outcome', outcome: 'purchased', campaign: null, intent: null, arm: 'treatment' },
    ]);
  });

  test('is credited to the popup shown last in this visit', () => {
    const history = [
      aShown({ at: NOW - 3, campaign: 'question' }),
      aShown({ at: NOW - 2, campaign: 'delivery-promise', intent: 'delivery' }),
      aShown({ at: NOW - 1, campaign: 'limited-points', visit: 'visit-0' }),
    ];
    expect(ofType('outcome', step({ type: 'purchase', order: 'A1' }, { history }).records)).toMatchObject([
      { outcome: 'purchased', campaign: 'delivery-promise', intent: 'delivery' },
    ]);
  });

  test('in the holdout says so', () => {
    const { records } = step({ type: 'purchase', order: 'A1' }, { visitor: WITHHELD });
    expect(ofType('outcome', records)).toMatchObject([{ arm: 'holdout' }]);
  });

  test('of an order that is known is a reloaded thank-you page: nothing happens', () => {
    const { visit, records } = step({ type: 'purchase', order: 'A1' }, { orders: [anOrder()] });
    expect(records).toEqual([]);
    expect(visit.ended).toBeNull();
  });

  test('a second order is told too', () => {
    const { visit, records } = step({ type: 'purchase', order: 'B' }, { orders: [anOrder()], ended: 'converted' });
    expect(visit.orders.map(({ order }) => order)).toEqual(['A1', 'B']);
    expect(ofType('purchase', records)).toHaveLength(1);
  });
});

describe('leave', () => {
  test('ends the visit as churned', () => {
    const { visit, records } = step({ type: 'leave' }, { chance: {}, history: [aShown()] });
    expect(visit).toMatchObject({ ended: 'churned', chance: null });
    expect(records).toMatchObject([{ type: 'outcome', outcome: 'churned', campaign: 'question' }]);
  });

  test.each(['converted', 'churned'] as const)('says nothing of a visit that has %s', (ended) => {
    const { visit, records } = step({ type: 'leave' }, { ended });
    expect(visit.ended).toBe(ended);
    expect(records).toEqual([]);
  });
});

describe('outcome', () => {
  test('is told and kept with the popup it belongs to', () => {
    const { visit, records } = step(
      { type: 'outcome', outcome: 'dismissed', campaign: 'question', intent: null },
      { history: [aShown({ at: NOW - 9, invited: true })] },
    );
    expect(records).toMatchObject([{ type: 'outcome', outcome: 'dismissed', campaign: 'question', arm: 'treatment' }]);
    expect(visit.history).toEqual([aShown({ at: NOW - 9, invited: true, outcome: 'dismissed' })]);
  });

  test('belongs to the latest that is open, of whatever visit: it may have ended meanwhile', () => {
    const history = [
      aShown({ at: NOW - 9 }),
      aShown({ at: NOW - 5, visit: 'visit-0' }),
      aShown({ at: NOW - 1, outcome: 'withheld' }),
    ];
    const { visit } = step({ type: 'outcome', outcome: 'accepted', campaign: 'question', intent: null }, { history });
    expect(visit.history.map(({ outcome }) => outcome)).toEqual(['shown', 'accepted', 'withheld']);
  });

  test('of what nobody showed is told and not kept', () => {
    const { visit, records } = step({ type: 'outcome', outcome: 'failed', campaign: 'constructor', intent: null });
    expect(records).toHaveLength(1);
    expect(visit.history).toEqual([]);
  });
});

describe('shared', () => {
  const theirs = (over: Partial<Visit>) => aVisit({ view: 'view-2', ...over });

  test('another tab’s moment opens a chance here, and is not told again', () => {
    const { visit, records } = step({ type: 'shared', visit: theirs({ moments: [aMoment()] }) });
    expect(visit.moments).toEqual([aMoment()]);
    expect(visit.chance).toEqual({});
    expect(records).toEqual([]);
  });

  test('what is known already opens none', () => {
    const moments = [aMoment()];
    expect(step({ type: 'shared', visit: theirs({ moments }) }, { moments }).visit.chance).toBeNull();
    expect(step({ type: 'shared', visit: theirs({ id: 'other', moments }) }).visit.chance).toBeNull();
  });

  test('history, offers and answers are taken in', () => {
    const offer = { id: 'o', points: 5, endsAt: NOW, state: 'open' } as const;
    const said: Untimed = {
      type: 'shared',
      history: [aShown()],
      offers: { b: offer },
      preferences: { priority: 'fit' },
    };
    const { visit } = step(said, {
      history: [aShown({ at: NOW - 1 })],
      offers: { a: offer },
      preferences: { forgotten: 'elsewhere' },
    });
    expect(visit.history.map(({ at }) => at)).toEqual([NOW - 1, NOW]);
    expect(visit.offers).toEqual({ a: offer, b: offer });
    expect(visit.preferences).toEqual({ priority: 'fit' });
  });

  test('what is not said stays as it was', () => {
    const over = { history: [aShown()], preferences: { priority: 'fit' }, moments: [aMoment()] };
    expect(step({ type: 'shared' }, over).visit).toMatchObject(over);
  });
});

describe('a visit that is over', () => {
  test.each<Untimed>([TICK, { type: 'custom', name: 'mine' }, refusal('zip')])('notices nothing: $type', (said) => {
    const counted = { path: '/cart', counts: { zip: 5 } };
    const { visit, records } = step(said, { ended: 'converted', detectors: { 'field-error': counted } });
    expect(records).toEqual([]);
    expect(visit).toMatchObject({ moments: [], chance: null, detectors: { 'field-error': counted } });
  });

  test('asks nothing more when an answer comes', () => {
    expect(step({ type: 'preference', key: 'a', value: 'b' }, { ended: 'converted' }).visit.chance).toBeNull();
  });
});

test('a chance that was invited stays so when something else is noticed', () => {
  const { visit } = step({ type: 'custom', name: 'mine' }, { chance: { invited: true, held: 'page' } });
  expect(visit.chance).toEqual({ invited: true });
});

test('changes neither the visit nor the signal it was given', () => {
  const freeze = <T extends object>(value: T): T => {
    for (const part of Object.values(value)) if (part && typeof part === 'object') freeze(part);
    return Object.freeze(value);
  };
  const start = freeze(aVisit({ moments: [aMoment()], history: [aShown()] }));
  const said: Untimed[] = [
    page('shipping'),
    TICK,
    refusal('zip'),
    { type: 'shared', visit: aVisit({ moments: [aMoment({ at: NOW - 1 })] }), history: [aShown({ at: 1 })] },
    { type: 'outcome', outcome: 'dismissed', campaign: 'question', intent: null },
    { type: 'purchase', order: '1' },
  ];
  for (const signal of timed(said)) expect(() => advance(start, freeze(signal), RULES)).not.toThrow();
});
