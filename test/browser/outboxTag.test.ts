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

test('another origin is not asked first; with compression it is', async () => {
  const shopper = await shop.shopper();
  const { page, context } = shopper;
  const sent = watch(context);
  // The same server by another name.
  const url = `${shop.url.replace('127.0.0.1', 'localhost')}/events`;
  await servePage(shopper, '/shop', SHOP(`data-webhook="${url}" data-consent="granted"`));
  const packed = `<script>window.waverOptions = { webhook: { url: '${url}', gzip: true } }</script>`;
  await servePage(shopper, '/packed', packed + SHOP('data-consent="granted"'));
  for (const path of ['/shop', '/packed']) {
    await page.goto(path);
    await page.waitForFunction('window.waver?.record?.()');
    await buy(shopper, path);
    await until(
      async () => sent.filter(({ type }) => type === 'fetch').length,
      (count) => count >= (path === '/shop' ? 1 : 2),
      15_000,
    );
    await until(
      () => kept(shopper),
      (ids) => ids?.length === 0,
    );
  }
  const [plain, small] = sent.filter(({ type }) => type === 'fetch');
  expect(plain?.encoding).toBeUndefined();
  expect(small?.encoding).toBe('gzip');
});

test('a page that was left while a batch was on its way comes back from the bfcache, and goes on', async () => {
  const shopper = await shop.shopper();
  const { page, context } = shopper;
  const setMode = (mode: string) =>
    fetch(`${shop.url}/events/mode`, { method: 'POST', body: JSON.stringify({ mode }) });
  const url = `${shop.url}/events`;
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
  await page.goto('/public/shop.css');
  // The beacon went.
  await until(
    async () => sent.map(({ type }) => type),
    (types) => types.includes('ping'),
  );
  await setMode('ok');
  await page.goBack();
  expect(await page.evaluate('window.persisted')).toBe(true);
  await buy(shopper, 'bf-2');
  await until(
    () => kept(shopper),
    (ids) => ids?.length === 0,
    15_000,
  );
  const seen = (await (await fetch(url)).json()) as { latest: { type: string; order?: string }[] };
  expect(seen.latest.flatMap(({ order }) => order ?? [])).toEqual(expect.arrayContaining(['bf', 'bf-2']));
});
