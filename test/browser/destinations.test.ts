import { existsSync, readFileSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import { type Browser, chromium, type Page } from 'playwright-core';
import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { aPreference, VISIT_RECORDS } from '../unit/destinations/given';
import { type Sent, VENDORS, type Vendor } from './destinations/vendors';
import { type Shop as Demo, openShop as openDemo, servePage, until, waver } from './shop';

/**
 * One recorded visit through the vendors' own code in a real browser: what leaves the page for their servers is held
 * against `destinations/<name>.json`. The network ends in this file.
 */

const SHOP = 'https://shop.example';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(() => browser?.close());

/** A vendor's file as a script: modules are put together, and stand on `window.vendor`. */
const scriptOf = async (file: string): Promise<string> => {
  const path = `node_modules/${file}`;
  const text = readFileSync(path, 'utf8');
  if (!/^(im|ex)port\b/m.test(text)) return text;
  const bundle = await rollup({ input: path, plugins: [resolve({ browser: true })], onwarn() {} });
  const { output } = await bundle.generate({ format: 'iife', name: 'vendor', inlineDynamicImports: true });
  return output[0].code;
};

/** A page in which records can be told through the very chunks that a shop loads. */
const pageOf = (
  destinations: unknown,
  preferences: unknown,
) => `<!doctype html><meta charset="utf-8"><title>Shop</title>
<script type="module">
  import { startTelling } from '/waver/telling.js';
  const preferences = ${JSON.stringify(preferences)};
  Object.assign(window, { warned: [], learnt: {}, kept: [], consent: ['granted', null, undefined] });
  window.telling = startTelling({
    options: { destinations: ${JSON.stringify(destinations)} },
    guard: (work) => work,
    warn: (...text) => warned.push(text.map(String)),
    store: {
      lasting: () => true,
      read: async () => preferences,
      update: async (key, change) => kept.push(change(preferences)),
    },
    consent: () => consent,
    visit: () => ({ visit: () => ({ visitor: 'visitor-77', preferences }) }),
    traits: learnt,
  });
</script>`;

interface Shop {
  readonly page: Page;
  readonly sent: Sent[];
  /** Records to tell, through the very chunks a shop loads. */
  hear(records: readonly unknown[]): Promise<void>;
  /** Nothing was warned of, and nothing thrown into the page. */
  close(): Promise<void>;
}

const openShop = async (vendor: Vendor, destinations: unknown): Promise<Shop> => {
  const context = await browser.newContext();
  const sent: Sent[] = [];
  const errors: string[] = [];
  const script = await scriptOf(vendor.script);
  const preferences = { 'delivery-by': aPreference({ sharedWith: ['Vendor'], expiresAt: Date.now() + 864e5 }) };
  const html = pageOf(destinations, preferences);
  await context.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const reply = (body: string, contentType: string) =>
      route.fulfill({
        body,
        contentType,
        headers: {
          'access-control-allow-origin': request.headers().origin ?? '*',
          'access-control-allow-headers': '*',
          'access-control-allow-credentials': 'true',
        },
      });
    if (url.origin === SHOP && url.pathname.startsWith('/waver/') && existsSync(`dist/${url.pathname.slice(7)}`))
      return reply(readFileSync(`dist/${url.pathname.slice(7)}`, 'utf8'), 'text/javascript');
    if (url.pathname === '/vendor.js') return reply(script, 'text/javascript');
    if (url.origin === SHOP && url.pathname === '/') return reply(html, 'text/html');
    if (request.method() !== 'OPTIONS') sent.push({ url, body: request.postData() ?? '' });
    return reply(JSON.stringify(vendor.answer?.(url) ?? {}), 'application/json');
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${SHOP}/`);
  await page.waitForFunction('window.telling');
  const hear = (records: readonly unknown[]) =>
    page.evaluate((all: unknown[]) => {
      const { telling } = window as unknown as { telling: { hear(record: unknown): void } };
      for (const record of all) telling.hear(record);
    }, records as unknown[]);
  const close = async () => {
    expect(await page.evaluate('warned')).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  };
  return { page, sent, hear, close };
};

/** The vendor's tag, as its documentation has it. */
const addVendor = async ({ page }: Shop, { before = '', attributes = '', after = '' }: Vendor) => {
  await page.addScriptTag({ content: `{ ${before} }` });
  await page.evaluate(
    (marks) =>
      new Promise((loaded) => {
        const script = document.createElement('script');
        for (const [, name = '', value = ''] of marks.matchAll(/([\w-]+)="([^"]*)"/g)) script.setAttribute(name, value);
        script.src = '/vendor.js';
        script.onload = loaded;
        document.head.append(script);
      }),
    attributes,
  );
  await page.addScriptTag({ content: `{ ${after} }` });
};

/** What has arrived, once as much is there as is expected, or no more comes. */
const arrived = async (shop: Shop, { read, flush }: Vendor, least: number): Promise<readonly unknown[]> => {
  let events: readonly unknown[] = [];
  for (let i = 0; i < 60; i++) {
    if (flush) await shop.page.evaluate(flush);
    await shop.page.waitForTimeout(250);
    events = shop.sent.flatMap(read);
    if (events.length >= least && i > 4) break;
  }
  return JSON.parse(JSON.stringify(events));
};
const golden = (name: string): unknown[] => {
  const path = `test/browser/destinations/${name}.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
};

describe.each(VENDORS)('$name', (vendor) => {
  const { name, plan } = vendor;
  const expected = golden(name);

  test('one visit arrives at its server as in its file', async () => {
    const shop = await openShop(vendor, [{ name, label: 'Vendor' }]);
    await addVendor(shop, vendor);
    await shop.hear(VISIT_RECORDS);
    expect(await arrived(shop, vendor, expected.length)).toEqual(expected);
    await shop.close();
  });

  test('all of it arrives, once, where its tag comes after it was told', async () => {
    const shop = await openShop(vendor, [{ name, label: 'Vendor' }]);
    await shop.hear(VISIT_RECORDS);
    await shop.page.waitForTimeout(500);
    await addVendor(shop, vendor);
    expect(await arrived(shop, vendor, expected.length)).toEqual(expected);
    await shop.close();
  });

  test('nothing arrives without consent, nor what was told before it', async () => {
    const shop = await openShop(vendor, [{ name, label: 'Vendor' }]);
    await shop.page.evaluate(`consent = ['required', null, undefined]; telling.consentChanged()`);
    await addVendor(shop, vendor);
    await shop.hear(VISIT_RECORDS);
    await shop.page.evaluate(`consent = ['granted', null, undefined]; telling.consentChanged()`);
    // The answer goes now that it may.
    const answer = expected.filter((event) => JSON.stringify(event).includes('waver_delivery_by'));
    expect(await arrived(shop, vendor, answer.length)).toEqual(answer);
    await shop.close();
  });

  test.runIf(plan)('what it knows of the shopper is learnt, of what was named', async () => {
    const shop = await openShop(vendor, [{ name, learn: ['plan', 'size'] }]);
    await addVendor(shop, vendor);
    await shop.page.evaluate(plan ?? '');
    await shop.hear(VISIT_RECORDS);
    await shop.page.waitForFunction('learnt.plan');
    expect(await shop.page.evaluate('learnt')).toEqual({ plan: 'gold' });
    await shop.close();
  });
});

describe('the tag', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
  });
  afterAll(() => demo?.close());

  const CONFIG = {
    destinations: [{ name: 'data-layer', records: ['purchase'] }, 'segment'],
    questions: [
      {
        key: 'gift',
        kind: 'one',
        options: [{ value: 'yes' }, { value: 'no' }],
        purpose: 'personalise-products',
        keepDays: 30,
        sharedWith: ['Segment'],
        words: { en: { ask: 'Is it a gift?', options: { yes: 'Yes', no: 'No' } } },
      },
    ],
  };
  const visit = async (consent: string) => {
    const shopper = await demo.shopper();
    await shopper.context.route('**/shop.json', (route) => route.fulfill({ json: CONFIG }));
    await servePage(
      shopper,
      '/blank',
      `<script>analytics = []; for (const name of ['track', 'identify']) analytics[name] = (...given) => analytics.push([name, ...given])</script>
      <script async src="/dist/waver.js" data-config="/shop.json" data-consent="${consent}"></script>`,
    );
    await shopper.page.goto('/blank');
    // The configuration comes by network.
    await shopper.page.waitForFunction('window.waver?.version');
    return shopper;
  };
  /** As the shopper answers the question, which says who may be told. */
  const answerGift = async (page: Page) => {
    await waver(page, (w) => w.preferences.ask('gift'));
    await page
      .locator('waver-popup[data-campaign=question-gift]')
      .getByRole('button', { name: 'Yes', exact: true })
      .click();
  };
  const layerOf = (page: Page) => page.evaluate('window.dataLayer ?? []') as Promise<object[]>;
  const identified = async (page: Page) =>
    (await page.evaluate(
      'analytics.filter(([name]) => name === "identify").map(([, traits]) => traits.waver_gift)',
    )) as unknown[];

  test('tells what is told, hands over what was agreed to, and takes it back', async () => {
    const shopper = await visit('granted');
    const { page } = shopper;
    await waver(page, (w) => w.purchase({ id: 'A-1', value: 48, currency: 'EUR' }));
    const order = { event: 'waver_order_seen', waver: { order_id: 'A-1', value: 48, currency: 'EUR' } };
    expect(
      await until(
        () => layerOf(page),
        (all) => all.length > 1,
      ),
    ).toEqual([{ waver: null }, expect.objectContaining(order)]);
    await answerGift(page);
    expect(
      await until(
        () => identified(page),
        (all) => all.length > 0,
      ),
    ).toEqual(['yes']);
    const kept = await until(
      () => waver(page, (w) => w.preferences.get('gift')),
      (one) => !!one?.shared?.length,
    );
    expect(kept?.shared).toEqual([{ with: 'Segment', at: expect.any(Number) }]);
    await waver(page, (w) => w.preferences.set('gift', null));
    expect(
      await until(
        () => identified(page),
        (all) => all.length > 1,
      ),
    ).toEqual(['yes', null]);
    expect(shopper.warnings).toEqual([]);
    expect(shopper.errors).toEqual([]);
  });

  test('tells nobody anything before consent, and nothing after it is taken back', async () => {
    const { page } = await visit('required');
    await waver(page, (w) => w.purchase({ id: 'A-1', value: 48, currency: 'EUR' }));
    await answerGift(page);
    await page.waitForTimeout(1500);
    expect([await layerOf(page), await identified(page)]).toEqual([[], []]);
    await waver(page, (w) => w.consent('granted'));
    expect(
      await until(
        () => identified(page),
        (all) => all.length > 0,
      ),
    ).toEqual(['yes']);
    await waver(page, (w) => w.consent('denied'));
    await waver(page, (w) => w.purchase({ id: 'A-2', value: 48, currency: 'EUR' }));
    await page.waitForTimeout(1500);
    expect(await layerOf(page)).toEqual([]);
  });

  test('loads nothing of it where the shop has named no tool', async () => {
    const shopper = await demo.shopper();
    await servePage(shopper, '/blank', '<script async src="/dist/waver.js" data-consent="granted"></script>');
    await shopper.page.goto('/blank');
    await waver(shopper.page, (w) => w.purchase({ id: 'A-1' }));
    await shopper.page.waitForTimeout(2000);
    expect(shopper.requests.filter((path) => /telling|to-|read-/.test(path))).toEqual([]);
  });
});
