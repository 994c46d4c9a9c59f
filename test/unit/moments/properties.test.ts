import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance } from '../../../src/core/advance';
import { detectors } from '../../../src/core/moments';
import { hasCart } from '../../../src/core/moments/hasCart';
import { replay } from '../../../src/core/replay';
import type { Cart, FieldStep, PageKind, Rules, Signal, Tape, Topic, Visit, WaverRecord } from '../../../src/types';
import { aMoment, aVisit, DELIVERY, NOW, ofType, page, type Untimed } from '../given';

/** What holds for every visit, however odd: all signals, in any order, some of them late. */

const KINDS = Object.keys(detectors);
const PAGES: PageKind[] = ['home', 'listing', 'product', 'cart', 'cart', 'checkout', 'checkout', 'account', 'shipping'];
const TOPICS: Topic[] = ['shipping', 'returns', 'payment', 'size-guide', 'reviews', 'contact', 'about'];
/** Names that objects have anyway: for a form they are names like others. */
const KEYS = ['email', 'zip', 'delivery', 'constructor', '__proto__', 'toString'];
const STEPS: FieldStep[] = ['enter', 'enter', 'edit', 'change', 'change', 'leave'];
/** Told whatever the cart: what is broken is broken for anybody, and a price is copied on a product page. */
const CARTLESS = ['field-error', 'coupon-rejected', 'payment-failure', 'rage-click', 'dead-click', 'price-copy'];
/** Goes by changes; one of them may be that the last piece went out. */
const CHANGING = ['cart-wavering'];

const key = fc.constantFrom(...KEYS);
const coupon = fc.constantFrom(true, false, undefined);
const cart: fc.Arbitrary<Cart> = fc.record(
  {
    count: fc.nat(3),
    total: fc.constantFrom(0, 19.9, 49.9, 60),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    confidence: fc.constantFrom(0, 0.3, 0.5, 0.85, 1),
    source: fc.constantFrom('page', 'platform', 'shop'),
  },
  { requiredKeys: ['count'] },
);
/** Of these none is the cause of another, see below. */
const behaviour: fc.Arbitrary<Untimed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('click' as const),
      x: fc.constantFrom(100, 110, 400),
      y: fc.constantFrom(100, 105),
      effect: fc.constantFrom(false, false, false, true),
    }),
  },
  fc.constant<Untimed>({ type: 'dead-click' }),
  fc.record({ type: fc.constant('copy' as const), what: fc.constantFrom('name', 'number', 'price') }),
  fc.record({ type: fc.constant('exit' as const), by: fc.constantFrom('touch' as const, undefined) }),
  fc.record({
    type: fc.constant('vital' as const),
    name: fc.constantFrom('INP', 'LCP', 'CLS'),
    value: fc.double({ min: 0, max: 9000, noNaN: true }),
  }),
  fc.constant<Untimed>({ type: 'payment-failed' }),
  fc.record({
    type: fc.constant('field-invalid' as const),
    field: fc.record({ key, fails: fc.constant('custom' as const), coupon }),
  }),
);
const said: fc.Arbitrary<Untimed> = fc.oneof(
  { weight: 6, arbitrary: behaviour },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...PAGES, 'about' as const, 'other' as const), fc.constantFrom('', '/a', '/b'), fc.nat(3))
      .map(([kind, path, view]) => page(kind, `${path}/${kind}`, `view-${view}`)),
  },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('tick' as const), topics: fc.subarray(TOPICS) }) },
  { weight: 5, arbitrary: cart.map((one): Untimed => ({ type: 'cart', cart: one })) },
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('field' as const), key, did: fc.constantFrom(...STEPS), coupon }),
  },
  { weight: 4, arbitrary: fc.constantFrom<Untimed>({ type: 'hidden' }, { type: 'visible' }) },
  fc.constantFrom<Untimed>(
    { type: 'submit' },
    { type: 'ready', version: '1' },
    { type: 'terms', delivery: DELIVERY },
    { type: 'custom', name: 'mine', detail: { strength: 0.5 } },
    { type: 'preference', key: 'priority', value: 'price' },
    { type: 'outcome', outcome: 'dismissed', campaign: 'question', intent: null },
    { type: 'shared' },
    { type: 'shared', visit: aVisit({ at: NOW + 30_000, moments: [aMoment()], cartAt: NOW + 9000 }) },
  ),
);
/** Rare, since they end it all. */
const ending = fc.constantFrom<Untimed>({ type: 'purchase', order: 'A1' }, { type: 'leave' });
const GAPS_MS = [0, 0, 200, 300, 1000, 1000, 1000, 5000, 12_000, 45_000, 400_000, -300, -20_000];
const moves = (least: number, most: number, what = fc.oneof({ weight: 300, arbitrary: said }, ending)) =>
  fc
    .array(fc.tuple(what, fc.constantFrom(...GAPS_MS)), { minLength: least, maxLength: most, size: 'max' })
    .map((all): Signal[] => {
      let at = NOW;
      return all.map(([one, gap]) => {
        at += gap;
        return { ...one, at } as Signal;
      });
    });
const START: fc.Arbitrary<Visit> = fc.constantFrom(
  aVisit(),
  aVisit({ cart: null, stage: 0, path: '/product', kind: 'product' }),
  aVisit({ cart: { count: 1, total: 19.9, confidence: 0.3 } }),
);
const RULES_OF: fc.Arbitrary<Rules> = fc
  .constantFrom<((limit: number) => number)[]>(
    (limit) => limit,
    (limit) => (limit > 100 ? limit : Math.min(limit, 2)),
    () => 1,
    () => 1.5,
  )
  .map((change) => ({
    threshold: 0.6,
    holdout: 0.1,
    maxPerVisit: 1,
    cooldown: 0,
    points: 0,
    pointsLasts: 0,
    moments: Object.fromEntries(Object.entries(detectors).map(([kind, { limit }]) => [kind, change(limit)])),
  }));
const tapeOf = (signals: fc.Arbitrary<Signal[]>): fc.Arbitrary<Tape> =>
  fc.record({ v: fc.constant(1 as const), rules: RULES_OF, start: START, signals });
const tape = tapeOf(moves(0, 120));

const momentsIn = (records: readonly WaverRecord[]) =>
  ofType('moment', records).filter(({ kind }) => KINDS.includes(kind));
/** Each signal's visit, and the moments told at it. */
const walk = ({ rules, start, signals }: Tape) => {
  let visit = start;
  return signals.map((signal) => {
    const step = advance(visit, signal, rules);
    visit = step.visit;
    return { visit, moments: momentsIn(step.records) };
  });
};

test('these visits have every moment there is', () => {
  const told = fc.sample(tape, { numRuns: 400, seed: 7 }).flatMap((one) => momentsIn(replay(one).records));
  expect([...new Set(told.map(({ kind }) => kind))].sort()).toEqual([...KINDS].sort());
});

describe('time', () => {
  test('never runs back in what is told', () => {
    fc.assert(
      fc.property(tape, (one) => {
        const ats = replay(one).records.map(({ at }) => at);
        expect(ats).toEqual([...ats].sort((a, b) => a - b));
      }),
    );
  });

  test('a late signal counts as now: how late it is changes nothing', () => {
    fc.assert(
      fc.property(tape, fc.integer({ min: 1, max: 900_000 }), (one, more) => {
        let latest = one.start.at;
        const later = one.signals.map((signal) => {
          const isLate = signal.at < latest;
          latest = Math.max(latest, signal.at);
          return isLate ? { ...signal, at: signal.at - more } : signal;
        });
        expect(replay({ ...one, signals: later })).toEqual(replay(one));
      }),
    );
  });

  /**
   * Of signals of one instant some are ordered by nature: a page comes before what happens on it, a cart before what is
   * done with it, a tick counts for the field and the topics that were there in that second, one goes into a field before
   * one writes in it, and away before one comes back. What a shopper does to a page and what the page answers with are
   * seen by different watchers, whose order is chance. Two of one kind keep theirs: they come from the same watcher.
   */
  test('the order of different kinds of behaviour in one instant does not matter', () => {
    const group = fc
      .uniqueArray(behaviour, { selector: ({ type }) => type, minLength: 2, maxLength: 7 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    const contents = ({ rules, start, signals }: Tape) => {
      const { visit, records } = replay({ v: 1, rules, start, signals });
      const told = momentsIn(records).map(({ id, ...body }) => JSON.stringify(body));
      return { told: told.sort(), detectors: visit.detectors, field: visit.field };
    };
    fc.assert(
      fc.property(tape, group, moves(0, 40), (one, [inOrder, shuffled], after) => {
        const at = Math.max(one.start.at, ...one.signals.map((signal) => signal.at)) + 500;
        const rest = after.map((signal) => ({ ...signal, at: signal.at - NOW + at }));
        const played = (all: readonly Untimed[]) =>
          contents({ ...one, signals: [...one.signals, ...all.map((said) => ({ ...said, at }) as Signal), ...rest] });
        expect(played(shuffled)).toEqual(played(inOrder));
      }),
    );
  });
});

test('a recorded visit, written down and played elsewhere, is the same to the letter', () => {
  fc.assert(
    fc.property(tape, (one) => {
      expect(JSON.stringify(replay(JSON.parse(JSON.stringify(one))))).toBe(JSON.stringify(replay(one)));
    }),
  );
});

describe('each moment', () => {
  test('has a strength above 0 and up to 1, and no number that is none', () => {
    fc.assert(
      fc.property(tape, (one) => {
        for (const { strength, ...more } of momentsIn(replay(one).records)) {
          expect(strength).toBeGreaterThan(0);
          expect(strength).toBeLessThanOrEqual(1);
          for (const value of Object.values(more))
            if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
        }
      }),
    );
  });

  test('that needs a cart is told with one only, and one that was read well enough', () => {
    fc.assert(
      fc.property(tape, (one) => {
        for (const { visit, moments } of walk(one))
          for (const { kind } of moments)
            if (![...CARTLESS, ...CHANGING].includes(kind)) expect([kind, hasCart(visit)]).toEqual([kind, true]);
      }),
    );
  });

  test('goes by the cart not at all where nothing sure is known of one', () => {
    const unsure = moves(0, 120, said).map((all) =>
      all
        .filter(({ type }) => type !== 'shared')
        .map((signal) => (signal.type === 'cart' ? { ...signal, cart: { ...signal.cart, confidence: 0.3 } } : signal)),
    );
    fc.assert(
      fc.property(RULES_OF, unsure, (rules, signals) => {
        const { records } = replay({ v: 1, rules, start: aVisit({ cart: null }), signals });
        expect(momentsIn(records).filter(({ kind }) => !CARTLESS.includes(kind))).toEqual([]);
      }),
    );
  });

  test('is never told when it is off, and the others are told as ever', () => {
    fc.assert(
      fc.property(tape, fc.subarray(KINDS, { minLength: 1 }), (one, off) => {
        const moments = { ...one.rules.moments, ...Object.fromEntries(off.map((kind) => [kind, 0])) };
        const contents = ({ records }: { records: readonly WaverRecord[] }) =>
          momentsIn(records).map(({ id, ...body }) => body);
        const rest = contents(replay(one)).filter(({ kind }) => !off.includes(kind));
        expect(contents(replay({ ...one, rules: { ...one.rules, moments } }))).toEqual(rest);
      }),
    );
  });
});

describe('what the detectors remember', () => {
  test('is plain JSON at each step', () => {
    fc.assert(
      fc.property(tape, (one) => {
        for (const { visit } of walk(one)) {
          const kept = Object.fromEntries(Object.entries(visit.detectors).filter(([, state]) => state !== undefined));
          expect(JSON.parse(JSON.stringify(visit.detectors))).toEqual(kept);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('stays small over 5,000 signals', () => {
    fc.assert(
      fc.property(tapeOf(moves(5000, 5000, said)), (one) => {
        const { visit } = replay(one);
        // All together; written at each save, and read on each page.
        expect(JSON.stringify(visit.detectors).length).toBeLessThan(4000);
        expect(visit.moments.length).toBeLessThanOrEqual(50);
      }),
      { numRuns: 8 },
    );
  });
});
