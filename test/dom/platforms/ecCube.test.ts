import { describe, expect, test } from 'vitest';
import { ecCube } from '../../../src/shops/platforms/ecCube';
import { at, body, define, fakeJQuery, serve, watch } from './shop';

const block = (count: string, total: string) =>
  `<div class="ec-cartNavi"><i class="ec-cartNavi__icon"><span class="ec-cartNavi__badge">${count}</span></i>
  <div class="ec-cartNavi__label"><div class="ec-cartNavi__price">${total}</div></div></div>
  <div class="ec-cartNaviIsset"><div class="ec-cartNaviIsset__cartContentPrice">￥999</div></div>`;
const shop = (html: string) => body('front_page', `<div class="ec-headerRole__cart">${html}</div>`);

test('is known by its token, its global or its header', () => {
  expect(ecCube.detect()).toBe(false);
  document.head.innerHTML = '<meta name="eccube-csrf-token" content="x">';
  expect(ecCube.detect()).toBe(true);
  document.head.innerHTML = '';
  shop('');
  expect(ecCube.detect()).toBe(true);
});

describe('the cart', () => {
  test.each([
    ['3', '￥12,800', { count: 3, total: 12800, currency: 'JPY' }],
    ['1,200', '¥1,200,000', { count: 1200, total: 1200000, currency: 'JPY' }],
    ['0', '￥0', { count: 0, total: 0, currency: 'JPY' }],
    ['2', '', { count: 2 }],
  ])('is in the header: %s, %s', async (count, total, cart) => {
    shop(block(count, total));
    const { asked } = serve('');
    expect(await ecCube.readCart()).toEqual(cart);
    expect(asked).not.toHaveBeenCalled();
  });

  test('is asked for where the header has none', async () => {
    shop('');
    const { paths } = serve(block('2', '￥4,711'));
    expect(await ecCube.readCart()).toEqual({ count: 2, total: 4711, currency: 'JPY' });
    expect(paths()).toEqual(['/block/cart']);
  });

  test.each([
    ['an error page', '<!doctype html><h1>メンテナンス中</h1>', 200],
    ['an error', block('2', '￥1'), 500],
    ['nothing', '', 200],
  ])('is not %s', async (_, answer, status) => {
    shop('');
    serve(answer, status);
    expect(await ecCube.readCart()).toBeUndefined();
  });

  test.each(['/shopping', '/shopping/confirm', '/shopping/complete'])('is not asked for at %s', async (path) => {
    shop('');
    at(path);
    const { asked } = serve(block('2', '￥4,711'));
    expect(await ecCube.readCart()).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });
});

test('a change is an answer to its own jQuery', () => {
  const { jQuery, count } = fakeJQuery();
  define({ jQuery });
  const { changed, stop } = watch(ecCube);
  const done = (url?: unknown) => jQuery(document).trigger('ajaxComplete', [{}, { url }]);
  done('/products/add_cart/2');
  done('https://shop.example/block/cart');
  expect(changed).toHaveBeenCalledTimes(2);
  for (const url of ['/api/weather', undefined, 7, {}]) done(url);
  jQuery(document).trigger('ajaxComplete');
  expect(changed).toHaveBeenCalledTimes(2);
  stop();
  expect(count()).toBe(0);
});

test.each([
  ['page_homepage', 'home'],
  ['page_product_detail', 'product'],
  ['page_cart', 'cart'],
  ['page_shopping_confirm', 'checkout'],
  ['page_shopping_complete', 'thank-you'],
  // Shipping, returns and payment in one.
  ['page_help_tradelaw', undefined],
  ['constructor', undefined],
])('a body called %s is %s', (id, kind) => {
  document.body.id = id;
  expect(ecCube.readPage?.()).toBe(kind);
});

test('the order stands beside its words on the last page only', () => {
  const html =
    '<div class="ec-layoutRole__main"><p>ご注文ありがとうございました</p><p>ご注文番号：<strong>4711</strong></p></div>';
  document.body.id = 'page_shopping_complete';
  body('', html);
  expect(ecCube.readOrder?.()).toEqual({ id: '4711' });
  document.body.id = 'page_mypage_history';
  expect(ecCube.readOrder?.()).toBeUndefined();
});
