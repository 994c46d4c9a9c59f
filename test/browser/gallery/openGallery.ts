import type { BrowserContextOptions, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { Shop } from '../shop';
import { type Picture, pictureOf } from './picture';

/** What the gallery is asked for, as in its address. */
export interface Wanted {
  readonly popup: string;
  readonly state?: string;
  readonly theme?: string;
  readonly locale?: string;
  readonly place?: string;
  readonly accent?: string;
  readonly dir?: 'rtl';
  readonly page?: 'dark';
}

export interface Gallery {
  readonly page: Page;
  show(wanted: Wanted): Promise<void>;
  /** What the popup has told since. */
  told(): Promise<string[]>;
  /** The popup alone, and where it stands. */
  shoot(): Promise<{ readonly png: PNG; readonly picture: Picture }>;
}

/** The gallery's stage, loaded once: one popup after another is shown in it. */
export const openGallery = async (shop: Shop, width: number, more?: BrowserContextOptions): Promise<Gallery> => {
  const { page, errors } = await shop.shopper({
    viewport: { width, height: 760 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...more,
  });
  await page.goto('/gallery/?popup=notice');
  await page.locator('waver-popup').waitFor();
  return {
    page,
    async show(wanted) {
      await page.evaluate((one) => window.gallery.show(one), wanted);
      if (errors.length) throw new Error(errors.join('; '));
    },
    told: () => page.evaluate(() => window.gallery.told),
    async shoot() {
      const { text, ...box } = await page.evaluate(() => {
        const host = document.querySelector('waver-popup');
        // Made smaller, the card is there but not to be seen.
        const dialog = host?.shadowRoot?.querySelector<HTMLElement>('[part~=dialog]');
        const card = dialog?.getClientRects().length ? dialog : undefined;
        const { x = 0, y = 0, width = 0, height = 0 } = (card ?? host)?.getBoundingClientRect() ?? {};
        const [left, top] = [Math.floor(x), Math.floor(y)];
        const text = (card ?? host?.shadowRoot?.getElementById('teaser'))?.innerText ?? '';
        return { text, x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
      });
      if (!box.width || !box.height) throw new Error('nothing is shown');
      const png = PNG.sync.read(await page.screenshot({ clip: box }));
      return { png, picture: pictureOf(png, box, text) };
    },
  };
};

declare global {
  interface Window {
    readonly gallery: { show(wanted: Wanted): Promise<void>; readonly told: string[] };
  }
}
