import type { Cart } from '../../types';
import { parseMoney } from '../money';
import { askShopJson } from './askShop';
import { dig } from './dig';
import { createBell, hook, onJQuery } from './hook';
import { orderBy, pageByClass, textOf } from './pageByClass';
import type { Platform } from './platform';
import { amount, EMPTY, stateCart } from './stateCart';

/** WooCommerce, classic and blocks: the blocks' store where it is loaded, else the Store API. */

const GLOBALS = ['wc_add_to_cart_params', 'wc_cart_fragments_params', 'wc_checkout_params', 'wcSettings.currency'];
/** Classic themes tell these by jQuery only. A refused coupon is an `applied_coupon` too: a hint, no fact. */
const CLASSIC =
  'added_to_cart removed_from_cart updated_cart_totals updated_wc_div wc_cart_emptied wc_fragments_refreshed updated_checkout';
const STORE = 'wc/store/cart';

/** A cart of the Store API, which the blocks keep with the first letters of its names changed. Money in minor units. */
const fromStore = (cart: unknown): Cart | undefined => {
  const totals = dig(cart, 'totals');
  const digits = amount(dig(totals, 'currency_minor_unit'));
  const total = amount(dig(totals, 'total_price')) / 10 ** digits;
  return stateCart(dig(cart, 'items_count') ?? dig(cart, 'itemsCount'), total, dig(totals, 'currency_code'));
};

/** From the blocks' store, once it has come: asking for it earlier would make the page fetch it. */
const readStore = (): Cart | undefined => {
  try {
    const { wp } = window as {
      wp?: { data?: { select?: (store: string) => Record<string, (name?: string) => unknown> } };
    };
    const store = wp?.data?.select?.(STORE);
    const isThere = store?.hasFinishedResolution?.('getCartData') ?? true;
    return isThere ? fromStore(store?.getCartData?.()) : undefined;
  } catch {
    // No store of that name.
  }
};

const atCheckout = () =>
  document.body.classList.contains('woocommerce-checkout') || /\/checkout(\/|$)/.test(location.pathname);

export const wooCommerce: Platform = {
  name: 'woocommerce',
  detect: () =>
    GLOBALS.some((name) => typeof dig(window, name) === 'object') ||
    /(^| )woocommerce(-|$| )/.test(document.body.className),
  async readCart() {
    // Set with the first thing in the cart: a flag, not its number.
    if (!/(^|; )woocommerce_items_in_cart=[^0;]/.test(document.cookie)) return EMPTY;
    const known = readStore();
    if (known || atCheckout()) return known;
    const link = document.querySelector<HTMLLinkElement>('link[rel="https://api.w.org/"]');
    // Behind `?rest_route=/` too, on sites without speaking addresses.
    return fromStore(await askShopJson(`${link?.href || '/wp-json/'}wc/store/v1/cart`));
  },
  watch(listen, changed) {
    const bell = createBell(listen, changed);
    let last = '';
    const stops = [
      bell.stop,
      listen(document, 'wc-blocks_added_to_cart wc-blocks_removed_from_cart', changed),
      onJQuery(listen, () => document.body, CLASSIC, changed),
      // A changed quantity in the cart block is no event: only its store knows.
      hook(
        listen,
        () => dig(window, 'wp.data') as { subscribe?: (hear: () => void, store: string) => () => void } | undefined,
        (data) =>
          data.subscribe?.(() => {
            const now = JSON.stringify(readStore()) ?? last;
            if (now === last) return;
            last = now;
            bell.ring();
          }, STORE),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
  readPage: () =>
    pageByClass([
      ['woocommerce-order-received', 'thank-you'],
      ['woocommerce-checkout', 'checkout'],
      ['woocommerce-cart', 'cart'],
      ['woocommerce-account', 'account'],
      ['single-product', 'product'],
      ['home', 'home'],
      ['post-type-archive-product', 'listing'],
      ['tax-product_cat', 'listing'],
      ['tax-product_tag', 'listing'],
    ]),
  readOrder() {
    if (wooCommerce.readPage?.() !== 'thank-you') return;
    // The same page says that a payment failed, and offers to try again.
    if (document.querySelector('.woocommerce-thankyou-order-failed,.wc-block-order-confirmation-status__actions'))
      return;
    const order = orderBy(
      textOf('.woocommerce-order-overview__order strong') ||
        textOf('.wc-block-order-confirmation-summary-list-item__value') ||
        (location.search.includes('key=wc_order_') ? /\/(\d+)\/?$/.exec(location.pathname)?.[1] : ''),
    );
    const total = parseMoney(textOf('.woocommerce-order-overview__total strong'), document.documentElement.lang);
    return (
      order && { ...order, ...(total && { value: total.amount }), ...(total?.currency && { currency: total.currency }) }
    );
  },
};
