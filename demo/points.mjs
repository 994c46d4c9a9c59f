import { delivery, points } from './terms.mjs';

const aDay = 86_400_000;
const longest = points.lastsMinutes * 60_000;
/** What the shop gives away in a day: at most $200 of points, and to one shopper $6. */
const perDay = 100;
const perShopper = 3;
/** Ids remembered at most. Who invents so many shuts the door until theirs have passed: a real shop limits the rate, too. */
const most = 10_000;

const shopDay = new Intl.DateTimeFormat('en-CA', { timeZone: delivery.timeZone });

const isClaim = (body) =>
  typeof body?.offer === 'string' &&
  /^[\w.:-]{1,100}$/.test(body.offer) &&
  typeof body.campaign === 'string' &&
  (body.kind ?? 'points') === 'points' &&
  Number.isFinite(body.points) &&
  Number.isFinite(body.endsAt);

/**
 * The shop's side of a points offer. The browser proposes, the shop decides: an id is good for one grant, and the same answer
 * goes to the same shopper who asks again because the first one was lost. No deadline from a browser is believed beyond the
 * longest the shop offers; and of one shopper the first deadline told in a day holds for every other id of that day, so that
 * nothing is won by making the browser forget. `shopper` is the id the shop itself has signed; whoever brings none is one
 * shopper together with all others who do not.
 */
export const createPoints = (now = Date.now) => {
  const offers = new Map();
  let today = '';
  let granted = 0;
  let shoppers = new Map();

  const turnDay = () => {
    const day = shopDay.format(now());
    if (day === today) return;
    today = day;
    granted = 0;
    shoppers = new Map();
  };
  /** What was granted stays known, or it could be granted again. */
  const forget = () => {
    for (const [id, { granted, endsAt }] of offers) if (!granted && endsAt < now()) offers.delete(id);
  };
  const shopperOf = (id) => {
    const known = shoppers.get(id) ?? { granted: 0, endsAt: Infinity };
    shoppers.set(id, known);
    return known;
  };
  const offerOf = ({ offer: id, endsAt }, shopper) => {
    const known = offers.get(id);
    if (!known && offers.size >= most) forget();
    if (known || offers.size >= most) return known;
    const offer = { endsAt: Math.min(endsAt, now() + longest, shopper.endsAt), granted: false };
    offers.set(id, offer);
    return offer;
  };

  return {
    claim(body, name = '') {
      turnDay();
      if (!isClaim(body)) return { status: 'refused' };
      const shopper = shopperOf(name);
      const offer = offerOf(body, shopper);
      if (!offer) return { status: 'refused' };
      if (name) shopper.endsAt = Math.min(shopper.endsAt, offer.endsAt);
      const grant = { status: 'granted', points: points.amount };
      if (offer.granted)
        return name && offer.shopper === name && !offer.spent ? { ...grant, again: true } : { status: 'already-used' };
      if (now() > offer.endsAt) return { status: 'expired' };
      if (granted >= perDay || shopper.granted >= perShopper) return { status: 'refused' };
      Object.assign(offer, { granted: true, shopper: name });
      granted++;
      shopper.granted++;
      return grant;
    },
    held(id) {
      const { granted: isMine, spent, endsAt } = offers.get(id) ?? {};
      return isMine && !spent && now() < endsAt + aDay ? points.amount : 0;
    },
    spend: (id) => {
      if (offers.has(id)) offers.get(id).spent = true;
    },
  };
};
