import type { BrowserContextOptions } from 'playwright-core';
import type { Shop } from '../shop';
import type { Sheet } from './nastySheets';
import { shopPage } from './shopPage';

/** A page of the shop without the tag, for popups opened by their own door; it can wear any of the sheets. */
export const openStage = async ({ browser, url }: Shop, more: BrowserContextOptions = {}) => {
  const context = await browser.newContext({ baseURL: url, ...more });
  const page = await context.newPage();
  let given: Partial<Sheet> = {};
  await page.route('**/sheet.css', (route) => route.fulfill({ contentType: 'text/css', body: given.css ?? '' }));
  await page.route('**/stage', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: shopPage('/sheet.css', given.root) }),
  );
  const wear = async (sheet: Partial<Sheet> = {}) => {
    given = sheet;
    await page.goto('/stage');
  };
  return { context, page, wear };
};
