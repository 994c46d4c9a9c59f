import type { Page } from 'playwright-core';
import type { Gallery, Wanted } from './openGallery';

/** What has the focus, as a screen reader names it; '': nothing has. */
export const focused = async (page: Page): Promise<string> => {
  // The host has it too, and comes first.
  const found = page.locator('*:focus').last();
  if (!(await found.count())) return '';
  const tree = await found.ariaSnapshot({ timeout: 3000 });
  // Role, name and states; what is in it follows behind a colon.
  return /^- (\w+(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*)/.exec(tree)?.[1] ?? tree;
};

const isInside = (page: Page): Promise<boolean> =>
  page.evaluate(() => !!document.querySelector('waver-popup')?.shadowRoot?.activeElement);

/** Shows it while the keyboard is on the page, and goes to its door: the last place before it, unless it took the focus. */
export const enter = async ({ page, show }: Gallery, wanted: Wanted): Promise<void> => {
  await page.locator('#opener').focus();
  await show(wanted);
  if (!(await isInside(page))) await page.locator('#last').focus();
};

/** More stops than any popup has. */
const MOST = 60;

/** Where Tab leads, in order, until it is out, or back where it began. */
export const walk = async (
  gallery: Gallery,
  wanted: Wanted,
): Promise<{ readonly stops: string[]; readonly out: string }> => {
  const { page } = gallery;
  await enter(gallery, wanted);
  const stops: string[] = [];
  const began = (await isInside(page)) ? await focused(page) : undefined;
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press('Tab');
    const inside = await isInside(page);
    const name = await focused(page);
    if (!inside) return { stops, out: name || 'the browser' };
    if (name === stops[0]) return { stops, out: 'the first again' };
    stops.push(name);
  }
  throw new Error(`no way out of ${wanted.popup}, begun at ${began}: ${stops}`);
};

/** What came of a key: what was told, what stands there now, and where the keyboard is. */
export const pressed = async (gallery: Gallery, key: string): Promise<string> => {
  const { page, told } = gallery;
  const before = await title(page);
  const events: string[] = [];
  const note = (what: string) => () => void events.push(what);
  const [chooser, download] = [note('a file is asked for'), note('a file is saved')];
  page.on('filechooser', chooser).on('download', download);
  await page.keyboard.press(key);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  page.off('filechooser', chooser).off('download', download);
  const now = await title(page);
  const shown = now === before ? [] : [now === undefined ? 'closed' : `now “${now}”`];
  const lines = [...(await told()).filter((line) => line !== 'closed'), ...events, ...shown];
  return `${lines.join(', ') || 'nothing told'}; focus: ${(await focused(page)) || 'none'}`;
};

const title = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector('waver-popup')?.shadowRoot?.getElementById('title')?.innerText);
