import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeliveryWindow } from '../../src/types';
import { fillCart, openShop, read, readUntil, type Shop, told, until } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const popupText = () => document.querySelector('waver-popup')?.shadowRoot?.textContent ?? '';

test.concurrent('reading the shipping policy with a full cart is answered with the delivery dates, in the cart', async () => {
  const shopper = await shop.shopper({ timezoneId: 'Asia/Tokyo' });
  const { page, records, requests, warnings, errors } = shopper;
  await fillCart(page);
  await page.getByRole('link', { name: 'Shipping policy' }).first().click();
  await read(page, 20);

  // Noticed and decided on the spot, but reading is not interrupted.
  const moment = await told(shopper, 'moment');
  expect(moment).toMatchObject({ kind: 'policy-dwell', topic: 'shipping', page: '/policies/shipping' });
  expect(await told(shopper, 'decision')).toMatchObject({ show: false, hold: 'page', campaign: 'delivery-promise' });
  expect(requests).not.toContain('/dist/widgets.js');

  await page.getByRole('link', { name: 'Back to your cart' }).click();
  const decision = await told(shopper, 'decision', ({ show }) => show);
  expect(decision).toMatchObject({ campaign: 'delivery-promise', intent: 'delivery', page: '/cart', arm: 'treatment' });
  const score = await told(shopper, 'score');
  expect(score.churn).toBeGreaterThan(0.75);
  expect(score.because.map(({ feature }) => feature)).toContain('dwell-shipping');
  await told(shopper, 'outcome', ({ outcome }) => outcome === 'shown');
  expect(records.map(({ type }) => type).filter((type) => type !== 'ready')).toEqual([
    ...['moment', 'score', 'decision'],
    ...['score', 'decision', 'outcome'],
  ]);

  // The dates are those the shop's own terms give, whatever zone the shopper sits in.
  const window = (await page.evaluate(`import('/dist/facts.js').then(({ readDelivery }) =>
    readDelivery({ deliveryTimezone: 'America/New_York' }, Date.now()))`)) as DeliveryWindow;
  const dates = await page
    .locator('waver-popup h2 time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
  expect(dates).toEqual([window.earliest, window.latest]);
  expect(await page.evaluate(popupText)).toContain('New York');

  // Why: in words, from the reasons.
  await page.getByRole('button', { name: 'Why am I seeing this?' }).click();
  await until(
    () => page.evaluate(popupText),
    (text) => /read about delivery for at least \d+ seconds/.test(text),
  );
  expect([...warnings, ...errors]).toEqual([]);
});

test.concurrent('the same reading with an empty cart shows nothing', async () => {
  const shopper = await shop.shopper();
  const { page, records, requests } = shopper;
  await page.goto('/');
  await page.getByRole('link', { name: 'Shipping policy' }).first().click();
  await read(page, 20);
  await page.goto('/cart');
  await page.waitForTimeout(1500);
  expect(records.filter(({ type }) => type !== 'ready')).toEqual([]);
  // No request but the script itself, and what reads the cart that nobody has told.
  expect(new Set(requests.filter((path) => path.startsWith('/dist/')))).toEqual(
    new Set(['/dist/waver.js', '/dist/consent.js', '/dist/reader.js']),
  );
  expect(await page.locator('waver-popup').count()).toBe(0);
});

test.concurrent('the policy read in a new tab counts for the cart in the first one, and one popup comes', async () => {
  const shopper = await shop.shopper();
  await fillCart(shopper.page);
  await shopper.page.goto('/cart');
  const policy = await shopper.open();
  await policy.goto('/policies/shipping');
  await readUntil(shopper, policy, 'policy-dwell');
  await shopper.page.bringToFront();
  await shopper.page.locator('waver-popup[data-campaign=delivery-promise]').waitFor();
  await policy.goto('/cart');
  await policy.waitForTimeout(2000);
  expect(await policy.locator('waver-popup').count()).toBe(0);
  expect(shopper.records.filter((r) => r.type === 'outcome')).toHaveLength(1);
});

test.concurrent('the shopper’s language is used, and the shop’s time zone', async () => {
  const shopper = await shop.shopper({ locale: 'de-DE', timezoneId: 'Pacific/Auckland' });
  await fillCart(shopper.page);
  await shopper.page.goto('/policies/shipping');
  await readUntil(shopper, shopper.page, 'policy-dwell');
  await shopper.page.goto('/cart');
  await shopper.page.locator('waver-popup').waitFor();
  await until(
    () => shopper.page.evaluate(popupText),
    (text) => /Warum sehe ich das\?/.test(text),
  );
  const [earliest] = await shopper.page.locator('waver-popup time').allTextContents();
  const iso = await shopper.page.locator('waver-popup time').first().getAttribute('datetime');
  const german = new Intl.DateTimeFormat('de', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  expect(earliest).toContain(german.format(new Date(`${iso}T00:00Z`)));
});

test.concurrent('dismissed means dismissed: over reloads, tabs and the rest of the visit', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  await page.goto('/policies/shipping');
  await readUntil(shopper, page, 'policy-dwell');
  await page.goto('/cart');
  await page.getByRole('button', { name: 'Not now' }).click();
  expect(await told(shopper, 'outcome', ({ outcome }) => outcome === 'dismissed')).toMatchObject({
    campaign: 'delivery-promise',
  });
  const known = shopper.records.length;
  await page.goto('/policies/shipping');
  await readUntil(shopper, page, 'policy-dwell', known);
  for (const tab of [page, await shopper.open()]) {
    await tab.goto('/cart');
    await tab.waitForTimeout(1500);
    expect(await tab.locator('waver-popup').count()).toBe(0);
  }
  expect(await told(shopper, 'decision')).toMatchObject({ show: false, hold: 'cooldown' });
});

test.concurrent('an accordion on the product page counts like a page about it, while it is open', async () => {
  const shopper = await shop.shopper();
  const { page, records } = shopper;
  await fillCart(page);
  const summary = page.locator('summary', { hasText: 'Delivery and returns' });
  await summary.click();
  await read(page, 4);
  await summary.click();
  await read(page, 12);
  expect(records.filter(({ type }) => type === 'moment')).toEqual([]);
  await summary.click();
  await readUntil(shopper, page, 'policy-dwell');
  expect(await told(shopper, 'moment')).toMatchObject({
    kind: 'policy-dwell',
    topic: 'shipping',
    page: '/product/bean',
  });
  await page.locator('waver-popup[data-campaign=delivery-promise]').waitFor();
});
