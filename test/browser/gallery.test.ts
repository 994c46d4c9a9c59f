import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales, popups, statesOf, themes } from '../../demo/public/gallery/facts.js';
import { findFlaws } from './gallery/findFlaws';
import { type Gallery, openGallery, type Wanted } from './gallery/openGallery';
import { COARSE, differenceOf, FINE, frameCells, readPicture, writePicture } from './gallery/picture';
import { fontsOf, isRecording, keepPng, readReferences, writeReferences } from './gallery/references';
import { nameOf, shotsAt, spoken, WIDTHS } from './gallery/shots';
import { openShop, type Shop } from './shop';

/** Every popup in every state: how it looks, whether it fits, and whether everybody can read it. */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test('the gallery has every language there is', () => {
  const files = readdirSync(new URL('../../widgets/copy', import.meta.url));
  // `deAsk.ts` stands beside `de.ts`, `zhHantAsk.ts` beside `zhHant.ts`.
  const languages = files.flatMap((file) => /^(.+)Ask\.ts$/.exec(file)?.[1] ?? []);
  const written = languages.map((name) => name.replace(/[A-Z]/, (letter) => `-${letter}`));
  expect([...locales].sort()).toEqual(written.sort());
});

/** Have the letters the same widths, and the same edges? */
const compareFonts = (one = '', other = '') => [one.split(' ')[0] === other.split(' ')[0], one === other];

test.concurrent.for(WIDTHS)('at %i px everything looks as it was recorded, and fits', async (width) => {
  const { page, show, shoot } = await openGallery(shop, width);
  const was = readReferences(width);
  const fonts = await fontsOf(page, locales);
  const pictures: Record<string, string> = {};
  const wrong: string[] = [];
  const unread = new Set<string>();
  for (const wanted of shotsAt(width)) {
    const name = nameOf(wanted);
    const { locale = 'en' } = wanted;
    await show(wanted);
    wrong.push(...(await page.evaluate(findFlaws)).map((flaw) => `${name}: ${flaw}`));
    const { png, picture } = await shoot();
    pictures[name] = writePicture(picture);
    const [letters, edges] = compareFonts(fonts[locale], was.fonts[locale]);
    if (isRecording) keepPng(`${width} ${name}`, png);
    else if (!letters) unread.add(locale);
    else {
      const line = was.pictures[name];
      const difference = line
        ? differenceOf(readPicture(line), picture, edges ? FINE : COARSE)
        : { said: 'has no reference', cells: [] };
      if (difference)
        wrong.push(`${name}: ${difference.said}; ${keepPng(`${width} ${name}`, frameCells(png, difference.cells))}`);
    }
  }
  if (isRecording) writeReferences(width, { fonts, pictures });
  else expect(Object.keys(was.pictures)).toEqual(Object.keys(pictures));
  for (const locale of unread)
    console.warn(
      `NOT COMPARED at ${width} px, ${locale}: this machine's fonts are not those of the references. They were taken with ` +
        'fonts-dejavu-core and fonts-noto-cjk of Debian; install these, or record your own with WAVER_RECORD=1.',
    );
  expect(wrong).toEqual([]);
});

const all: Wanted[] = Object.keys(popups).flatMap((popup) =>
  Object.keys(statesOf(popup)).map((state) => ({ popup, state })),
);

/** Without a picture: of what fits in English, something may be longer than its place in another language. */
test.concurrent.for(locales.filter((locale) => locale !== 'en'))('on a phone all of it fits: %s', async (locale) => {
  const { page, show } = await openGallery(shop, 360);
  const wrong: string[] = [];
  // Made smaller, it is a button that takes as many lines as it needs.
  for (const wanted of all.filter(({ state }) => state !== 'small')) {
    await show({ ...wanted, theme: 'paper', ...spoken(locale) });
    wrong.push(...(await page.evaluate(findFlaws)).map((flaw) => `${nameOf(wanted)}: ${flaw}`));
  }
  expect(wrong).toEqual([]);
});

describe.sequential('a picture is told from another', () => {
  /** Done in the page, to the popup as it is shown, and whether it is to be told. */
  const mutants: Record<string, readonly [tells: boolean, script: string]> = {
    nothing: [false, ''],
    'edges smoothed in another way': [false, `card.style.translate = '.3px .3px'`],
    'a button lost': [true, `card.querySelector('[part~=dismiss]').style.visibility = 'hidden'`],
    'another accent': [true, `host.style.setProperty('--waver-accent', '#3f5b34')`],
    'the card moved by 8 px': [true, `card.style.translate = '-8px 0'`],
    'all of it moved by 8 px': [true, `dress(':host{margin-bottom:8px!important}')`],
    'a line moved by 2 px': [true, `card.querySelector('#body p').style.cssText = 'position:relative;top:2px'`],
    'one word less': [true, `change('#body p', / [a-z]+/, '')`],
    'a letter less': [true, `change('#body p', /[a-z]/, '')`],
    'another figure': [true, `change('#title', '500', '600')`],
    'thinner letters': [true, `card.querySelector('#title').style.fontWeight = '400'`],
    'a paler text': [true, `card.querySelector('#body').style.opacity = '.7'`],
    'no frame around a button': [true, `card.querySelector('[part~=dismiss]').style.borderColor = 'transparent'`],
    'rounder corners': [true, `card.style.borderRadius = '28px'`],
  };
  const run = (script: string) => `(() => {
    const host = document.querySelector('waver-popup');
    const card = host.shadowRoot.querySelector('[part~=dialog]');
    const change = (where, from, to) => {
      const node = document.createTreeWalker(card.querySelector(where), 4).nextNode();
      node.data = node.data.replace(from, to);
    };
    const dress = (rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      host.shadowRoot.adoptedStyleSheets.push(sheet);
    };
    ${script}
  })()`;
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery(shop, 1280);
  });
  test.for(Object.entries(mutants))('%s', async ([, [tells, script]]) => {
    const { page, show, shoot } = gallery;
    await show({ popup: 'offer', theme: 'paper' });
    // Once it is announced it is not drawn again for a while, which would undo the change.
    await page.locator('waver-popup .sr').filter({ hasText: '500 points' }).first().waitFor({ state: 'attached' });
    const was = readPicture(writePicture((await shoot()).picture));
    await page.evaluate(run(script));
    const is = (await shoot()).picture;
    expect(differenceOf(was, is, FINE)?.said).toEqual(tells ? expect.any(String) : undefined);
  });
});

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

test.concurrent.for([...themes, 'forced'])('axe finds nothing in any state: %s', async (theme) => {
  const forced = theme === 'forced';
  // High enough that nothing is scrolled half out of sight: what is left of a button then would be too small a target.
  const phone = { viewport: { width: 360, height: 1600 }, forcedColors: 'active' } as const;
  const { page, show } = await openGallery(shop, 768, forced ? phone : {});
  await page.addScriptTag({ path: axe });
  const found: string[] = [];
  for (const wanted of all) {
    await show({ ...wanted, ...(!forced && { theme }) });
    const { violations } = (await page.evaluate(
      `axe.run('waver-popup', { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
    )) as AxeResults;
    for (const { id, nodes } of violations) found.push(`${nameOf(wanted)}: ${id}: ${nodes.map(({ html }) => html)}`);
  }
  expect(found).toEqual([]);
});

test.concurrent('for people: what is chosen in the strip stands on the stage, and what it tells beside it', async () => {
  const { page, errors } = await shop.shopper({ viewport: { width: 1280, height: 1100 } });
  await page.goto('/gallery');
  const stage = page.frameLocator('#frame');
  await page.getByLabel('Popup').selectOption('offer');
  await page.getByLabel('Language').selectOption('de');
  await page.getByLabel('Direction of the page').selectOption('rtl');
  await stage.getByRole('dialog', { name: '500 Punkte für diese Bestellung' }).waitFor();
  await stage.getByRole('button', { name: 'Jetzt nicht' }).click();
  await page.getByRole('log').getByText('end dismissed').waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  expect(await page.getByLabel('State').inputValue()).toBe('code');
  await stage.locator('html[dir=rtl] waver-popup').waitFor();
  // The address brings it back.
  await page.reload();
  expect(await page.getByLabel('State').inputValue()).toBe('code');
  await page.addScriptTag({ path: axe });
  const { violations } = (await page.evaluate(`axe.run(document, { iframes: false })`)) as AxeResults;
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  // What there is not is said, with what there is.
  await page.goto('/gallery/?popup=offer&state=lost');
  await page.getByRole('alert').getByText('its states: points,code').waitFor();
  expect(errors).toEqual([]);
});
