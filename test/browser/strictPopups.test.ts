import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { strictPolicy } from '../../demo/csp.mjs';
import { openShop, type Shop, type Shopper, told, until, waver } from './shop';

/**
 * Every popup, through every chunk, on a page whose policy allows no style of its own but the page's files, and no text to
 * become markup or script.
 */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const NONCE = 'bmFzY2VudA';
const OPTIONS = {
  consent: 'granted',
  holdout: '0',
  points: '150',
  'points-lasts': '20m',
  'points-claim': '/points/claim',
  'delivery-handling': '0-1',
  'delivery-transit': '1-2',
  'delivery-cutoff': '23:59',
  'delivery-timezone': 'Europe/Berlin',
  'returns-days': '30',
  'shop-returns-free': 'true',
  'shop-payment-methods': 'Visa, PayPal',
  'shop-contact': '+1 207 555 0100, help@halfbarrow.example',
  'free-shipping-over': '50',
  'shop-size-guide': '/sizes',
  'shop-save-cart': '/save',
  'shop-alternatives': '/strict-alternatives',
  accent: '#3f5b34',
  config: '/strict-config',
};
const config = {
  campaigns: [
    { id: 'in-a-bar', popup: 'notice', intent: null, place: 'bar', copy: { en: { title: 'Closed on Monday' } } },
    { id: 'in-a-dialog', popup: 'question', question: 'occasion', intent: null, place: 'dialog' },
  ],
};
const alternatives = [{ name: 'Twine', url: '/product/twine', price: 6, picture: '/public/favicon.svg' }];
const page = `<!doctype html><html lang=en data-waver-page=checkout><meta charset=utf-8><title>Checkout</title>
  <link rel=stylesheet href=/public/base.css>
  <script async nonce=${NONCE} src=/dist/waver.js ${Object.entries(OPTIONS)
    .map(([name, value]) => `data-${name}="${value}"`)
    .join(' ')}></script>
  <body data-waver-cart='{"items":2,"total":45,"currency":"EUR"}'>
  <h1>Checkout</h1><form><label>ZIP <input name=zip required pattern="\\d{5}"></label><button>Pay</button></form>`;

const openStrict = async (): Promise<Shopper & { readonly violations: string[] }> => {
  const shopper = await shop.shopper();
  const violations: string[] = [];
  await shopper.context.exposeBinding('violated', (_, what: string) => void violations.push(what));
  await shopper.context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) =>
      (window as unknown as { violated(what: string): void }).violated(
        `${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`,
      ),
    );
  });
  const serve = (path: string, contentType: string, body: string, headers = {}) =>
    shopper.context.route(`**${path}`, (route) => route.fulfill({ contentType, body, headers }));
  await serve('/strict-page', 'text/html; charset=utf-8', page, { 'content-security-policy': strictPolicy(NONCE) });
  await serve('/strict-config', 'application/json', JSON.stringify(config));
  await serve('/strict-alternatives', 'application/json', JSON.stringify(alternatives));
  await shopper.page.goto('/strict-page');
  await told(shopper, 'ready');
  return { ...shopper, violations };
};

/** What it looks like: that its own style sheet is there. */
const dressed = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('waver-popup') as HTMLElement;
    const card = host.shadowRoot?.querySelector('[part=dialog]') as HTMLElement;
    const { position, fontWeight } = getComputedStyle(host.shadowRoot?.querySelector('h2') ?? card);
    return {
      place: getComputedStyle(host).position,
      padding: Number.parseFloat(getComputedStyle(card).paddingTop),
      position,
      fontWeight,
    };
  });

const campaigns = [
  'delivery-promise',
  'limited-points',
  'free-shipping',
  'budget-alternative',
  'fit-help',
  'returns-promise',
  'payment-help',
  'trust',
  'save-for-later',
  'question',
  'question-size',
  'question-style',
  'question-delivery-by',
  'question-budget',
  'in-a-bar',
  'in-a-dialog',
];

test('all popups work under it, and nothing is reported', async () => {
  const shopper = await openStrict();
  const { page, violations, errors, warnings } = shopper;
  const popup = page.locator('waver-popup');
  const gone = () =>
    until(
      () => popup.count(),
      (count) => count === 0,
    );
  const seen: string[] = [];
  await waver(page, (w) => w.preferences.set('budget', 20));
  for (const campaign of campaigns) {
    // Its answer is known by now, and would not be asked for again.
    if (campaign === 'question-budget') await waver(page, (w) => w.preferences.set('budget', null));
    await waver(page, (w, id) => w.show(id as string), campaign);
    await page.locator(`waver-popup[data-campaign="${campaign}"]`).getByRole('dialog').waitFor();
    seen.push(campaign);
    const { place, padding, fontWeight } = await dressed(page);
    expect([campaign, place, padding >= 12, fontWeight]).toEqual([campaign, 'fixed', true, '700']);
    await popup.getByRole('button', { name: 'Why am I seeing this?' }).click();
    const smaller = popup.locator('[part=smaller]');
    if (await smaller.count()) {
      await smaller.click();
      await popup.locator('[part=teaser]').click();
    }
    if (campaign === 'limited-points') {
      await popup.locator('[part=action]').click();
      await told(shopper, 'outcome', (one) => one.campaign === campaign && one.outcome === 'accepted');
    }
    await popup.locator('[part=dismiss]').click();
    await gone();
  }
  await waver(page, (w) => w.preferences.set('priority', 'price').then(() => w.preferences.open()));
  const centre = page.locator('waver-popup[data-campaign=preferences]');
  await centre.getByRole('button', { name: 'Change: priority' }).click();
  await centre.getByRole('button', { name: 'Cancel' }).click();
  await centre.getByText('Tell the shop more').click();
  const saved = page.waitForEvent('download');
  await centre.getByRole('button', { name: 'Export as file' }).click();
  await saved;
  await page.keyboard.press('Escape');
  await gone();
  // Help with the field that is refused.
  await page.getByLabel('ZIP').fill('12');
  for (let i = 0; i < 2; i++) {
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.waitForTimeout(1500);
  }
  await waver(page, (w) => w.show('form-help'));
  await page.locator('waver-popup[data-campaign=form-help]').waitFor();
  seen.push('form-help');
  console.log(`under a strict policy: ${seen.length} popups and the preference centre, ${violations.length} reports`);
  expect(violations).toEqual([]);
  expect([...errors, ...warnings]).toEqual([]);
});

test('the policy is one: what it forbids is reported', async () => {
  const { page, violations } = await openStrict();
  // By the page's own script, which the policy holds; what a debugger runs it does not.
  await page.evaluate(() => document.body.setAttribute('style', 'color:red'));
  await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>no</b>');
    } catch {}
  });
  const all = await until(
    async () => violations,
    (found) => found.length > 0,
  );
  expect(all.join(' ')).toMatch(/style-src|trusted-types/);
});
