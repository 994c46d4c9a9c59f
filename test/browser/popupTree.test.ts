import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { popups, statesOf } from '../../demo/public/gallery/facts.js';
import { type Gallery, openGallery, type Wanted } from './gallery/openGallery';
import { isRecording } from './gallery/references';
import { nameOf } from './gallery/shots';
import { enter, focused, pressed, walk } from './gallery/walk';
import { openShop, type Shop } from './shop';

/** What a screen reader is given, and where the keyboard leads. Recorded in `gallery/tree.txt` and `gallery/keys.txt`. */

let shop: Shop;
let gallery: Gallery;
beforeAll(async () => {
  shop = await openShop();
  gallery = await openGallery(shop, 1280);
  // The reasons come in a file of their own: once it is here, a key has its effect at once.
  await gallery.show({ popup: 'notice', state: 'why' });
});
afterAll(() => shop.close());

/** Sections by their heading. */
const createRecord = (file: string, about: string) => {
  const path = new URL(`gallery/${file}`, import.meta.url);
  const was = existsSync(path) ? readFileSync(path, 'utf8').split('\n## ').slice(1) : [];
  const is: string[] = [];
  return {
    compare(name: string, text: string) {
      const section = `${name}\n${text}\n`;
      is.push(section);
      if (!isRecording) expect(section).toBe(was.find((one) => one.split('\n')[0] === name));
    },
    finish() {
      if (isRecording) writeFileSync(path, `# ${about}\n${is.map((one) => `\n## ${one}`).join('')}`);
      else expect(is.map((one) => one.split('\n')[0])).toEqual(was.map((one) => one.split('\n')[0]));
    },
  };
};

const names = Object.keys(popups);
const all: Wanted[] = names.flatMap((popup) => Object.keys(statesOf(popup)).map((state) => ({ popup, state })));

describe('the tree', () => {
  const record = createRecord('tree.txt', 'What a screen reader is given, by popup and state');
  test.for(all.map((wanted) => [nameOf(wanted), wanted] as const))('%s', async ([name, wanted]) => {
    await gallery.show(wanted);
    // Made smaller, it is a button.
    const card = gallery.page.locator('waver-popup :is([part~=dialog], button):visible').first();
    // Addresses without the port of this very run.
    record.compare(name, (await card.ariaSnapshot()).replaceAll(shop.url, ''));
  });
  test('nothing more is recorded', () => record.finish());
});

/** Each popup, and the states in which other things can be done. */
const walked: Wanted[] = [
  ...names.map((popup) => ({ popup })),
  { popup: 'offer', state: 'code-shown' },
  { popup: 'offer', state: 'unreachable' },
  { popup: 'question', state: 'several' },
  { popup: 'question', state: 'scale' },
  { popup: 'question', state: 'number' },
  { popup: 'question', state: 'flaw' },
  { popup: 'preferences', state: 'editing' },
  { popup: 'preferences', state: 'erase' },
  { popup: 'offer', place: 'dialog' },
  { popup: 'free-shipping', place: 'bar' },
];

const keysOf = (stop: string): string[] =>
  /^(button|text:)/.test(stop)
    ? ['Enter', 'Space']
    : /^radio/.test(stop)
      ? ['Space', 'ArrowRight']
      : /^checkbox/.test(stop)
        ? ['Space']
        : ['Enter'];

describe('the keyboard', () => {
  const record = createRecord('keys.txt', 'Where Tab leads, and what Enter, Space and Escape do there');
  test.for(walked.map((wanted) => [nameOf(wanted), wanted] as const))('%s', async ([name, wanted]) => {
    const { page } = gallery;
    const stops = await walk(gallery, wanted);
    const lines = [`Tab: ${stops.join(' → ')}`];
    for (const [at, stop] of stops.slice(0, -1).entries()) {
      const did = new Map<string, string[]>();
      for (const key of keysOf(stop)) {
        await enter(gallery, wanted);
        for (let i = 0; i <= at; i++) await page.keyboard.press('Tab');
        const result = await pressed(gallery, key);
        did.set(result, [...(did.get(result) ?? []), key]);
      }
      // A button is one, whichever key it is pressed by.
      if (/^(button|text:)/.test(stop)) expect([...did.keys()], stop).toHaveLength(1);
      for (const [result, keys] of did) lines.push(`${stop}, ${keys.join(' or ')}: ${result}`);
    }
    await enter(gallery, wanted);
    await page.keyboard.press('Tab');
    lines.push(`Escape: ${await pressed(gallery, 'Escape')}`);
    record.compare(name, lines.join('\n'));
  });
  test('nothing more is recorded', () => record.finish());
});

const modal = (popup: string, place?: string) => popup === 'preferences' || place === 'dialog';

test.for([
  ...names.map((popup) => [popup, 'corner'] as const),
  ['offer', 'dialog'] as const,
  ['notice', 'bar'] as const,
])('the keyboard stays with whoever has it: %s, %s', async ([popup, place]) => {
  const { page, show, told } = gallery;
  const opener = page.locator('#opener');
  await opener.focus();
  await show({ popup, place });
  const isOn = () => opener.evaluate((element) => element === document.activeElement);
  expect(await isOn(), 'who did not ask keeps the focus').toBe(!modal(popup, place));
  if (modal(popup, place)) {
    // Round in it, forwards and backwards, and the page behind it is out of reach.
    for (const key of ['Tab', 'Shift+Tab'])
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press(key);
        expect(await isOn()).toBe(false);
      }
    await expect(opener.click({ timeout: 300 })).rejects.toThrow(/intercepts pointer events/);
  } else {
    await page.locator('#last').focus();
    await page.keyboard.press('Tab');
    expect(await isOn()).toBe(false);
  }
  await page.keyboard.press('Escape');
  expect(await page.locator('waver-popup').count()).toBe(0);
  expect(await told()).toContain('closed');
  expect(await focused(page)).toBe(modal(popup, place) ? 'button "Add to cart"' : 'link "All pots"');
});
