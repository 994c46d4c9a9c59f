import { describe, expect, test, vi } from 'vitest';
import { magento } from '../../../src/shops/platforms/magento';
import { at, body, cookie, define, fakeJQuery, GARBAGE, serve, watch } from './shop';

const SECTION = {
  summary_count: 3,
  subtotalAmount: '59.7000',
  subtotal: '<span class="price">$59.70</span>',
  items: [],
};
const store = (cart: unknown) => localStorage.setItem('mage-cache-storage', JSON.stringify({ cart, customer: {} }));
const visitor = () => cookie('private_content_version=4a5b');
const currency = (code: string) => {
  document.head.innerHTML = `<meta property="product:price:currency" content="${code}">`;
};

describe('is known', () => {
  test('by Hyvä', () => {
    define({ hyva: {} });
    expect(magento.detect()).toBe(true);
  });
  test('by the scripts of Luma', () => {
    body('', '<script type="text/x-magento-init">{"*":{}}</script>');
    expect(magento.detect()).toBe(true);
  });
  test('by its storage', () => {
    store(SECTION);
    expect(magento.detect()).toBe(true);
  });
  test('not where there is nothing of it', () => {
    define({ require: () => {}, BASE_URL: '/', checkout: {} });
    expect(magento.detect()).toBe(false);
  });
});

describe('the cart', () => {
  test('is in storage, and nobody is asked', async () => {
    store(SECTION);
    currency('USD');
    const { asked } = serve({ cart: SECTION });
    expect(await magento.readCart()).toEqual({ count: 3, total: 59.7, currency: 'USD' });
    expect(asked).not.toHaveBeenCalled();
  });

  test('is empty, with a sum of null', async () => {
    store({ summary_count: 0, subtotalAmount: null });
    expect(await magento.readCart()).toEqual({ count: 0, total: 0 });
  });

  test('of half a metre is one piece', async () => {
    store({ summary_count: 0.5, subtotalAmount: 4 });
    expect(await magento.readCart()).toEqual({ count: 1, total: 4 });
  });

  test.each([
    ['the shop has marked it', () => localStorage.setItem('mage-cache-storage-section-invalidation', '{"cart":true}')],
    ['its time is over', () => localStorage.setItem('mage-cache-timeout', '"2020-01-01T00:00:00.000Z"')],
    ['it is broken', () => localStorage.setItem('mage-cache-storage', '{"cart":')],
    ['it is something else', () => store([1, 2])],
  ])('in storage does not count once %s', async (_, spoil) => {
    store({ ...SECTION, summary_count: 9 });
    spoil();
    define({ BASE_URL: `${location.origin}/en/` });
    const { paths } = serve({ cart: SECTION });
    expect(await magento.readCart()).toEqual({ count: 3, total: 59.7 });
    expect(paths()).toEqual(['/en/customer/section/load/?sections=cart']);
  });

  test('in storage counts until its time is over, and when another section is outdated', async () => {
    store(SECTION);
    localStorage.setItem('mage-cache-timeout', '"2999-01-01T00:00:00.000Z"');
    localStorage.setItem('mage-cache-storage-section-invalidation', '{"wishlist":true}');
    const { asked } = serve({});
    expect(await magento.readCart()).toMatchObject({ count: 3 });
    expect(asked).not.toHaveBeenCalled();
  });

  test('of somebody who has done nothing yet is not asked for', async () => {
    const { asked } = serve({ cart: SECTION });
    expect(await magento.readCart()).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
    visitor();
    expect(await magento.readCart()).toMatchObject({ count: 3 });
  });

  test.each([{ message: 'The "cart" section source is not supported.' }, '<html>', { cart: [] }, ...GARBAGE])(
    'is not %o',
    async (answer) => {
      visitor();
      serve(answer);
      expect(await magento.readCart()).toBeUndefined();
    },
  );

  test('is asked of no other server', async () => {
    visitor();
    define({ BASE_URL: 'https://evil.example/' });
    const { asked } = serve({ cart: SECTION });
    expect(await magento.readCart()).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });

  test.each(['/checkout/', '/checkout', '/en/checkout/onepage/success/', '/onestepcheckout/'])(
    'is not asked for at %s',
    async (path) => {
      visitor();
      at(path);
      const { asked } = serve({ cart: SECTION });
      expect(await magento.readCart()).toBeUndefined();
      expect(asked).not.toHaveBeenCalled();
    },
  );

  test('is asked for at /checkout/cart/, which is the cart', async () => {
    visitor();
    at('/checkout/cart/');
    serve({ cart: SECTION });
    expect(await magento.readCart()).toMatchObject({ count: 3 });
  });

  test('in the checkout has the shipping in it', async () => {
    store(SECTION);
    at('/checkout/');
    const total_segments = [
      { code: 'shipping', value: 5 },
      { code: 'grand_total', value: 64.7 },
    ];
    define({
      checkoutConfig: {
        quoteData: { quote_currency_code: 'EUR' },
        totalsData: { items_qty: 3, grand_total: 54, total_segments },
      },
    });
    expect(await magento.readCart()).toEqual({ count: 3, total: 64.7, currency: 'EUR' });
  });
});

describe('a change', () => {
  test('is told by Hyvä, by another tab, and by jQuery', () => {
    const { jQuery, count } = fakeJQuery();
    define({ jQuery });
    const { changed, stop } = watch(magento);
    window.dispatchEvent(new CustomEvent('private-content-loaded', { detail: { data: { cart: SECTION } } }));
    expect(changed).toHaveBeenCalledTimes(1);
    jQuery(document).trigger('ajax:addToCart', [{ sku: 'a', response: { backUrl: '/a' } }]);
    expect(changed).toHaveBeenCalledTimes(2);
    const storage = (key: string) => window.dispatchEvent(Object.assign(new Event('storage'), { key }));
    storage('something-else');
    expect(changed).toHaveBeenCalledTimes(2);
    storage('mage-cache-storage');
    expect(changed).toHaveBeenCalledTimes(3);
    stop();
    expect(count()).toBe(0);
  });

  test('is told by Luma’s cart, once its module is there', () => {
    const { changed, stop } = watch(magento);
    let tell = () => {};
    const dispose = vi.fn();
    const cart = {
      subscribe(hear: () => void) {
        tell = hear;
        return { dispose };
      },
    };
    const require = Object.assign(() => ({ get: () => cart }), {
      defined: (name: string) => name === 'Magento_Customer/js/customer-data',
    });
    define({ require });
    window.dispatchEvent(new Event('load'));
    tell();
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    expect(dispose).toHaveBeenCalledTimes(1);
  });

  test('never loads a module of the page', () => {
    const require = Object.assign(vi.fn(), { defined: () => false });
    define({ require });
    watch(magento);
    expect(require).not.toHaveBeenCalled();
  });
});

test.each([
  ['checkout-cart-index page-layout-1column', 'cart'],
  ['checkout-index-index', 'checkout'],
  ['checkout-onepage-success', 'thank-you'],
  ['catalog-product-view product-shirt', 'product'],
  ['catalog-category-view', 'listing'],
  ['cms-index-index', 'home'],
  ['cms-page-view cms-shipping', undefined],
])('a body of class %s is %s', (names, kind) => {
  body(names);
  expect(magento.readPage?.()).toBe(kind);
});

describe('the order', () => {
  test.each([
    ['<p>Your order number is: <a class="order-number"><strong>000000012</strong></a>.</p>', '000000012'],
    ['<p>Your order # is: <span>000000013</span>.</p>', '000000013'],
  ])('stands in %s', (html, id) => {
    body('checkout-onepage-success', `<div class="checkout-success">${html}</div>`);
    expect(magento.readOrder?.()).toEqual({ id });
  });
  test('is none elsewhere, and none without a number', () => {
    body('sales-order-view', '<div class="checkout-success"><a class="order-number">12</a></div>');
    expect(magento.readOrder?.()).toBeUndefined();
    body('checkout-onepage-success', '<div class="checkout-success"><p>Thank you</p></div>');
    expect(magento.readOrder?.()).toBeUndefined();
  });
});
