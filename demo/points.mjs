import { points } from './terms.mjs';

const longest = points.lastsMinutes * 60_000;

const isClaim = (body) =>
  typeof body?.offer === 'string' &&
  /^[\w.:-]{1,100}$/.test(body.offer) &&
  typeof body.campaign === 'string' &&
  Number.isFinite(body.points) &&
  Number.isFinite(body.endsAt);

/**
 * The shop's side of a points offer. The browser proposes, the shop decides: an id is good for one grant, the clock
 * starts when the shop first sees it, and no deadline from a browser is believed beyond the longest the shop offers.
 */
export const createPoints = (now = Date.now) => {
  const offers = new Map();
  return {
    claim(body) {
      if (!isClaim(body)) return { status: 'refused' };
      const offer = offers.get(body.offer) ?? {
        endsAt: Math.min(body.endsAt, now() + longest),
        granted: false,
        spent: false,
      };
      offers.set(body.offer, offer);
      if (offer.granted) return { status: 'already-used' };
      if (now() > offer.endsAt) return { status: 'expired' };
      offer.granted = true;
      return { status: 'granted', points: points.amount };
    },
    held: (id) => (offers.get(id)?.granted && !offers.get(id).spent ? points.amount : 0),
    spend: (id) => {
      if (offers.has(id)) offers.get(id).spent = true;
    },
  };
};
