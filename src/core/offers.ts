import type { Hold, Incentive, Offer, Offers, PopupContent, Visit } from '../types';
import { depth } from './depth';
import { isSure } from './moments/hasCart';
import { own } from './own';

/** What the popup states. */
type Stated = Omit<Extract<PopupContent, { popup: 'offer' }>, 'popup'>;
type Terms = Omit<Stated, 'kind'>;

interface Asked {
  /** Its id. */
  readonly campaign: string;
  readonly incentive: Incentive;
  readonly visit: Visit;
  readonly churn: number;
  /** Churn from which on the shop acts. */
  readonly threshold: number;
  /** As the device's clock has it, also where it was set back. */
  readonly at: number;
}

/** Judgement: clocks that are set right by the network move by seconds; two minutes are somebody's hand. */
const MOVED_MS = 120_000;
/** Rolling, so that it holds for the shop's day in any time zone. */
const DAY_MS = 864e5;
/** 0.1 · 30 / 0.01 is 299.99…: a sum that is just enough is enough. */
const TINY = 1e-9;

/**
 * The one that was made goes on as it was made. What an earlier version or somebody's console left out is not made up, and a
 * gift that was promised does not become points because the campaign has changed.
 */
const goOn = (known: Offer, { incentive, at }: Asked): Terms | Hold => {
  const { id, kind = 'points', points, endsAt, state, startsAt = 0, seenAt = 0 } = known;
  if (state !== 'open' || at >= endsAt || !id || !(points > 0) || kind !== incentive.kind) return 'no-facts';
  return at < Math.max(startsAt, seenAt) - MOVED_MS ? 'clock' : { amount: points, endsAt };
};

/** A new one, if this shopper may have one more. */
const begin = ({ incentive, visit, churn, threshold, at }: Asked): Terms | Hold => {
  const { lasts, costEach, marginFloor, perDay = Infinity, perShopper = Infinity } = incentive;
  // Signals of this visit lie ahead of now: a deadline by this clock would be anyone's guess.
  if (visit.at - at > MOVED_MS) return 'clock';
  const starts = Object.values(visit.offers).map(({ startsAt, endsAt }) => startsAt ?? endsAt);
  if (starts.length >= perShopper || starts.filter((start) => at - start < DAY_MS).length >= perDay)
    return 'incentive-budget';
  const { cart } = visit;
  const total = (cart && isSure(cart) && cart.total) || 0;
  const fits = marginFloor && costEach ? ((total * marginFloor) / costEach) * (1 + TINY) : Infinity;
  const amount = depth(incentive, churn, threshold, fits);
  if (!amount) return fits < Infinity ? 'incentive-budget' : 'no-facts';
  return { amount, endsAt: at + lasts };
};

/**
 * What is offered now and until when, or why nothing is. A deadline is set when it is first shown; from then on the offer
 * goes on with its amount and its deadline over reloads, tabs and visits, and once it has passed, was claimed or was refused
 * there is no other. A clock that was set forward only makes it look over; set back to before the offer was made or last
 * seen, it is not believed.
 *
 * `perDay` and `perShopper` count the offers of this device. What all shoppers get together, and what one gets who deletes
 * what was kept, only the shop can know: its claim answers `refused`.
 */
export const offerFor = (asked: Asked): Stated | Hold => {
  const known = own(asked.visit.offers, asked.campaign);
  const terms = known ? goOn(known, asked) : begin(asked);
  return typeof terms === 'string' ? terms : { kind: asked.incentive.kind, ...terms };
};

/** All offers, with what is kept of one that is shown: the first time it begins, later it was only seen once more. */
export const makeOffer = (
  { offers, view, told }: Visit,
  campaign: string,
  { kind, amount: points, endsAt }: Stated,
  at: number,
): Offers => {
  const begun: Offer = { id: `${view}-${told}`, points, endsAt, state: 'open', startsAt: at };
  const offer: Offer = own(offers, campaign) ?? (kind === 'points' ? begun : { ...begun, kind });
  // Never back: a clock that is set back a little, again and again, would be set back a lot.
  const seenAt = Number(offer.seenAt) > at ? offer.seenAt : at;
  return { ...offers, [campaign]: { ...offer, seenAt } };
};
