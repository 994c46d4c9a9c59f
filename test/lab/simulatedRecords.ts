import { random } from '../../lab/random.mjs';
import { armOf } from '../../src/core/holdout';

/** As a line of a records file says it. */
export type Told = Record<string, unknown> & {
  type: string;
  visit: string;
  visitor: string;
  id: string;
  at: number;
  evidence?: Seen;
};
export type Seen = Record<string, number | string>;

const FROM = Date.UTC(2026, 9, 1);
const MINUTE = 60_000;

/** Of those who left, so many are seen again: only then is it told that they left. */
const BACK = 0.4;

/** What a popup takes off the log-odds of leaving. */
const EFFECT = -1.5;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const logit = (p: number) => Math.log(p / (1 - p));

/** Half of the shoppers are on their way out at the second score; who is, buys less, and is shown a popup. */
const EXITS = 0.5;
const leaves = (cart: number, exits: boolean) => 1 - 0.3 * cart + (exits ? 2 : 0);

/** Log-odds of leaving without a popup, given what was known: at the first score nobody knows yet who will be on the way out. */
export const truthOf = ({ stage, 'cart-count': cart, exits }: Seen): number =>
  stage === 0
    ? logit(EXITS * sigmoid(leaves(Number(cart), true)) + (1 - EXITS) * sigmoid(leaves(Number(cart), false)))
    : leaves(Number(cart), exits !== undefined);

/**
 * Records of visits that nobody made: simulated, so that it is known what would have happened without a popup. Two scores
 * a visit; the popup comes at the second, for those on their way out who are not held out, and makes some of them stay.
 * Nothing but `exits` and `cart-count` has to do with the end.
 */
export const simulateRecords = (visits: number, { holdout = 0.2, seed = 1 } = {}): Told[] => {
  const next = random(seed);
  return Array.from({ length: visits }, (_, i) => {
    const visit = `visit-${seed}-${i}`;
    // Every third comes back once.
    const visitor = `visitor-${seed}-${i % 3 ? i : i - (i % 6)}`;
    const start = FROM + i * 10 * MINUTE;
    const cart = 1 + Math.floor(next() * 8);
    const exits = next() < EXITS;
    const arm = armOf(visitor, holdout);
    const isShown = exits && arm === 'treatment';
    const left = next() < sigmoid(leaves(cart, exits) + (isShown ? EFFECT : 0));
    const isBack = next() < BACK;
    let told = 0;
    const tell = (type: string, minute: number, body: object): Told => ({
      v: 1,
      id: `view-${visit}-${++told}`,
      type,
      at: start + minute * MINUTE,
      visitor,
      visit,
      page: '/cart',
      ...body,
    });
    const decision = (hold: string | undefined, propensity: number) => ({
      ...(hold ? { show: false, hold } : { show: true }),
      campaign: 'question',
      intent: null,
      churn: 0.7,
      arm,
      propensity,
      because: [],
    });
    const outcome = (name: string) => ({ campaign: null, intent: null, outcome: name, arm });
    return [
      tell('score', 1, { evidence: { 'cart-count': cart, 'past-orders': 0, stage: 0 } }),
      tell('decision', 1, decision('below-threshold', 1)),
      tell('score', 4, {
        evidence: { 'cart-count': cart, 'past-orders': 0, stage: 1, ...(exits ? { exits: 1 } : {}) },
      }),
      ...(isShown
        ? [tell('decision', 4, decision(undefined, 1 - holdout)), tell('outcome', 4, outcome('shown'))]
        : exits
          ? [tell('decision', 4, decision('holdout', holdout)), tell('outcome', 4, outcome('withheld'))]
          : [tell('decision', 4, decision('below-threshold', 1))]),
      ...(left
        ? isBack
          ? [tell('outcome', 2000, outcome('churned'))]
          : []
        : [tell('purchase', 8, { order: visit }), tell('outcome', 8, outcome('purchased'))]),
    ];
  }).flat();
};

/** As they stand in a file: line after line. */
export const linesOf = (records: readonly object[]) =>
  records.map((row, i) => ({ row: row as Record<string, unknown>, line: i + 1 }));
