import type { Guard } from '../browser/guard';
import type { Listen, Stop } from '../browser/listen';
import { currentPath } from '../browser/route';
import type { Door } from '../door';
import type { Said } from '../runVisit';
import type { Cart, CartSource, PageKind, Visit } from '../types';
import { watchAdobeLayer } from './adobeLayer';
import { createCartControl } from './cartControl';
import { guessPage } from './guessPage';
import { legacyCommerce } from './legacyCommerce';
import { mayBePlatform } from './mayBePlatform';
import { readOrderPage } from './orderPage';
import type { Order, Platform } from './platforms/platform';
import { weighCart } from './weighCart';
import { CART_WORDS, fold } from './words';

/** Asked again this much later: shops answer, and single-page shops fill in their headings. */
const SETTLED_MS = 500;
/** An order the page states is believed once nobody who knows better has told of it. */
const ORDER_MS = 3000;
/** Between two requests for the cart, at least; twice as long after each that brought nothing new. */
const ASK_MS = 1000;
const MOST_MS = 30_000;
/** What a heading says of its page. */
const HEADED = 0.85;
/** A guess that is not more likely than not is none. */
const SURE = 0.5;
/** Addresses by which pages change or fetch their cart. */
const CART_URL = RegExp(`${CART_WORDS}|line item`);

export interface ShopEars {
  readonly load: Door['load'];
  readonly feed: (said: Said) => void;
  readonly visit: () => Visit;
  /** A message of the data layer, in GA4's form. */
  readonly hearLayer: (message: object) => void;
  /** `sure`: no less than a word in the address, as the shop system's own word is. */
  readonly sayKind: (kind: PageKind, sure: boolean) => void;
}

/**
 * Cart, page and order, where the shop does not tell them: from the shop system if it is one we know, else from the page
 * as shoppers see it. What happens on the page is a hint to read again, never a fact.
 */
export const watchShop = (guard: Guard, listen: Listen, { load, feed, visit, hearLayer, sayKind }: ShopEars) => {
  const stops: Stop[] = [];
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const heard = new WeakSet<object>();
  const control = createCartControl();
  let told: Partial<Record<CartSource, Cart>> = {};
  let platform: Platform | undefined;
  let seeking = false;
  let stopped = false;
  let title = '';
  let asking = false;
  let askedAt = 0;
  let answeredAt = 0;
  let patience = ASK_MS;
  let due = false;
  let again = false;

  const later = (work: () => void, ms: number) => {
    const timer = setTimeout(
      guard(() => {
        timers.delete(timer);
        work();
      }),
      ms,
    );
    timers.add(timer);
  };
  /** Said only when it is another than before. Is it? */
  const say = (cart: Cart | undefined, source: CartSource): boolean => {
    const before = told[source];
    if (JSON.stringify(cart) === JSON.stringify(before)) return false;
    told[source] = cart;
    const { cart: known, cartAt } = visit();
    // What was told in another document is old.
    const isOld = cartAt < performance.timeOrigin;
    const believed = cart && weighCart({ cart, source, before }, known, cartAt, Date.now(), isOld);
    if (believed) feed({ type: 'cart', cart: believed });
    return true;
  };
  /** For want of the shop's own word. */
  const sayOrder = ({ id: order, ...sum }: Order) => {
    if (visit().ended !== 'converted') feed({ type: 'purchase', order, ...sum });
  };
  const readCart = guard(async () => {
    due = false;
    if (asking || !platform) return;
    asking = true;
    askedAt = performance.now();
    const cart = await platform.readCart().catch(() => undefined);
    asking = false;
    answeredAt = performance.now();
    patience = say(cart, 'platform') ? ASK_MS : Math.min(2 * patience, MOST_MS);
    if (again) hint();
    again = false;
  });
  /** Asked once a page, unless the shop has just told it: then the shop system is taken to agree. */
  const readFirst = () => {
    const { cart, cartAt } = visit();
    if (cart?.source === 'shop' && cartAt >= performance.timeOrigin) told.platform = cart;
    else readCart();
  };
  /** The cart may have changed. */
  const hint = () => {
    // The answer under way may be from before the change.
    again ||= asking;
    if (due || asking || !platform) return;
    due = true;
    later(readCart, Math.max(SETTLED_MS, askedAt + patience - performance.now()));
  };
  /** The shop system's own word that it has. */
  const hear = () => {
    patience = ASK_MS;
    hint();
  };
  /** Its scripts may come late. */
  const seekPlatform = guard(async () => {
    if (seeking || !mayBePlatform()) return;
    seeking = true;
    const { platforms } = await load('platforms');
    platform = platforms.find((one) => one.detect());
    if (!platform || stopped) return;
    stops.push(platform.watch(listen, hear));
    guess();
    readFirst();
  });
  const guess = () => {
    ({ title } = document);
    const known = platform?.readPage?.();
    const path = currentPath();
    const { kind = known ?? control.kind(), confidence = 1 } = (!known && guessPage(document, path)) || {};
    // `/p/7` is named by a letter: a heading knows better.
    const isHeaded = confidence >= HEADED && /\/\d+$/.test(path);
    if (kind && confidence >= SURE) sayKind(kind, !!known || isHeaded);
  };

  /** Messages of the data layer in the form that the tag does not know. */
  const readLegacy = () => {
    const { dataLayer } = window as { dataLayer?: unknown };
    for (const message of Array.isArray(dataLayer) ? dataLayer : []) {
      if (!message || typeof message !== 'object' || heard.has(message)) continue;
      heard.add(message);
      const ga4 = legacyCommerce(message);
      if (ga4) hearLayer(ga4);
    }
  };

  seekPlatform();
  stops.push(
    listen(document, 'click', control.hint),
    watchAdobeLayer(guard, ({ cart, order }) => {
      if (cart) say(cart, 'data-layer');
      if (order) sayOrder(order);
    }),
  );
  if (window.PerformanceObserver) {
    const observer = new PerformanceObserver(
      guard((list) => {
        const isHint = ({ name, startTime, initiatorType }: PerformanceResourceTiming) =>
          /^(fetch|xmlhttprequest)$/.test(initiatorType) &&
          CART_URL.test(fold(name)) &&
          // Not what we asked for ourselves.
          !asking &&
          (startTime < askedAt || startTime > answeredAt);
        if ((list.getEntries() as PerformanceResourceTiming[]).some(isHint)) hint();
      }),
    );
    observer.observe({ type: 'resource' });
    stops.push(() => observer.disconnect());
  }

  return {
    /** Another page, or the first one. */
    page() {
      told = {};
      patience = ASK_MS;
      guess();
      later(guess, SETTLED_MS);
      later(() => {
        if (visit().kind !== 'thank-you') return;
        // The shop system knows the number for sure, the page often the sum as well.
        const order = { ...readOrderPage(document, currentPath()), ...platform?.readOrder?.() };
        if (order.id) sayOrder({ ...order, id: order.id });
      }, ORDER_MS);
      readLegacy();
      say(control.read(), 'page');
      readFirst();
    },
    /** Each second the page is in view. */
    second() {
      readLegacy();
      if (document.title !== title) guess();
      seekPlatform();
      if (say(control.read(), 'page')) hint();
    },
    stop() {
      stopped = true;
      timers.forEach(clearTimeout);
      for (const stop of stops) stop();
    },
  };
};
