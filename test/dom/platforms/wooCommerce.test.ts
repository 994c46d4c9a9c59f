import { describe, expect, test } from 'vitest';
import { wooCommerce } from '../../../src/shops/platforms/wooCommerce';
import { at, body, cookie, define, fakeJQuery, GARBAGE, serve, watch } from './shop';

const totals = { total_price: '8256', currency_code: 'USD', currency_minor_unit: 2 };
const CART = { items_count: 3, items: [], totals };
const fill = () => cookie('woocommerce_items_in_cart=1');
const link = (href: string) => {
  document.head.innerHTML = `<link rel="https://api.w.org/" href="${href}">`;
};
/** The blocks' store: asking before it has come makes the page fetch. */
const store = (cart: unknown, finished: () => boolean = () => true) => {
  const hearers = new Set<() => void>();
  let asked = 0;
  const data = {
    select: (name: string) =>
      name === 'wc/store/cart'
        ? {
            hasFinishedResolution: finished,
            getCartData: () => {
              asked++;
              return cart;
            },
          }
        : undefined,
    subscribe: (hear: () => void) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
  define({ wp: { data } });
  return { hearers, asked: () => asked };
};

describe('is known', () => {
  test.each(['wc_add_to_cart_params', 'wc_cart_fragments_params', 'wc_checkout_params'])('by %s', (name) => {
    define({ [name]: {} });
    expect(wooCommerce.detect()).toBe(true);
  });
  test.each(['home woocommerce-js', 'woocommerce woocommerce-page', 'woocommerce-no-js'])(
    'by its body: %s',
    (names) => {
      body(names);
      expect(wooCommerce.detect()).toBe(true);
    },
  );
  test('not by other WordPress', () => {
    body('home page wordpress not-woocommerce');
    define({ wp: { data: {} } });
    expect(wooCommerce.detect()).toBe(false);
  });
});

describe('the cart', () => {
  test('is empty without the cookie, and nobody is asked', async () => {
    cookie('woocommerce_cart_hash=abc');
    const { asked } = serve(CART);
    expect(await wooCommerce.readCart()).toEqual({ count: 0, total: 0 });
    cookie('woocommerce_items_in_cart=0');
    expect(await wooCommerce.readCart()).toEqual({ count: 0, total: 0 });
    expect(asked).not.toHaveBeenCalled();
  });

  test('has its sums as text, in minor units', async () => {
    fill();
    const { paths } = serve(CART);
    expect(await wooCommerce.readCart()).toEqual({ count: 3, total: 82.56, currency: 'USD' });
    expect(paths()).toEqual(['/wp-json/wc/store/v1/cart']);
  });

  test.each([
    ['4711', 'JPY', 0, 4711],
    ['4711', 'KWD', 3, 4.711],
  ])('%s %s with %i digits', async (total_price, currency_code, currency_minor_unit, total) => {
    fill();
    serve({ items_count: 1, totals: { total_price, currency_code, currency_minor_unit } });
    expect(await wooCommerce.readCart()).toEqual({ count: 1, total, currency: currency_code });
  });

  test.each([
    ['/shop/wp-json/', '/shop/wp-json/wc/store/v1/cart'],
    ['/index.php?rest_route=/', '/index.php?rest_route=/wc/store/v1/cart'],
  ])('lies below the root that the page states: %s', async (root, path) => {
    fill();
    link(root);
    const { paths } = serve(CART);
    await wooCommerce.readCart();
    expect(paths()).toEqual([path]);
  });

  test('is asked of no other server', async () => {
    fill();
    link('https://evil.example/wp-json/');
    const { asked } = serve(CART);
    expect(await wooCommerce.readCart()).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });

  test.each([{ code: 'woocommerce_rest_error', message: 'no' }, '<html>', '', ...GARBAGE])(
    'is not %o',
    async (answer) => {
      fill();
      serve(answer);
      expect(await wooCommerce.readCart()).toBeUndefined();
    },
  );

  test('goes without a sum of unknown unit', async () => {
    fill();
    serve({ items_count: 2, totals: { total_price: '8256', currency_code: '$' } });
    expect(await wooCommerce.readCart()).toEqual({ count: 2 });
  });

  test('of the blocks is in the page', async () => {
    fill();
    const { asked } = serve(CART);
    store({ itemsCount: 2, totals });
    expect(await wooCommerce.readCart()).toEqual({ count: 2, total: 82.56, currency: 'USD' });
    expect(asked).not.toHaveBeenCalled();
  });

  test('of the blocks is not asked for before it has come', async () => {
    fill();
    serve(CART);
    const { asked } = store({ itemsCount: 0, totals }, () => false);
    expect(await wooCommerce.readCart()).toMatchObject({ count: 3 });
    expect(asked()).toBe(0);
  });

  test.each([
    ['/checkout/', ''],
    ['/checkout/order-received/4711/', ''],
    ['/kasse/', 'woocommerce-checkout'],
  ])('is not asked for at %s', async (path, names) => {
    fill();
    at(path);
    body(names);
    const { asked } = serve(CART);
    expect(await wooCommerce.readCart()).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('a change', () => {
  test('is told by jQuery, which comes late', () => {
    const { changed, stop } = watch(wooCommerce);
    const { jQuery, count } = fakeJQuery();
    define({ jQuery });
    document.dispatchEvent(new Event('DOMContentLoaded'));
    window.dispatchEvent(new Event('load'));
    jQuery(document.body).trigger('added_to_cart', [{}, 'hash']);
    expect(changed).toHaveBeenCalledTimes(1);
    jQuery(document.body).trigger('updated_wc_div');
    expect(changed).toHaveBeenCalledTimes(2);
    stop();
    expect(count()).toBe(0);
  });

  test('is told by a jQuery that takes the place of another', () => {
    const [first, second] = [fakeJQuery(), fakeJQuery()];
    define({ jQuery: first.jQuery });
    const { changed } = watch(wooCommerce);
    define({ jQuery: second.jQuery });
    window.dispatchEvent(new Event('load'));
    second.jQuery(document.body).trigger('added_to_cart');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test.each(GARBAGE)('is not looked for in a jQuery that is %o', (jQuery) => {
    define({ jQuery });
    expect(() => watch(wooCommerce).stop()).not.toThrow();
  });

  test('is told by the blocks', () => {
    const { changed } = watch(wooCommerce);
    document.body.dispatchEvent(new CustomEvent('wc-blocks_added_to_cart', { bubbles: true }));
    document.body.dispatchEvent(new CustomEvent('wc-blocks_removed_from_cart'));
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('of a quantity in the cart block is known to its store alone', () => {
    const cart = { itemsCount: 1, totals };
    const { hearers } = store(cart);
    const { changed, stop } = watch(wooCommerce);
    const tell = () => {
      for (const hear of hearers) hear();
    };
    tell();
    const before = changed.mock.calls.length;
    tell();
    expect(changed.mock.calls.length).toBe(before);
    cart.itemsCount = 2;
    tell();
    expect(changed.mock.calls.length).toBe(before + 1);
    stop();
    expect(hearers.size).toBe(0);
  });
});

test.each([
  ['woocommerce-cart woocommerce-page', 'cart'],
  ['woocommerce-checkout woocommerce-page', 'checkout'],
  ['woocommerce-checkout woocommerce-page woocommerce-order-received', 'thank-you'],
  ['woocommerce-checkout woocommerce-order-pay', 'checkout'],
  ['single single-product woocommerce', 'product'],
  ['archive tax-product_cat term-shirts', 'listing'],
  ['home post-type-archive-product', 'home'],
  ['page page-id-7 woocommerce-js', undefined],
])('a body of class %s is %s', (names, kind) => {
  body(names);
  expect(wooCommerce.readPage?.()).toBe(kind);
});

describe('the order', () => {
  const received = 'woocommerce-checkout woocommerce-order-received';
  const overview =
    '<ul><li class="woocommerce-order-overview__order order">Order number: <strong>4711</strong></li>' +
    '<li class="woocommerce-order-overview__total total">Total: <strong><bdi>69,90 €</bdi></strong></li></ul>';

  test('stands in the overview', () => {
    body(received, overview);
    expect(wooCommerce.readOrder?.()).toEqual({ id: '4711', value: 69.9, currency: 'EUR' });
  });
  test('stands in the block', () => {
    const item = (key: string, value: string) =>
      `<li><span class="wc-block-order-confirmation-summary-list-item__key">${key}</span> <span class="wc-block-order-confirmation-summary-list-item__value">${value}</span></li>`;
    body(received, `<ul>${item('Order #:', '4712')}${item('Date:', '24 November 2026')}</ul>`);
    expect(wooCommerce.readOrder?.()).toEqual({ id: '4712' });
  });
  test('else in the address', () => {
    body(received);
    at('/kasse/order-received/4713/?key=wc_order_abc');
    expect(wooCommerce.readOrder?.()).toEqual({ id: '4713' });
  });
  test('is none when the payment failed', () => {
    body(received, '<p class="woocommerce-notice woocommerce-thankyou-order-failed">Declined.</p>');
    at('/checkout/order-received/4713/?key=wc_order_abc');
    expect(wooCommerce.readOrder?.()).toBeUndefined();
  });
  test('is none elsewhere', () => {
    body('woocommerce-account', overview);
    at('/my-account/view-order/4713/');
    expect(wooCommerce.readOrder?.()).toBeUndefined();
  });
});
