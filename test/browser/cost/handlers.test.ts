import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../shop';
import type { LayoutRead } from './instrument';
import { ask, chunksOf, type OpenPage, openPage } from './openPage';
import { shopPage, TAG } from './shopPage';
import { sourceOf, tally } from './sourceOf';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** All that shoppers do on a page with a form and sections. */
const play = async ({ page }: OpenPage) => {
  const { mouse, keyboard } = page;
  for (let i = 0; i < 20; i++) await mouse.move(100 + 20 * i, 200 + 5 * (i % 7));
  for (const y of [300, -100, 200, -400]) {
    await mouse.wheel(0, y);
    await page.waitForTimeout(100);
  }
  await page.click('#f-email');
  await keyboard.type('ada@');
  await keyboard.press('Tab');
  await keyboard.type('123');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await page.selectOption('#f-country', 'Germany');
  await page.check('[name=news]');
  await page.click('.primary');
  await page.waitForTimeout(400);
  for (const name of ['Shipping', 'Returns', 'Shipping']) {
    await page.click(`summary:has-text("${name}")`);
    await page.waitForTimeout(400);
  }
  await keyboard.press('Escape');
  await page.click('[data-id="3"]');
  await page.click('.plain');
  await page.click('h1', { clickCount: 3 });
  await keyboard.press('Control+c');
  // Checks by the browser, as forms without `novalidate` ask for them.
  await page.evaluate(() => document.querySelector('form')?.removeAttribute('novalidate'));
  await page.click('.primary');
  await page.evaluate(() => {
    for (const hidden of [true, false]) {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }
    dispatchEvent(new HashChangeEvent('hashchange'));
    history.pushState(null, '', '/checkout/payment');
    dispatchEvent(new Event('blur'));
    dispatchEvent(new Event('focus'));
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await mouse.move(400, 300);
  await mouse.move(420, 3, { steps: 4 });
  await mouse.move(420, 400);
  await page.waitForTimeout(3500);
};

const placeOf = ({ what, during, calls }: LayoutRead, depth = 1) =>
  `${what} in ${during}, ${calls.slice(0, depth).map(sourceOf).join(' < ')}`;

test('no handler of Waver reads layout or styles, and each of its listeners is passive', async () => {
  const opened = await openPage(shop, shopPage({ head: TAG }), { instrumented: true });
  const { page, context } = opened;
  await chunksOf(opened, ['waver', 'reader', 'forms']);
  await play(opened);
  const ran = await ask(page, 'ran');
  const reads = await ask(page, 'reads');
  const listeners = await ask(page, 'everListened');
  await context.close();
  console.log(
    `Waver's handlers ran: ${Object.entries(ran)
      .map(([type, count]) => `${count} ${type}`)
      .join(', ')}`,
  );
  console.log(`Waver's reads of layout or style, by where:\n${tally(reads.map((read) => placeOf(read))).join('\n')}`);
  // The test must have reached them all.
  for (const type of [
    'click',
    'pointermove',
    'scroll',
    'keydown',
    'input',
    'focusin',
    'focusout',
    'change',
    'submit',
    'invalid',
    'toggle',
    'copy',
    'visibilitychange',
    'currententrychange',
    'mouseout',
  ])
    expect(ran, type).toHaveProperty(type);
  // Timers, idle time and the observers that bring layout along may read; what answers the shopper or the page may not.
  const inTheWay = reads.filter(({ during }) => /listener|MutationObserver/.test(during));
  expect(tally(inTheWay.map((read) => placeOf(read, 9)))).toEqual([]);
  expect(listeners.length).toBeGreaterThan(30);
  expect(listeners.filter(({ passive }) => !passive).map(({ what, from }) => `${what}, ${sourceOf(from)}`)).toEqual([]);
});

test('the instruments see a handler that reads layout, and a listener that is not passive', async () => {
  const html = shopPage({ head: '<script async src="/dist/guilty.js"></script>' });
  const guilty = `document.addEventListener('click', () => document.body.offsetHeight + scrollY, true);
    setTimeout(() => document.body.getBoundingClientRect(), 50);`;
  const { page, context } = await openPage(shop, html, {
    instrumented: true,
    before: ({ page }) =>
      page.route('**/dist/guilty.js', (route) => route.fulfill({ contentType: 'text/javascript', body: guilty })),
  });
  await page.click('h1');
  await page.waitForTimeout(100);
  const reads = (await ask(page, 'reads')).map(({ what, during }) => `${what} in ${during}`);
  const listeners = await ask(page, 'listeners');
  await context.close();
  expect(reads.sort()).toEqual([
    'getBoundingClientRect in setTimeout',
    'offsetHeight in listener',
    'scrollY in listener',
  ]);
  expect(listeners.map(({ what, passive }) => ({ what, passive }))).toEqual([
    { what: 'document click', passive: false },
  ]);
});
