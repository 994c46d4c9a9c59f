import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Box,
  beside,
  type Differences,
  differences,
  inside,
  type Picture,
  picture,
} from './hostileCss/differences';
import { frameworkSheets } from './hostileCss/frameworkSheets';
import { nastySheets, type Sheet } from './hostileCss/nastySheets';
import { openStage } from './hostileCss/openStage';
import { closePopup, type Name, openPopup } from './hostileCss/popups';
import { openShop, type Shop } from './shop';

/**
 * A popup is the same on every page, to the pixel: whatever the page's style sheet does to everything, to popups or to this
 * very element. And the page is the same again when it has gone.
 */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const sheets: readonly Sheet[] = [...frameworkSheets, ...nastySheets];
const popups: readonly Name[] = ['delivery-promise', 'offer', 'question', 'bar', 'teaser', 'dialog', 'preferences'];
interface View {
  readonly width: number;
  readonly height: number;
  readonly popups: readonly Name[];
}
const views: readonly View[] = [
  { width: 1000, height: 700, popups },
  { width: 390, height: 664, popups: ['question', 'preferences'] },
];
/** The rounded corners show the page: 22 px are the roundest, those of the teaser. */
const CORNER = 23;
/** How far its shadow reaches: offset and blur of the larger one. */
const SHADOW = 70;

/** Motion is of no interest here: the card's own would be caught halfway. `sabotage` runs before any script of the page. */
const openPage = async (viewport: { width: number; height: number }, sabotage = '') => {
  const stage = await openStage(shop, { viewport, reducedMotion: 'reduce' });
  if (sabotage) await stage.context.addInitScript(sabotage);
  return { ...stage, session: await stage.context.newCDPSession(stage.page) };
};
type Stage = Awaited<ReturnType<typeof openPage>>;

/** As the screen has it, by the browser's own protocol: the test tool would put a style sheet of its own into the page. */
const shoot = async ({ session }: Stage): Promise<Picture> => {
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  return picture(Buffer.from(data, 'base64'));
};
/**
 * The page without its motion, which is another in each picture, and painted from nothing: the browser paints only what has
 * changed, and rounds text that stands between two pixels in another way then.
 */
const shootStill = async (stage: Stage): Promise<Picture> => {
  await stage.page.evaluate(async () => {
    const root = document.documentElement;
    const frame = () => new Promise(requestAnimationFrame);
    root.style.setProperty('display', 'none', 'important');
    await frame();
    await frame();
    root.style.removeProperty('display');
    await frame();
    for (const animation of document.getAnimations()) animation.cancel();
    await frame();
    await frame();
  });
  return shoot(stage);
};

const boxOf = (page: Page): Promise<Box> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        // It has been painted then.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const card = document
              .querySelector('waver-popup')
              ?.shadowRoot?.querySelector('[part=teaser],[part=dialog]');
            const { x = 0, y = 0, width = 0, height = 0 } = card?.getBoundingClientRect() ?? {};
            resolve({ x, y, width, height });
          }),
        );
      }),
  );

interface Look {
  readonly box: Box;
  readonly shot: Picture;
}

const look = async (stage: Stage, name: Name): Promise<Look> => {
  const { page } = stage;
  await openPopup(page, name);
  return { box: await boxOf(page), shot: await shoot(stage) };
};

/** Fewest pixels by which it differs from one of these pictures. */
const leastOf = (shot: Picture, wanted: readonly Picture[], isAsked: (x: number, y: number) => boolean) =>
  wanted.map((one) => differences(shot, one, isAsked)).sort((a, b) => a.count - b.count)[0] as Differences;

/** What is wrong with it, in words: nothing, where it is as it would be on a page without a sheet. */
const compare = ({ box, shot }: Look, wanted: readonly Look[]): string[] => {
  const place = JSON.stringify(wanted[0]?.box);
  if (JSON.stringify(box) !== place) return [`it stands at ${JSON.stringify(box)}, not at ${place}`];
  const shots = wanted.map((one) => one.shot);
  const { count, first } = leastOf(shot, shots, inside(box, CORNER));
  return count ? [`${count} pixels of it differ, the first at ${first} of ${place}`] : [];
};

/**
 * The same popups on a page without a style sheet: one that fits into the window and one that scrolls, since the browser
 * rounds text that stands between two pixels in another way there.
 */
const references = async (view: View, worn: readonly Sheet[]) => {
  const stage = await openPage(view);
  const known = new Map<string, Look[]>();
  for (const root of new Set(worn.map((sheet) => sheet.root)))
    for (const name of view.popups) {
      const looks: Look[] = [];
      for (const css of ['', 'main{min-height:1500px}', 'main *{display:none}']) {
        await stage.wear({ root, css });
        looks.push(await look(stage, name));
      }
      known.set(`${root} ${name}`, looks);
    }
  await stage.context.close();
  return ({ root }: Sheet, name: Name) => known.get(`${root} ${name}`) as Look[];
};

/** What is different with this sheet on: of each popup, of the page while one is open, and after them all. */
const flawsOf = async (
  stage: Stage,
  sheet: Sheet,
  popups: readonly Name[],
  wanted: (name: Name) => readonly Look[],
): Promise<string[]> => {
  const { page, wear } = stage;
  const flaws: string[] = [];
  await wear(sheet);
  const before = await shootStill(stage);
  const markup = await page.content();
  for (const [i, name] of popups.entries()) {
    const seen = await look(stage, name);
    if (!sheet.unequal) flaws.push(...compare(seen, wanted(name)).map((flaw) => `${name}: ${flaw}`));
    else if (!seen.box.width || !seen.box.height) flaws.push(`${name}: it is not there`);
    if (!i && !sheet.besides) {
      const { count, first } = differences(before, await shootStill(stage), beside(seen.box, SHADOW));
      if (count) flaws.push(`${count} pixels of the page beside it change, the first at ${first}`);
    }
    await closePopup(page);
  }
  const { count, first } = differences(before, await shootStill(stage), () => true);
  if (count) flaws.push(`${count} pixels of the page are others afterwards, the first at ${first}`);
  if ((await page.content()) !== markup) flaws.push('something is left in the page’s markup');
  return flaws;
};

const flawsOfAll = async (view: View, worn: readonly Sheet[], sabotage?: string) => {
  const wanted = await references(view, worn);
  const stage = await openPage(view, sabotage);
  const flaws: Record<string, string[]> = {};
  for (const sheet of worn) {
    const found = await flawsOf(stage, sheet, view.popups, (name) => wanted(sheet, name));
    if (found.length) flaws[sheet.name] = found;
  }
  await stage.context.close();
  return flaws;
};

test.for(views)(
  `${sheets.length} style sheets change no pixel of a popup at $width px, and the popup none of the page`,
  { timeout: 900_000 },
  async (view) => {
    expect(await flawsOfAll(view, sheets)).toEqual({});
  },
);

/** That a popup which can be got at is noticed: each of these takes away one thing that protects it, or the page. */
test.for([
  [
    'what is important is not',
    `const { replaceSync } = CSSStyleSheet.prototype;
     CSSStyleSheet.prototype.replaceSync = function (rules) {
       return replaceSync.call(this, rules.replaceAll('!important', ''));
     };`,
    [
      'all unset',
      'all reverted',
      'the popup hidden by its name',
      'the popup moved by its name',
      'the popup sized by its name',
      'the popup painted by its name',
      'shouting, importantly',
      'boxes by their content',
      'blended',
      'another font',
    ],
  ],
  [
    'there is no top layer',
    'delete HTMLElement.prototype.showPopover;',
    ['body transformed', 'body faint', 'an overlay above all', 'body clipped and masked', 'clipped'],
  ],
  [
    'something of it stays',
    `const { remove } = Element.prototype;
     Element.prototype.remove = function () {
       if (this.localName === 'waver-popup') this.before(document.createElement('hr'));
       return remove.call(this);
     };`,
    ['normalize', 'bootstrap'],
  ],
] as const)('it is noticed where %s', { timeout: 300_000 }, async ([, sabotage, noticed]) => {
  const worn = sheets.filter(({ name }) => (noticed as readonly string[]).includes(name));
  expect(worn).toHaveLength(noticed.length);
  const flaws = await flawsOfAll({ width: 1000, height: 700, popups: ['delivery-promise'] }, worn, sabotage);
  expect(Object.keys(flaws).sort()).toEqual([...noticed].sort());
});
