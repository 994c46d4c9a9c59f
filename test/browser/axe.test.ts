import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CampaignCopy, PopupContent } from '../../src/types';
import { fillCart, openShop, type Shop, told, waver } from './shop';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const popups = [
  'question',
  'question-size',
  'question-style',
  'question-delivery-by',
  'question-budget',
  'question-contact',
  'limited-points',
  'preferences',
  'form-help',
  'delivery-promise',
] as const;
/** These need facts the demo shop does not state: the popup chunk is handed them. */
const notices: readonly PopupContent[] = [
  { popup: 'fit-help', size: '42', guide: '/sizes', days: 30 },
  { popup: 'returns-promise', days: 30, free: true },
  { popup: 'payment-help', payments: ['Visa', 'PayPal', 'Klarna'] },
  {
    popup: 'trust',
    rating: { value: 4.6, best: 5, count: 312, of: 'Runner beans' },
    contact: { phone: '+1 (207) 555-0100', email: 'help@halfbarrow.example' },
  },
  { popup: 'preference-invitation', count: 3 },
  { popup: 'save-for-later', url: '/save' },
  { popup: 'free-shipping', over: 50, missing: 12.4, currency: 'USD' },
  {
    popup: 'alternatives',
    budget: 20,
    currency: 'USD',
    products: [
      { name: 'Hand fork', url: '/product/fork', price: 14, picture: '/public/favicon.svg' },
      { name: 'A pair of gardening gloves with a name that is far too long for one line', url: '/gloves', price: 12.5 },
      { name: 'Twine', url: '/product/twine', price: 6 },
    ],
  },
  { popup: 'notice' },
];
const words: CampaignCopy = {
  title: 'We are closed on Monday',
  body: 'Orders are sent on Tuesday.',
  action: 'Read more',
  link: '/shipping',
};
const views = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

const findNothing = async (page: Page) => {
  await page.addScriptTag({ path: axe });
  const { violations } = (await page.evaluate(
    `axe.run('waver-popup', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as AxeResults;
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

test.concurrent.for(popups.flatMap((popup) => views.map((viewport) => ({ popup, viewport, width: viewport.width }))))(
  'axe finds nothing in $popup at $width px',
  async ({ popup, viewport }) => {
    const shopper = await shop.shopper({ viewport });
    const { page } = shopper;
    await fillCart(page);
    if (popup === 'form-help') {
      await page.goto('/checkout');
      await told(shopper, 'ready', ({ page: path }) => path === '/checkout');
      await page.getByLabel('ZIP code').fill('12');
      // The other fields are empty and refused as well; help comes for the first of them.
      for (let i = 0; i < 2; i++) {
        await page.getByRole('button', { name: 'Place order' }).click();
        await page.waitForTimeout(1800);
      }
    } else if (popup === 'preferences') {
      await waver(page, (w) => w.preferences.set('priority', 'price').then(() => w.preferences.open()));
    } else await waver(page, (w, id) => w.show(id as string), popup);
    const host = page.locator(`waver-popup[data-campaign=${popup}]`);
    await host.getByRole('dialog').waitFor();
    const look = () => findNothing(page);
    if (popup !== 'preferences') {
      await host.getByRole('button', { name: 'Why am I seeing this?' }).click();
      await look();
      if (!/size|style|-by|budget/.test(popup)) return;
      // What cannot be taken is said beside the field.
      await host.getByRole('button', { name: 'Save answer' }).click();
      await host.locator('[aria-invalid=true]').first().waitFor();
      return look();
    }
    await look();
    await host.getByRole('button', { name: 'Change: priority' }).click();
    await look();
    await host.getByRole('button', { name: 'Cancel' }).click();
    await host.getByText('Tell the shop more').click();
    await host.getByRole('button', { name: 'For a week' }).click();
    await look();
    await host.getByRole('button', { name: 'Forget everything' }).click();
    await look();
    await host.getByRole('button', { name: 'Forget everything' }).click();
    await look();
  },
);

test.concurrent.for(
  notices.flatMap((content) => views.map((viewport) => ({ content, popup: content.popup, viewport, ...viewport }))),
)('axe finds nothing in $popup at $width px', async ({ content, popup, viewport }) => {
  const { page } = await shop.shopper({ viewport });
  await page.goto('/cart');
  const showing = { campaign: popup, intent: null, content, because: [], copy: popup === 'notice' ? words : undefined };
  await page.evaluate(
    `import('/dist/widgets.js').then(({ openPopup }) => openPopup(${JSON.stringify(showing)},
      { locales: ['en'], now: Date.now, end() {}, openPreferences() {} })).then(() => {})`,
  );
  const host = page.locator(`waver-popup[data-campaign=${popup}]`);
  await findNothing(page);
  await host.getByRole('button', { name: 'Why am I seeing this?' }).click();
  await findNothing(page);
  // Every link can be hit, and followed in this very tab.
  for (const link of await host.getByRole('link').all()) {
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    expect(await link.getAttribute('target')).toBe(null);
  }
  const [link] = await host.locator('a[href^=http]').all();
  if (!link) return;
  const address = await link.getAttribute('href');
  await link.click();
  await page.waitForURL(address as string);
  expect(page.context().pages()).toHaveLength(1);
});

test.concurrent('by keyboard alone: reached, read, closed, and the focus is where it was', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  await page.goto('/cart');
  await told(shopper, 'ready', ({ page: path }) => path === '/cart');
  const link = page.getByRole('link', { name: 'Go to checkout' });
  await link.focus();
  await waver(page, (w) => w.show('question'));
  const popup = page.locator('waver-popup');
  await popup.waitFor();
  // It came without taking the focus.
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  await popup.getByRole('button', { name: 'A good price' }).focus();
  await page.keyboard.press('Escape');
  await popup.waitFor({ state: 'detached' });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
});
