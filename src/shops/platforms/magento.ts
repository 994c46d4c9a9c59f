import { askShopJson, parseJson } from './askShop';
import { dig } from './dig';
import { createBell, hook, onJQuery } from './hook';
import { orderBy, pageByClass, textOf } from './pageByClass';
import type { Platform } from './platform';
import { stateCart } from './stateCart';

/** Magento and Adobe Commerce, themes Luma and Hyvä: the cart section that both keep in the browser's storage. */

const STORAGE = 'mage-cache-storage';
const CART_MODULE = 'Magento_Customer/js/customer-data';

const stored = (key: string) => {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is closed to scripts.
  }
};

/** The section as stored; not once the shop has marked it as outdated, or its time is over. */
const storedSection = () => {
  const isOutdated = dig(parseJson(stored(`${STORAGE}-section-invalidation`)), 'cart');
  const isOver = Date.parse(`${stored('mage-cache-timeout')}`.replace(/"/g, '')) < Date.now();
  return isOutdated || isOver ? undefined : dig(parseJson(stored(STORAGE)), 'cart');
};

/** The section itself has none. */
const currency = () =>
  dig(window, 'checkoutConfig.quoteData.quote_currency_code') ??
  document
    .querySelector('meta[property="product:price:currency"],meta[itemprop=priceCurrency]')
    ?.getAttribute('content');

const fromSection = (cart: unknown) =>
  stateCart(
    dig(cart, 'summary_count'),
    dig(cart, 'subtotalAmount') ?? (dig(cart, 'summary_count') === 0 ? 0 : ''),
    currency(),
  );

/** The checkout has its own figures, with shipping in them. */
const fromCheckout = () => {
  const totals = dig(window, 'checkoutConfig.totalsData');
  const segments = dig(totals, 'total_segments');
  const grand = Array.isArray(segments) && segments.find((one) => dig(one, 'code') === 'grand_total');
  return stateCart(dig(totals, 'items_qty'), dig(grand, 'value') ?? dig(totals, 'grand_total'), currency());
};

/** `/checkout/cart` is the cart. */
const atCheckout = () => /\/(checkout|onestepcheckout|multishipping)(\/(?!cart(\/|$))|$)/.test(location.pathname);

export const magento: Platform = {
  name: 'magento',
  detect: () =>
    typeof dig(window, 'hyva') === 'object' ||
    !!document.querySelector('script[type="text/x-magento-init"],[data-mage-init]') ||
    !!stored(STORAGE),
  async readCart() {
    if (atCheckout()) return fromCheckout() ?? fromSection(storedSection());
    const known = fromSection(storedSection());
    if (known) return known;
    // Set with the first thing a visitor does that is not for everybody. Before, there is no cart to ask for.
    if (stored(STORAGE) == null && !/(^|; )private_content_version=/.test(document.cookie)) return;
    const base = dig(window, 'BASE_URL');
    const root = typeof base === 'string' && base.endsWith('/') ? base : '/';
    return fromSection(dig(await askShopJson(`${root}customer/section/load/?sections=cart`), 'cart'));
  },
  watch(listen, changed) {
    const bell = createBell(listen, changed);
    const stops = [
      bell.stop,
      // Hyvä, on every load too.
      listen(window, 'private-content-loaded', changed),
      // Another tab.
      listen<StorageEvent>(window, 'storage', ({ key }) => key === STORAGE && changed()),
      // Luma. The first also after an answer that says no.
      onJQuery(listen, () => document, 'ajax:addToCart customer-data-reload', changed),
      hook(
        listen,
        () => {
          const { require } = window as {
            require?: ((name: string) => unknown) & { defined?: (name: string) => boolean };
          };
          if (!require?.defined?.(CART_MODULE)) return;
          const data = require(CART_MODULE) as { get(section: string): Observable };
          return data.get('cart');
        },
        (cart) => {
          const subscription = cart.subscribe(bell.ring);
          return () => subscription.dispose();
        },
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
  readPage: () =>
    pageByClass([
      ['checkout-onepage-success', 'thank-you'],
      ['multishipping-checkout-success', 'thank-you'],
      ['checkout-cart-index', 'cart'],
      ['checkout-index-index', 'checkout'],
      ['hyva_checkout-index-index', 'checkout'],
      ['catalog-product-view', 'product'],
      ['catalog-category-view', 'listing'],
      ['catalogsearch-result-index', 'listing'],
      ['cms-index-index', 'home'],
      ['contact-index-index', 'contact'],
      ['account', 'account'],
    ]),
  readOrder: () =>
    magento.readPage?.() === 'thank-you'
      ? orderBy(textOf('.checkout-success .order-number') || textOf('.checkout-success p > span'))
      : undefined,
};

/** As of Knockout. */
interface Observable {
  subscribe(hear: () => void): { dispose(): void };
}
