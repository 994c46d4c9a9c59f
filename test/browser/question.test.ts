import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Offer } from '../../src/types';
import { fillCart, openShop, readStore, readUntil, type Shop, type Shopper, told, until, waver } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const linger = async (shopper: Shopper) => {
  await shopper.page.goto('/cart');
  await readUntil(shopper, shopper.page, 'cart-idle');
};
const answers = ({ page }: Shopper) => waver(page, (w) => w.preferences.all());

test.concurrent.for([
  ['A good price', 'price', 'limited-points'],
  ['Fast delivery', 'delivery', 'delivery-promise'],
] as const)('thin evidence is asked about; who answers “%s” meets %s → %s', async ([label, value, campaign]) => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  await linger(shopper);
  expect(await told(shopper, 'decision', ({ show }) => show)).toMatchObject({ campaign: 'question', intent: null });
  const question = page.locator('waver-popup[data-campaign=question]');
  await question.waitFor();
  expect(await question.getAttribute('data-intent')).toBeNull();
  await page.locator('waver-popup').getByRole('button', { name: label }).click();
  expect(await told(shopper, 'preference')).toMatchObject({ key: 'priority', value, purpose: 'personalise-popups' });

  // The answer works at once.
  expect(await told(shopper, 'decision', (d) => d.show && d.campaign !== 'question')).toMatchObject({ campaign });
  await page.locator(`waver-popup[data-campaign=${campaign}]`).waitFor();

  // Kept as a record, over the reload; and the same behaviour is met with the same answer, not with the question.
  await page.reload();
  await told(shopper, 'ready', ({ page: path, at }) => path === '/cart' && at > Date.now() - 5000);
  const [kept] = await answers(shopper);
  expect(kept).toMatchObject({
    key: 'priority',
    value,
    wording: label,
    locale: expect.stringMatching(/^en/),
    sharedWith: [],
  });
  expect(kept?.question).toBe('What matters most for this order?');
  expect(Number(kept?.givenAt)).toBeGreaterThan(Date.now() - 60_000);
  expect(Number(kept?.expiresAt)).toBeGreaterThan(Date.now());
  const known = shopper.records.length;
  await readUntil(shopper, page, 'cart-idle', known);
  await page.locator(`waver-popup[data-campaign=${campaign}]`).waitFor();
  const later = shopper.records.slice(known).filter((r) => r.type === 'decision');
  expect(later.map((d) => d.campaign)).not.toContain('question');
});

test.concurrent('points keep their deadline, are claimed once, and the shop’s answer stands', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  await waver(page, (w) => w.show('limited-points'));
  const offer = async () => {
    const { attention } = (await readStore(page)) as { attention: { offers: Record<string, Offer> } };
    return attention.offers['limited-points'];
  };
  await page.locator('waver-popup[data-campaign=limited-points]').waitFor();
  const first = await offer();
  await page.reload();
  await told(shopper, 'ready');
  await waver(page, (w) => w.show('limited-points'));
  await page.locator('waver-popup[data-campaign=limited-points]').waitFor();
  expect(await offer()).toEqual({ ...first, seenAt: expect.any(Number) });
  expect(Number(first?.endsAt)).toBeGreaterThan(Date.now());
  const reply = page.waitForResponse('**/points/claim');
  await page.locator('waver-popup').getByRole('button').first().click();
  expect(await (await reply).json()).toMatchObject({ status: 'granted' });
  expect(await told(shopper, 'outcome', ({ outcome }) => outcome === 'accepted')).toMatchObject({
    campaign: 'limited-points',
  });
  // Claimed: there is nothing left to offer.
  await page.reload();
  await waver(page, (w) => w.show('limited-points'));
  expect(await told(shopper, 'decision', ({ show }) => !show)).toMatchObject({ hold: 'no-facts' });
});

test.concurrent('the shopper sees what is kept and has it forgotten', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await page.goto('/');
  await told(shopper, 'ready');
  await waver(page, (w) => w.preferences.set('priority', 'price').then(() => w.preferences.open()));
  const dialog = page.locator('waver-popup[data-campaign=preferences]').getByRole('dialog');
  await dialog.waitFor();
  for (let i = 0; i < 2; i++) await dialog.getByRole('button', { name: 'Forget everything' }).click();
  await until(
    () => answers(shopper),
    (all) => all.length === 0,
  );
  await page.keyboard.press('Escape');
  await until(
    () => page.locator('waver-popup').count(),
    (count) => count === 0,
  );
  expect(Object.keys((await readStore(page)) ?? {})).not.toContain('preferences');
});
