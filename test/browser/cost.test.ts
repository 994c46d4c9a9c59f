import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillCart, openShop, read, readUntil, type Shop, servePage, told, until, waver } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** One after the other: these are figures, and a busy machine spoils them. */

/**
 * A page with nothing on it but the tag and what it reads, at a sixth of the speed, watched for long tasks and shifts.
 * The demo shop would not do: its readout works whenever Waver speaks.
 */
const openSlowly = async () => {
  const context = await shop.browser.newContext({ baseURL: shop.url });
  const page = await context.newPage();
  const policy = `<h1>Checkout</h1>${'<p>We ship on weekdays, and a parcel takes a while.</p>'.repeat(60)}`;
  const field = (name: string) => `<p><label>${name} <input name=${name} required></label></p>`;
  const form = `<form>${['email', 'name', 'street', 'city', 'zip'].map(field).join('')}<button>Pay</button></form>`;
  const tag = '<script async src="/dist/waver.js" data-holdout=0 data-consent=granted data-max-per-visit=9></script>';
  const html = `<!doctype html><html data-waver-page=checkout lang=en><meta charset=utf-8>${tag}
    <main data-waver-cart='{"items":2,"total":30,"currency":"EUR"}'>${policy}${form}</main>`;
  const files = new Set<string>();
  page.on('request', (request) => files.add(new URL(request.url()).pathname));
  await page.route('**/slow', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.addInitScript(() => {
    const seen = { shift: 0, long: [] as number[] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.long.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const seen = () => page.evaluate('seen') as Promise<{ shift: number; long: number[] }>;
  return { context, page, seen, files };
};

/** No locators in here: their polling reads the layout, and would be measured along. */
const walk = async () => {
  const { context, page, seen, files } = await openSlowly();
  await page.goto('/slow');
  await page.waitForTimeout(3000);
  await read(page, 4);
  const reading = (await seen()).long;
  for (const chunk of ['waver', 'reader', 'forms']) expect(files).toContain(`/dist/${chunk}.js`);
  await waver(page, (w) => w.moment('hesitates'));
  await page.waitForTimeout(2500);
  const opening = (await seen()).long.slice(reading.length);
  const { campaign, box } = (await page.evaluate(() => {
    const host = document.querySelector('waver-popup') as HTMLElement;
    const button = host.shadowRoot?.querySelector('.row button') as Element;
    const { x, y, width, height } = button.getBoundingClientRect();
    return { campaign: host.dataset.campaign, box: { x: x + width / 2, y: y + height / 2 } };
  })) as { campaign: string; box: { x: number; y: number } };
  expect(campaign).toBe('question');
  const before = (await seen()).long.length;
  await page.mouse.click(box.x, box.y);
  await page.waitForTimeout(2000);
  const { shift, long } = await seen();
  await context.close();
  return { shift, reading, opening, answering: long.slice(before) };
};

test('from loading to the popup and its answer: nothing shifts, and at a sixth of the speed no task is long', async () => {
  // Whatever else the machine does can only lengthen a task, so the quietest of some walks is the measure of each part.
  const parts = ['reading', 'opening', 'answering'] as const;
  const walks: Awaited<ReturnType<typeof walk>>[] = [];
  const isQuiet = () => parts.every((part) => walks.some((one) => !one[part].length));
  while (walks.length < 6 && !isQuiet()) walks.push(await walk());
  for (const { shift, reading, opening, answering } of walks)
    console.log(
      `tasks over 50 ms at 6x slowdown: loading and reading [${reading}], opening [${opening}], ` +
        `answering [${answering}]; layout shift ${shift}`,
    );
  expect(walks.filter(({ shift }) => shift !== 0)).toEqual([]);
  for (const part of parts) expect(Math.min(...walks.map((one) => one[part].length))).toBe(0);
});

test('a popup is painted within 100 ms of its decision when the chunk is cached', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  await page.goto('/cart');
  // Once, so that the chunks are in the cache; then again on a fresh page.
  await waver(page, (w) => w.show('question'));
  await page.locator('waver-popup').waitFor();
  const took: number[] = [];
  for (let i = 0; i < 5; i++) {
    await page.reload();
    await page.waitForFunction('window.waver?.record?.()');
    took.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let decided = 0;
            addEventListener('waver:decision', () => {
              decided = performance.now();
            });
            addEventListener('waver:outcome', () => {
              // Two frames later it has been painted.
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - decided)));
            });
            (window as unknown as { waver: { show(id: string): void } }).waver.show('question');
          }),
      ),
    );
  }
  took.sort((a, b) => a - b);
  console.log(`decision to paint, chunk cached: median ${Math.round(took[2] ?? 0)} ms, of ${took.map(Math.round)}`);
  expect(took[2]).toBeLessThanOrEqual(100);
});

test('where the shop tells its page and its cart, nothing but the script is asked for while the shopper looks', async () => {
  const shopper = await shop.shopper();
  const { page, requests } = shopper;
  const text = '<p>It grows slowly, and forgives almost everything.</p>'.repeat(60);
  const html = (
    path: string,
    more = '',
  ) => `<html lang=en data-waver-page=product><script async src=/dist/waver.js></script>
    <body data-waver-cart='{"items":1,"total":12,"currency":"EUR"}'><h1>Fern</h1><a href="${path}">Another</a>${text}${more}`;
  await servePage(shopper, '/products/one', html('/products/two'));
  await servePage(shopper, '/products/two', html('/products/one', '<button>Larger picture</button>'));
  const mine = () => new Set(requests.filter((path) => path.startsWith('/dist/')));
  await page.goto('/products/one');
  await read(page, 4);
  await page.getByRole('link').click();
  await page.waitForURL('**/two');
  await read(page, 4);
  expect(mine()).toEqual(new Set(['/dist/waver.js']));
  // What a click on anything but a link brings, nobody tells.
  await page.getByRole('button').click();
  await until(
    async () => [...mine()],
    (files) => files.includes('/dist/reader.js'),
  );
  expect(mine()).toEqual(new Set(['/dist/waver.js', '/dist/reader.js']));
});

test('what is read from the page comes first, what thinks with the first moment, the popup when it is due', async () => {
  const shopper = await shop.shopper();
  const { page, requests } = shopper;
  const mine = () => new Set(requests.filter((path) => path.startsWith('/dist/')));
  await fillCart(page);
  for (const path of ['/', '/shop', '/product/trowel', '/cart']) await page.goto(path);
  await read(page, 4);
  expect(mine()).toEqual(new Set(['/dist/waver.js', '/dist/consent.js', '/dist/reader.js']));
  await page.goto('/policies/shipping');
  await readUntil(shopper, page, 'policy-dwell');
  await told(shopper, 'decision');
  // It has begun to think; a popup it has not.
  expect(mine()).not.toContain('/dist/widgets.js');
  await page.goto('/cart');
  await page.locator('waver-popup').waitFor();
  const chunks = ['waver', 'consent', 'reader', 'mind', 'facts', 'widgets', 'adopt-look', 'delivery-promise'];
  expect(mine()).toEqual(new Set(chunks.map((chunk) => `/dist/${chunk}.js`)));
});
