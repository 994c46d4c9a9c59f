import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WaverRecord } from '../../src/types';
import {
  fillCart,
  fillCheckout,
  openShop,
  read,
  readStore,
  type Shop,
  type Shopper,
  servePage,
  until,
  waver,
} from './shop';

/** The tag with a webhook, in the demo shop and on pages of its own: what goes over the wire, and what does not. */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

interface Sent {
  readonly method: string;
  readonly type: string;
  readonly body: string;
  readonly bytes: number;
  readonly encoding: string | undefined;
}

/** What is asked of the receiver. */
const watch = (context: BrowserContext): Sent[] => {
  const sent: Sent[] = [];
  context.on('request', (request) => {
    if (!new URL(request.url()).pathname.startsWith('/events')) return;
    const body = request.postDataBuffer();
    sent.push({
      method: request.method(),
      type: request.resourceType(),
      body: `${body ?? ''}`,
      bytes: body?.length ?? 0,
      encoding: request.headers()['content-encoding'],
    });
  });
  return sent;
};
const recordsOf = (sent: readonly Sent[]) =>
  sent.flatMap(({ body }) => (JSON.parse(body) as { records: WaverRecord[] }).records);
const kept = async ({ page }: Shopper) =>
  ((await readStore(page))?.outbox as { entries: { id: string }[] } | undefined)?.entries.map(({ id }) => id);
const SHOP = (more: string) => `<h1>Shop</h1><script async src="/dist/waver.js" data-threshold="1" ${more}></script>`;
/** Two records: the purchase, and how the visit ended. */
const buy = ({ page }: Shopper, order: string) =>
  waver(page, (w, id) => w.purchase({ id: `${id}`, value: 9.9 }), order);

test('a visit to the demo shop, with a policy read and a purchase, sends less than 4 kB', async () => {
  const shopper = await shop.shopper();
  const { page, context } = shopper;
  await context.addInitScript(() =>
    Object.assign(window, { waverOptions: { webhook: '/events', consent: 'granted' } }),
  );
  const sent = watch(context);
  await page.goto('/');
  await fillCart(page);
  await page.goto('/policies/shipping');
  await read(page, 14);
  await page.goto('/cart');
  await read(page, 8);
  await fillCheckout(page, '04101');
  await page.getByLabel('Bank transfer').check();
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.waitForURL('**/thank-you/**');
  await until(
    async () => recordsOf(sent).map(({ type }) => type),
    (types) => types.includes('purchase'),
    15_000,
  );
  await until(
    () => kept(shopper),
    (ids) => ids?.length === 0,
    15_000,
  );
  const bytes = sent.reduce((sum, one) => sum + one.bytes, 0);
  const records = recordsOf(sent);
  console.log({
    requests: sent.map(({ type, bytes: size }) => `${type} ${size}`),
    bytes,
    records: records.map(({ type }) => type).join(' '),
    once: new Set(records.map(({ id }) => id)).size,
  });
  expect(records.map(({ type }) => type)).toContain('decision');
  expect(bytes).toBeLessThan(4000);
  expect(shopper.errors).toEqual([]);
});

test('the visit goes without consent to analytics: nothing is sent, and nothing waits', async () => {
  const shopper = await shop.shopper();
  const sent = watch(shopper.context);
  await servePage(shopper, '/shop', SHOP('data-webhook="/events"'));
  await shopper.page.goto('/shop');
  await waver(shopper.page, (w) => w.consent({ functional: true, analytics: false }));
  await buy(shopper, 'a');
  await shopper.page.waitForTimeout(6000);
  await shopper.page.goto('about:blank');
  expect(sent).toEqual([]);
});

test.each([
  ['taken back', { functional: true, analytics: false }],
  ['all of it taken back', 'denied'],
] as const)('%s: what waits is gone from the device, and nothing more is sent', async (_, state) => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  const sent = watch(shopper.context);
  await servePage(shopper, '/shop', SHOP('data-webhook="/events" data-consent="granted"'));
  await page.goto('/shop');
  await page.waitForFunction('window.waver?.record?.()');
  await buy(shopper, 'a');
  await until(
    () => kept(shopper),
    (ids) => (ids?.length ?? 0) > 0,
  );
  await page.evaluate(
    (said) => (window as unknown as { waver: { consent(s: unknown): void } }).waver.consent(said),
    state,
  );
  await until(
    () => kept(shopper),
    (ids) => !ids?.length,
  );
  await buy(shopper, 'b');
  await page.waitForTimeout(6000);
  expect(sent).toEqual([]);
  await page.goto('/public/shop.css');
  expect(sent).toEqual([]);
});

test('a receiver at another origin takes batches, compressed or not', async () => {
  const shopper = await shop.shopper();
  const { page, context } = shopper;
  const sent = watch(context);
  // The same server by another name.
  const receiver = `${shop.url.replace('127.0.0.1', 'localhost')}/events`;
  await context.addInitScript(
    (url) => Object.assign(window, { waverOptions: { webhook: { url, gzip: !!location.search }, consent: 'granted' } }),
    receiver,
  );
  for (const path of ['/', '/?gzip']) {
    await page.goto(path);
    await page.waitForFunction('window.waver?.record?.()');
    await buy(shopper, path);
    await until(
      async () => (await kept(shopper))?.length === 0 && sent.length > (path === '/' ? 0 : 1),
      (isTaken) => isTaken,
      20_000,
    );
  }
  expect(sent.map(({ encoding }) => encoding)).toEqual([undefined, 'gzip']);
});

test('a page that was left while a batch was on its way comes back from the bfcache, and goes on', async () => {
  const shopper = await shop.shopper();
  const { page, context } = shopper;
  const setMode = (mode: string) =>
    fetch(`${shop.url}/events/mode`, { method: 'POST', body: JSON.stringify({ mode }) });
  await context.addInitScript(() =>
    Object.assign(window, { waverOptions: { webhook: '/events', consent: 'granted' } }),
  );
  await setMode('hang');
  const sent = watch(context);
  await page.goto('/product/bean');
  await page.waitForFunction('window.waver?.record?.()');
  await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })));
  await buy(shopper, 'bf');
  await until(
    async () => sent.length,
    (count) => count === 1,
    15_000,
  );
  await setMode('ok');
  await page.goto('/public/shop.css');
  const orders = async () => {
    const seen = (await (await fetch(`${shop.url}/events`)).json()) as { latest: { order?: string }[] };
    return seen.latest.flatMap(({ order }) => order ?? []);
  };
  // By beacon: the request was given up.
  await until(orders, (all) => all.includes('bf'));
  // A page out of the bfcache has loaded long ago.
  await page.goBack({ waitUntil: 'commit' });
  await until(
    () => page.evaluate('window.persisted'),
    (persisted) => persisted === true,
  );
  await buy(shopper, 'bf-2');
  await until(
    () => kept(shopper),
    (ids) => ids?.length === 0,
    15_000,
  );
  expect(await orders()).toContain('bf-2');
});
