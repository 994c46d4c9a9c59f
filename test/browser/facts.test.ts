import { afterAll, beforeAll, expect, test } from 'vitest';
import { returns } from '../../demo/terms.mjs';
import type { Visit } from '../../src/types';
import { fillCart, openShop, readStore, type Shop, servePage, told, until, waver, writeStore } from './shop';

/** What the shop states, in its options and its markup, as the shopper reads it: the whole way, in the demo shop. */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const OPTIONS = {
  shopContact: '+1 207 555 0100, help@halfbarrow.example',
  shopPaymentMethods: 'Visa, PayPal',
  shopSizeGuide: '/shipping',
  shopSaveCart: 'javascript:alert(1)',
  shopAlternatives: '/less.json',
};

const atCart = async (quantity = 1) => {
  const shopper = await shop.shopper();
  const { page, context } = shopper;
  await context.addInitScript((options) => {
    (window as { waverOptions?: object }).waverOptions = options;
  }, OPTIONS);
  await context.route('**/less.json', (route) =>
    route.fulfill({ json: [{ name: 'Twine', url: '/product/twine', price: 2 }] }),
  );
  await fillCart(page);
  await page.request.post('/cart/update', { form: { id: 'bean', quantity } });
  await page.goto('/cart');
  await told(shopper, 'ready', ({ page: path }) => path === '/cart');
  const show = (id: string) => waver(page, (w, name) => w.show(name as string), id);
  const popup = (id: string) => page.locator(`waver-popup[data-campaign=${id}]`);
  return { ...shopper, show, popup };
};

test.concurrent.for([
  ['returns-promise', `You can return it within ${returns.days} days`, 'Returning it is free of charge.'],
  ['payment-help', 'Ways to pay', 'The shop accepts Visa and PayPal.'],
  ['trust', 'If you have a question', '+1 207 555 0100'],
  ['fit-help', 'Finding your size', `you can return it within ${returns.days} days.`],
  ['free-shipping', 'more and shipping is free', 'The shop ships free of charge from $50.'],
])('%s', async ([id = '', title = '', body = '']) => {
  // Free shipping is news to who has half of it together.
  const { show, popup, warnings } = await atCart(8);
  await show(id);
  await popup(id).getByRole('heading', { name: title }).waitFor();
  expect(await popup(id).getByRole('dialog').textContent()).toContain(body);
  expect(warnings).toEqual([
    '[waver] shop-save-cart="javascript:alert(1)": expected a path or an https address; it is not used',
  ]);
});

test.concurrent('what cannot be stated is not shown', async () => {
  const shopper = await atCart();
  await shopper.show('save-for-later');
  const { hold } = (await told(shopper, 'decision', ({ campaign }) => campaign === 'save-for-later')) as {
    hold?: string;
  };
  expect(hold).toBe('no-facts');
  expect(await shopper.page.locator('waver-popup').count()).toBe(0);
});

test.concurrent('products within a budget are asked for once there is one, and lead to the product', async () => {
  const { page, requests, show, popup, records } = await atCart();
  await show('payment-help');
  await popup('payment-help').waitFor();
  expect(requests).not.toContain('/less.json');
  await waver(page, (w) => w.preferences.set('budget', 3));
  // The answer may have led on to it already.
  await until(
    async () => {
      await show('budget-alternative');
      return popup('budget-alternative').count();
    },
    (count) => count === 1,
  );
  const link = popup('budget-alternative').getByRole('link', { name: 'Twine' });
  expect(await link.textContent()).toBe('Twine$2');
  await link.click();
  await page.waitForURL('**/product/twine');
  await until(
    async () => records,
    (all) => all.some((r) => r.type === 'outcome' && r.campaign === 'budget-alternative' && r.outcome === 'accepted'),
  );
});

test.concurrent('who has been here before and answered then is led to the preference centre', async () => {
  const shopper = await atCart();
  const { page, show, popup } = shopper;
  await waver(page, (w) => w.preferences.set('size', 'M'));
  await until(
    () => readStore(page),
    (store) => !!store?.preferences && !!store.visit,
  );
  await show('preference-invitation');
  await told(shopper, 'decision', ({ campaign, show: shown }) => campaign === 'preference-invitation' && !shown);
  // An hour ago.
  await servePage(shopper, '/blank');
  await page.goto('/blank');
  const { visit } = (await readStore(page)) as { visit: Visit };
  await writeStore(page, 'visit', { ...visit, at: visit.at - 3_600_000 });
  await page.goto('/cart');
  await told(shopper, 'outcome', ({ outcome }) => outcome === 'churned');
  await until(
    async () => {
      await show('preference-invitation');
      return popup('preference-invitation').count();
    },
    (count) => count === 1,
  );
  expect(await popup('preference-invitation').getByRole('dialog').textContent()).toContain(
    'Answers kept on this device: 1.',
  );
  await popup('preference-invitation').getByRole('button', { name: 'See my answers' }).click();
  await popup('preferences').getByRole('heading', { name: 'Your answers' }).waitFor();
});
