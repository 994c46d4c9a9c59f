import type { Campaign, PopupContent, Score, Uplift, Visit } from '../types';
import { shopperValue } from './shopperValue';
import { upliftOf } from './upliftOf';

/** What a campaign may bring, and what it costs. Money in major units; where no value is known, in orders. */
export interface Bet {
  /** Probability that the shopper leaves. */
  readonly churn: number;
  /** Probability of the intent it answers; 1 where none stands out. */
  readonly share: number;
  /** Of those about to leave for this intent, the share who buy because they saw it: a Beta distribution. */
  readonly uplift: readonly [alpha: number, beta: number];
  /** What an order is worth. */
  readonly value: number;
  /** What the incentive costs the shop where it is taken. */
  readonly cost: number;
  /** What showing it costs, whatever comes of it. */
  readonly attention: number;
}

/** Of an order's worth, for each interruption: it must win one order more in five hundred popups. Judgement. */
const ATTENTION = 0.002;
/**
 * Likewise an incentive, where the shop does not say what one costs: as much as an interruption. Judgement: enough for what
 * costs nothing to go first, and not so much that a shop that offers points sees them withheld for a cost nobody has told.
 */
const INCENTIVE = 0.002;

/**
 * What stands on showing this content of a campaign now. An order is worth what is in the cart, else what this shopper's
 * orders were worth on average; where neither is known all is counted in orders.
 */
export const betOf = ({
  campaign: { id, incentive },
  content,
  visit: { cart, orders },
  score: { churn, intent, intents },
  at,
  uplift,
}: {
  readonly campaign: Campaign;
  readonly content: PopupContent;
  readonly visit: Visit;
  readonly score: Score;
  readonly at: number;
  readonly uplift?: Uplift;
}): Bet => {
  const known = cart?.total || shopperValue(orders, at)?.average;
  const value = known ?? 1;
  // What one costs is in money, and says nothing beside an order of unknown worth.
  const each = known ? incentive?.costEach : undefined;
  const gives = content.popup === 'offer' && (each === undefined ? INCENTIVE * value : each * (content.amount || 1));
  return {
    churn,
    share: intent ? intents[intent] : 1,
    uplift: upliftOf(uplift, id, intent),
    value,
    cost: gives || 0,
    attention: ATTENTION * value,
  };
};
