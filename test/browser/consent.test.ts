import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  fillCart,
  openShop,
  read,
  readStore,
  readUntil,
  type Shop,
  type Shopper,
  servePage,
  told,
  until,
  waver,
} from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** Notes every write to any storage a page has, from before its first script on. */
const watchStorage = async ({ context }: Shopper) => {
  const writes: string[] = [];
  await context.exposeBinding('wrote', (_, what: string) => void writes.push(what));
  await context.addInitScript(() => {
    const { wrote } = window as unknown as { wrote(what: string): void };
    const watch = (owner: object, name: string, what: (given: unknown[]) => string) => {
      const own = (owner as Record<string, (...given: unknown[]) => unknown>)[name];
      (owner as Record<string, unknown>)[name] = function (this: unknown, ...given: unknown[]) {
        wrote(what(given));
        return own?.apply(this, given);
      };
    };
    watch(IDBFactory.prototype, 'open', ([name]) => `indexedDB.open ${name}`);
    watch(Storage.prototype, 'setItem', ([key]) => `setItem ${key}`);
    watch(CacheStorage.prototype, 'open', ([name]) => `caches.open ${name}`);
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as PropertyDescriptor;
    Object.defineProperty(document, 'cookie', {
      get: () => cookie.get?.call(document),
      set: (text) => {
        wrote(`cookie ${text}`);
        cookie.set?.call(document, text);
      },
    });
  });
  return writes;
};

const tag = (attributes = '') => `<script async src="/dist/waver.js" data-holdout="0" ${attributes}></script>`;
const cart = '<p data-waver-cart=\'{"items":2,"total":30,"currency":"EUR"}\'>2 things</p>';

test.concurrent('nothing is written and nothing is asked for before consent, whatever is noticed', async () => {
  const shopper = await shop.shopper();
  const writes = await watchStorage(shopper);
  const { page, requests } = shopper;
  await servePage(shopper, '/versand', `<html data-waver-page=shipping>${cart}${tag('data-consent=required')}<p>Terms`);
  await page.goto('/versand');
  await readUntil(shopper, page, 'policy-dwell');
  await told(shopper, 'decision');
  expect(writes).toEqual([]);
  expect(await readStore(page)).toBeNull();
  expect(requests).not.toContain('/dist/widgets.js');

  // Within the page view everything works; consent makes it last.
  await waver(page, (w) => w.consent('granted'));
  await until(
    () => readStore(page),
    (store) => !!store?.visit,
  );
  expect(Object.keys((await readStore(page)) ?? {})).toContain('visitor');
  // And taken back, it is gone.
  await waver(page, (w) => w.consent('denied'));
  await until(
    () => readStore(page),
    (store) => store === null,
  );
  expect(writes.every((what) => what === 'indexedDB.open waver')).toBe(true);
});

test.concurrent('with no consent tool, an answer is kept because it was given, and nothing else', async () => {
  const shopper = await shop.shopper();
  await servePage(shopper, '/warenkorb', `<html data-waver-page=cart>${cart}${tag()}<h1>Cart`);
  const { page } = shopper;
  await page.goto('/warenkorb');
  await told(shopper, 'ready');
  await waver(page, (w) => w.moment('hesitates'));
  const popup = page.locator('waver-popup[data-campaign=question]');
  await popup.waitFor();
  expect(await readStore(page)).toBeNull();
  await popup.getByRole('button', { name: 'A good price' }).click();
  await told(shopper, 'preference');
  const kept = await until(
    () => readStore(page),
    (store) => !!store?.preferences,
  );
  expect(Object.keys(kept ?? {})).toEqual(['preferences']);
  expect(kept?.preferences).toMatchObject({ priority: { value: 'price', consent: 'answer' } });
  // The next page knows it, and still keeps nothing else.
  await page.reload();
  await read(page, 1);
  expect(await waver(page, (w) => w.preferences.get('priority'))).toMatchObject({ value: 'price' });
  expect(Object.keys((await readStore(page)) ?? {})).toEqual(['preferences']);
});

test.concurrent('the shop’s consent tool decides: in the EU nothing before “Accept”, and no popup over its banner', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await page.goto('/?region=eu');
  await told(shopper, 'ready');
  await fillCart(page);
  expect(await readStore(page)).toBeNull();
  await waver(page, (w) => w.moment('hesitates'));
  expect(await told(shopper, 'decision')).toMatchObject({ show: false, hold: 'dialog' });
  await page.getByRole('button', { name: 'Accept' }).click();
  await until(
    () => readStore(page),
    (store) => !!store?.visit,
  );
  await page.locator('waver-popup').waitFor();
  // Revoked in the same page view: erased.
  await page
    .getByRole('button', { name: 'Not now' })
    .or(page.getByRole('button', { name: 'Close' }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Privacy choices' }).click();
  await page.getByRole('button', { name: 'Only what is necessary' }).click();
  await until(
    () => readStore(page),
    (store) => store === null,
  );
});

test.concurrent('erase leaves nothing behind in any storage', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  await waver(page, (w) => w.preferences.set('priority', 'price'));
  await until(
    () => readStore(page),
    (store) => !!store?.preferences && !!store.visit,
  );
  await servePage(shopper, '/blank');
  await waver(page, (w) => w.preferences.erase());
  expect(await readStore(page)).toBeNull();
  expect(await waver(page, (w) => w.explain()?.moments ?? [])).toEqual([]);
  const left = await page.evaluate(async () => [Object.keys(localStorage), await caches.keys()]);
  expect(left).toEqual([[], []]);
});
