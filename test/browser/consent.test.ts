import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    (store) => !!store?.visit && !!store.visitor,
  );
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

/** Consent tools as they stand in a page: `choose(true | false)` is the shopper at the banner. */
const TOOLS = {
  TCF: `
    const hearers = {};
    let id = 0;
    let data = { gdprApplies: true, eventStatus: 'cmpuishown', purpose: { consents: {} } };
    window.__tcfapi = (command, version, hear, parameter) => {
      if (command === 'removeEventListener') delete hearers[parameter];
      if (command !== 'addEventListener') return;
      hearers[++id] = hear;
      hear({ ...data, listenerId: id }, true);
    };
    window.choose = (yes) => {
      const consents = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((purpose) => [purpose, yes]));
      data = { gdprApplies: true, eventStatus: 'useractioncomplete', purpose: { consents } };
      for (const key in hearers) hearers[key]({ ...data, listenerId: +key }, true);
    };`,
  OneTrust: `
    let closed = false;
    window.OnetrustActiveGroups = ',C0001,';
    window.OneTrust = { IsAlertBoxClosed: () => closed };
    window.choose = (yes) => {
      closed = true;
      window.OnetrustActiveGroups = yes ? ',C0001,C0002,C0003,C0004,' : ',C0001,';
      dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail: [] }));
    };`,
  Shopify: `
    let chosen = '';
    const allowed = () => chosen === 'yes';
    window.Shopify = { customerPrivacy: {
      currentVisitorConsent: () => ({ preferences: chosen, analytics: chosen, marketing: chosen, sale_of_data: chosen }),
      preferencesProcessingAllowed: allowed,
      analyticsProcessingAllowed: allowed,
      marketingAllowed: allowed,
      saleOfDataAllowed: () => chosen !== 'no',
    } };
    window.choose = (yes) => {
      chosen = yes ? 'yes' : 'no';
      document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail: { preferencesAllowed: yes } }));
    };`,
};
const choose = (page: Shopper['page'], yes: boolean) =>
  page.evaluate((choice) => (window as unknown as { choose(yes: boolean): void }).choose(choice), yes);
const isKept = (store: Record<string, unknown> | null) => !!store?.visit && !!store.visitor;
/** How often the reader of consent tools was asked for. */
const loads = ({ requests }: Shopper) => requests.filter((path) => path === '/dist/consent.js').length;

describe.each(Object.entries(TOOLS))('%s decides', (_, script) => {
  test.concurrent('nothing before its answer, everything after yes, nothing after no', async () => {
    const shopper = await shop.shopper();
    const writes = await watchStorage(shopper);
    const { page, requests, errors, warnings } = shopper;
    const html = `<html data-waver-page=shipping><script>{${script}}</script>${cart}${tag()}<p>Terms`;
    await servePage(shopper, '/terms', html);
    await page.goto('/terms');
    await readUntil(shopper, page, 'policy-dwell');
    await told(shopper, 'decision');
    expect(writes).toEqual([]);
    expect(await readStore(page)).toBeNull();
    // Nothing is asked for but Waver's own files, and its reader of consent tools once.
    expect(requests.filter((path) => !/^\/(terms|favicon.ico|dist\/[\w-]+\.js)$/.test(path))).toEqual([]);
    expect(loads(shopper)).toBe(1);

    await choose(page, true);
    await until(() => readStore(page), isKept);
    await choose(page, false);
    await until(
      () => readStore(page),
      (store) => store === null,
    );
    expect(writes.every((what) => what === 'indexedDB.open waver')).toBe(true);
    const left = await page.evaluate(async () => [Object.keys(localStorage), document.cookie, await caches.keys()]);
    expect(left).toEqual([[], '', []]);
    expect([errors, warnings]).toEqual([[], []]);
  });

  test.concurrent('it comes three seconds late', async () => {
    const shopper = await shop.shopper();
    const writes = await watchStorage(shopper);
    const { page } = shopper;
    const html = `<html data-waver-page=shipping>${cart}${tag()}<p>Terms<script>setTimeout(() => {${script}}, 3000)</script>`;
    await servePage(shopper, '/late', html);
    await page.goto('/late');
    await told(shopper, 'ready');
    expect(loads(shopper)).toBe(0);
    await page.waitForFunction('window.choose');
    expect(writes).toEqual([]);
    await until(async () => {
      await read(page, 1);
      return loads(shopper);
    }, Boolean);
    expect(await readStore(page)).toBeNull();
    await choose(page, true);
    await until(() => readStore(page), isKept);
    await choose(page, false);
    await until(
      () => readStore(page),
      (store) => store === null,
    );
  });
});

test.concurrent('consent given on an earlier page: the visit goes on from its first second', async () => {
  const shopper = await shop.shopper();
  const { page, records } = shopper;
  const script = `<script>{${TOOLS.Shopify}; choose(true)}</script>`;
  await servePage(shopper, '/one', `<html data-waver-page=cart>${script}${cart}${tag()}<p>Cart`);
  await page.goto('/one');
  await until(() => readStore(page), isKept);
  const { visit } = await told(shopper, 'ready');
  records.length = 0;
  await page.reload();
  expect((await told(shopper, 'ready')).visit).toBe(visit);
});

test.concurrent('the shop’s own yes on every page, beside a tool without an answer: what is kept stays', async () => {
  const shopper = await shop.shopper();
  const { page, records } = shopper;
  const say = "(window.waver ||= []).push((waver) => waver.consent('granted'))";
  const script = `<script>{${TOOLS.OneTrust}; ${say}}</script>`;
  await servePage(shopper, '/one', `<html data-waver-page=cart>${script}${cart}${tag()}<p>Cart`);
  await page.goto('/one');
  await until(() => readStore(page), isKept);
  const { visit } = await told(shopper, 'ready');
  records.length = 0;
  await page.reload();
  expect((await told(shopper, 'ready')).visit).toBe(visit);
  // Until the tool says no.
  await choose(page, false);
  await until(
    () => readStore(page),
    (store) => store === null,
  );
});

test.concurrent('the reader of consent tools cannot be had: nothing is kept, and that is said once', async () => {
  const shopper = await shop.shopper();
  const writes = await watchStorage(shopper);
  const { page, warnings, errors } = shopper;
  await shopper.context.route('**/dist/consent.js', (route) => route.abort());
  await servePage(
    shopper,
    '/terms',
    `<html data-waver-page=shipping><script>{${TOOLS.OneTrust}}</script>${cart}${tag()}<p>Terms`,
  );
  await page.goto('/terms');
  await told(shopper, 'ready');
  await choose(page, true);
  await readUntil(shopper, page, 'policy-dwell');
  expect(writes).toEqual([]);
  expect(warnings.filter((text) => text.includes('consent.js'))).toHaveLength(1);
  expect(errors).toEqual([]);
});

test.concurrent('erase leaves nothing behind in any storage', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await fillCart(page);
  await waver(page, (w) => w.preferences.set('priority', 'price'));
  await waver(page, (w) => w.moment('hesitates'));
  await until(
    () => readStore(page),
    (store) => !!store?.preferences && !!store.visit,
  );
  expect(await waver(page, (w) => w.explain()?.moments.map(({ kind }) => kind))).toContain('hesitates');
  await servePage(shopper, '/blank');
  await waver(page, (w) => w.preferences.erase());
  expect(await readStore(page)).toBeNull();
  expect(await waver(page, (w) => w.explain()?.moments ?? [])).toEqual([]);
  const left = await page.evaluate(async () => [Object.keys(localStorage), await caches.keys()]);
  expect(left).toEqual([[], []]);
});
