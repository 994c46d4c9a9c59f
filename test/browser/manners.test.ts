import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage } from './hostileCss/openStage';
import { closePopup, isModal, type Name, NOW, names, openPopup } from './hostileCss/popups';
import { openShop, read, type Shop, servePage } from './shop';

/** How a popup behaves towards who reads the page: by eye, by ear, by hand, by keyboard, on any screen. */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 664 };
/** Every popup but those the shopper asks for, which are modal. */
const quiet = names.filter((name) => !isModal(name));

/** What of it is seen. */
const FRAME = '[part=teaser],[part=dialog]:not([hidden])';
/** What is seen whole: not the one that was made smaller. */
const whole = names.filter((name) => name !== 'teaser');

const opened = async (name: Name, page: Page) => {
  await openPopup(page, name);
  return page.locator('waver-popup');
};

describe('a popup that nobody asked for', () => {
  test('never takes the focus or a key: every letter typed meanwhile is in the field', async () => {
    const { context, page, wear } = await openStage(shop, { viewport: DESK });
    await wear();
    // Keys are looked at where they arrive last, after everybody else's listeners.
    await page.evaluate(() => {
      const taken: string[] = [];
      Object.assign(window, { taken });
      addEventListener('keydown', (event) => event.defaultPrevented && taken.push(event.key));
      addEventListener('keypress', (event) => event.defaultPrevented && taken.push(event.key));
      addEventListener('beforeinput', (event) => event.defaultPrevented && taken.push('input'));
    });
    const field = page.locator('#zip');
    const text = 'two words, and 1 more';
    for (const name of quiet) {
      await field.fill('');
      await field.focus();
      const typing = page.keyboard.type(text, { delay: 12 });
      await openPopup(page, name);
      await typing;
      // Everything a reader of the page may press. Escape is the field's own.
      for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Shift+End', 'Escape'])
        await page.keyboard.press(key);
      expect([name, await field.inputValue()]).toEqual([name, text]);
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      expect([name, await page.evaluate('taken')]).toEqual([name, []]);
      expect([name, await page.locator('waver-popup').count()]).toEqual([name, 1]);
      await closePopup(page);
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    await context.close();
  });

  test('never takes the scroll: the page stays where it is, and goes on by wheel and key', async () => {
    const { context, page, wear } = await openStage(shop, { viewport: DESK });
    await wear({ css: 'main{min-height:4000px}' });
    const at = () => page.evaluate(() => Math.round(scrollY));
    const scrolled = async (by: () => Promise<void>) => {
      const before = await at();
      await by();
      for (let i = 0; i < 40 && (await at()) === before; i++) await page.waitForTimeout(50);
      await page.waitForTimeout(300);
      return (await at()) - before;
    };
    for (const name of ['delivery-promise', 'offer', 'question', 'notice'] as const) {
      await page.evaluate(() => scrollTo(0, 700));
      await page.mouse.move(300, 300);
      const popup = await opened(name, page);
      expect([name, await at()]).toEqual([name, 700]);
      expect(await scrolled(() => page.keyboard.press('PageDown'))).toBeGreaterThan(300);
      expect(await scrolled(() => page.mouse.wheel(0, -200))).toBe(-200);
      // Over the popup too, which has nothing to scroll itself.
      const { x, y } = (await popup.getByRole('heading').boundingBox()) ?? { x: 0, y: 0 };
      await page.mouse.move(x + 5, y + 5);
      expect([name, await scrolled(() => page.mouse.wheel(0, 200))]).toEqual([name, 200]);
      await closePopup(page);
    }
    await context.close();
  });

  test('is left by Escape, with the focus where it was', async () => {
    const { context, page, wear } = await openStage(shop, { viewport: DESK });
    await wear();
    for (const name of quiet) {
      const popup = await opened(name, page);
      await page.keyboard.press('Escape');
      await popup.waitFor({ state: 'detached' });
      expect(await page.evaluate('stage.ended')).toEqual(['dismissed']);
      // From within: the focus goes back.
      const button = page.getByRole('button', { name: 'Add to cart' });
      await button.focus();
      await opened(name, page);
      await popup.getByRole('button').last().focus();
      await page.keyboard.press('Escape');
      await popup.waitFor({ state: 'detached' });
      expect([name, await button.evaluate((element) => element === document.activeElement)]).toEqual([name, true]);
    }
    await context.close();
  });
});

test('the preference centre takes the focus, keeps it, gives it back; Escape closes it, and the history is as it was', async () => {
  const { context, page, wear } = await openStage(shop, { viewport: DESK });
  await wear();
  const button = page.getByRole('button', { name: 'Add to cart' });
  await button.focus();
  const history = () => page.evaluate(() => [window.history.length, window.history.state, location.href]);
  const before = await history();
  const popup = await opened('preferences', page);
  const inside = () => page.evaluate(() => document.activeElement?.localName);
  expect(await inside()).toBe('waver-popup');
  const seen = new Set<string>();
  for (let i = 0; i < 24; i++) {
    await page.keyboard.press(i % 2 || i > 6 ? 'Tab' : 'Shift+Tab');
    const where = await page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return `${document.activeElement?.localName} ${inner?.getAttribute('aria-label') ?? inner?.textContent}`;
    });
    // Between the last and the first a browser may put its own window, which the page calls its body.
    expect(where).toMatch(/^(waver-popup|body) /);
    seen.add(where);
  }
  expect(seen.size).toBeGreaterThan(5);
  // Nothing behind it can be clicked.
  const box = await button.boundingBox();
  const hit = await page.evaluate(
    ([x = 0, y = 0]) => document.elementFromPoint(x, y)?.localName,
    [(box?.x ?? 0) + 4, (box?.y ?? 0) + 4],
  );
  expect(hit).toBe('waver-popup');
  await page.keyboard.press('Escape');
  await popup.waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await history()).toEqual(before);
  await context.close();
});

describe('to who listens', () => {
  /** All that live regions of the popup have said, and whether each was there before its text. */
  const listen = (page: Page) =>
    page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const LIVE = '[role=status],[role=alert],[role=log],[aria-live]:not([aria-live=off])';
      const watch = (root: ShadowRoot) => {
        for (const region of root.querySelectorAll(LIVE))
          if (region.textContent) said.push(`too early: ${region.textContent}`);
        new MutationObserver((changes) => {
          const regions = changes
            .map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(LIVE))
            .filter((region) => !!region?.textContent);
          for (const region of new Set(regions)) said.push(region?.textContent ?? '');
        }).observe(root, { subtree: true, childList: true, characterData: true });
      };
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof Element && node.shadowRoot && node.localName === 'waver-popup') watch(node.shadowRoot);
      }).observe(document.body, { childList: true });
    });
  const said = (page: Page) => page.evaluate('said') as Promise<string[]>;

  test('each says its title, once and politely', async () => {
    const { context, page, wear } = await openStage(shop, { viewport: DESK });
    await wear();
    await listen(page);
    for (const name of quiet) {
      await page.evaluate('said.length = 0');
      const popup = await opened(name, page);
      await page.waitForTimeout(400);
      const title = await popup.evaluate((host) => host.shadowRoot?.querySelector('h2')?.textContent);
      expect([name, await said(page)]).toEqual([name, [title]]);
      // Nothing that interrupts.
      const loud = await popup.evaluate((host) => host.shadowRoot?.querySelector('[role=alert],[aria-live=assertive]'));
      expect(loud).toBe(null);
      await closePopup(page);
    }
    await context.close();
  });

  test('a timer of twenty minutes speaks three times: when it comes, at five minutes, at one', async () => {
    const { context, page, wear } = await openStage(shop, { viewport: DESK });
    await page.clock.install({ time: NOW });
    await wear();
    await listen(page);
    const endsAt = NOW + 20 * 60_000;
    await openPopup(page, 'offer', { content: { popup: 'offer', kind: 'points', amount: 150, endsAt } });
    const shown: string[] = [];
    for (let second = 0; second < 20 * 60 - 5; second += 5) {
      await page.clock.runFor(5000);
      const timer = await page.evaluate(
        () => document.querySelector('waver-popup')?.shadowRoot?.querySelector('[role=timer]')?.textContent,
      );
      if (timer && shown.at(-1) !== timer) shown.push(timer);
    }
    const heard = await said(page);
    console.log(`twenty minutes of an offer: ${shown.length} times on the screen, aloud: ${heard.join(' | ')}`);
    expect(heard).toHaveLength(3);
    expect(heard[1]).toContain('5 minutes');
    expect(heard[2]).toMatch(/1 minute|60 seconds/);
    // What is seen is not what is heard: each minute, then seconds.
    expect(shown.length).toBeGreaterThan(25);
    await page.clock.runFor(20_000);
    expect(await page.locator('waver-popup').count()).toBe(0);
    expect(await page.evaluate('stage.ended')).toEqual(['expired']);
    await context.close();
  });
});

/** Everything in the popup that can be hit, in the page's own code. What is only read out is left out, its label is hit. */
const CONTROLS = `(() => {
  const host = document.querySelector('waver-popup');
  const found = [...host.shadowRoot.querySelectorAll('button,a[href],input,select,textarea,summary')];
  return [...new Set(found.map((one) => (/^(checkbox|radio|file)$/.test(one.type) ? (one.closest('label') ?? one) : one)))]
    .filter((one) => one.checkVisibility());
})()`;

/** What the way to each control is like: its size, and whether it can be brought into view and hit there. */
const wayTo = (page: Page) =>
  page.evaluate(`${CONTROLS}.map((one) => {
    one.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = one.getBoundingClientRect();
    const root = one.getRootNode();
    const hit = root.elementFromPoint(left + width / 2, top + height / 2);
    return {
      name: one.getAttribute('aria-label') ?? one.textContent,
      width: Math.round(width), height: Math.round(height),
      inside: left >= -.5 && top >= -.5 && left + width <= innerWidth + .5 && top + height <= innerHeight + .5,
      hit: !!hit && (one.contains(hit) || hit.contains(one)) && !hit.matches('[part=dialog],.body,.foot'),
    };
  })`) as Promise<{ name: string; width: number; height: number; inside: boolean; hit: boolean }[]>;

/** Boxes of the popup that scroll sideways, or stick out of the window. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('waver-popup')?.shadowRoot;
    return [...(root?.querySelectorAll<HTMLElement>('[part=dialog],[part=dialog] *') ?? [])]
      .filter((one) => one.checkVisibility() && !one.closest('.sr'))
      .filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth;
        return width > 0 && (scrolls || left < -0.5 || right > innerWidth + 0.5);
      })
      .map((one) => `${one.localName}.${one.className} ${one.textContent?.slice(0, 30)}`);
  });

describe.each([
  ['a desk', DESK],
  ['a phone', PHONE],
  ['200 % zoom', { width: 640, height: 400 }],
  ['400 % zoom', { width: 320, height: 256 }],
] as const)('on %s', (_, viewport) => {
  test('everything in every popup can be reached, is large enough to be hit, and nothing scrolls sideways', async () => {
    const { context, page, wear } = await openStage(shop, { viewport, reducedMotion: 'reduce' });
    await wear();
    const faults: string[] = [];
    for (const name of whole) {
      const fault = (what: string) => faults.push(`${name}: ${what}`);
      const popup = await opened(name, page);
      // The way out is in sight before anything is scrolled.
      const { y = 999, height: tall = 0 } = (await popup.locator('[part=dismiss]').boundingBox()) ?? {};
      if (y < 0 || y + tall > viewport.height + 0.5) fault(`the way out is at ${y}`);
      if (name === 'preferences') await popup.getByText('Tell the shop more').click();
      else await popup.getByRole('button', { name: 'Why am I seeing this?' }).click();
      const ways = await wayTo(page);
      expect(ways.length).toBeGreaterThan(1);
      for (const { name: control, width, height, inside, hit } of ways)
        if (width < 24 || height < 24 || !inside || !hit)
          fault(`“${control}” is ${width}x${height}${inside ? '' : ', outside'}${hit ? '' : ', covered'}`);
      for (const wide of await tooWide(page)) fault(`too wide: ${wide}`);
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        fault('the page scrolls sideways');
      await closePopup(page);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('on phones a popup leaves most of the page to be seen: it covers 40 % at most, with a long list to choose from 60 %', async () => {
  const covered: Record<string, string> = {};
  const tooMuch: string[] = [];
  for (const viewport of [PHONE, { width: 360, height: 640 }, { width: 412, height: 915 }]) {
    const { context, page, wear } = await openStage(shop, {
      viewport,
      isMobile: true,
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    await wear();
    for (const name of quiet) {
      const popup = await opened(name, page);
      const { height = 0 } = (await popup.locator(FRAME).boundingBox()) ?? {};
      const most = /question|alternatives/.test(name) ? 0.6 : 0.4;
      const share = height / viewport.height;
      if (share > most + 0.005) tooMuch.push(`${name} at ${viewport.width}x${viewport.height}: ${share}`);
      covered[name] = `${covered[name] ?? ''} ${Math.round(100 * share)} %`;
      await closePopup(page);
    }
    await context.close();
  }
  console.log('share of a phone that is covered, at 390x664, 360x640 and 412x915:', covered);
  expect(tooMuch).toEqual([]);
});

test('who arrives from a search meets no popup, and not even its code', async () => {
  const shopper = await shop.shopper({ viewport: PHONE, isMobile: true, hasTouch: true });
  const { page, requests } = shopper;
  const html = `<html data-waver-page=product><script async src=/dist/waver.js data-holdout=0 data-threshold=0
    data-points=100 data-points-claim=/claim data-returns-days=30></script><h1>Fern</h1>${'<p>It grows slowly.</p>'.repeat(90)}`;
  await servePage(shopper, '/arrival', html);
  await page.goto('/arrival', { referer: 'https://www.google.com/' });
  await read(page, 10);
  expect(await page.locator('waver-popup').count()).toBe(0);
  expect(requests.filter((path) => /widgets/.test(path))).toEqual([]);
});

test('it turns with a page from right to left', async () => {
  const { context, page, wear } = await openStage(shop, { viewport: DESK });
  await wear({ root: 'dir=rtl' });
  const faults: string[] = [];
  for (const name of names) {
    await openPopup(page, name, {}, { locales: ['ar'] });
    const { left, actions } = await page.evaluate((frame) => {
      const root = document.querySelector('waver-popup')?.shadowRoot;
      const boxes = (selector: string) =>
        [...(root?.querySelectorAll(selector) ?? [])].map((one) => one.getBoundingClientRect().toJSON() as DOMRect);
      return { left: Math.round(boxes(frame)[0]?.left ?? -1), actions: boxes('.foot [part]') };
    }, FRAME);
    // What is in a corner is in the other one.
    if (!/form-help|bar/.test(name) && !isModal(name) && left !== 20) faults.push(`${name} at ${left}`);
    const [first, second] = actions;
    if (first && second && first.top === second.top && first.left < second.left) faults.push(`${name}: left to right`);
    faults.push(...(await tooWide(page)).map((wide) => `${name}: ${wide}`));
    await closePopup(page);
  }
  expect(faults).toEqual([]);
  await context.close();
});

describe('with a soft keyboard', () => {
  const KEYBOARD = 300;
  /** No real one can be had here: the view is lower by as much, and says so as with a real one. */
  const keyboard = async (page: Page, px: number) => {
    await page.evaluate((height) => {
      const view = window.visualViewport as VisualViewport;
      Object.defineProperty(view, 'height', { configurable: true, get: () => innerHeight - height });
      view.dispatchEvent(new Event('resize'));
    }, px);
    await page.waitForTimeout(100);
  };
  const openPhone = async () => {
    const stage = await openStage(shop, { viewport: PHONE, isMobile: true, hasTouch: true, reducedMotion: 'reduce' });
    await stage.wear();
    return stage;
  };
  /** What of it lies below the keyboard's edge or above the window, in words. */
  const hidden = async (page: Page) => {
    const popup = page.locator('waver-popup');
    const frame = popup.locator(FRAME);
    if (!(await frame.isVisible())) return [];
    const { y = 0, height = 0 } = (await frame.boundingBox()) ?? {};
    const over = Math.round(y + height - (PHONE.height - KEYBOARD));
    return over > 0 || y < 0 ? [`from ${y} on, ${over} px of it lie below`] : [];
  };

  test('nothing of it is covered while it is typed into', async () => {
    const { context, page } = await openPhone();
    for (const name of ['question of a number', 'question of a date'] as const) {
      const popup = await opened(name, page);
      await popup.locator('input').focus();
      await keyboard(page, KEYBOARD);
      expect([name, await popup.locator('input').isVisible(), await hidden(page)]).toEqual([name, true, []]);
      await keyboard(page, 0);
      expect(await popup.locator('input').isVisible()).toBe(true);
      await closePopup(page);
    }
    await context.close();
  });

  test('it is out of the way while a field of the page is typed into, and there again afterwards', async () => {
    const { context, page } = await openPhone();
    for (const name of names.filter((one) => one !== 'form-help' && !isModal(one))) {
      const popup = await opened(name, page);
      await page.locator('#zip').focus();
      await keyboard(page, KEYBOARD);
      expect([name, await popup.locator(FRAME).isVisible(), await hidden(page)]).toEqual([name, false, []]);
      await keyboard(page, 0);
      expect([name, await popup.locator(FRAME).isVisible()]).toEqual([name, true]);
      await page.locator('#zip').blur();
      await closePopup(page);
    }
    await context.close();
  });

  test('one that comes while the keyboard is up is not covered by it', async () => {
    const { context, page } = await openPhone();
    await page.locator('#zip').focus();
    await keyboard(page, KEYBOARD);
    for (const name of ['delivery-promise', 'question', 'notice', 'form-help'] as const) {
      await opened(name, page);
      await page.waitForTimeout(100);
      expect([name, await hidden(page)]).toEqual([name, []]);
      await closePopup(page);
    }
    await context.close();
  });
});

test('notches and home bars leave the way out to be hit, where the page goes to the edge of the screen', async () => {
  const insets = { top: 47, left: 47, right: 47, bottom: 34 };
  const faults: string[] = [];
  for (const viewport of [PHONE, { width: 844, height: 390 }]) {
    const { context, page, wear } = await openStage(shop, {
      viewport,
      isMobile: true,
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    await wear();
    const session = await context.newCDPSession(page);
    // Younger than the protocol's types.
    await session.send('Emulation.setSafeAreaInsetsOverride' as never, { insets } as never);
    const seen = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('div'));
      probe.style.height = 'env(safe-area-inset-bottom)';
      const { height } = probe.getBoundingClientRect();
      probe.remove();
      return height;
    });
    expect(seen).toBe(insets.bottom);
    // Held upright a phone has nothing at its sides.
    const side = viewport.width > viewport.height ? insets.left : 0;
    // Help stands beside its field, wherever the page has put that.
    for (const name of whole.filter((one) => one !== 'form-help')) {
      const popup = await opened(name, page);
      const box = await popup.locator('[part=dismiss]').boundingBox();
      if (!box) throw new Error(`no way out of ${name}`);
      const fault = (what: string) => faults.push(`${name} at ${viewport.width}x${viewport.height}: ${what}`);
      if (box.x < side) fault(`${box.x} from the left`);
      if (box.x + box.width > viewport.width - side) fault(`${viewport.width - box.x - box.width} from the right`);
      if (box.y + box.height > viewport.height - insets.bottom)
        fault(`${viewport.height - box.y - box.height} from the bottom`);
      await closePopup(page);
    }
    await context.close();
  }
  expect(faults).toEqual([]);
});

describe('as the shopper wishes', () => {
  test('reduced motion: nothing moves', async () => {
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      const { context, page, wear } = await openStage(shop, { viewport: DESK, reducedMotion });
      await wear();
      // Looked at in the very frame it comes: a little later its motion is over.
      await page.evaluate(() => {
        const moving: number[] = [];
        Object.assign(window, { moving });
        new MutationObserver(() => {
          const root = document.querySelector('waver-popup')?.shadowRoot;
          if (root) requestAnimationFrame(() => moving.push(root.getAnimations().length));
        }).observe(document.body, { childList: true });
      });
      for (const name of names) {
        await openPopup(page, name);
        await page.evaluate(() => new Promise(requestAnimationFrame));
        const moving = (await page.evaluate('moving.splice(0)')) as number[];
        // Where motion is welcome there is some, so that it would be seen here.
        expect([name, moving]).toEqual([name, [reducedMotion === 'reduce' ? 0 : expect.any(Number)]]);
        if (reducedMotion === 'no-preference') expect(moving[0]).toBeGreaterThan(0);
        await closePopup(page);
      }
      await context.close();
    }
  });

  test('on paper there is none', async () => {
    const { context, page, wear } = await openStage(shop, { viewport: DESK });
    await wear();
    for (const name of names) {
      const popup = await opened(name, page);
      expect(await popup.locator(FRAME).isVisible()).toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect([name, await popup.locator(FRAME).isVisible()]).toEqual([name, false]);
      await page.emulateMedia({ media: 'screen' });
      await closePopup(page);
    }
    await context.close();
  });

  test('forced colours: the card and every button have a border that is seen', async () => {
    const { context, page, wear } = await openStage(shop, { viewport: DESK, forcedColors: 'active' });
    await wear();
    for (const name of names) {
      const popup = await opened(name, page);
      const bare = await popup.evaluate((host) =>
        [
          ...(host.shadowRoot?.querySelectorAll(
            '[part=dialog]:not([hidden]),[part=teaser],button:not(.why,.smaller),.pick,.field input',
          ) ?? []),
        ]
          .filter((one) => {
            const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(one);
            return (
              Number.parseFloat(borderTopWidth) < 1 || borderTopStyle === 'none' || borderTopColor === backgroundColor
            );
          })
          .map((one) => one.textContent),
      );
      expect([name, bare]).toEqual([name, []]);
      await closePopup(page);
    }
    await context.close();
  });
});
