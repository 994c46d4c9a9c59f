const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');

const clockAt = (at) => {
  const date = new Date(at);
  const day = date.getUTCDay();
  return { hour: date.getUTCHours(), weekday: DAYS[day], weekend: day % 6 ? 0 : 1, month: MONTHS[date.getUTCMonth()] };
};

/** Days and hours of an invented shop: two or three days, ordered within the next six hours. */
const windowAt = (at) => {
  const day = (days) => new Date(at + days * 864e5).toISOString().slice(0, 10);
  const orderBefore = at + 6 * 3600e3;
  return { earliest: day(2), latest: day(3), orderBefore, cutoff: true, timeZone: 'Europe/Berlin' };
};

/** What each doubt looks like on the page, and where the shopper is afterwards. */
const DOING = {
  delivery: ({ page, look, feed, now }) => {
    page('shipping');
    look(26);
    feed({ type: 'terms', delivery: windowAt(now()) });
    page('checkout');
  },
  price: ({ page, look, feed }) => {
    page('checkout');
    feed({ type: 'field', key: 'coupon', did: 'enter', coupon: true });
    look(6);
    feed({ type: 'copy', what: 'price' });
  },
  effort: ({ page, look, feed }) => {
    page('checkout');
    for (let attempt = 0; attempt < 4; attempt++) {
      look(3);
      feed({ type: 'field-invalid', field: { key: 'postcode', fails: 'patternMismatch' } });
    }
  },
  unsure: ({ look, feed }) => {
    look(11);
    feed({ type: 'exit' });
  },
  returns: ({ page, look }) => {
    page('returns');
    look(26);
    page('cart');
  },
};

/**
 * One visit of a shopper who does not exist, through the same core as on a page: signals in, records out. `begin` is the
 * visit as it stands before; `show` is asked how a popup ends.
 */
export const simulatedVisit = ({ advance, judge }, begin, { at, rules, next, show }) => {
  let visit = begin;
  let now = at;
  let views = 0;
  const records = [];
  const feed = (said) => {
    const signal = { ...said, at: now };
    const step = signal.type === 'decide' ? judge(visit, signal, rules) : advance(visit, signal, rules);
    records.push(...step.records);
    visit = step.visit;
    if (step.showing) {
      const { campaign, intent } = step.showing;
      for (const { outcome, seconds, said: answer } of show(step.showing)) {
        now += 1000 * seconds;
        feed({ type: 'outcome', outcome, campaign, intent });
        if (answer) feed({ type: 'preference', ...answer });
      }
    }
    if (visit.chance && signal.type !== 'decide')
      feed({
        type: 'decide',
        busy: null,
        canKeep: true,
        clock: clockAt(now),
        seed: Math.floor(next() * 2 ** 32),
      });
  };
  const look = (seconds) => {
    for (let second = 0; second < seconds; second++) {
      now += 1000;
      feed({ type: 'tick' });
    }
  };
  const page = (kind) => {
    now += 500;
    feed({ type: 'page', view: `${visit.id}${(views++).toString(36)}`, path: `/${kind}`, kind });
  };
  const tools = { feed, look, page, now: () => now };
  return {
    tools,
    /** Comes, looks around, perhaps puts something into the cart, and doubts. */
    wander(doubt, cart) {
      page('home');
      feed({ type: 'ready', version: 'simulated' });
      look(1 + Math.floor(next() * 4));
      page('product');
      look(2 + Math.floor(next() * 6));
      if (!cart) return;
      feed({ type: 'cart', cart });
      page('cart');
      look(2);
      DOING[doubt]?.(tools);
      look(2);
    },
    buy(order) {
      if (visit.kind !== 'checkout') page('checkout');
      look(5);
      page('thank-you');
      feed({ type: 'purchase', ...order });
    },
    records,
    visit: () => visit,
  };
};
