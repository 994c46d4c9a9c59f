import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillCart, openShop, type Shop, servePage, told, until, waver, writeStore } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const tag = (attributes = '') => `<script async src="/dist/waver.js" data-holdout="0" ${attributes}></script>`;

test.concurrent('malformed attributes are named, with what was expected, and the rest goes on', async () => {
  const shopper = await shop.shopper();
  const bad = 'data-threshold=often data-cooldown="7 days" data-delivery-timezone=Mars/Base data-delivery-days=mo-xx';
  const more =
    'data-points=0 data-consent=maybe data-colour=red data-webhook=hook data-theme=dark data-max-per-visit=3';
  await servePage(shopper, '/warenkorb', `<html data-waver-page=cart>${tag(`${bad} ${more} data-debug`)}`);
  await shopper.page.goto('/warenkorb');
  await told(shopper, 'ready');
  const all = await until(
    async () => shopper.warnings.join('\n'),
    (text) => ['webhook', 'theme', 'colour'].every((name) => text.includes(name)),
  );
  for (const text of [
    'data-threshold="often": expected a number from 0 to 1',
    'data-cooldown="7 days": expected a duration such as 30s',
    // With `data-debug` at once, else when they are first needed.
    'delivery-timezone="Mars/Base": expected an IANA time zone',
    'delivery-days="mo-xx": expected weekdays',
    'theme="dark": expected paper, ink or outline',
    'data-points="0": expected a number above 0',
    'data-consent="maybe": expected granted, required or auto',
    'data-colour="red" is no option',
    'webhook="hook": expected an http(s) address or a path; nothing is sent',
  ])
    expect(all).toContain(text);
  expect(all).not.toContain('max-per-visit');
  expect(await waver(shopper.page, (w) => w.record()?.rules)).toMatchObject({ threshold: 0.6, maxPerVisit: 3 });
  expect(shopper.errors).toEqual([]);
});

test.concurrent.for([
  ['no JSON', '<h1>Not found</h1>'],
  ['half JSON', '{"threshold": 0.'],
])('a config that is %s is named and left out', async ([, body]) => {
  const shopper = await shop.shopper();
  await shopper.context.route('**/waver.json', (route) => route.fulfill({ body }));
  await servePage(shopper, '/warenkorb', tag('data-config="/waver.json" data-threshold=0.7'));
  await shopper.page.goto('/warenkorb');
  await told(shopper, 'ready');
  expect(shopper.warnings.join('\n')).toContain('data-config="/waver.json" is not used');
  expect(await waver(shopper.page, (w) => w.record()?.rules.threshold)).toBe(0.7);
});

test.concurrent('a config is read, and the tag wins over it', async () => {
  const shopper = await shop.shopper();
  await shopper.context.route('**/waver.json', (route) => route.fulfill({ json: { threshold: 0.9, maxPerVisit: 2 } }));
  await servePage(
    shopper,
    '/x',
    `<script>(window.waver ||= []).push((w) => { window.early = w.version })</script>${tag('data-config="/waver.json" data-threshold=0.7')}`,
  );
  await shopper.page.goto('/x');
  await told(shopper, 'ready');
  expect(await waver(shopper.page, (w) => w.record()?.rules)).toMatchObject({ threshold: 0.7, maxPerVisit: 2 });
  expect(await shopper.page.evaluate('window.early')).toBe(await waver(shopper.page, (w) => w.version));
});

test.concurrent('impossible carts are named and the cart stays as it was', async () => {
  const shopper = await shop.shopper();
  const broken = 'data-waver-cart=\'{"items": -1}\'';
  await servePage(shopper, '/warenkorb', `<p ${broken}></p>${tag()}`);
  const { page, warnings } = shopper;
  await page.goto('/warenkorb');
  await told(shopper, 'ready');
  await waver(page, (w) => {
    w.cart({ items: 2, total: 20, currency: 'EUR' });
    w.cart({ items: [{ quantity: -3 }] });
    w.cart({ items: 1, total: Number.NaN });
    w.cart({ items: 1, currency: 'euros' });
    w.cart('full' as never);
    w.cart(null as never);
    w.purchase({ id: 'a', value: -1 });
    w.moment('Not Kebab');
    w.push('cart' as never);
  });
  const all = warnings.join('\n');
  for (const text of [
    'data-waver-cart=\'{"items": -1}\'',
    '"quantity":-3',
    '"total":null',
    '"euros"',
    '"full"',
    'null',
  ])
    expect(all).toContain(text);
  expect(all).toContain('waver.purchase({"id":"a","value":-1}): expected');
  expect(all).toContain('waver.moment("Not Kebab"): expected');
  const last = await waver(page, (w) => w.record()?.signals.filter(({ type }) => type === 'cart'));
  expect(last).toMatchObject([{ cart: { count: 2, total: 20, currency: 'EUR' } }]);
  expect(shopper.errors).toEqual([]);
});

test.concurrent('corrupt records are named, and what is sound is used', async () => {
  const shopper = await shop.shopper();
  const { page } = shopper;
  await servePage(shopper, '/blank');
  await page.goto('/blank');
  await writeStore(page, 'visit', { id: 7, moments: 'many' });
  await writeStore(page, 'attention', 'spent');
  const sound = {
    key: 'priority',
    value: 'price',
    question: 'What matters most?',
    wording: 'A good price',
    locale: 'en',
    purpose: 'personalise-popups',
    givenAt: Date.now() - 1000,
    expiresAt: Date.now() + 1e9,
    consent: 'granted',
    sharedWith: [],
  };
  await writeStore(page, 'preferences', { priority: sound, size: { value: ['XL'] }, style: null });
  await page.goto('/');
  await told(shopper, 'ready');
  const all = await until(
    async () => shopper.warnings.join('\n'),
    (text) => text.includes('style'),
  );
  for (const key of ['visit', 'attention', 'preferences.size', 'preferences.style'])
    expect(all).toContain(`IndexedDB waver/${key} is corrupt`);
  expect(await waver(page, (w) => w.preferences.all())).toEqual([{ ...sound, benefit: '', history: [] }]);
  await waver(page, (w) => w.moment('hesitates'));
  await told(shopper, 'decision');
  expect(shopper.errors).toEqual([]);
});

test.concurrent.for([
  ['throws', 'IDBFactory.prototype.open = () => { throw new DOMException("blocked", "SecurityError") }'],
  ['never answers', 'IDBFactory.prototype.open = () => new EventTarget()'],
  ['is missing', 'Object.defineProperty(window, "indexedDB", { value: undefined })'],
])('where IndexedDB %s, Waver works in memory and says so', async ([, sabotage]) => {
  const shopper = await shop.shopper();
  await shopper.context.addInitScript({ content: sabotage });
  const { page, warnings } = shopper;
  await fillCart(page);
  await told(shopper, 'ready');
  await waver(page, (w) => w.moment('hesitates'));
  await page.locator('waver-popup[data-campaign=question]').waitFor();
  expect(warnings.join('\n')).toContain('IndexedDB fails');
  // No deadline is promised that a reload would break.
  await waver(page, (w) => w.show('limited-points'));
  expect(await told(shopper, 'decision', ({ campaign }) => campaign === 'limited-points')).toMatchObject({
    show: false,
    hold: 'no-storage',
  });
  expect(shopper.errors).toEqual([]);
});

test.concurrent('a second tag does nothing, and says so', async () => {
  const shopper = await shop.shopper();
  await servePage(shopper, '/x', `${tag()}${tag('data-threshold=0.9')}`);
  await shopper.page.goto('/x');
  await told(shopper, 'ready');
  await shopper.page.waitForTimeout(1200);
  expect(shopper.records.filter(({ type }) => type === 'ready')).toHaveLength(1);
  expect(shopper.warnings.join('\n')).toContain('a second copy does nothing');
});

test.concurrent('a page whose own scripts throw is left as it is, and its listeners’ errors are theirs', async () => {
  const shopper = await shop.shopper();
  const sabotage = `<script>
    window.dataLayer = [];
    dataLayer.push = () => { throw new Error('their push') };
    addEventListener('waver:moment', () => { throw new Error('their listener') });
    (window.waver ||= []).push((w) => { throw new Error('their queue') }, (w) => w.on('moment', () => { throw new Error('their callback') }));
    onerror = () => false; setTimeout(() => { throw new Error('their timer') });
  </script>`;
  await servePage(shopper, '/x', `${sabotage}${tag()}<p data-waver-cart='{"items":1}'>`);
  const { page, errors, warnings } = shopper;
  await page.goto('/x');
  await told(shopper, 'ready');
  await waver(page, (w) => w.moment('hesitates'));
  await told(shopper, 'decision');
  const text = await page.evaluate(() => {
    try {
      (window as unknown as { dataLayer: unknown[] }).dataLayer.push({ event: 'x' });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(text).toBe('their push');
  expect([...new Set(errors)].sort()).toEqual(['their listener', 'their timer']);
  expect(warnings.join('\n')).toContain('moment listener threw');
  expect(warnings.join('\n')).toContain('push threw');
  expect(warnings.join('\n')).not.toContain('own error');
});

test.concurrent('mind.js is blocked: said once, every call answers nothing, and the page sees no error', async () => {
  const shopper = await shop.shopper();
  const { page, warnings, errors } = shopper;
  await shopper.context.route('**/dist/mind.js', (route) => route.abort());
  await servePage(shopper, '/x', `${tag('data-threshold=often')}<p data-waver-cart='{"items":1}'>`);
  await page.goto('/x');
  await told(shopper, 'ready');
  await waver(page, (w) => w.moment('hesitates'));
  for (let i = 0; i < 6; i++) {
    expect(await waver(page, (w) => w.preferences.all())).toBeUndefined();
    expect(await waver(page, (w) => w.show('question'))).toBeUndefined();
  }
  // Longer than a second: the chance is looked at again.
  await page.waitForTimeout(2500);
  expect(warnings.filter((text) => text.includes('[waver]'))).toEqual([expect.stringContaining('[waver] mind.js')]);
  expect(errors).toEqual([]);
  await waver(page, (w) => w.moment('hesitates'));
  expect(shopper.records.filter(({ type }) => type === 'moment').length).toBeGreaterThan(1);
});
