import { parseMoney } from '../money';
import { askShop } from './askShop';
import { pageByClass } from './pageByClass';
import type { Platform } from './platform';
import { EMPTY, stateCart } from './stateCart';

/**
 * Shopware 6: the widget in its header, else the same piece of HTML from the server. Its number counts line items and not
 * pieces, hence the doubt; its sum is right. `*` behind it is a footnote.
 */

const DOUBT = 0.7;

const readWidget = (widget: ParentNode) => {
  const badge = widget.querySelector('.header-cart-badge')?.textContent?.trim();
  const money = parseMoney(
    widget.querySelector('.header-cart-total')?.textContent?.trim() ?? '',
    document.documentElement.lang,
  );
  return badge ? stateCart(badge, money?.amount, money?.currency, DOUBT) : undefined;
};

const has = (name: string) => document.body.classList.contains(name);
/** `/checkout/cart` is the cart. */
const atCheckout = () => /\/checkout\/(?!cart(\/|$))/.test(location.pathname) || has('is-act-confirmpage');

export const shopware: Platform = {
  name: 'shopware',
  detect: () => /(^| )is-ctl-[a-z]/.test(document.body.className),
  async readCart() {
    // No number in the page is either an empty cart or a page from a cache.
    const known = readWidget(document);
    if (known || atCheckout()) return known;
    const { router } = window as { router?: Record<string, unknown> };
    const route = Object(router)['frontend.checkout.info'];
    const html = await askShop(typeof route === 'string' ? route : '/widgets/checkout/info');
    if (html === undefined) return;
    if (!html.trim()) return EMPTY;
    const widget = new DOMParser().parseFromString(html, 'text/html');
    // An error page at 200 has no such part.
    return readWidget(widget) ?? (widget.querySelector('.header-cart-total') ? EMPTY : undefined);
  },
  watch(listen, changed) {
    // The plugins' emitters are events on their elements, which do not bubble.
    const stops = [
      listen(document, 'fetchCartWidgets offCanvasOpened', changed),
      listen(
        document,
        'fetch',
        ({ target }) => (target as Partial<Element>).matches?.('[data-cart-widget]') && changed(),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
  /** Categories hold the shop's terms too, so they are left to their addresses. */
  readPage: () =>
    pageByClass([
      ['is-act-finishpage', 'thank-you'],
      ['is-act-confirmpage', 'checkout'],
      ['is-act-checkoutregisterpage', 'checkout'],
      ['is-act-cartpage', 'cart'],
      ['is-ctl-product', 'product'],
      ['is-ctl-search', 'listing'],
      ['is-act-home', 'home'],
      ['is-ctl-accountprofile', 'account'],
      ['is-ctl-accountorder', 'account'],
      ['is-ctl-auth', 'account'],
    ]),
  readOrder() {
    const id = document.querySelector('.finish-ordernumber')?.getAttribute('data-order-number')?.trim();
    return id ? { id } : undefined;
  },
};
