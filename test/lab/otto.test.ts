import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readVisits } from '../../lab/readVisits.mjs';
import { replay } from '../../src/core/replay';
import type { Rules, Tape, WaverRecord } from '../../src/types';
import { ofType, RULES } from '../unit/given';
import { type Event, type History, historyTapes } from './historyTapes';

/** Histories of shoppers as tapes: what nobody composed for Waver replays as well, and its records can be learned from. */

/** Real, of 20 users; with its licence and its source beside the checkout. Not ours to ship. */
const REAL = '../shared/data/otto-sample/sessions.jsonl';
const hasReal = existsSync(REAL);
if (!hasReal) console.warn(`${REAL} is not there: only histories written by hand are replayed`);
const readReal = (): History[] =>
  readFileSync(REAL, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const T0 = Date.UTC(2022, 7, 1, 12);
const did = (type: Event['type'], seconds: number, aid: number): Event => ({ type, ts: T0 + 1000 * seconds, aid });
const HOUR = 3600;

/** By hand: to and fro with a cart, an order of two articles in one millisecond, and a visit that begins with a cart. */
const WRITTEN: History[] = [
  {
    session: 'a',
    events: [
      did('clicks', 0, 1),
      did('carts', 4, 1),
      did('clicks', 6, 2),
      did('clicks', 8, 1),
      did('clicks', 10, 2),
      did('clicks', 12, 1),
      did('carts', 100, 3),
      did('clicks', 100, 3),
      did('orders', 200, 1),
      did('orders', 200, 3),
      did('clicks', 2 * HOUR, 4),
      did('carts', 4 * HOUR, 5),
      did('carts', 4 * HOUR, 6),
      did('clicks', 4 * HOUR + 20, 6),
    ],
  },
  { session: 'b', events: [did('clicks', 5, 9), did('clicks', 5 + HOUR / 2, 9), did('clicks', 6 + HOUR, 9)] },
  ...['c', 'd', 'e', 'f'].map((session, i) => ({
    session,
    events: [did('clicks', i, 7), did('carts', 30, 7), did('carts', 50, 8)],
  })),
];

/** These shoppers saw no popup, so all of them are held out; and a share of them, as a shop would have it. */
const ALL_HELD_OUT: Rules = { ...RULES, holdout: 1 };

const tapesOf = (histories: readonly History[], rules = ALL_HELD_OUT, tellsCarts = true) =>
  histories.flatMap((history) => historyTapes(history, rules, tellsCarts));
const toJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const linesOf = (records: readonly WaverRecord[]) =>
  records.map((record, i) => ({ row: toJson(record) as unknown as Record<string, unknown>, line: i + 1 }));
const hasSignal = ({ signals }: Tape, type: string) => signals.some((signal) => signal.type === type);
/** Backwards, and not by a sort: another order than any that was written. */
const turned = <T>(list: readonly T[]): T[] => [...list].reverse();

const sources: [string, boolean, () => History[]][] = [
  ['histories written by hand', true, () => WRITTEN],
  ['real histories of OTTO shoppers', hasReal, readReal],
];

describe.each(sources)('%s', (_, isThere, read) => {
  const histories = isThere ? read() : [];
  const made = [
    ...tapesOf(histories),
    ...tapesOf(histories, ALL_HELD_OUT, false),
    ...tapesOf(histories, { ...RULES, threshold: 0.3, holdout: 0.5 }),
  ];

  test.runIf(isThere)('replay to the records that were told when they were made, each time', () => {
    for (const { tape, records, end } of made)
      for (const played of [replay(tape), replay(toJson(tape))]) {
        expect(toJson(played.records)).toEqual(toJson(records));
        expect(toJson(played.visit)).toEqual(toJson(end));
      }
  });

  test.runIf(isThere)('tell plain JSON, and numbers that are numbers', () => {
    for (const { records } of made) {
      expect(toJson(records)).toEqual(records);
      for (const { churn, because } of [...ofType('score', records), ...ofType('decision', records)])
        for (const number of [churn, ...because.map(({ weight }) => weight)]) expect(number).toSatisfy(Number.isFinite);
    }
  });

  test.runIf(isThere)('ask the mind at every chance, and nowhere else', () => {
    for (const { tape, records, end } of made) {
      expect(end.chance).toBeNull();
      expect(tape.signals.filter(({ type }) => type === 'decide')).toHaveLength(ofType('score', records).length);
    }
  });

  test.runIf(isThere)('do not mind the order of lines and events', () => {
    const other = turned(histories.map(({ session, events }) => ({ session, events: turned(events) })));
    const byVisit = (tapes: ReturnType<typeof tapesOf>) =>
      tapes.map(({ tape }) => tape).sort((a, b) => (a.start.id < b.start.id ? -1 : 1));
    expect(byVisit(tapesOf(other))).toEqual(byVisit(tapesOf(histories)));
  });

  test.runIf(isThere)('can be cut in the middle, written down and gone on with', () => {
    for (const { tape, records, end } of made) {
      const middle = Math.floor(tape.signals.length / 2);
      const first = replay({ ...tape, signals: tape.signals.slice(0, middle) });
      const second = replay({ ...tape, start: toJson(first.visit), signals: tape.signals.slice(middle) });
      expect(toJson(second.visit)).toEqual(toJson(end));
      expect(toJson([...first.records, ...second.records])).toEqual(toJson(records));
    }
  });

  test.runIf(isThere)('late signals count as now: time never runs back', () => {
    for (const { tape } of made) {
      const late = tape.signals.map((signal, i) => (i % 5 === 4 ? { ...signal, at: signal.at - 60_000 } : signal));
      const times = replay({ ...tape, signals: late }).records.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  test.runIf(isThere)('give the rows that the histories themselves say', () => {
    const tapes = tapesOf(histories);
    const rows = readVisits(linesOf(tapes.flatMap(({ records }) => records)), 'told.ndjson');
    const expected = tapes.flatMap(({ tape: { start, signals } }) => {
      const order = signals.findIndex(({ type }) => type === 'purchase');
      const asked = signals.slice(0, order < 0 ? undefined : order).filter(({ type }) => type === 'decide');
      return asked.map(({ at }) => ({ at, visitor: start.visitor, bought: order >= 0, weight: 1 / asked.length }));
    });
    const got = rows.records.map(({ bought }, i) => ({
      at: rows.times[i],
      visitor: rows.groups[i],
      bought,
      weight: rows.weights[i],
    }));
    const byTime = (a: { at?: number }, b: { at?: number }) => (a.at ?? 0) - (b.at ?? 0);
    expect(got.length).toBeGreaterThan(0);
    // That nothing at all is chosen has a propensity too, of less than one in a million here.
    const close = expected.map(({ weight, ...row }) => ({ ...row, weight: expect.closeTo(weight, 5) }));
    expect(got.sort(byTime)).toEqual(close.sort(byTime));
    expect(rows.columns).toContain('cart-count');
    for (const record of rows.records) expect(record['cart-count']).toBeGreaterThan(0);
  });

  test.runIf(isThere)('where some see popups, those who do not stand for them', () => {
    const rules = { ...RULES, threshold: 0.3, holdout: 0.5 };
    const tapes = tapesOf(histories, rules);
    const { weights, summary } = readVisits(linesOf(tapes.flatMap(({ records }) => records)), 'told.ndjson');
    const saw = tapes.filter(({ records }) => ofType('decision', records).some(({ show }) => show));
    const withheld = tapes.filter(({ records }) =>
      ofType('decision', records).some((decision) => !decision.show && decision.hold === 'holdout'),
    );
    // Both kinds are there, or this would test nothing.
    expect([saw.length > 0, withheld.length > 0]).toEqual([true, true]);
    expect(summary).toContain(`left out: ${saw.length} visit${saw.length === 1 ? '' : 's'} with a popup`);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const scored = tapes.filter(({ records }) => ofType('score', records).length).length;
    expect(total).toBeCloseTo(scored - saw.length + withheld.length, 4);
  });
});

test('a history as signals: gaps cut visits, carts rise, attention ends, an order is one', () => {
  const [one, two, three] = tapesOf(WRITTEN.slice(0, 1), ALL_HELD_OUT, false).map(({ tape }) => tape);
  const short = (tape?: Tape) =>
    tape?.signals
      .filter(({ type }) => type !== 'tick' && type !== 'decide')
      .map((signal) => {
        const seconds = (signal.at - T0) / 1000;
        if (signal.type === 'page') return `${seconds} ${signal.path}`;
        return signal.type === 'cart' ? `${seconds} cart ${signal.cart.count}` : `${seconds} ${signal.type}`;
      });
  const pages = ['0 /article/1', '4 cart 1', '6 /article/2', '8 /article/1', '10 /article/2', '12 /article/1'];
  expect(short(one)).toEqual([...pages, '100 /article/3', '100 cart 2', '200 purchase', '2000 leave']);
  expect(short(two)).toEqual(['7200 /article/4', '9000 leave']);
  expect(short(three)).toEqual(['14400 /', '14400 cart 1', '14400 cart 2', '14420 /article/6', '16220 leave']);
  // 4 + 2 + 2 + 2 + 2 seconds, then 88 and 100 of which 15 count each; 20 of the last visit, likewise.
  expect([one, two, three].map((tape) => tape?.signals.filter(({ type }) => type === 'tick').length)).toEqual([
    42, 0, 15,
  ]);
  expect(tapesOf(WRITTEN.slice(1, 2))).toHaveLength(2);
});

test('what is kept from visit to visit: orders, and that the shopper has been here', () => {
  const tapes = tapesOf(WRITTEN.slice(0, 1));
  const [first, second, third] = tapes.map(({ tape }) => tape.start);
  expect(first?.id).toBe(first?.visitor);
  expect([second?.orders.length, third?.orders.length]).toEqual([1, 1]);
  const seen = tapes.map(({ records }) => ofType('score', records)[0]?.evidence);
  expect([seen[0]?.visitor, seen[0]?.['past-orders']]).toEqual(['new', 0]);
  expect([seen[2]?.visitor, seen[2]?.['past-orders']]).toEqual(['returning', 1]);
});

test.runIf(hasReal)('144 real visits, 21 with a cart, 5 with an order', () => {
  const tapes = tapesOf(readReal(), ALL_HELD_OUT, false);
  expect(tapes).toHaveLength(144);
  expect(tapes.filter(({ tape }) => hasSignal(tape, 'cart'))).toHaveLength(21);
  expect(tapes.filter(({ records }) => ofType('purchase', records).length)).toHaveLength(5);
  const ends = tapes.map(({ end }) => end.ended);
  expect([ends.filter((end) => end === 'churned').length, ends.filter((end) => end === 'converted').length]).toEqual([
    139, 5,
  ]);
});
