import type { Page } from 'playwright-core';
import type { Gallery, Wanted } from './openGallery';

/** Role, name and states; what is in it follows behind a colon. */
const nameOf = (tree: string): string =>
  /^- '?(text: .*|\w+(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*)/.exec(tree)?.[1] ?? tree;

/** What has the focus, as a screen reader names it; '': nothing has. */
export const focused = async (page: Page): Promise<string> => {
  // The host has it too, and comes first.
  const found = page.locator('*:focus').last();
  if (!(await found.count())) return '';
  return nameOf(await found.ariaSnapshot({ timeout: 3000 }));
};

const isInside = (page: Page): Promise<boolean> =>
  page.evaluate(() => !!document.querySelector('waver-popup')?.shadowRoot?.activeElement);

/** Shows it while the keyboard is on the page, and goes to its door: the last place before it, unless it took the focus. */
export const enter = async ({ page, show }: Gallery, wanted: Wanted): Promise<void> => {
  await page.locator('#opener').focus();
  await show(wanted);
  if (!(await isInside(page))) await page.locator('#last').focus();
  // What was told on the way to this state is not of interest.
  await page.evaluate(() => window.gallery.told.splice(0));
};

/** More stops than any popup has. */
const MOST = 60;

/** Where Tab leads, in order, until it is out, or back where it began. */
export const walk = async (gallery: Gallery, wanted: Wanted): Promise<string[]> => {
  const { page } = gallery;
  await enter(gallery, wanted);
  const stops: string[] = [];
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press('Tab');
    const inside = await isInside(page);
    const name = await focused(page);
    // To the browser's own buttons, or round to the top of the page.
    if (!inside) return [...stops, 'out'];
    if (name === stops[0]) return [...stops, 'round'];
    stops.push(name);
  }
  throw new Error(`no way out of ${wanted.popup}: ${stops}`);
};

const fileOf = (page: Page): Promise<string[]> =>
  Promise.any([
    page.waitForEvent('filechooser', { timeout: 5000 }).then(() => ['a file is asked for']),
    page.waitForEvent('download', { timeout: 5000 }).then(() => ['a file is saved']),
  ]).catch(() => []);

/** What came of a key: what was told, what stands there now, and where the keyboard is. */
export const pressed = async (gallery: Gallery, key: string): Promise<string> => {
  const { page, told } = gallery;
  const before = await title(page);
  // The browser tells of files in its own time.
  const file = / file"/.test(await focused(page)) && fileOf(page);
  await page.keyboard.press(key);
  const events = (await file) || [];
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const now = await title(page);
  const shown = now === before ? [] : [now === undefined ? 'closed' : `now “${now}”`];
  const lines = [...(await told()).filter((line) => line !== 'closed'), ...events, ...shown];
  return `${lines.join(', ') || 'nothing told'}; focus: ${(await focused(page)) || 'none'}`;
};

const title = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector('waver-popup')?.shadowRoot?.getElementById('title')?.innerText);
