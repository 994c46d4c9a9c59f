import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop, type Shopper, servePage, told, until, waver } from './shop';

/** What hands, keys and fingers do in a real browser, and which moments come of it: those that should, and no others. */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const TAG = '<script async src="/dist/waver.js" data-holdout=0 data-consent=granted data-threshold=1';
const CART = `data-waver-cart='{"items":2,"total":30,"currency":"EUR"}'`;
let pages = 0;

/** A page of a shop that tells its cart, with this in it. */
const visit = async (html: string, kind = 'product', options = {}): Promise<Shopper> => {
  const shopper = await shop.shopper(options);
  const path = `/senses-${++pages}`;
  await servePage(
    shopper,
    path,
    `<html lang=en data-waver-page=${kind}><meta name=viewport content="width=device-width">${TAG}></script>
      <style>body { font: 16px sans-serif }</style><main ${CART}>${html}</main>`,
  );
  await shopper.page.goto(path);
  await until(
    () => shopper.page.evaluate('window.waver?.record?.()?.signals.length ?? 0'),
    (n) => Number(n) > 1,
  );
  return shopper;
};
const moments = ({ records }: Shopper) => records.flatMap((r) => (r.type === 'moment' ? [r.kind] : []));
const signals = (page: Page) =>
  page.evaluate('window.waver.record().signals.map(({ type, did }) => did ?? type)') as Promise<string[]>;
const wait = (page: Page, ms: number) => page.waitForTimeout(ms);
const clickFast = async (page: Page, selector: string, times: number, isText = false) => {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`no ${selector}`);
  for (let i = 0; i < times; i++) {
    // The browser counts presses on text, to select by word and by line.
    const clickCount = isText ? (i % 3) + 1 : 1;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount });
    await wait(page, 120);
  }
};

describe.concurrent('clicks', () => {
  test('again and again on a button that does nothing are rage and dead clicks', async () => {
    const shopper = await visit('<button id=x>Add to cart</button>');
    await clickFast(shopper.page, '#x', 4);
    await told(shopper, 'moment', ({ kind }) => kind === 'rage-click');
    await wait(shopper.page, 2800);
    await clickFast(shopper.page, '#x', 1);
    expect(await told(shopper, 'moment', ({ kind }) => kind === 'dead-click')).toMatchObject({ count: 2 });
  });

  test.for([
    [
      'a stepper',
      `<button id=x>+</button> <output>1</output>
       <script>x.onclick = () => { x.nextElementSibling.value++ }</script>`,
    ],
    [
      'a stepper around a number field, whose value is no change of the page',
      `<div><button id=x>+</button><input type=number value=1></div>
       <script>x.onclick = () => { x.nextElementSibling.value++ }</script>`,
    ],
    [
      'a carousel that scrolls',
      `<button id=x>Next</button><div id=row style="width:200px;overflow:auto;white-space:nowrap">
       ${'<img width=190 height=50 alt="">'.repeat(20)}</div>
       <script>x.onclick = () => { row.scrollLeft += 190 }</script>`,
    ],
    [
      'a carousel that moves its slides',
      `<button id=x>Next</button><div id=row>Slides</div>
       <script>let at = 0; x.onclick = () => { row.style.transform = 'translateX(' + --at * 90 + 'px)' }</script>`,
    ],
    ['text, to select it', '<p id=x>Beans that climb to the very top of the pole</p>'],
    [
      'a component that answers inside its shadow root',
      `<x-step id=x></x-step><script>customElements.define('x-step', class extends HTMLElement { connectedCallback() {
         const root = this.attachShadow({ mode: 'open' }); root.innerHTML = '<button>+</button><b>1</b>';
         root.querySelector('button').onclick = () => { root.querySelector('b').textContent++ } } })</script>`,
    ],
  ] as const)('on %s are none', async ([, html]) => {
    const shopper = await visit(html);
    const { page } = shopper;
    await page.mouse.click(5, 400);
    await clickFast(page, '#x', 6, html.startsWith('<p'));
    await page.mouse.dblclick(40, 30);
    await wait(page, 3000);
    expect(moments(shopper)).toEqual([]);
  });

  test('made by a script are none', async () => {
    const shopper = await visit('<button id=x>Add to cart</button>');
    await shopper.page.mouse.click(5, 400);
    await shopper.page.evaluate('for (let i = 0; i < 9; i++) document.querySelector("#x").click()');
    await wait(shopper.page, 3000);
    expect(moments(shopper)).toEqual([]);
  });

  test('that end a drag are none', async () => {
    const shopper = await visit(
      '<div id=x style="width:300px;height:60px;background:#eee" draggable=true>Drag me</div>',
    );
    const { page } = shopper;
    for (let i = 0; i < 4; i++) {
      await page.mouse.move(40, 40);
      await page.mouse.down();
      await page.mouse.move(240, 45, { steps: 4 });
      await page.mouse.up();
    }
    await wait(page, 3000);
    expect(moments(shopper)).toEqual([]);
  });
});

describe.concurrent('fields', () => {
  const FORM = `<form onsubmit="return false"><label>Street <input name=street autocomplete=address-line1></label>
    <label>Discount code <input name=code></label><button>Send</button></form>`;

  test('an empty one held for long is hesitation, a discount code without one a hunt', async () => {
    const shopper = await visit(FORM, 'checkout');
    const { page } = shopper;
    await page.getByLabel('Street').click();
    expect(await told(shopper, 'moment')).toMatchObject({ kind: 'field-hesitation', field: 'street' });
    await page.getByLabel('Discount code').click();
    await told(shopper, 'moment', ({ kind }) => kind === 'coupon-hunt');
  });

  test('one changed for the third time is a refill', async () => {
    const shopper = await visit(FORM, 'checkout');
    const { page } = shopper;
    for (const text of ['1', '2', '3']) {
      await page.getByLabel('Street').click();
      await page.keyboard.type(text);
      await page.getByLabel('Discount code').focus();
    }
    expect(await told(shopper, 'moment', ({ kind }) => kind === 'field-refill')).toMatchObject({
      field: 'street',
      count: 3,
    });
  });

  test('filled by a script, as password managers do, they are neither written nor changed', async () => {
    const shopper = await visit(FORM, 'checkout');
    const { page } = shopper;
    await page.getByLabel('Street').click();
    for (let i = 0; i < 5; i++)
      await page.evaluate(() => {
        const street = document.querySelector('[name=street]') as HTMLInputElement;
        street.value += 'x';
        for (const type of ['input', 'change']) street.dispatchEvent(new Event(type, { bubbles: true }));
      });
    await wait(page, 500);
    expect(moments(shopper)).toEqual([]);
    expect(await signals(page)).not.toContain('change');
  });

  test('written with an input method they are written', async () => {
    const shopper = await visit(FORM, 'checkout');
    const { page, context } = shopper;
    await page.getByLabel('Street').click();
    const session = await context.newCDPSession(page);
    for (const text of ['と', 'とう', '東京'])
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await wait(page, 10_000);
    expect(moments(shopper)).toEqual([]);
    expect(await signals(page)).toContain('edit');
  });

  test('focused by the page itself nobody hesitates in them', async () => {
    const shopper = await visit(FORM.replace('<input name=street', '<input autofocus name=street'), 'checkout');
    await shopper.page.mouse.move(300, 300);
    await wait(shopper.page, 10_500);
    expect(moments(shopper).filter((kind) => kind === 'field-hesitation')).toEqual([]);
  });
});

describe.concurrent('leaving', () => {
  test('copying a price is noticed, copying the address of the shop is not', async () => {
    const shopper = await visit('<h1>Bean seeds</h1><p class=price>4.90 €</p><address>1 Garden Row</address>');
    const { page } = shopper;
    const copy = async (selector: string) => {
      await page.locator(selector).evaluate((el) => getSelection()?.selectAllChildren(el));
      await page.keyboard.press('Control+C');
    };
    await copy('address');
    await wait(page, 800);
    expect(moments(shopper)).toEqual([]);
    await copy('.price');
    await told(shopper, 'moment', ({ kind }) => kind === 'price-copy');
  });

  test('another tab for a while is noticed on the way back; a glance is not, nor the shop’s own tab', async () => {
    const shopper = await visit('<h1>Bean seeds</h1>');
    const { page } = shopper;
    /** Headless pages are all in view at once, so the browser is told. */
    const show = (hidden: boolean) =>
      page.evaluate((now) => {
        for (const [name, value] of [
          ['hidden', now],
          ['visibilityState', now ? 'hidden' : 'visible'],
        ] as const)
          Object.defineProperty(document, name, { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await show(true);
    await wait(page, 2000);
    await show(false);
    await wait(page, 500);
    expect(moments(shopper)).toEqual([]);
    await show(true);
    await wait(page, 11_000);
    await show(false);
    expect(await told(shopper, 'moment')).toMatchObject({ kind: 'tab-away', seconds: 11 });
    // Meanwhile in another tab of this shop.
    await show(true);
    const other = await shopper.open();
    await other.goto(page.url());
    await wait(other, 11_000);
    await other.close();
    await show(false);
    await wait(page, 800);
    expect(moments(shopper)).toEqual(['tab-away']);
  });

  test('a page flung to its top by a finger is an exit; a pinch and reading upwards are not', async () => {
    const shopper = await visit(`<h1>Beans</h1>${'<p>They climb.</p>'.repeat(400)}`, 'cart', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const { page, context } = shopper;
    const session = await context.newCDPSession(page);
    const touch = (type: string, ...ys: number[]) =>
      session.send('Input.dispatchTouchEvent', {
        type: type as 'touchMove',
        touchPoints: ys.map((y, i) => ({ x: 180, y, id: i })),
      });
    /** Each finger from one height to another. */
    const swipe = async (ms: number, ...fingers: [from: number, to: number][]) => {
      await touch('touchStart', ...fingers.map(([from]) => from));
      for (let i = 1; i <= 8; i++) {
        await touch('touchMove', ...fingers.map(([from, to]) => from + ((to - from) * i) / 8));
        await wait(page, ms / 8);
      }
      await touch('touchEnd');
      await wait(page, 700);
    };
    for (let i = 0; i < 6; i++) await swipe(250, [650, 80]);
    expect(await page.evaluate('scrollY')).toBeGreaterThan(2000);
    await wait(page, 10_000);
    await swipe(300, [380, 200], [420, 600]);
    await swipe(300, [200, 380], [600, 420]);
    for (let i = 0; i < 3; i++) await swipe(900, [300, 560]);
    expect(moments(shopper).filter((kind) => kind === 'exit-intent')).toEqual([]);
    // A busy machine moves the finger slower than it should.
    for (let i = 0; i < 8 && !moments(shopper).includes('exit-intent'); i++) {
      await page.evaluate('scrollTo(0, 4000)');
      await wait(page, 300);
      await swipe(40, [60, 730]);
    }
    await told(shopper, 'moment', ({ kind }) => kind === 'exit-intent');
  });
});

test('a checkout that answers slowly is noticed, once', async () => {
  const shopper = await visit(
    '<button id=x>Pay</button><p></p><script>x.onclick = () => { const end = performance.now() + 700; while (performance.now() < end); document.querySelector("p").append("Done") }</script>',
    'checkout',
  );
  await wait(shopper.page, 500);
  for (let i = 0; i < 2; i++) {
    await shopper.page.locator('#x').click();
    await wait(shopper.page, 1000);
  }
  await told(shopper, 'moment', ({ kind }) => kind === 'slow-page');
  expect(moments(shopper)).toEqual(['slow-page']);
});

test('what the shop alone can know it says', async () => {
  const shopper = await visit('<iframe title="Card fields"></iframe>', 'checkout');
  const { page } = shopper;
  await waver(page, (w) => w.signal({ type: 'payment-failed' }));
  await told(shopper, 'moment', ({ kind }) => kind === 'payment-failure');
  for (let i = 0; i < 2; i++) await waver(page, (w) => w.signal({ type: 'field-invalid', field: 'card-number' }));
  expect(await told(shopper, 'moment', ({ kind }) => kind === 'field-error')).toMatchObject({ field: 'card-number' });
});
