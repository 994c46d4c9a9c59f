import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillCart, openShop, readUntil, type Shop, told } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test.concurrent('under a strict CSP with Trusted Types everything works, and nothing is reported', async () => {
  const shopper = await shop.shopper({ locale: 'de-DE' });
  const { page, errors, warnings } = shopper;
  const response = await page.goto('/strict/');
  const policy = response?.headers()['content-security-policy'];
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  await fillCart(page, '/strict');
  await page.goto('/strict/policies/shipping');
  await readUntil(shopper, page, 'policy-dwell');
  await page.goto('/strict/cart');
  const popup = page.locator('waver-popup[data-campaign=delivery-promise]');
  await popup.waitFor();
  // Styled by the page's leave, with the nonce of nobody.
  expect(await popup.evaluate((host) => getComputedStyle(host).position)).toBe('fixed');
  await popup.getByRole('button', { name: 'Warum sehe ich das?' }).click();
  await page.goto('/strict/checkout');
  await page.getByLabel('ZIP code').fill('12');
  for (let i = 0; i < 2; i++) {
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.waitForTimeout(2000);
  }
  await told(shopper, 'outcome', ({ campaign }) => campaign === 'form-help');
  const report = await (await page.request.get('/csp-report')).json();
  expect(report).toMatchObject({ count: 0 });
  expect([...errors, ...warnings]).toEqual([]);
});

test.concurrent('the npm door: a single-page shop, from cart to purchase', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await page.goto('/spa');
  await page
    .getByRole('button', { name: /^Add to cart/ })
    .first()
    .click();
  await page.locator('#spa').getByRole('link', { name: 'Shipping policy' }).first().click();
  await readUntil(shopper, page, 'policy-dwell');
  await page.locator('#spa').getByRole('link', { name: 'Back to your cart' }).click();
  expect(await told(shopper, 'decision', ({ show }) => show)).toMatchObject({
    campaign: 'delivery-promise',
    page: '/spa/cart',
  });
  await page.locator('waver-popup').getByRole('button', { name: 'Good to know' }).click();
  await page.locator('#spa').getByRole('link', { name: 'Go to checkout' }).click();
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByLabel('Full name').fill('Ada Example');
  await page.getByLabel('Street and number').fill('1 Garden Row');
  await page.getByLabel('City').fill('Portland');
  await page.getByLabel('ZIP code').fill('04101');
  await page.locator('#spa').getByRole('button', { name: 'Place order' }).click();
  expect(await told(shopper, 'outcome', ({ outcome }) => outcome === 'purchased')).toMatchObject({
    campaign: 'delivery-promise',
  });
  expect(shopper.errors).toEqual([]);
});
