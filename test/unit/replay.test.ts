import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prior } from '../../src/core/prior';
import { replay } from '../../src/core/replay';
import type { Busy, Model, PageKind, PopupOutcome, Rules, Signal, Tape, Topic, Visit } from '../../src/types';
import {
  aMoment,
  aShown,
  aVisit,
  DECIDE,
  DELIVERY,
  NOW,
  ofType,
  page,
  play,
  RULES,
  TICK,
  times,
  type Untimed,
} from './given';

/** Names that objects have anyway: for a form, a question or a campaign they are names like others. */
const KEYS = ['email', 'zip', 'constructor', '__proto__', 'toString'];
const key = fc.constantFrom(...KEYS);
const kind = fc.constantFrom<PageKind[]>(
  'home',
  'product',
  'cart',
  'cart',
  'checkout',
  'shipping',
  'returns',
  'account',
);
const topic = fc.constantFrom<Topic[]>('shipping', 'returns', 'payment', 'size-guide');
const cart = fc.record({ count: fc.nat(3) });
const busy = fc.constantFrom<(Busy | null)[]>(null, null, null, 'typing', 'hidden', 'dialog');
const intent = fc.constantFrom('price', 'delivery', 'fit', undefined);
const ENDS: PopupOutcome[] = ['accepted', 'dismissed', 'answered', 'expired', 'failed'];

const said: fc.Arbitrary<Untimed> = fc.oneof(
  { weight: 3, arbitrary: kind.map((k) => page(k, `/${k}`, `view-${k}`)) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('tick' as const),
      topics: fc.option(fc.uniqueArray(topic), { nil: undefined }),
    }),
  },
  { weight: 2, arbitrary: cart.map((c) => ({ type: 'cart' as const, cart: c })) },
  { weight: 1, arbitrary: fc.nat(3).map((n) => ({ type: 'purchase' as const, order: `${n}` })) },
  {
    weight: 3,
    arbitrary: key.map((k) => ({ type: 'field-invalid' as const, field: { key: k, fails: 'custom' as const } })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'exit' as const }) },
  { weight: 2, arbitrary: fc.constantFrom(DELIVERY, null).map((delivery) => ({ type: 'terms' as const, delivery })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('priority', ...KEYS), fc.constantFrom('price', 'delivery', 'effort', null))
      .map(([k, value]) => ({ type: 'preference' as const, key: k, value })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom('mine', 'constructor'), intent, fc.nat(10)).map(([name, why, tenths]) => ({
      type: 'custom' as const,
      name,
      detail: { intent: why, strength: tenths / 10 },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(9), cart).map(([n, c]) => ({
      type: 'shared' as const,
      visit: aVisit({ cart: c, cartAt: NOW + n * 1000, moments: [aMoment({ id: `other-${n}`, at: NOW + n })] }),
      history: [aShown({ visit: 'visit-0', at: NOW - n, outcome: 'dismissed' })],
    })),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(busy, fc.boolean()).map(([b, canKeep]) => ({ type: 'decide' as const, busy: b, canKeep })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...ENDS), fc.constantFrom('question', 'delivery-promise', 'constructor'))
      .map(([outcome, campaign]) => ({ type: 'outcome' as const, outcome, campaign, intent: null })),
  },
);
/** Signals as they may come: mostly in order, some late. */
const signals: fc.Arbitrary<Signal[]> = fc
  .array(fc.tuple(said, fc.integer({ min: -20, max: 60 })), { maxLength: 60 })
  .map((all) => {
    let at = NOW;
    return all.map(([one, seconds]) => {
      at += seconds * 1000;
      return { ...one, at } as Signal;
    });
  });
const rules: fc.Arbitrary<Rules> = fc.record({
  threshold: fc.constantFrom(0, 0.6, 1),
  holdout: fc.constantFrom(0, 0.1, 1),
  maxPerVisit: fc.nat(3),
  cooldown: fc.constantFrom(0, 864e5),
  points: fc.constantFrom(0, 500),
  pointsLasts: fc.constantFrom(60_000, 1_200_000),
  moments: fc.constant({ ...RULES.moments, 'policy-dwell': 2, 'cart-idle': 2 }),
});
const EAGER = Object.fromEntries(Object.keys(RULES.moments).map((one) => [one, 1]));
const tape: fc.Arbitrary<Tape> = fc.record({
  v: fc.constant(1 as const),
  rules,
  start: fc.constantFrom(aVisit(), aVisit({ cart: null }), aVisit({ visitor: 'ruth', delivery: DELIVERY })),
  signals,
});

describe('any tape', () => {
  test('played twice, and once more from its JSON, tells the same to the letter', () => {
    fc.assert(
      fc.property(tape, (one) => {
        const first = JSON.stringify(replay(one));
        expect(JSON.stringify(replay(one))).toBe(first);
        expect(JSON.stringify(replay(JSON.parse(JSON.stringify(one))))).toBe(first);
      }),
    );
  });

  test('leaves the visit as plain JSON', () => {
    fc.assert(
      fc.property(tape, (one) => {
        const { visit, records, showings } = replay(one);
        expect(JSON.parse(JSON.stringify({ visit, records, showings }))).toEqual({ visit, records, showings });
      }),
    );
  });

  test('never runs back in time, and never gives two records the same id', () => {
    fc.assert(
      fc.property(tape, (one) => {
        // A view of the same name counts its records anew: here each page is its own.
        const views = one.signals.map((s, i) => (s.type === 'page' ? { ...s, view: `page-${i}` } : s));
        const { records, visit } = replay({ ...one, signals: views });
        const ats = records.map(({ at }) => at);
        expect(ats).toEqual([...ats].sort((a, b) => a - b));
        expect(visit.at).toBeGreaterThanOrEqual(Math.max(one.start.at, ...ats));
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      }),
    );
  });

  test('shows only what it has decided to show, and nothing to the holdout', () => {
    fc.assert(
      fc.property(tape, (one) => {
        const { records, showings } = replay(one);
        const decisions = ofType('decision', records);
        expect(decisions.filter(({ show }) => show).map(({ campaign }) => campaign)).toEqual(
          showings.map(({ campaign }) => campaign),
        );
        if (one.rules.holdout === 1) expect(showings).toEqual([]);
        expect(decisions.every(({ propensity }) => propensity >= 0 && propensity <= 1)).toBe(true);
      }),
    );
  });

  test('never says more of a score than its reasons add up to', () => {
    fc.assert(
      fc.property(tape, (one) => {
        for (const { churn, intents } of ofType('score', replay(one).records)) {
          expect(churn).toSatisfy((c: number) => c >= 0 && c <= 1);
          expect(Object.values(intents).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});

test('no visit is interrupted more often than the shop allows', () => {
  // As on a page: one popup at a time, each ends once or stays open to the end.
  const ending = fc.option(fc.constantFrom(...ENDS));
  fc.assert(
    fc.property(fc.array(fc.tuple(said, ending), { maxLength: 60 }), rules, (moves, theRules) => {
      let visit: Visit = aVisit({ delivery: DELIVERY });
      let open: string | undefined;
      let interruptions = 0;
      const feed = (one: Untimed) => {
        const signal = { at: visit.at + 1000, ...one } as Signal;
        const step = replay({ v: 1, rules: theRules, start: visit, signals: [signal] });
        const invited = visit.chance?.invited;
        visit = step.visit;
        for (const { campaign } of step.showings) {
          open = campaign;
          if (!invited) interruptions++;
        }
        return step;
      };
      for (const [move, end] of moves) {
        if (move.type === 'outcome') {
          if (!open || !end) continue;
          const invited = visit.history.filter((s) => s.campaign === open && s.visit === visit.id).pop()?.invited;
          // A question that was answered and a popup that never stood are no interruption.
          if (!invited && (end === 'answered' || end === 'failed')) interruptions--;
          feed({ type: 'outcome', outcome: end, campaign: open, intent: null });
          open = undefined;
        } else if (move.type === 'decide') feed({ ...move, busy: open ? 'popup-open' : move.busy });
        else feed(move);
        expect(interruptions).toBeLessThanOrEqual(theRules.maxPerVisit);
      }
    }),
  );
});

test.each([null, { count: 0 }])('reading the terms with the cart %j leads to no popup', (empty) => {
  const reading = fc.oneof(
    fc.constantFrom(
      page('shipping'),
      page('returns'),
      page('payment'),
      page('size-guide'),
      page('product'),
      page('cart'),
    ),
    fc.record({ type: fc.constant('tick' as const), topics: fc.uniqueArray(topic) }),
    fc.constant(DECIDE),
    fc.constant<Untimed>({ type: 'exit' }),
  );
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 80 }), (all) => {
      const eager = { ...RULES, threshold: 0, moments: EAGER };
      const { records, showings } = play(all, aVisit({ cart: empty, delivery: DELIVERY }), eager);
      expect(showings).toEqual([]);
      expect(records).toEqual([]);
    }),
  );
});

test('decide is judged, all else advances, and showings come in order', () => {
  const { records, showings, visit } = play([page('cart'), ...times(20, TICK), DECIDE]);
  expect(records.map(({ type }) => type)).toEqual(['moment', 'score', 'decision']);
  expect(showings.map(({ campaign }) => campaign)).toEqual(['question']);
  expect(visit.history).toHaveLength(1);
});

describe('a tape that was judged by a model of the shop’s own', () => {
  const calm: Model = { ...prior, name: 'calm', churn: { intercept: -3, tables: {} } };
  const sure: Model = { ...prior, name: 'sure', churn: { intercept: 3, tables: {} } };
  const tape = (...models: (string | undefined)[]): Tape => ({
    v: 1,
    rules: RULES,
    start: aVisit(),
    signals: models.flatMap((model, i) => [
      { type: 'custom', name: 'mine', at: NOW + i },
      { type: 'decide', busy: null, canKeep: true, model, at: NOW + i },
    ]),
    model: calm,
  });
  const heard = (one: Tape, model?: Model) =>
    ofType('score', replay(one, model).records).map(({ churn }) => Math.round(churn * 100) / 100);

  test('replays each decision by what judged it then: the prior until the model was there', () => {
    const [first = 0, second = 0] = heard(tape('prior-1', 'calm'));
    expect(first).toBeGreaterThan(0.7);
    expect(second).toBe(0.05);
  });

  test('and can be judged anew by another', () => {
    expect(heard(tape('prior-1', 'calm'), sure)).toEqual([0.95, 0.95]);
    expect(heard(tape('calm', 'calm'), calm)).toEqual([0.05, 0.05]);
  });

  test('one from before models were told of is the prior’s', () => {
    const { model: _, ...old } = tape(undefined);
    expect(heard(old)[0]).toBeGreaterThan(0.7);
  });
});
