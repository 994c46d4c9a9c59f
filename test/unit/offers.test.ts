import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeOffer, offerFor } from '../../src/core/offers';
import type { Incentive, Offer, Offers, Visit } from '../../src/types';
import { aVisit, DAY, MINUTE, NOW, ofType, play } from './given';

const POINTS: Incentive = { kind: 'points', amount: 500, lasts: 20 * MINUTE, claim: '/claim' };
const ID = 'spring-points';

const anOffer = (over: Partial<Offer> = {}): Offer => ({
  id: 'view-1-3',
  points: 300,
  endsAt: NOW + 10 * MINUTE,
  state: 'open',
  startsAt: NOW - 10 * MINUTE,
  seenAt: NOW - MINUTE,
  ...over,
});

const look = (over: Partial<Incentive> = {}, visit: Partial<Visit> = {}, { at = NOW, churn = 0.8 } = {}) =>
  offerFor({ campaign: ID, incentive: { ...POINTS, ...over }, visit: aVisit(visit), churn, threshold: 0.6, at });

const kept = (over: Partial<Offer> = {}): Partial<Visit> => ({ offers: { [ID]: anOffer(over) } });
const CONTINUED = { kind: 'points', amount: 300, endsAt: NOW + 10 * MINUTE };

describe('a new offer', () => {
  test('lasts from now on', () => {
    expect(look()).toEqual({ kind: 'points', amount: 500, endsAt: NOW + 20 * MINUTE });
    expect(look({ kind: 'gift', amount: undefined })).toMatchObject({ kind: 'gift', amount: 1 });
  });

  test('that offers nothing is none', () => {
    expect(look({ amount: undefined })).toBe('no-facts');
  });

  test('is the deeper the likelier the shopper leaves', () => {
    const amount = [200, 500] as const;
    expect(look({ amount }, {}, { churn: 0.6 })).toMatchObject({ amount: 200 });
    expect(look({ amount }, {}, { churn: 0.95 })).toMatchObject({ amount: 500 });
  });

  test('is not made for a campaign because another one has one', () => {
    expect(look({}, { offers: { other: anOffer() } })).toMatchObject({ amount: 500 });
  });

  test('is not promised by a clock that was set back within the visit', () => {
    expect(look({}, { at: NOW + 2 * MINUTE })).toMatchObject({ endsAt: NOW + 20 * MINUTE });
    expect(look({}, { at: NOW + 2 * MINUTE + 1 })).toBe('clock');
  });
});

describe('one that was made goes on', () => {
  test('with its own amount and deadline, whatever the campaign says by now', () => {
    expect(look({}, kept())).toEqual(CONTINUED);
    expect(look({ amount: [10, 20], lasts: DAY, perShopper: 1, perDay: 1 }, kept(), { churn: 0.95 })).toEqual(
      CONTINUED,
    );
    // The cart has shrunk since; what was promised stays promised.
    const small = { ...kept(), cart: { count: 1, total: 1 } };
    expect(look({ costEach: 0.01, marginFloor: 0.1 }, small)).toEqual(CONTINUED);
  });

  test('until its deadline, and then no other begins', () => {
    const endsAt = NOW + 10 * MINUTE;
    expect(look({}, kept(), { at: endsAt - 1 })).toEqual(CONTINUED);
    for (const at of [endsAt, endsAt + 1, endsAt + 400 * DAY]) expect(look({}, kept(), { at })).toBe('no-facts');
  });

  test.each(['claimed', 'refused'] as const)('unless it was %s', (state) => {
    expect(look({}, kept({ state }))).toBe('no-facts');
  });

  test('a clock set forward makes it look over; set right again, it has the same deadline', () => {
    expect(look({}, kept(), { at: NOW + DAY })).toBe('no-facts');
    // The visit has seen signals of tomorrow meanwhile.
    expect(look({}, { ...kept(), at: NOW + DAY })).toEqual(CONTINUED);
  });

  test.each([
    ['it was made', { seenAt: undefined }, NOW - 10 * MINUTE],
    ['it was last seen', {}, NOW - MINUTE],
  ])('a clock set back to before %s is not believed; two minutes are', (_, over, since) => {
    expect(look({}, kept(over), { at: since - 2 * MINUTE })).toEqual(CONTINUED);
    expect(look({}, kept(over), { at: since - 2 * MINUTE - 1 })).toBe('clock');
  });

  test('as what it was: a gift does not become points, nor points a gift, because the campaign has changed', () => {
    const gift = { kind: 'gift', amount: undefined } as const;
    const stated = { kind: 'gift', amount: 1, endsAt: NOW + 20 * MINUTE } as const;
    const offers = makeOffer(aVisit(), ID, stated, NOW);
    expect(look(gift, { offers })).toEqual(stated);
    expect(look({}, { offers })).toBe('no-facts');
    expect(look(gift, kept())).toBe('no-facts');
  });

  test('of an earlier version, which kept no beginning', () => {
    expect(look({}, kept({ startsAt: undefined, seenAt: undefined }))).toEqual(CONTINUED);
  });

  test.each<[string, object]>([
    ['an amount', { points: undefined }],
    ['an amount above zero', { points: -5 }],
    ['an amount that is a number', { points: 'many' }],
    ['an id to claim it by', { id: undefined }],
    ['a state', { state: undefined }],
    ['a state we know', { state: 'OPEN' }],
  ])('one without %s is over, and nothing is made up in its place', (_, over) => {
    expect(look({}, kept(over as Partial<Offer>))).toBe('no-facts');
  });

  test.each(['soon', Number.NaN, {}, null])('a beginning of %j was never one', (startsAt) => {
    const over = { startsAt, seenAt: startsAt } as unknown as Partial<Offer>;
    expect(['clock', 'no-facts', CONTINUED]).toContainEqual(look({}, kept(over)));
  });
});

describe('the budget of a shopper', () => {
  const others = (...starts: (number | undefined)[]): Partial<Visit> => ({
    offers: Object.fromEntries(
      starts.map((startsAt, at) => [`other-${at}`, anOffer({ startsAt, endsAt: NOW - DAY / 2, state: 'claimed' })]),
    ),
  });

  test('so many in all, of all campaigns', () => {
    expect(look({ perShopper: 3 }, others(0, 0))).toMatchObject({ amount: 500 });
    expect(look({ perShopper: 2 }, others(0, 0))).toBe('incentive-budget');
  });

  test('so many in any 24 hours', () => {
    expect(look({ perDay: 2 }, others(NOW - DAY, NOW - DAY + 1))).toMatchObject({ amount: 500 });
    expect(look({ perDay: 1 }, others(NOW - DAY, NOW - DAY + 1))).toBe('incentive-budget');
  });

  test('one that began ahead of now counts, and one of an earlier version by its deadline', () => {
    expect(look({ perDay: 1 }, others(NOW + DAY))).toBe('incentive-budget');
    expect(look({ perDay: 1 }, others(undefined))).toBe('incentive-budget');
  });
});

describe('what the margin leaves', () => {
  const spend = (total: number | undefined, amount: Incentive['amount'], churn = 0.95) =>
    look({ amount, costEach: 0.01, marginFloor: 0.1 }, { cart: { count: 1, total } }, { churn });

  test('must cover a plain amount', () => {
    expect(spend(50, 500)).toMatchObject({ amount: 500 });
    expect(spend(49.99, 500)).toBe('incentive-budget');
  });

  test('a sum that is just enough is enough, whatever floating point makes of it', () => {
    for (let total = 1; total <= 2000; total++)
      expect(spend(total, total * 10), `${total}`).not.toBe('incentive-budget');
  });

  test('of a range as much as fits, and nothing below the least', () => {
    expect(spend(100, [200, 500])).toMatchObject({ amount: 500 });
    expect(spend(34.5, [200, 500])).toMatchObject({ amount: 340 });
    expect(spend(20, [200, 500])).toMatchObject({ amount: 200 });
    expect(spend(19.99, [200, 500])).toBe('incentive-budget');
  });

  test('is nothing for a cart whose total nobody knows', () => {
    expect(spend(undefined, 500)).toBe('incentive-budget');
    const read = { count: 1, total: 100, confidence: 0.3 };
    expect(look({ costEach: 0.01, marginFloor: 0.1 }, { cart: read })).toBe('incentive-budget');
    expect(look({ costEach: 0.01, marginFloor: 0.1 }, { cart: null })).toBe('incentive-budget');
  });

  test('is not asked for where the shop sets no floor', () => {
    expect(look({ costEach: 0.01 }, { cart: null })).toMatchObject({ amount: 500 });
  });
});

describe('what is kept', () => {
  const stated = { kind: 'points', amount: 500, endsAt: NOW + 20 * MINUTE } as const;

  test('of a new one: its own id, the deadline, when it began', () => {
    const other = anOffer();
    const visit = aVisit({ view: 'v', told: 7, offers: { other } });
    expect(makeOffer(visit, ID, stated, NOW)).toEqual({
      other,
      [ID]: { id: 'v-7', points: 500, endsAt: NOW + 20 * MINUTE, state: 'open', startsAt: NOW, seenAt: NOW },
    });
  });

  test('of one that goes on: only that it was seen', () => {
    const visit = aVisit({ offers: { [ID]: anOffer() } });
    expect(makeOffer(visit, ID, stated, NOW)[ID]).toEqual({ ...anOffer(), seenAt: NOW });
    // A clock that was set back a little moves no mark.
    expect(makeOffer(visit, ID, stated, NOW - 2 * MINUTE)[ID]).toEqual(anOffer());
  });

  test('a campaign called like something every object has is a campaign', () => {
    expect(makeOffer(aVisit(), 'constructor', stated, NOW)).toMatchObject({ constructor: { points: 500 } });
  });
});

describe('through the whole core', () => {
  /** What the shop asked for by name came to, at these minutes of the device's clock. */
  const ask = (minutes: readonly number[], canKeep = true) => {
    const said = minutes.map((minute) => ({
      type: 'decide' as const,
      busy: null,
      canKeep,
      force: 'limited-points',
      at: NOW + minute * MINUTE,
    }));
    const { records, showings, visit } = play(said);
    const holds = ofType('decision', records).map((decision) => (decision.show ? 'shown' : decision.hold));
    return { holds, ends: showings.map(({ content }) => 'endsAt' in content && content.endsAt), visit };
  };

  test('one deadline, over a clock that goes forward, back, too far back and right again', () => {
    const { holds, ends, visit } = ask([0, 5, 25, 6, 7, -10, 8, 20]);
    expect(holds).toEqual(['shown', 'shown', 'no-facts', 'shown', 'shown', 'clock', 'shown', 'no-facts']);
    expect(new Set(ends)).toEqual(new Set([NOW + 20 * MINUTE]));
    expect(visit.offers['limited-points']).toMatchObject({ startsAt: NOW, seenAt: NOW + 8 * MINUTE, state: 'open' });
  });

  test('none by a clock that was set back before the first', () => {
    expect(ask([-10]).holds).toEqual(['clock']);
    expect(ask([-2]).holds).toEqual(['shown']);
  });

  test('none where it could not be kept, not even for one page', () => {
    const { holds, visit } = ask([0], false);
    expect([holds, visit.offers]).toEqual([['no-storage'], {}]);
  });
});

/**
 * A device in the hands of somebody who moves its clock, reloads, opens tabs, claims and waits. What is looked at is what
 * was ever shown of one campaign, and it must always have been one and the same offer.
 */
describe('however the clock is moved', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ wait: fc.integer({ min: 0, max: 15 * MINUTE }) }) },
    { weight: 2, arbitrary: fc.record({ move: fc.integer({ min: -3 * DAY, max: 3 * DAY }) }) },
    { weight: 1, arbitrary: fc.record({ move: fc.integer({ min: -3 * MINUTE, max: 3 * MINUTE }) }) },
    { weight: 1, arbitrary: fc.record({ total: fc.integer({ min: 0, max: 200 }) }) },
    { weight: 1, arbitrary: fc.constant({ settle: 'claimed' as const }) },
  );
  const incentive = fc.record({
    kind: fc.constant('points' as const),
    amount: fc.constantFrom<Incentive['amount']>(500, [200, 500]),
    lasts: fc.integer({ min: MINUTE, max: 2 * DAY }),
    claim: fc.constant('/claim'),
    costEach: fc.constant(0.01),
    marginFloor: fc.constantFrom(undefined, 0.1),
  });

  /** All that was shown, with the device's time, and whether it had been settled before. */
  const live = (
    given: Incentive,
    steps: readonly { wait?: number; move?: number; total?: number; settle?: 'claimed' }[],
    make: typeof makeOffer = makeOffer,
  ) => {
    let real = NOW;
    let off = 0;
    let offers: Offers = {};
    let total = 100;
    let latest = NOW;
    const shown: { amount: number; endsAt: number; at: number; isSettled: boolean }[] = [];
    for (const { wait = 0, move = 0, total: next = total, settle } of steps) {
      real += wait;
      off += move;
      total = next;
      const at = real + off;
      latest = Math.max(latest, at);
      const visit = aVisit({ at: latest, offers, cart: { count: 1, total }, view: `v${shown.length}` });
      const offer = offerFor({ campaign: ID, incentive: given, visit, churn: 0.7, threshold: 0.6, at });
      if (typeof offer === 'object') {
        offers = make(visit, ID, offer, at);
        shown.push({ ...offer, at, isSettled: offers[ID]?.state !== 'open' });
      }
      if (settle && offers[ID]) offers = { ...offers, [ID]: { ...(offers[ID] as Offer), state: settle } };
    }
    return shown;
  };
  const isHonest = (shown: ReturnType<typeof live>) =>
    shown.every(
      ({ amount, endsAt, at, isSettled }, index) =>
        amount === shown[0]?.amount &&
        endsAt === shown[0].endsAt &&
        at < endsAt &&
        !isSettled &&
        // The rest never grows by more than the tolerance.
        shown.slice(0, index).every((before) => endsAt - at <= before.endsAt - before.at + 2 * MINUTE),
    );

  test('one amount, one deadline, never shown once it has passed, a rest that never grows', () => {
    let shownTwice = 0;
    fc.assert(
      fc.property(incentive, fc.array(step, { maxLength: 30 }), (given, steps) => {
        const shown = live(given, steps);
        shownTwice += +(shown.length > 1);
        return isHonest(shown);
      }),
      { numRuns: 5000, seed: 1 },
    );
    expect(shownTwice).toBeGreaterThan(2000);
  });

  test('the same would be noticed of a deadline that begins anew', () => {
    const forgetful: typeof makeOffer = (visit, campaign, stated, at) =>
      makeOffer({ ...visit, offers: {} }, campaign, { ...stated, endsAt: at + 20 * MINUTE }, at);
    const said = fc.check(
      fc.property(incentive, fc.array(step, { maxLength: 30 }), (given, steps) =>
        isHonest(live(given, steps, forgetful)),
      ),
      { numRuns: 5000, seed: 1 },
    );
    expect(said.failed).toBe(true);
  });
});
