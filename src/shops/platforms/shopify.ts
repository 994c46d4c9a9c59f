import { own } from '../../core/own';
import type { PageKind } from '../../types';
import { askShopJson } from './askShop';
import { dig } from './dig';
import { createBell, hook } from './hook';
import type { Platform } from './platform';
import { amount, stateCart } from './stateCart';

/**
 * Shopify: `cart.js` below the root of the language. Its checkout runs no script of the theme, so orders are not seen.
 * https://shopify.dev/docs/api/ajax/reference/cart
 */

const PAGES: Readonly<Record<string, PageKind>> = {
  home: 'home',
  index: 'home',
  collection: 'listing',
  'list-collections': 'listing',
  searchresults: 'listing',
  search: 'listing',
  product: 'product',
  cart: 'cart',
};

const isText = (path: string) => typeof dig(window, path) === 'string';

/** Dawn's are plain names of the page, no properties of `window`. */
declare const PUB_SUB_EVENTS: unknown;
type Subscribe = (name: string, hear: () => void) => () => void;

export const shopify: Platform = {
  name: 'shopify',
  detect: () => ['Shopify.routes.root', 'Shopify.shop', 'Shopify.currency.active'].some(isText),
  async readCart() {
    if (/\/(checkouts?|orders)(\/|$)/.test(location.pathname)) return;
    const root = dig(window, 'Shopify.routes.root');
    const cart = await askShopJson(`${typeof root === 'string' && /^\/([\w-]+\/)*$/.test(root) ? root : '/'}cart.js`);
    // Hundredths also of currencies that have none.
    return stateCart(dig(cart, 'item_count'), amount(dig(cart, 'total_price')) / 100, dig(cart, 'currency'));
  },
  watch(listen, changed) {
    // Told when a change begins, and even if it fails: the promise says when it is over. Themes write it in either place.
    const whenDone = (event: Event) =>
      Promise.resolve(dig(event, 'promise') ?? dig(event, 'detail.promise')).then(changed, changed);
    const bell = createBell(listen, changed);
    const stops = [
      bell.stop,
      listen(document, 'shopify:cart:lines-update shopify:cart:discount-update', whenDone),
      listen(document, 'cart:update', changed),
      hook(
        listen,
        () => {
          const { subscribe } = window as { subscribe?: Subscribe };
          const isDawn = typeof PUB_SUB_EVENTS === 'object' && dig(PUB_SUB_EVENTS, 'cartUpdate') === 'cart-update';
          return isDawn && typeof subscribe === 'function' && subscribe;
        },
        (subscribe) => subscribe('cart-update', bell.ring),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
  readPage: () => own(PAGES, `${dig(window, 'ShopifyAnalytics.meta.page.pageType')}`),
};
