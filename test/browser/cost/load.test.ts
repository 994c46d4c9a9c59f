import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../shop';
import { chunksOf, median, metricsOf, openPage } from './openPage';
import { shopPage, TAG } from './shopPage';
import { readTrace, TRACED } from './trace';

/**
 * What Waver costs while a page of some 3,000 elements loads: nothing cached, nothing compiled, a browser context of its own
 * each time. Script time is the page's, less that of the same page without the tag.
 */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const RUNS = 3;

/** `told`: a page of which the shop tells all, so that the tag stays alone. */
const PAGES = {
  'waver.js alone': {
    path: '/products/fern',
    html: 'data-waver-page="product"',
    body: `data-waver-cart='{"items":2,"total":30,"currency":"USD"}'`,
    chunks: ['waver'],
  },
  'waver.js, reader.js and forms.js': { path: '/checkout', html: '', body: '', chunks: ['waver', 'reader', 'forms'] },
} as const;

const load = async (name: keyof typeof PAGES, head: string, slower?: number) => {
  const { path, html, body, chunks } = PAGES[name];
  const opened = await openPage(shop, shopPage({ head, html, body, still: true }), {
    path,
    slower,
    before: ({ page }) => shop.browser.startTracing(page, { categories: TRACED }),
  });
  const { page, session, context, files } = opened;
  if (head) await chunksOf(opened, chunks, 0);
  await page.waitForTimeout(slower ? 6000 : 3500);
  const { ScriptDuration: script } = await metricsOf(session);
  const { tasks } = readTrace(await shop.browser.stopTracing());
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await context.close();
  if (head) expect([...files].sort()).toEqual(chunks.map((chunk) => `${chunk}.js`).sort());
  expect(elements).toBeGreaterThan(2900);
  const ms = (figures: readonly number[]) => Math.max(0, ...figures) / 1000;
  return {
    script,
    longest: ms(tasks.map(({ us }) => us)),
    ours: ms(tasks.map(({ oursUs }) => oursUs)),
    long: tasks.filter(({ us }) => us > 50_000).length,
  };
};

test.for([1, 6])('at load, %i times slower', { timeout: 400_000 }, async (slower) => {
  for (const name of Object.keys(PAGES) as (keyof typeof PAGES)[]) {
    const mine: Awaited<ReturnType<typeof load>>[] = [];
    const none: number[] = [];
    for (let i = 0; i < RUNS; i++) {
      mine.push(await load(name, TAG, slower > 1 ? slower : undefined));
      none.push((await load(name, '', slower > 1 ? slower : undefined)).script);
    }
    const of = (what: keyof (typeof mine)[number]) => mine.map((one) => one[what]);
    const longest = Math.min(...of('longest'));
    console.log(
      `${name}, ${slower}x: script until idle ${(median(of('script')) - median(none)).toFixed(1)} ms; ` +
        `longest task with Waver in it: least ${longest.toFixed(1)} ms, ` +
        `median ${median(of('longest')).toFixed(1)} ms, of it Waver ${median(of('ours')).toFixed(1)} ms; tasks over 50 ms: ${of('long')}`,
    );
    // A busy machine lengthens tasks; the quietest load is the measure.
    expect(longest).toBeGreaterThan(0);
    if (slower === 1) expect(longest).toBeLessThan(50);
  }
});
