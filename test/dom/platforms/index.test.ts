import { expect, test } from 'vitest';
import { platforms } from '../../../src/shops/platforms';
import { body, define, serve, watch } from './shop';

test('nobody is known, and nothing is asked, on a page of no system', () => {
  const { asked } = serve({});
  define({ jQuery: undefined, shop: { cart: [] }, cart: { items: [] }, checkout: {}, wp: {} });
  body('home product cart', '<a class="header-cart" href="/cart">Cart (2)</a><div class="minicart">2</div>');
  expect(platforms.filter((one) => one.detect()).map(({ name }) => name)).toEqual([]);
  expect(
    platforms
      .map((one) => one.readPage?.())
      .filter(Boolean)
      .filter((kind) => kind !== 'home'),
  ).toEqual([]);
  expect(platforms.map((one) => one.readOrder?.()).filter(Boolean)).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
});

test('an element by the name of a global is none', () => {
  body(
    '',
    ['Shopify', 'prestashop', 'BCData', 'eccube', 'hyva', 'wcSettings'].map((id) => `<b id="${id}"></b>`).join(''),
  );
  // Element ids are properties of the window; the two DOMs of these tests do not all do it.
  define(Object.fromEntries(['Shopify', 'prestashop'].map((id) => [id, document.getElementById(id)])));
  expect(platforms.slice(0, 2).some((one) => one.detect())).toBe(false);
});

test.each(platforms)('$name leaves nothing behind, and can be started again', (platform) => {
  const { changed, stop } = watch(platform);
  stop();
  stop();
  watch(platform).stop();
  document.dispatchEvent(new Event('DOMContentLoaded'));
  window.dispatchEvent(new Event('load'));
  expect(changed).not.toHaveBeenCalled();
});
