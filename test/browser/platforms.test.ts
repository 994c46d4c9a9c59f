import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cart, Signal } from '../../src/types';
import { PAGES } from './platforms/pages';
import { openShop, type Shop, type Shopper, until, waver } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** The shop system's own server, with this many pieces in the cart. */
const serve = async ({ context }: Shopper, name: string, server: { pieces: number }) => {
  const one = PAGES[name];
  if (!one) throw new Error(`no ${name}`);
  await context.route(
    (url) => !url.pathname.startsWith('/dist/'),
    (route) => {
      const { pathname } = new URL(route.request().url());
      const answer = one.answer(pathname, server.pieces);
      if (answer) return route.fulfill({ status: answer.status ?? 200, body: answer.body });
      if (route.request().resourceType() !== 'document') return route.fulfill({ status: 404, body: '{}' });
      const html = one.html(server.pieces).replace('<head>', '<head><script async src="/dist/waver.js"></script>');
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html>${html}` });
    },
  );
  return one;
};

const signals = (page: Page): Promise<readonly Signal[]> => waver(page, ({ record }) => record()?.signals ?? []);
const lastCart = async (page: Page): Promise<Cart | undefined> =>
  (await signals(page)).reduce<Cart | undefined>((last, one) => (one.type === 'cart' ? one.cart : last), undefined);

test.concurrent.for(Object.keys(PAGES))('%s: the cart is read, and read again when it changes', async (name) => {
  const shopper = await shop.shopper();
  const server = { pieces: 2 };
  const one = await serve(shopper, name, server);
  const { page, errors } = shopper;
  await page.goto(one.path);
  // The page itself may be read first; the shop system's own word comes after it, and stays.
  const has = (count: number) => (cart: Cart | undefined) =>
    cart?.count === count && cart.total === count * 1234 && cart.source === 'platform';
  const before = await until(() => lastCart(page), has(2));
  expect(before).toMatchObject({ count: 2, total: 2468, currency: one.currency });
  expect((before?.confidence ?? 1) < 1).toBe(!!one.lines);

  server.pieces = 3;
  await page.evaluate(one.change);
  expect(await until(() => lastCart(page), has(3))).toMatchObject({ currency: one.currency });
  expect(errors).toEqual([]);
});

test.concurrent.for(Object.keys(PAGES).filter((name) => PAGES[name]?.asks))(
  '%s: is asked once for the cart, and never in the checkout',
  async (name) => {
    const shopper = await shop.shopper();
    const one = await serve(shopper, name, { pieces: 2 });
    const { page, requests } = shopper;
    const asked = () => requests.filter((path) => path === one.asks).length;
    await page.goto(one.checkout);
    await page.waitForFunction('window.waver?.record?.()');
    await page.waitForTimeout(2500);
    expect(asked()).toBe(0);
    await page.goto(one.path);
    await until(
      () => lastCart(page),
      (cart) => cart?.count === 2,
    );
    await page.waitForTimeout(2500);
    expect(asked()).toBeLessThanOrEqual(1);
  },
);
