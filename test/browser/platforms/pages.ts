/**
 * Pages of the shop systems, cut down to what a script can read: globals, storage, header and the server's answers, in
 * the units and with the traps of the real ones.
 */
export interface ShopPage {
  readonly path: string;
  readonly checkout: string;
  /** What the server writes into the page with so many pieces in the cart, at 1234 each. */
  html(pieces: number): string;
  /** The server's answer to a script; undefined for any other address. */
  answer(path: string, pieces: number): { readonly status?: number; readonly body: string } | undefined;
  /** Run in the page when the cart has changed to three pieces: how the system tells its own scripts. */
  readonly change: string;
  readonly currency: string;
  /** No pieces, but lines are counted. */
  readonly lines?: true;
  readonly asks?: string;
}

/** jQuery as far as events go. Its `trigger` reaches its own handlers only. */
const JQUERY = `<script>
  window.jQuery = Object.assign((target) => ({
    on(types, handle) { for (const type of types.split(' ')) jQuery.all.push([target, type, handle]); },
    off() {},
    trigger(type, args = []) {
      for (const [on, what, handle] of jQuery.all) if (on === target && what === type) handle({ type }, ...args);
    },
  }), { all: [], fn: { on() {} } });
</script>`;
const json = (value: unknown) => ({ body: JSON.stringify(value) });
const page = (head: string, bodyTag: string, rest = '') =>
  `<html><head><title>Watering can</title>${head}</head>${bodyTag}<main><h1>Watering can</h1></main>${rest}</body></html>`;

export const PAGES: Readonly<Record<string, ShopPage>> = {
  shopify: {
    path: '/ja/products/can',
    checkout: '/ja/checkouts/cn/Z2Nw',
    currency: 'JPY',
    asks: '/ja/cart.js',
    html: () =>
      page(
        `<script>Shopify = { shop: 'x.myshopify.com', routes: { root: '/ja/' }, currency: { active: 'JPY' } };
         ShopifyAnalytics = { meta: { page: { pageType: 'product' } } };</script>`,
        '<body>',
      ),
    answer: (path, pieces) =>
      path === '/ja/cart.js'
        ? json({ item_count: pieces, total_price: pieces * 123400, currency: 'JPY', items: [] })
        : undefined,
    // Told before the change; the promise is kept after it.
    change: `document.querySelector('h1').dispatchEvent(Object.assign(new Event('shopify:cart:lines-update', { bubbles: true }),
      { action: 'add', promise: new Promise((done) => setTimeout(done, 300)) }))`,
  },
  'woocommerce, classic': {
    path: '/produkt/kanne/',
    checkout: '/checkout/',
    currency: 'EUR',
    asks: '/wp-json/wc/store/v1/cart',
    html: () =>
      page(
        `<link rel="https://api.w.org/" href="/wp-json/"><script>wc_add_to_cart_params = {};
         document.cookie = 'woocommerce_items_in_cart=1; path=/';</script>`,
        '<body class="single single-product woocommerce woocommerce-page">',
        JQUERY,
      ),
    answer: (path, pieces) =>
      path === '/wp-json/wc/store/v1/cart'
        ? json({
            items_count: pieces,
            totals: { total_price: `${pieces * 123400}`, currency_code: 'EUR', currency_minor_unit: 2 },
          })
        : undefined,
    change: `jQuery(document.body).trigger('added_to_cart', [{}, 'hash'])`,
  },
  'woocommerce, blocks': {
    path: '/produkt/schale/',
    checkout: '/checkout/',
    currency: 'KWD',
    html: (pieces) =>
      page(
        `<script>document.cookie = 'woocommerce_items_in_cart=1; path=/'; wcSettings = { currency: {} };
         cart = { itemsCount: ${pieces}, totals: { total_price: '${pieces * 1234000}', currency_code: 'KWD', currency_minor_unit: 3 } };
         hearers = new Set();
         wp = { data: {
           select: (name) => name === 'wc/store/cart' ? { hasFinishedResolution: () => true, getCartData: () => cart } : undefined,
           subscribe(hear) { hearers.add(hear); return () => hearers.delete(hear); },
         } };</script>`,
        '<body class="single-product woocommerce-js">',
      ),
    answer: () => undefined,
    // A changed quantity: only the store tells.
    change: `cart = { itemsCount: 3, totals: { ...cart.totals, total_price: '3702000' } }; for (const hear of hearers) hear()`,
  },
  'magento, luma': {
    path: '/watering-can.html',
    checkout: '/checkout/',
    currency: 'USD',
    asks: '/customer/section/load/',
    html: (pieces) =>
      page(
        `<meta property="product:price:currency" content="USD"><script>BASE_URL = location.origin + '/';
         document.cookie = 'private_content_version=1; path=/';
         localStorage.setItem('mage-cache-storage', '{"cart":{"summary_count":${pieces},"subtotalAmount":"${pieces * 1234}.0000"}}');</script>`,
        '<body data-mage-init="{}" class="catalog-product-view page-layout-1column">',
        JQUERY,
      ),
    answer: (path, pieces) =>
      path === '/customer/section/load/'
        ? json({ cart: { summary_count: pieces, subtotalAmount: `${pieces * 1234}.0000`, items: [] } })
        : undefined,
    // The section in storage is outdated until it is fetched anew.
    change: `localStorage.setItem('mage-cache-storage-section-invalidation', '{"cart":true}');
      jQuery(document).trigger('ajax:addToCart', [{ sku: 'can' }])`,
  },
  'magento, hyvä': {
    path: '/bowl.html',
    checkout: '/checkout/',
    currency: 'USD',
    html: (pieces) =>
      page(
        `<meta property="product:price:currency" content="USD"><script>hyva = {}; keep = (n) => {
           const cart = { summary_count: n, subtotalAmount: n * 1234 };
           localStorage.setItem('mage-cache-storage', JSON.stringify({ cart }));
           dispatchEvent(new CustomEvent('private-content-loaded', { detail: { data: { cart } } }));
         }; keep(${pieces});</script>`,
        '<body class="catalog-product-view">',
      ),
    answer: () => undefined,
    change: 'keep(3)',
  },
  prestashop: {
    path: '/fr/arrosoirs/1-arrosoir.html',
    checkout: '/fr/commande',
    currency: 'EUR',
    html: (pieces) =>
      page(
        `<script>cartOf = (n) => ({ products: [], products_count: n, totals: { total: { amount: n * 1234 } } });
         prestashop = { cart: cartOf(${pieces}), currency: { iso_code: 'EUR' }, page: { page_name: 'product' }, urls: {} };
         addEventListener('DOMContentLoaded', () => Object.assign(prestashop, {
           all: [], on: (name, hear) => prestashop.all.push([name, hear]), removeListener() {},
           emit: (name, event) => { for (const [on, hear] of prestashop.all) if (on === name) hear(event); },
         }));</script>`,
        '<body id="product">',
      ),
    answer: () => undefined,
    change: `prestashop.emit('updateCart', { reason: { linkAction: 'add-to-cart', cart: cartOf(3) } })`,
  },
  shopware: {
    path: '/Garten/Kanne/SW10001',
    checkout: '/checkout/confirm',
    currency: 'EUR',
    lines: true,
    asks: '/widgets/checkout/info',
    html: () =>
      page(
        '<script>document.documentElement.lang = "de-DE"</script>',
        `<body class="is-ctl-product is-act-index"><header><div class="header-cart" data-cart-widget="true">
         <a class="header-cart-btn" href="/checkout/cart" title="Warenkorb"><span class="header-cart-total">0,00&nbsp;€*</span></a></div></header>`,
      ),
    answer: (path, pieces) =>
      path === '/widgets/checkout/info'
        ? {
            body: `<span class="header-cart-badge">${pieces}</span><span class="header-cart-total">${(pieces * 1234).toLocaleString('de')},00&nbsp;€*</span>`,
          }
        : undefined,
    change: `fetch('/widgets/checkout/info').then((answer) => answer.text()).then((html) => {
      const widget = document.querySelector('[data-cart-widget]');
      widget.firstElementChild.innerHTML = html;
      widget.dispatchEvent(new CustomEvent('fetch', { detail: { content: html } }));
    })`,
  },
  bigcommerce: {
    path: '/watering-can/',
    checkout: '/checkout',
    currency: 'USD',
    asks: '/api/storefront/carts',
    html: (pieces) =>
      page(`<script>BCData = {}; localStorage.setItem('cart-quantity', ${pieces});</script>`, '<body>', JQUERY),
    answer: (path, pieces) =>
      path === '/api/storefront/carts'
        ? json([
            {
              currency: { code: 'USD' },
              cartAmount: pieces * 1234,
              lineItems: { physicalItems: [{ quantity: pieces }], digitalItems: [], giftCertificates: [] },
            },
          ])
        : undefined,
    change: `localStorage.setItem('cart-quantity', 3); jQuery(document.body).trigger('cart-quantity-update', [3])`,
  },
  'ec-cube': {
    path: '/products/detail/2',
    checkout: '/shopping',
    currency: 'JPY',
    html: (pieces) =>
      page(
        '<meta name="eccube-csrf-token" content="x">',
        `<body id="page_product_detail" class="product_page"><div class="ec-headerRole__cart"><div class="ec-cartNavi">
         <span class="ec-cartNavi__badge">${pieces}</span><div class="ec-cartNavi__price">￥${(pieces * 1234).toLocaleString('en')}</div></div></div>`,
        JQUERY,
      ),
    answer: () => undefined,
    change: `document.querySelector('.ec-cartNavi__badge').textContent = '3';
      document.querySelector('.ec-cartNavi__price').textContent = '￥3,702';
      jQuery(document).trigger('ajaxComplete', [{}, { url: '/block/cart' }])`,
  },
};
