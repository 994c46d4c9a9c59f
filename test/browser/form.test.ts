import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillCart, fillCheckout, openShop, readStore, type Shop, told, until, waver } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const send = (page: Page) => page.getByRole('button', { name: 'Place order' }).click();

const overlap = (page: Page, name: string) =>
  page.evaluate((field) => {
    const a = document.querySelector(`[name=${field}]`)?.getBoundingClientRect();
    const popup = document.querySelector('waver-popup')?.shadowRoot?.querySelector('[role=dialog]');
    const b = popup?.getBoundingClientRect();
    return !a || !b ? null : a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }, name);

test.concurrent.for([
  ['desktop', { width: 1280, height: 800 }],
  ['phone', { width: 360, height: 740 }],
] as const)('the same field refused twice is helped with, beside the field, on a %s', async ([, viewport]) => {
  const shopper = await shop.shopper({ viewport });
  const { page, records } = shopper;
  await fillCart(page);
  await fillCheckout(page, '123');
  await send(page);
  await page.waitForTimeout(2500);
  expect(records.filter(({ type }) => type === 'moment')).toEqual([]);
  await send(page);
  expect(await told(shopper, 'moment')).toMatchObject({ kind: 'field-error', field: 'postal', count: 2 });
  expect(await told(shopper, 'decision', ({ show }) => show)).toMatchObject({
    campaign: 'form-help',
    intent: 'effort',
  });

  const popup = page.locator('waver-popup[data-campaign=form-help]');
  await popup.waitFor();
  expect(
    await until(
      () => overlap(page, 'postal'),
      (covers) => covers !== null,
    ),
  ).toBe(false);
  const text = await popup.evaluate((host) => host.shadowRoot?.textContent);
  expect(text).toContain('ZIP code');
  expect(text).toContain('Five digits');
  expect(text).toMatch(/\d{5}/);
  // The focus is where the shopper types, and stays there.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('postal');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('04101');
  expect(await page.getByLabel('ZIP code').inputValue()).toBe('04101');
  await page.keyboard.press('Tab');
  // It has helped, and goes.
  expect(await told(shopper, 'outcome', ({ outcome }) => outcome === 'accepted')).toMatchObject({
    campaign: 'form-help',
  });
  expect(await popup.count()).toBe(0);
});

/** The server has to say it, the browser does not. */
const sendUnchecked = async (page: Page) => {
  await page
    .locator('main form')
    .last()
    .evaluate((form) => {
      (form as HTMLFormElement).noValidate = true;
    });
  await send(page);
  await page.locator('.errors').waitFor();
};

test.concurrent('a field the server refuses twice counts over the reload', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  await fillCheckout(page, '123');
  await page.getByLabel('Bank transfer').check();
  await sendUnchecked(page);
  await page.waitForTimeout(1500);
  await sendUnchecked(page);
  expect(await told(shopper, 'moment', ({ kind }) => kind === 'field-error')).toMatchObject({
    field: 'postal',
    count: 2,
  });
  await page.locator('waver-popup[data-campaign=form-help]').waitFor();
});

test.concurrent('a refused discount code is about the price, not about the form', async () => {
  const shopper = await shop.shopper();
  const { page, records } = shopper;
  await fillCart(page);
  await fillCheckout(page, '04101');
  await page.getByLabel('Discount code').fill('NOPE');
  await page.getByLabel('Bank transfer').check();
  for (let i = 0; i < 2; i++) {
    await send(page);
    await page.locator('.errors').waitFor();
    await page.waitForTimeout(1500);
  }
  expect(await told(shopper, 'moment', ({ count }) => count === 2)).toMatchObject({
    kind: 'coupon-rejected',
    field: 'code',
  });
  expect(records.filter((record) => record.type === 'moment' && record.kind === 'field-error')).toEqual([]);
});

test.concurrent('nothing typed ever leaves the fields', async () => {
  const shopper = await shop.shopper();
  const { page, records } = shopper;
  const bodies: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && bodies.push(request.url()));
  await fillCart(page);
  await page.goto('/checkout');
  const canary = 'CANARY7731';
  for (const name of ['email', 'phone', 'name', 'street', 'apartment', 'city', 'postal', 'card', 'code'])
    await page.locator(`[name=${name}]`).fill(name === 'email' ? `${canary}@` : canary);
  await send(page);
  await page.waitForTimeout(1800);
  await send(page);
  await told(shopper, 'decision', ({ show }) => show);
  await page.locator('waver-popup').waitFor();
  const popup = await page.locator('waver-popup').evaluate((host) => host.shadowRoot?.textContent);
  const kept = JSON.stringify([
    await readStore(page),
    await waver(page, (w) => [w.record(), w.explain()]),
    await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    popup,
  ]);
  expect(kept).toContain('field-error');
  expect(kept + JSON.stringify(records)).not.toContain(canary);
  expect(bodies.filter((url) => !url.includes('/cart/add'))).toEqual([]);
});
