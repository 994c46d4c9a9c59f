import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Preference, Waver } from '../../src/types';
import { fillCart, openShop, type Shop, servePage, told, until, waver } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const TAG = '<script async src="/dist/waver.js" data-consent="granted" data-holdout="1" data-threshold="1"></script>';

/** Everything that any storage of the origin holds, by name. */
const dump = async (page: Page) => ({
  cookies: (await page.context().cookies()).map(({ name }) => name),
  ...(await page.evaluate(async () => {
    const files: string[] = [];
    // The file system comes as an async iterable that TypeScript's DOM does not know of.
    const root = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string, unknown]>;
    for await (const [name] of root) files.push(name);
    return {
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      files,
    };
  })),
});
const NOTHING = { cookies: [], local: [], session: [], databases: [], caches: [], workers: 0, files: [] };

test('ten thousand answers from four tabs, reloaded and killed meanwhile: none that was acknowledged is lost', async () => {
  const TABS = 4;
  const WRITES = 10_000;
  const shopper = await shop.shopper();
  await servePage(shopper, '/writes', TAG);
  const acknowledged = new Map<string, number>();
  const counts = Array.from({ length: TABS }, () => 0);
  let all = 0;
  await shopper.context.exposeBinding('acknowledge', (_, tab: number, key: string, n: number) => {
    all++;
    acknowledged.set(key, Math.max(acknowledged.get(key) ?? -1, n));
    counts[tab] = Math.max(counts[tab] ?? 0, n);
  });
  let disturbed = 0;
  /** Writes on and on, each key of this tab with rising numbers, until the page is gone. */
  const write = (page: Page, tab: number) => {
    // What was under way when the page went may have been written: begin above it.
    const from = (counts[tab] ?? 0) + 100;
    page
      .evaluate(
        ([mine, first]) => {
          const { waver, acknowledge } = window as unknown as {
            waver: Waver;
            acknowledge(tab: number, key: string, n: number): void;
          };
          let n = first as number;
          const lane = async () => {
            for (;;) {
              const value = ++n;
              const key = `tab-${mine}-${value % 20}`;
              await waver.preferences.set(key, value);
              acknowledge(mine as number, key, value);
            }
          };
          for (let i = 0; i < 4; i++) lane();
        },
        [tab, from],
      )
      .catch(() => undefined);
  };
  const run = async (tab: number) => {
    let page = await shopper.open();
    while (all < WRITES) {
      await page.goto('/writes').catch(() => undefined);
      await page.waitForFunction(() => (window as unknown as { waver?: Waver }).waver?.record?.());
      write(page, tab);
      await page.waitForTimeout(500 + Math.random() * 1500);
      disturbed++;
      // A reload, a tab that is closed, a renderer that dies.
      const fate = Math.random();
      if (fate < 0.5) continue;
      if (fate > 0.8) await page.goto('chrome://crash', { timeout: 500 }).catch(() => undefined);
      await page.close().catch(() => undefined);
      page = await shopper.open();
    }
    await page.close();
  };
  await Promise.all(counts.map((_, tab) => run(tab)));
  const { page } = shopper;
  await page.goto('/writes');
  await told(shopper, 'ready');
  const kept = new Map((await waver(page, (w) => w.preferences.all())).map(({ key, value }) => [key, Number(value)]));
  const lost = [...acknowledged].filter(([key, n]) => (kept.get(key) ?? -1) < n);
  console.log(`${all} answers acknowledged, ${disturbed} reloads and kills, ${lost.length} lost`);
  expect(lost).toEqual([]);
  expect(all).toBeGreaterThanOrEqual(WRITES);
  expect(shopper.warnings.filter((text) => text.includes('IndexedDB'))).toEqual([]);
  expect(disturbed).toBeGreaterThan(10);
}, 240_000);

test.concurrent('what is erased is gone from every storage; what was exported before brings it all back', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await servePage(shopper, '/answers', TAG);
  await page.goto('/answers');
  await told(shopper, 'ready');
  expect(
    await waver(page, async (w) => {
      await w.preferences.set('priority', 'price');
      await w.preferences.set('size', ' xxl ');
      await w.preferences.set('size', '42,5');
      await w.preferences.set('style', ['modern', 'classic']);
      return (await w.preferences.all()).length;
    }),
  ).toBe(3);
  expect((await dump(page)).databases).toEqual(['waver']);
  const before = await waver(page, (w) => w.preferences.export());
  expect(JSON.parse(before)).toMatchObject([
    { key: 'priority', value: 'price' },
    { key: 'size', value: '42.5', history: [{ value: '2XL' }] },
    { key: 'style', value: ['classic', 'modern'] },
  ]);
  await waver(page, (w) => w.preferences.erase());
  await expect.poll(() => dump(page)).toEqual(NOTHING);
  // Nor does anything come back while the page is open: with consent, ticks and saves go on.
  await page.waitForTimeout(8000);
  expect(await dump(page)).toEqual(NOTHING);

  await page.reload();
  await told(shopper, 'ready', ({ at }) => at > Date.now() - 5000);
  expect(await waver(page, (w) => w.preferences.all())).toEqual([]);
  expect(await waver(page, (w, text) => w.preferences.import(`${text}`), before)).toEqual({ taken: 3, refused: [] });
  const after = await waver(page, (w) => w.preferences.all());
  expect(after).toEqual(JSON.parse(before) as Preference[]);
});

test.concurrent('what is answered before the banner is, is there on the next page, before what was kept earlier', async () => {
  const shopper = await shop.shopper({ locale: 'en-GB' });
  const { page } = shopper;
  await servePage(shopper, '/banner', TAG.replace('granted', 'required'));
  const visit = async () => {
    await page.goto('/banner');
    await told(shopper, 'ready', ({ at }) => at > Date.now() - 5000);
  };
  const grant = () => waver(page, (w) => w.consent('granted'));
  const valuesOf = async () => (await waver(page, (w) => w.preferences.all())).map(({ key, value }) => [key, value]);
  await visit();
  await waver(page, (w) => w.preferences.ask('style'));
  const question = page.locator('waver-popup[data-campaign=question-style]');
  await question.getByLabel('Modern').check();
  await question.getByRole('button', { name: 'Save answer' }).click();
  await told(shopper, 'preference');
  await waver(page, (w) => w.preferences.set('size', '42'));
  expect((await dump(page)).databases).toEqual([]);
  await grant();
  await expect.poll(async () => (await dump(page)).databases).toEqual(['waver']);

  await visit();
  expect(await valuesOf()).toEqual([]);
  await waver(page, (w) => w.preferences.set('size', '43'));
  await grant();
  const KEPT = [
    ['style', ['modern']],
    ['size', '43'],
  ];
  await expect.poll(valuesOf).toEqual(KEPT);
  await visit();
  await grant();
  await expect.poll(valuesOf).toEqual(KEPT);
  expect(await waver(page, (w) => w.preferences.get('size'))).toMatchObject({
    consent: 'granted',
    history: [{ value: '42' }],
  });
});

test.concurrent('the shopper opens it, tells something, silences the popups, and is left alone', async () => {
  const shopper = await shop.shopper({ locale: 'en-GB' });
  const { page } = shopper;
  await fillCart(page);
  await page.getByRole('button', { name: 'Your answers' }).click();
  const centre = page.locator('waver-popup[data-campaign=preferences]').getByRole('dialog');
  await centre.getByText('Tell the shop more').click();
  // By keyboard: the question on size, its field, what cannot be a size, what is one.
  await centre.getByRole('button', { name: 'Answer: Which size do you usually take?' }).press('Enter');
  const field = centre.getByRole('textbox');
  await field.fill('?!');
  await field.press('Enter');
  await until(
    () => field.getAttribute('aria-invalid'),
    (invalid) => invalid === 'true',
  );
  await field.fill('42 1/2');
  await field.press('Enter');
  expect(await told(shopper, 'preference')).toMatchObject({ key: 'size', value: '42.5', purpose: 'suggest-size' });
  await centre.getByText('42.5').first().waitFor();
  await centre.getByRole('button', { name: 'For a day' }).click();
  await told(shopper, 'preference', ({ key }) => key === 'muted-until');
  await page.keyboard.press('Escape');
  await centre.waitFor({ state: 'detached' });
  // Back where it was opened from.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Your answers');

  await page.goto('/cart');
  await waver(page, (w) => w.moment('asked', { intent: 'delivery', strength: 1 }));
  expect(await told(shopper, 'decision', (one) => one.page === '/cart')).toMatchObject({ show: false, hold: 'muted' });
  const [kept, ...more] = await waver(page, (w) => w.preferences.all());
  expect(kept).toMatchObject({ key: 'size', value: '42.5', benefit: expect.stringContaining('size') });
  expect(more).toEqual([]);
});

test.concurrent('in slots of the page: asked by the shop and answered there, the centre beside it, nothing over the page', async () => {
  const shopper = await shop.shopper({ locale: 'en-GB' });
  const { page } = shopper;
  const slots = '<h1>Account</h1><div data-waver-slot="question-style"></div><div data-waver-slot="preferences"></div>';
  await servePage(shopper, '/account', `<main>${slots}<p id="below">Orders</p></main>${TAG}`);
  await page.goto('/account');
  await told(shopper, 'ready');
  await waver(page, (w) => w.preferences.ask('style'));
  const question = page.locator('[data-waver-slot=question-style] waver-popup');
  await question.getByLabel('Modern').check();
  // In the flow: what is below it stays below it, and it is as wide as the page lets it be.
  const [box, below] = await Promise.all([question.boundingBox(), page.locator('#below').boundingBox()]);
  expect(below?.y).toBeGreaterThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
  expect(await question.evaluate((host) => getComputedStyle(host).position)).toBe('static');
  await question.getByRole('button', { name: 'Save answer' }).click();
  expect(await told(shopper, 'preference')).toMatchObject({ key: 'style', value: ['modern'] });
  await waver(page, (w) => w.preferences.open());
  const centre = page.locator('[data-waver-slot=preferences] waver-popup');
  await centre.getByText('Modern', { exact: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('waver-popup');
  expect(await centre.evaluate((host) => getComputedStyle(host).position)).toBe('static');
});

test.concurrent('the whole preference centre by keyboard alone', async () => {
  const shopper = await shop.shopper({ locale: 'en-GB' });
  const { page } = shopper;
  await fillCart(page);
  await waver(page, (w) => w.preferences.set('size', 'M'));
  await page.getByRole('button', { name: 'Your answers' }).focus();
  await page.keyboard.press('Enter');
  const centre = page.locator('waver-popup[data-campaign=preferences]').getByRole('dialog');
  await centre.waitFor();
  /** What has the focus, by its name; nothing where the browser's own frame has it. */
  const focused = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const label = (active as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return active === document.body ? '' : (active?.getAttribute('aria-label') ?? label ?? active?.textContent ?? '');
    });
  const walk = async (steps: number) => {
    const names: string[] = [];
    for (let i = 0; i < steps; i++) {
      await page.keyboard.press('Tab');
      const name = await focused();
      if (name) names.push(name);
    }
    return names;
  };
  const tabTo = async (name: string) => {
    for (let i = 0; i < 40 && (await focused()) !== name; i++) await page.keyboard.press('Tab');
    expect(await focused()).toBe(name);
  };
  // Everything in order, and round again: nothing of the page below.
  const ROUND = [
    'Change: size',
    'Forget: size',
    'Tell the shop more',
    'For a day',
    'For a week',
    'For a month',
    'Export as file',
    'Import a file',
    'Forget everything',
    'Close',
  ];
  await tabTo('Close');
  const names = await walk(ROUND.length + 3);
  expect(names.slice(0, ROUND.length)).toEqual(ROUND);
  expect(ROUND).toEqual(expect.arrayContaining(names));

  await tabTo('Change: size');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('44');
  await page.keyboard.press('Enter');
  expect(await told(shopper, 'preference', ({ value }) => value === '44')).toMatchObject({ key: 'size' });
  await tabTo('Tell the shop more');
  await page.keyboard.press('Enter');
  await tabTo('Answer: Which styles do you like?');
  await page.keyboard.press('Enter');
  await tabTo('Sporty');
  await page.keyboard.press('Space');
  await tabTo('Save answer');
  await page.keyboard.press('Enter');
  expect(await told(shopper, 'preference', ({ key }) => key === 'style')).toMatchObject({ value: ['sporty'] });
  await tabTo('Forget everything');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await centre.waitFor({ state: 'detached' });
  expect(await focused()).toBe('Your answers');
  // Asked, and not confirmed: nothing was forgotten.
  expect((await waver(page, (w) => w.preferences.all())).map(({ key }) => key).sort()).toEqual(['size', 'style']);
});

test.concurrent('where storage is full an answer lasts as long as the page, that is said, and it is asked for again', async () => {
  const shopper = await shop.shopper();
  const { page, warnings } = shopper;
  await servePage(shopper, '/full', TAG);
  await page.goto('/full');
  await told(shopper, 'ready');
  // Chromium gives a shop so much room that a test cannot fill it: here it says that there is none.
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await waver(page, (w) => w.preferences.set('size', 'M'));
  expect(await waver(page, (w) => w.preferences.get('size'))).toMatchObject({ value: 'M' });
  await until(
    async () => warnings.join(),
    (said) => said.includes('IndexedDB fails: memory only'),
  );
  await page.reload();
  await told(shopper, 'ready', ({ at }) => at > Date.now() - 5000);
  expect(await waver(page, (w) => w.preferences.all())).toEqual([]);
  await waver(page, (w) => w.preferences.ask('size'));
  await page.locator('waver-popup[data-campaign=question-size]').waitFor();
});
