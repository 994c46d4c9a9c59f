import { describe, expect, test } from 'vitest';
import { shopware } from '../../../src/shops/platforms/shopware';
import { at, body, define, serve, watch } from './shop';

const widget = (lines: number, total: string) =>
  `<span class="header-cart-icon"></span>${
    lines ? `<span class="badge bg-primary header-cart-badge">${lines}</span>` : ''
  }<span class="header-cart-total">\n  ${total}*\n</span>`;
const shop = (html: string, names = 'is-ctl-product is-act-index') =>
  body(names, `<div class="header-cart" data-cart-widget="true"><a class="header-cart-btn">${html}</a></div>`);

test('is known by its controllers', () => {
  body('is-act-now control');
  expect(shopware.detect()).toBe(false);
  shop(widget(0, '€0.00'));
  expect(shopware.detect()).toBe(true);
});

describe('the cart', () => {
  test.each([
    ['1.234,56\u00a0€', 'de-DE', 1234.56, 'EUR'],
    ['€1,234.56', 'en-GB', 1234.56, 'EUR'],
    ['￥4,711', 'ja-JP', 4711, 'JPY'],
  ])('is in the header: %s', async (total, lang, amount, currency) => {
    document.documentElement.lang = lang;
    shop(widget(2, total));
    const { asked } = serve('');
    // Two lines are two pieces at least.
    expect(await shopware.readCart()).toEqual({ count: 2, total: amount, currency, confidence: 0.7 });
    expect(asked).not.toHaveBeenCalled();
  });

  test('is asked for where the header shows none: the page may come from a cache', async () => {
    shop(widget(0, '€0.00'));
    const { paths, asked } = serve(widget(1, '€59.90'));
    expect(await shopware.readCart()).toEqual({ count: 1, total: 59.9, currency: 'EUR', confidence: 0.7 });
    expect(paths()).toEqual(['/widgets/checkout/info']);
    expect(asked.mock.calls[0]?.[1]?.headers).toEqual({ 'X-Requested-With': 'XMLHttpRequest' });
  });

  test('is asked for where the shop says', async () => {
    define({ router: { 'frontend.checkout.info': '/en/widgets/checkout/info' } });
    shop(widget(0, '€0.00'));
    const { paths } = serve('', 204);
    expect(await shopware.readCart()).toEqual({ count: 0, total: 0 });
    expect(paths()).toEqual(['/en/widgets/checkout/info']);
  });

  test('is empty without a number, for sure', async () => {
    shop('');
    serve(widget(0, '€0.00'));
    expect(await shopware.readCart()).toEqual({ count: 0, total: 0 });
  });

  test.each([
    ['an error page', '<!doctype html><h1>Maintenance</h1>', 200],
    ['an error', widget(3, '€9.00'), 500],
    ['JSON', '{"errors":[]}', 200],
  ])('is not %s', async (_, answer, status) => {
    shop(widget(0, '€0.00'));
    serve(answer, status);
    expect(await shopware.readCart()).toBeUndefined();
  });

  test('the money in the header is no number of pieces', async () => {
    shop('<span class="header-cart-total">€12.00*</span>');
    serve('', 500);
    expect(await shopware.readCart()).toBeUndefined();
  });

  test.each(['/checkout/register', '/checkout/confirm', '/de/checkout/finish'])(
    'is not asked for at %s',
    async (path) => {
      shop(widget(0, '€0.00'));
      at(path);
      const { asked } = serve('', 204);
      expect(await shopware.readCart()).toBeUndefined();
      expect(asked).not.toHaveBeenCalled();
    },
  );

  test('is asked for at /checkout/cart, which is the cart', async () => {
    shop('');
    at('/checkout/cart');
    serve('', 204);
    expect(await shopware.readCart()).toEqual({ count: 0, total: 0 });
  });
});

test('a change is told on the elements of its plugins, by events that do not bubble', () => {
  shop(widget(1, '€59.90'));
  document.body.insertAdjacentHTML('beforeend', '<a data-off-canvas-cart="true"></a><div id="other"></div>');
  const { changed, stop } = watch(shopware);
  const tell = (selector: string, type: string) =>
    document.querySelector(selector)?.dispatchEvent(new CustomEvent(type));
  tell('[data-cart-widget]', 'fetch');
  expect(changed).toHaveBeenCalledTimes(1);
  tell('[data-off-canvas-cart]', 'fetchCartWidgets');
  expect(changed).toHaveBeenCalledTimes(2);
  tell('#other', 'fetch');
  document.dispatchEvent(new CustomEvent('fetch'));
  expect(changed).toHaveBeenCalledTimes(2);
  stop();
  tell('[data-cart-widget]', 'fetch');
  expect(changed).toHaveBeenCalledTimes(2);
});

test.each([
  ['is-ctl-checkout is-act-cartpage', 'cart'],
  ['is-ctl-register is-act-checkoutregisterpage', 'checkout'],
  ['is-ctl-checkout is-act-confirmpage', 'checkout'],
  ['is-ctl-checkout is-act-finishpage', 'thank-you'],
  ['is-ctl-product is-act-index', 'product'],
  ['is-ctl-navigation is-act-home', 'home'],
  // A category, or the shop's page on shipping.
  ['is-ctl-navigation is-act-index', undefined],
])('a body of class %s is %s', (names, kind) => {
  body(names);
  expect(shopware.readPage?.()).toBe(kind);
});

test('the order stands beside its words', () => {
  body('is-ctl-checkout is-act-finishpage', '<p class="finish-ordernumber" data-order-number="10001">No. #10001</p>');
  expect(shopware.readOrder?.()).toEqual({ id: '10001' });
  body('is-ctl-checkout is-act-finishpage', '<p class="finish-ordernumber"></p>');
  expect(shopware.readOrder?.()).toBeUndefined();
});
