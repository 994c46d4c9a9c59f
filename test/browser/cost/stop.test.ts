import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop, until, waver } from '../shop';
import { ask, chunksOf, openPage } from './openPage';
import { shopPage, TAG } from './shopPage';
import { sourceOf, tally } from './sourceOf';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const CHUNKS = ['waver', 'reader', 'forms', 'platforms', 'mind', 'widgets'];

test('after stop, nothing of Waver is left: no listener, no timer, no observer, no element', async () => {
  const html = shopPage({ head: TAG, still: true, body: 'class="woocommerce woocommerce-checkout"' });
  const opened = await openPage(shop, html, { instrumented: true });
  const { page, context } = opened;
  const found = (): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);
  const before = await found();
  await chunksOf(opened, CHUNKS.slice(0, 4));
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    for (const type of ['moment', 'score', 'decision', 'outcome', 'preference', 'purchase'])
      addEventListener(`waver:${type}`, () => told.push(type));
  });
  await waver(page, (w) => w.moment('hesitates'));
  await waver(page, (w) => w.show('question'));
  await page.locator('waver-popup').waitFor();
  await chunksOf(opened, CHUNKS, 500);
  // In the middle of all it does: a click to be answered, a field gone into, a form sent.
  await page.evaluate(() =>
    document.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault()),
  );
  await page.click('.plain', { force: true });
  await page.click('summary', { force: true });
  await page.click('summary', { force: true });
  await page.focus('#f-email');
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  const running = {
    listeners: await ask(page, 'listeners'),
    timers: await ask(page, 'timers'),
    observers: await ask(page, 'observers'),
  };
  console.log(
    `before stop: ${Object.entries(running)
      .map(([kind, all]) => `${all.length} ${kind}`)
      .join(', ')}`,
  );
  expect(running.listeners.length).toBeGreaterThan(30);
  expect(running.observers.length).toBeGreaterThan(3);

  await page.evaluate(() => {
    (window as unknown as { waver: { stop(): void } }).waver.stop();
    (window as unknown as { told: string[] }).told.length = 0;
  });
  const held = async (kind: 'listeners' | 'timers' | 'observers') =>
    tally((await ask(page, kind)).map(({ what, from }) => `${what}, ${sourceOf(from)}`));
  const pending = await held('timers');
  console.log(`timers still to come right after stop:\n${pending.join('\n')}`);
  expect(await held('listeners')).toEqual([]);
  expect(await held('observers')).toEqual([]);
  // What was about to happen once may come to nothing by itself; nothing comes again.
  expect(pending.filter((line) => /setInterval/.test(line))).toEqual([]);
  expect(
    await until(
      () => held('timers'),
      (all) => !all.length,
    ),
  ).toEqual([]);
  const ran = await ask(page, 'ran');
  await page.click('.plain');
  await page.mouse.wheel(0, 100);
  await page.keyboard.press('a');
  await page.waitForTimeout(500);
  expect(await ask(page, 'ran')).toEqual(ran);
  expect(await page.evaluate('told')).toEqual([]);
  expect(await held('timers')).toEqual([]);
  // As the shopper has left it, Waver has left nothing in it.
  await page.evaluate(() => document.querySelector('details')?.removeAttribute('open'));
  expect(await found()).toBe(before);
  await context.close();
});
