import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, readStore, type Shop, servePage, until, waver } from './shop';

/** Several shoppers on one device, in several tabs; and a link that says who follows it. */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const linkOf = (claim: object) => {
  const payload = Buffer.from(JSON.stringify(claim)).toString('base64url');
  const key = { key: keys.privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return `${payload}.${sign('sha256', Buffer.from(payload), key).toString('base64url')}`;
};
const PAGE = (more = '') => `<h1>Shop</h1><script async src="/dist/waver.js" data-consent="granted" ${more}></script>`;

const visitor = (page: Page) => waver(page, (w) => w.record()?.start.visitor);
const answers = (page: Page) =>
  waver(page, async (w) => (await w.preferences.all()).map(({ key, value }) => `${key}=${value}`));
const signIn = (page: Page, id: string) => waver(page, (w, who) => w.identify(`${who}`), id);
const owner = async (page: Page) =>
  ((await readStore(page))?.['preferences:owner'] as { person: string | null } | undefined)?.person;

test('whoever signs in after another finds nothing of theirs, in no tab, and the first gets all back', async () => {
  const shopper = await shop.shopper();
  await servePage(shopper, '/shop', PAGE());
  const { page } = shopper;
  const other = await shopper.open();
  for (const tab of [page, other]) {
    await tab.goto('/shop');
    await until(() => visitor(tab), Boolean);
  }
  await waver(page, (w) => w.preferences.set('size', '42'));
  await signIn(page, 'ada');
  await until(
    () => owner(page),
    (person) => person === hash('ada'),
  );
  const ada = await until(() => visitor(page), Boolean);
  expect(await answers(page)).toEqual(['size=42']);

  await signIn(other, 'bob');
  await until(
    () => owner(other),
    (person) => person === hash('bob'),
  );
  const bob = await until(
    () => visitor(other),
    (id) => id !== ada,
  );
  expect(await answers(other)).toEqual([]);
  // The first tab was never told, and follows.
  await until(
    () => visitor(page),
    (id) => id === bob,
  );
  expect(await answers(page)).toEqual([]);
  await waver(page, (w) => w.preferences.set('size', '38'));

  await other.reload();
  await until(
    () => visitor(other),
    (id) => id === bob,
  );
  await signIn(other, 'ada');
  await until(
    () => visitor(other),
    (id) => id === ada,
  );
  expect(await answers(other)).toEqual(['size=42']);
  const kept = JSON.stringify(await readStore(other));
  expect(kept).toContain(hash('bob'));
  expect(kept).not.toMatch(/"(ada|bob)"/);

  await waver(other, (w) => w.preferences.erase());
  await until(
    () => readStore(other),
    (all) => all === null || !JSON.stringify(all).includes(hash('ada')),
  );
  expect(shopper.errors).toEqual([]);
});

test('a link signed by the shop says who follows it; another says nobody', async () => {
  const shopper = await shop.shopper();
  await servePage(shopper, '/shop*', PAGE(`data-shop-link-key="${publicKey}"`));
  const { page, warnings } = shopper;
  await page.goto(`/shop?waver-id=${linkOf({ id: 'mallory', until: Date.now() - 1 })}`);
  await until(
    async () => warnings.join(),
    (all) => all.includes('waver-id in the address is refused: it is too old'),
  );
  await page.goto('/shop?waver-id=mallory');
  await until(
    async () => warnings.join(),
    (all) => all.includes('its signature is not the shop’s'),
  );
  expect(await owner(page)).toBeUndefined();
  await page.goto(`/shop?waver-id=${linkOf({ id: 'ada', until: Date.now() + 60_000 })}`);
  await until(
    () => owner(page),
    (person) => person === hash('ada'),
  );
  expect(shopper.errors).toEqual([]);
});

test('nothing is loaded for it before somebody signs in', async () => {
  const shopper = await shop.shopper();
  await servePage(shopper, '/shop', PAGE());
  await shopper.page.goto('/shop');
  await until(() => visitor(shopper.page), Boolean);
  expect(shopper.requests.filter((path) => /telling|identity/.test(path))).toEqual([]);
  await signIn(shopper.page, 'ada');
  await until(() => owner(shopper.page), Boolean);
  // Who signs in has not wavered: what judges and shows is not loaded for it.
  expect(shopper.requests).toEqual(expect.arrayContaining(['/dist/telling.js', '/dist/identity.js']));
  expect(shopper.requests.filter((path) => /mind|widgets/.test(path))).toEqual([]);
});
