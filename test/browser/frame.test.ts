import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questions } from '../../src/core/questions';
import type { PopupContent, Showing } from '../../src/types';
import { openShop, type Shop, servePage } from './shop';

/** The frame all popups share, in a real browser: the top layer, its places, and what the page may do to it. */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const delivery: PopupContent = {
  popup: 'delivery-promise',
  window: {
    earliest: '2026-11-25',
    latest: '2026-11-27',
    orderBefore: Date.UTC(2026, 10, 23, 14),
    cutoff: true,
    timeZone: 'Europe/Berlin',
  },
};
const size: PopupContent = { popup: 'question', question: 'size' };

interface Given extends Pick<Showing, 'place' | 'asked'> {
  readonly css?: string;
  readonly html?: string;
  readonly viewport?: typeof DESK;
  readonly content?: PopupContent;
  /** Run in the page before the popup comes. */
  readonly before?: string;
  readonly anchor?: string;
}

const HTML = `<main><h1>Shop</h1><input id="field"><button id="link">Next</button>${'<p>Text</p>'.repeat(60)}</main>`;

/** A page with one popup, handed to the chunk as the tag would; what it tells stands in `window.ended`. */
const open = async ({ css = '', html = HTML, viewport = DESK, content = delivery, ...given }: Given = {}) => {
  const shopper = await shop.shopper({ viewport });
  const { page } = shopper;
  await servePage(shopper, '/frame', `<meta name=viewport content="width=device-width"><style>${css}</style>${html}`);
  await page.goto('/frame');
  await page.locator('#field').focus();
  const { before = '', anchor = '', place, asked } = given;
  const showing = { campaign: 'framed', intent: null, because: [], content, place, asked };
  await page.evaluate(`(async () => {
    ${before};
    const { openPopup } = await import('/dist/widgets.js');
    window.ended = [];
    window.popup = await openPopup(${JSON.stringify(showing)}, {
      locales: ['en'], now: () => ${Date.UTC(2026, 10, 23, 10)}, end: (how) => ended.push(how),
      ask: { questions: ${JSON.stringify(questions)}, known: {}, check: () => ({ wrong: 'empty' }), answer() {}, next() {} },
      claim: { url: '', answered() {} }, anchor: document.querySelector(${JSON.stringify(anchor || 'nothing')}) ?? undefined,
    });
    await Promise.all(document.querySelector('waver-popup').shadowRoot.getAnimations().map((one) => one.finished));
  })()`);
  return { ...shopper, popup: page.locator('waver-popup') };
};

/** Where its visible part stands, and what a click in its middle would hit. */
const stands = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('waver-popup');
    const parts = [...(host?.shadowRoot?.querySelectorAll('[part=dialog],[part=teaser]') ?? [])];
    const box = parts.map((one) => one.getBoundingClientRect()).find(({ width }) => width);
    if (!host || !box) throw new Error('nothing to see');
    const { left, top, right, bottom } = box;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return {
      box: [left, top, right, bottom].map(Math.round),
      isHit: hit === host,
      isOpen: host.matches(':popover-open'),
      scroll: scrollY,
    };
  });
const ended = (page: Page) => page.evaluate('window.ended');
/** Id in the page, or part in the popup, of what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.shadowRoot?.activeElement?.getAttribute('part') ?? at?.id;
  });

describe('in the top layer', () => {
  const LEFT_ALONE = [900, 0, 1260, 780];
  test.concurrent.for([
    ['nothing', ''],
    ['all is unset', '*{all:unset!important}'],
    ['it is hidden', 'waver-popup{display:none!important}div{display:none!important}'],
    ['all lies on top', 'body>*{position:relative;z-index:2147483647!important;background:#fdd}'],
    [
      'the body is moved, blurred and cut off',
      'body{transform:translate(90px,50px) scale(.8);filter:blur(2px);opacity:.4;overflow:hidden;contain:paint;height:300px}',
    ],
    [
      'popovers have a look',
      '[popover]{inset:0!important;margin:auto!important;border:9px solid red!important;padding:50px!important;width:100%!important;height:9px!important;overflow:hidden!important;display:none!important}',
    ],
    [
      'so have their backdrops',
      '::backdrop{display:block!important;position:fixed!important;inset:0!important;pointer-events:auto!important;backdrop-filter:blur(9px)!important;background-image:linear-gradient(red,red)!important}',
    ],
    [
      'it is aimed at by name',
      'waver-popup,:popover-open{position:static!important;visibility:hidden!important;opacity:0!important;pointer-events:none!important;font-size:90px!important;clip-path:inset(50%)!important;transform:scale(0)!important;translate:-9999px!important;max-height:0!important;writing-mode:vertical-rl!important}',
    ],
  ] as const)('where %s it stands as ever, can be used, and has not moved the page', async ([, css]) => {
    const { page, popup, errors } = await open({ css });
    const { box, isHit, isOpen, scroll } = await stands(page);
    expect({ isHit, isOpen, scroll }).toEqual({ isHit: true, isOpen: true, scroll: 0 });
    const [left = 0, top = 0, right, bottom] = box;
    expect([right, bottom]).toEqual([LEFT_ALONE[2], LEFT_ALONE[3]]);
    expect(left).toBe(880);
    expect(top).toBeGreaterThan(300);
    // Beside it the page is there for every click.
    expect(await page.evaluate(() => document.elementFromPoint(30, 30)?.closest('waver-popup'))).toBe(null);
    expect(await focused(page)).toBe('field');
    await popup.getByRole('button', { name: 'Good to know' }).click();
    expect(await ended(page)).toEqual(['accepted']);
    expect(await popup.count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test.concurrent('in a page that is zoomed, and right to left', async () => {
    const zoomed = await open({ css: 'body{zoom:2}' });
    const { box, isHit } = await stands(zoomed.page);
    expect(isHit).toBe(true);
    expect(box[1]).toBeGreaterThanOrEqual(0);
    expect(box[3]).toBeLessThanOrEqual(DESK.height);
    const other = await open({ css: '*{direction:rtl!important;unicode-bidi:bidi-override!important}' });
    expect((await stands(other.page)).box[0]).toBe(20);
  });

  test.concurrent('a popover of the page stays open', async () => {
    const { page } = await open({
      html: `${HTML}<div id="menu" popover>Menu</div>`,
      before: `document.querySelector('#menu').showPopover()`,
    });
    expect(await page.evaluate(() => document.querySelector('#menu')?.matches(':popover-open'))).toBe(true);
  });

  test.concurrent('a dialog the page opens later is above; one that is open already is not covered', async () => {
    const html = `${HTML}<dialog id="own" style="position:fixed;inset:0;width:100%;height:100%">Own</dialog>`;
    const own = `document.querySelector('#own').showModal()`;
    const later = await open({ html });
    await later.page.evaluate(own);
    expect(await stands(later.page)).toMatchObject({ isHit: false });
    await later.page.keyboard.press('Escape');
    expect(await stands(later.page)).toMatchObject({ isHit: true });
    expect(await ended(later.page)).toEqual([]);
    const before = await open({ html, before: own });
    expect(await stands(before.page)).toMatchObject({ isHit: false, isOpen: false });
    await before.page.keyboard.press('Escape');
    expect(await stands(before.page)).toMatchObject({ isHit: true });
  });

  test.concurrent('help with a field stands beside it, and scrolls along', async () => {
    const { page } = await open({
      css: 'body{transform:translate(0,0)}',
      content: { popup: 'form-help', field: { key: 'field', fails: 'valueMissing' } },
      anchor: '#field',
    });
    await page.locator('waver-popup[data-place=beside]').waitFor();
    const { box, isOpen } = await stands(page);
    expect(isOpen).toBe(true);
    await page.evaluate(() => scrollBy(0, 30));
    expect((await stands(page)).box[1]).toBe((box[1] ?? 0) - 30);
  });
});

describe('help with a field does not come to cover it', () => {
  const content: PopupContent = { popup: 'form-help', field: { key: 'field', fails: 'valueMissing' } };
  /** As wide as the page: no room at its side. */
  const FORM =
    '<form style="margin:0"><p id="error" style="height:200px">No</p><input id="field" style="width:100%"></form>';
  const frames = (page: Page) =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  /** By how many px they overlap from top to bottom; both are in the same column. */
  const overlap = async (page: Page) => {
    await frames(page);
    const [, top = 0, , bottom = 0] = (await stands(page)).box;
    const field = await page.locator('#field').boundingBox();
    return Math.max(0, Math.min(bottom, (field?.y ?? 0) + (field?.height ?? 0)) - Math.max(top, field?.y ?? 0));
  };

  test.concurrent('in a box that scrolls', async () => {
    const { page, popup } = await open({
      content,
      anchor: '#field',
      html: `<div id="box" style="height:700px;overflow:auto"><div style="height:200px"></div>${FORM}<div style="height:900px"></div></div>`,
    });
    await popup.and(page.locator('[data-place=beside]')).waitFor();
    expect(await overlap(page)).toBe(0);
    for (const top of [60, 120, 180, 240, 0]) {
      await page.locator('#box').evaluate((box, to) => box.scrollTo(0, to), top);
      expect(await overlap(page), `${top} px`).toBe(0);
    }
  });

  test.concurrent.for([
    ['the form gets smaller', ''],
    ['the page around it does', '</div>'],
  ])('an error above it goes: %s', async ([, outside = '']) => {
    const { page, popup } = await open({
      content,
      anchor: '#field',
      html: outside
        ? `<div id="error" style="height:400px">No</div><form><input id="field" style="width:100%"></form>`
        : `<main style="height:2000px"><div style="height:200px"></div>${FORM}</main>`,
    });
    await popup.and(page.locator('[data-place=beside]')).waitFor();
    expect(await overlap(page)).toBe(0);
    await page.locator('#error').evaluate((error) => {
      error.style.height = '20px';
    });
    expect(await overlap(page)).toBe(0);
    await page.locator('#error').evaluate((error) => error.remove());
    expect(await overlap(page)).toBe(0);
  });

  test.concurrent('at the edge of a low window, while the page scrolls', async () => {
    const { page, popup, errors } = await open({
      content,
      anchor: '#field',
      viewport: { width: 740, height: 360 },
      css: 'form{position:absolute;top:650px;inset-inline:0}#error{display:none}',
      html: `<div style="height:2000px"></div>${FORM}`,
      before: 'scrollTo(0, 500)',
    });
    await popup.and(page.locator('[data-place=sheet]')).waitFor();
    for (const by of [-30, -30, -30, -30, 60, 60, 60, 60]) {
      await page.evaluate((px) => scrollBy(0, px), by);
      expect(await overlap(page), `${by} px`).toBe(0);
    }
    expect(errors).toEqual([]);
  });
});

describe('a slot of the page', () => {
  const slot = (more: string) => `<span data-waver-slot="framed" ${more}></span>`;
  test.concurrent.for([
    ['the one of another layout is hidden', `${slot('hidden')}<p>Text ${slot('id=here')}</p>`, 'here'],
    ['its layout is hidden', `<div style="display:none">${slot('')}</div>${slot('id=here')}`, 'here'],
    ['it is in what is closed', `<details><summary>More</summary>${slot('')}</details>${slot('id=here')}`, 'here'],
    ['it is alone and empty', slot('id=here'), 'here'],
    ['none is displayed', slot('hidden'), ''],
  ] as const)('%s', async ([, slots, id]) => {
    const { page, popup } = await open({ html: `<h1>Shop</h1><input id="field">${slots}` });
    expect(await popup.evaluate((host) => host.parentElement?.id)).toBe(id);
    expect(await stands(page)).toMatchObject({ isOpen: !id });
    expect(await popup.getByRole('button', { name: 'Good to know' }).isVisible()).toBe(true);
  });
});

describe('the bar', () => {
  test.concurrent('is slim and as wide as the window, with all in a row', async () => {
    const { page, popup } = await open({ place: 'bar' });
    const { box, isHit } = await stands(page);
    expect(isHit).toBe(true);
    expect([box[0], box[2], box[3]]).toEqual([0, DESK.width, DESK.height]);
    expect((box[3] ?? 0) - (box[1] ?? 0)).toBeLessThanOrEqual(112);
    const middle = async (name: string) => {
      const at = await popup.getByRole('button', { name }).boundingBox();
      return at && Math.round(at.y + at.height / 2);
    };
    const names = ['Good to know', 'Not now', 'Why am I seeing this?', 'Make smaller'];
    expect(new Set(await Promise.all(names.map(middle))).size).toBe(1);
    expect(await focused(page)).toBe('field');
  });

  test.concurrent('on a phone is a low sheet, its way out in sight', async () => {
    const { page, popup } = await open({ place: 'bar', viewport: PHONE });
    const { box } = await stands(page);
    expect([box[0], box[2], box[3]]).toEqual([0, PHONE.width, PHONE.height]);
    expect((box[3] ?? 0) - (box[1] ?? 0)).toBeLessThanOrEqual(PHONE.height * 0.3);
    const way = await popup.getByRole('button', { name: 'Not now' }).boundingBox();
    expect((way?.y ?? 0) + (way?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
  });
});

describe('the dialog', () => {
  const asked = { place: 'dialog', asked: true } as const;

  test.concurrent('takes the focus, keeps it, and gives it back on Escape', async () => {
    const { page, popup } = await open(asked);
    expect(await popup.getByRole('dialog').evaluate((one) => one.matches('dialog:modal'))).toBe(true);
    expect(await focused(page)).toBe('title');
    const seen = new Set<unknown>();
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press('Tab');
      seen.add(await focused(page));
    }
    expect([...seen]).toEqual(expect.arrayContaining(['action', 'dismiss', 'why']));
    expect([...seen].filter((one) => one === 'link' || one === 'field')).toEqual([]);
    await page.keyboard.press('Escape');
    await popup.waitFor({ state: 'detached' });
    expect(await ended(page)).toEqual(['dismissed']);
    expect(await focused(page)).toBe('field');
  });

  test.concurrent('is left by a click beside it, and not by one in it', async () => {
    const { page, popup } = await open(asked);
    const { box } = await stands(page);
    const [left = 0, top = 0] = box;
    await page.mouse.click(left + 6, top + 6);
    expect(await ended(page)).toEqual([]);
    await page.mouse.move(left + 100, top + 40);
    await page.mouse.down();
    await page.mouse.move(left - 50, top + 40);
    await page.mouse.up();
    expect(await ended(page)).toEqual([]);
    await page.mouse.click(left - 50, top + 40);
    await popup.waitFor({ state: 'detached' });
    expect(await ended(page)).toEqual(['dismissed']);
  });

  test.concurrent('is left by what the browser has for it, as the back gesture', async () => {
    const { page, popup } = await open(asked);
    // A close watcher asks the dialog the same way.
    await popup.getByRole('dialog').evaluate((one) => (one as HTMLDialogElement).requestClose());
    await popup.waitFor({ state: 'detached' });
    expect(await ended(page)).toEqual(['dismissed']);
  });

  test.concurrent('that nobody asked for is none', async () => {
    const { page } = await open({ place: 'dialog' });
    expect(await stands(page)).toMatchObject({ isOpen: true });
    expect(await focused(page)).toBe('field');
  });
});

describe('made smaller', () => {
  test.concurrent.for([
    ['desktop', DESK, 24],
    ['phone', PHONE, 44],
  ] as const)('on a %s: its title brings it back, with what was typed', async ([, viewport, least]) => {
    const { page, popup } = await open({ content: size, viewport });
    await popup.getByRole('textbox').fill('42');
    const smaller = popup.getByRole('button', { name: 'Make smaller' });
    const target = await smaller.boundingBox();
    expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(least);
    await smaller.focus();
    await page.keyboard.press('Enter');
    expect(await popup.getAttribute('data-place')).toBe('teaser');
    expect(await focused(page)).toBe('teaser');
    const teaser = popup.getByRole('button', { name: 'Show again: Which size do you usually take?' });
    const pill = await teaser.boundingBox();
    expect(pill?.height).toBeGreaterThanOrEqual(44);
    expect(pill?.width).toBeLessThanOrEqual(320);
    expect(await stands(page)).toMatchObject({ isHit: true });
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('smaller');
    expect(await popup.getByRole('textbox').inputValue()).toBe('42');
    expect(await ended(page)).toEqual([]);
    await smaller.click();
    await teaser.focus();
    await page.keyboard.press('Escape');
    expect(await ended(page)).toEqual(['dismissed']);
  });

  test.concurrent('it is out of the way while a soft keyboard makes the page lower', async () => {
    const { page, popup } = await open({ viewport: PHONE });
    await page.setViewportSize({ width: 360, height: 380 });
    await popup.and(page.locator('[data-typing]')).waitFor({ state: 'attached' });
    expect(await popup.evaluate((one) => getComputedStyle(one).visibility)).toBe('hidden');
    expect(await focused(page)).toBe('field');
    await page.setViewportSize(PHONE);
    await popup.getByRole('button', { name: /^Show again/ }).waitFor();
    expect(await ended(page)).toEqual([]);
  });

  test.concurrent.for([
    ['a phone that is turned', PHONE, { width: 740, height: 360 }],
    ['a window that fills a quarter of the screen now', DESK, { width: 640, height: 400 }],
  ] as const)('%s has no keyboard', async ([, before, after]) => {
    const { page, popup } = await open({ viewport: before });
    await page.setViewportSize(after);
    await page.waitForFunction((width) => innerWidth === width, after.width);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await popup.getAttribute('data-typing')).toBe(null);
    expect(await popup.getByRole('button', { name: 'Not now' }).isVisible()).toBe(true);
    // From there on it is told as ever.
    await page.setViewportSize({ width: after.width, height: after.height * 0.6 });
    await popup.and(page.locator('[data-typing]')).waitFor({ state: 'attached' });
  });

  test.concurrent('typed into, it stands above the keyboard that lies over the page', async () => {
    const { page, popup } = await open({
      viewport: PHONE,
      content: size,
      // Chromium has no keyboard without a phone: what it would tell of one.
      before: `window.keyboard = Object.assign(new EventTarget(), { height: 740, scale: 1, offsetTop: 0 });
        Object.defineProperty(window, 'visualViewport', { value: window.keyboard })`,
    });
    await popup.getByRole('textbox').focus();
    await page.evaluate(`keyboard.height = 400; keyboard.dispatchEvent(new Event('resize'))`);
    expect((await stands(page)).box[3]).toBe(400);
    const field = await popup.getByRole('textbox').boundingBox();
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(400);
    await page.evaluate(`keyboard.height = 740; keyboard.dispatchEvent(new Event('resize'))`);
    expect((await stands(page)).box[3]).toBe(740);
  });
});

test.concurrent('another language while it is open: what was typed stays, with the caret in it', async () => {
  const { page, popup, requests } = await open({ content: size });
  await popup.getByRole('textbox').fill('42');
  await page.evaluate(`popup.setLocales(['ar'])`);
  expect(requests.filter((path) => path.includes('copy-ar'))).toHaveLength(2);
  const card = popup.getByRole('dialog');
  expect([await card.getAttribute('lang'), await card.getAttribute('dir')]).toEqual(['ar', 'rtl']);
  expect(await popup.locator('[part=title]').innerText()).toMatch(/[\u0600-\u06ff]/);
  expect(await popup.getByRole('textbox').inputValue()).toBe('42');
  await page.keyboard.type('5');
  expect(await popup.getByRole('textbox').inputValue()).toBe('425');
  await page.evaluate(`popup.setLocales(['en'])`);
  expect(await popup.locator('[part=title]').innerText()).toBe('Which size do you usually take?');
});

test.concurrent('on paper it is not there', async () => {
  const { page, popup } = await open();
  await page.emulateMedia({ media: 'print' });
  expect(await popup.evaluate((one) => getComputedStyle(one).display)).toBe('none');
});
