import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Explanation, Waver } from '../../src/types';
import {
  fillCart,
  fillCheckout,
  openShop,
  readStore,
  type Shop,
  servePage,
  told,
  until,
  waver,
  writeStore,
} from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test.concurrent('a purchase ends the visit as converted, and a reload of the thank-you page counts nothing twice', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  await fillCheckout(page, '04101');
  await page.getByLabel('Bank transfer').check();
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.waitForURL('**/thank-you/**');
  const purchase = await told(shopper, 'purchase');
  expect(purchase).toMatchObject({ currency: 'USD' });
  expect(purchase.value).toBeGreaterThan(0);
  expect(await told(shopper, 'outcome')).toMatchObject({ outcome: 'purchased', campaign: null });
  await page.evaluate((id) => (window as unknown as { waver: Waver }).waver.purchase({ id }), purchase.order);
  await page.reload();
  await page.waitForTimeout(1000);
  expect(shopper.records.filter(({ type }) => type === 'purchase')).toHaveLength(1);
});

test.concurrent('leaving without a purchase ends it as churned, told when the shopper is next seen', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  const { visit, visitor } = await told(shopper, 'ready');
  // Half an hour passes: the kept visit was last seen 31 minutes ago.
  await servePage(shopper, '/blank');
  await page.goto('/blank');
  const kept = (await readStore(page))?.visit as object;
  await writeStore(page, 'visit', { ...kept, at: Date.now() - 31 * 60_000 });
  await page.goto('/');
  expect(await told(shopper, 'outcome')).toMatchObject({ outcome: 'churned', visit });
  const next = await told(shopper, 'ready', (ready) => ready.visit !== visit);
  expect(next.visitor).toBe(visitor);
});

test.concurrent('a page left open over lunch ends its visit, and a new one begins in it', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await page.clock.install();
  await fillCart(page);
  await page.waitForTimeout(300);
  const { visit, visitor } = await told(shopper, 'ready');
  await page.clock.fastForward('31:00');
  expect(await told(shopper, 'outcome', ({ outcome }) => outcome === 'churned')).toMatchObject({ visit });
  await waver(page, (w) => w.moment('asked'));
  const moment = await told(shopper, 'moment');
  expect(moment.visit).not.toBe(visit);
  expect(moment.visitor).toBe(visitor);
  expect(shopper.records.filter((r) => r.type === 'outcome' && r.outcome === 'churned')).toHaveLength(1);
});

test.concurrent('a page that comes back from the bfcache goes on', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  await page.evaluate(() =>
    addEventListener('pageshow', (event) => Object.assign(window, { restored: event.persisted })),
  );
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.waitForURL('**/cart');
  await told(shopper, 'ready', ({ page: path }) => path === '/cart');
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => (window as unknown as { restored?: boolean }).restored);
  await waver(page, (w) => w.moment('asked'));
  expect(await told(shopper, 'moment')).toMatchObject({ kind: 'asked', page: '/product/bean' });
});

test.concurrent('a page that is left while it creates the database keeps no other waiting', async () => {
  // Now and then Chromium does not keep it, and then nothing is shown.
  for (let i = 0; i < 3; i++) {
    const shopper = await shop.shopper();
    const { page } = shopper;
    await page.addInitScript(() => {
      if (location.pathname !== '/') return;
      const { open } = IDBFactory.prototype;
      // A slow disk: creating takes longer than the page is seen.
      IDBFactory.prototype.open = function (...given) {
        const request = open.apply(this, given);
        request.addEventListener('upgradeneeded', () => {
          const table = request.result.createObjectStore('slow');
          const goOn = () => Object.assign(table.get('it'), { onsuccess: goOn });
          goOn();
          console.log('creating');
        });
        return request;
      };
    });
    const creating = page.waitForEvent('console', (message) => message.text() === 'creating');
    await page.goto('/', { waitUntil: 'commit' });
    await creating;
    await page.goto('/cart');
    await told(shopper, 'ready', ({ page: path }) => path === '/cart');
    await until(
      () => readStore(page),
      (kept) => !!kept?.visit,
    );
    expect(shopper.warnings).toEqual([]);
    await shopper.context.close();
  }
});

test.concurrent('who has ordered comes back: orders, forecast and time of leaving go on into the next visit', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  const { visit } = await told(shopper, 'ready');
  await waver(page, (w) => w.moment('asked'));
  await told(shopper, 'decision');
  await waver(page, (w) => w.purchase({ id: 'A1', value: 30, currency: 'EUR' }));
  await until(
    async () => (await readStore(page))?.visit as { ended?: string } | undefined,
    (kept) => kept?.ended === 'converted',
  );
  await servePage(shopper, '/blank');
  await page.goto('/blank');
  const kept = (await readStore(page))?.visit as { at: number; forecasts: object[] };
  expect(kept.forecasts).toMatchObject([{ visit, model: 'prior-1' }]);
  await writeStore(page, 'visit', { ...kept, at: Date.now() - 2 * 864e5 });
  await page.goto('/');
  await told(shopper, 'ready', (ready) => ready.visit !== visit);
  await waver(page, (w) => w.moment('asked'));
  const {
    shopper: worth,
    evidence,
    drift,
  } = await until(
    () => waver(page, (w) => w.explain()),
    (explained) => !!explained,
  ).then((explained) => explained as Explanation);
  expect(worth).toMatchObject({ orders: 1, days: 0, average: 30, currency: 'EUR' });
  expect(evidence).toMatchObject({ visitor: 'returning', 'past-orders': 1, 'order-value': 30, 'days-since-visit': 2 });
  expect(drift).toEqual({ slope: 1, offset: 0 });
  // What was scored is told with it, for a model of the shop's own.
  expect((await told(shopper, 'score', (score) => score.visit !== visit)).evidence).toMatchObject({ 'past-orders': 1 });
});
