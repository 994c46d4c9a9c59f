import { fileURLToPath } from 'node:url';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import type { Page } from 'playwright-core';
import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop, until } from './shop';

/** Sections in a real engine: what is open and in view, in the markup of many kinds of shop. */

const ENTRY = `
import { createGuard } from './src/browser/guard';
import { createListen } from './src/browser/listen';
import { watchSections } from './src/signals/sections';
const words = { shipping: /shipping|delivery|versand|送料/i, returns: /return|widerruf/i, payment: /payment|zahlung/i, 'size-guide': /size guide/i, contact: /^help$/i };
window.errors = [];
const guard = createGuard((error) => window.errors.push(String(error && error.stack)), () => {});
window.sections = watchSections({
  guard,
  listen: createListen(guard),
  topicOf: (text) => Object.keys(words).find((topic) => words[topic].test(text)),
});
window.sections.look();
`;

const TEXT = 'We send every parcel within two working days. Above fifty euros it costs you nothing at all. '.repeat(3);
const P = `<p>${TEXT}</p>`;
const TALL = '<div style="height:3000px">Much else</div>';

let shop: Shop;
let code: string;

beforeAll(async () => {
  shop = await openShop();
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const entry = `${root}sections-entry.ts`;
  const bundle = await rollup({
    input: entry,
    plugins: [
      {
        name: 'entry',
        resolveId: (id: string) => (id === entry ? id : null),
        load: (id: string) => (id === entry ? ENTRY : null),
      },
      typescript({ noEmit: false, declaration: false, include: ['src/**'] }),
      terser({ ecma: 2020 }),
    ],
    onwarn() {},
  });
  code = (await bundle.generate({ format: 'iife', name: 'probe' })).output[0].code;
});
afterAll(() => shop.close());

const open = async (html: string, path = '/page') => {
  const { page } = await shop.shopper({ viewport: { width: 1000, height: 700 } });
  await page.route('**/page*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><meta charset=utf-8>${html}` }),
  );
  await page.goto(path);
  await page.evaluate(code);
  return page;
};
const topics = (page: Page) => page.evaluate('window.sections.topics()') as Promise<string[]>;
const sees = async (page: Page, ...expected: string[]) =>
  expect(
    await until(
      () => topics(page),
      (found) => `${found}` === `${expected}`,
      4500,
    ),
  ).toEqual(expected);
/** Nothing, and not a moment later either. */
const seesNothing = async (page: Page) => {
  for (const ms of [100, 600, 1000, 2000]) {
    await page.waitForTimeout(ms);
    expect(await topics(page)).toEqual([]);
  }
  expect(await page.evaluate('window.errors')).toEqual([]);
};
const done = async (page: Page) => {
  expect(await page.evaluate('window.errors')).toEqual([]);
  await page.context().close();
};

const MODAL_CSS = `<style>.modal{position:fixed;inset:0;z-index:1050;background:#0008;opacity:0;visibility:hidden;pointer-events:none}
.modal.show{opacity:1;visibility:visible;pointer-events:auto}.modal div{background:#fff;margin:80px auto;width:500px}</style>`;

describe('counts while it is open and in view', () => {
  test.concurrent('the accordion of a Dawn product page', async () => {
    const page = await open(`<div class="product__accordion accordion"><details id="Details-collapsible">
      <summary><div class="summary__title"><svg width=10 height=10></svg><h2 class="accordion__title">Shipping &amp; more</h2></div></summary>
      <div class="accordion__content rte">${P}</div></details></div>`);
    await page.waitForTimeout(300);
    expect(await topics(page)).toEqual([]);
    await page.locator('summary').click();
    await sees(page, 'shipping');
    await page.locator('summary').click();
    await sees(page);
    await page.evaluate('document.querySelector("details").open = true');
    await sees(page, 'shipping');
    await done(page);
  });

  test.concurrent('one of a group of exclusive details, and nested ones', async () => {
    const page = await open(`<details name=faq><summary>Shipping</summary>${P}</details>
      <details name=faq><summary>All about coming back</summary>${P}<details><summary>Returns</summary>${P}</details></details>`);
    await page.getByText('Shipping').click();
    await sees(page, 'shipping');
    await page.getByText('All about coming back').click();
    await sees(page);
    await page.getByText('Returns').click();
    await sees(page, 'returns');
    await done(page);
  });

  test.concurrent('the ajax modal of Shopware, with a text that is fetched', async () => {
    const page =
      await open(`${MODAL_CSS}<p>Prices incl. VAT plus <a data-ajax-modal="true" href="/widgets/cms/1" data-url="/widgets/cms/1">shipping costs</a></p>
      <div class="js-pseudo-modal"></div><script>
      document.querySelector('a').onclick = async (event) => {
        event.preventDefault();
        const modal = document.createElement('div');
        modal.className = 'modal show'; modal.tabIndex = -1; modal.setAttribute('aria-modal', 'true'); modal.setAttribute('role', 'dialog');
        modal.innerHTML = '<div class="modal-dialog"><button class="btn-close" aria-label="Close">x</button><div class="modal-body"></div></div>';
        document.querySelector('.js-pseudo-modal').append(modal);
        modal.querySelector('button').onclick = () => modal.remove();
        modal.querySelector('.modal-body').innerHTML = await (await fetch('/page-cms')).text();
      };</script>`);
    await page.route('**/page-cms', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.fulfill({ contentType: 'text/html', body: P });
    });
    await page.locator('a').click();
    await sees(page, 'shipping');
    await page.locator('button').click();
    await sees(page);
    await done(page);
  });

  test.concurrent('tabs and collapse of Bootstrap', async () => {
    const page = await open(`<style>.tab-pane,.collapse:not(.show){display:none}.active{display:block}</style>
      <ul class="nav nav-tabs" role="tablist">
      <li><button class="nav-link active" id="a-tab" data-bs-toggle="tab" data-bs-target="#a" role="tab" aria-controls="a" aria-selected="true">Description</button></li>
      <li><button class="nav-link" id="b-tab" data-bs-toggle="tab" data-bs-target="#b" role="tab" aria-controls="b" aria-selected="false">Shipping</button></li></ul>
      <div class="tab-content"><div class="tab-pane active" id="a" role="tabpanel" aria-labelledby="a-tab">${P}</div>
      <div class="tab-pane" id="b" role="tabpanel" aria-labelledby="b-tab">${P}</div></div>
      <div class="accordion" id="acc"><h2 class="accordion-header"><a role="button" data-toggle="collapse" href="#c">Returns</a></h2>
      <div id="c" class="collapse" data-parent="#acc">${P}</div></div><script>
      for (const tab of document.querySelectorAll('[role=tab]')) tab.onclick = () => {
        for (const other of document.querySelectorAll('[role=tab]')) {
          other.setAttribute('aria-selected', other === tab);
          document.querySelector(other.dataset.bsTarget).classList.toggle('active', other === tab);
        }
      };
      document.querySelector('[data-toggle=collapse]').onclick = (e) => { e.preventDefault(); document.querySelector('#c').classList.toggle('show'); };
      </script>`);
    await page.getByRole('tab', { name: 'Shipping' }).click();
    await sees(page, 'shipping');
    await page.getByRole('tab', { name: 'Description' }).click();
    await sees(page);
    await page.getByText('Returns').click();
    await sees(page, 'returns');
    await page.getByText('Returns').click();
    await sees(page);
    await done(page);
  });

  test.concurrent('dialogs in a portal: Radix, and Headless UI with a box of no size around it', async () => {
    const page = await open(`<div id=app><button>Open</button>${TALL}</div><script>
      const make = (html) => { const portal = document.createElement('div'); portal.innerHTML = html; document.body.append(portal); return portal; };
      const radix = () => make(\`<div data-state=open style="position:fixed;inset:0;background:#0008"></div>
        <div role=dialog id=radix-1 aria-labelledby=radix-2 data-state=open style="position:fixed;left:200px;top:100px;width:500px;background:#fff"><h2 id=radix-2>Shipping policy</h2>${P}</div>\`);
      const headless = () => make(\`<div id=headlessui-portal-root><button aria-hidden=true style="position:fixed;width:1px;height:0"></button>
        <div role=dialog aria-modal=true style="position:relative;z-index:10"><div style="position:fixed;inset:0;background:#0008"></div>
        <div style="position:fixed;inset:0"><h3>Returns</h3>${P}</div></div></div>\`);</script>`);
    await page.evaluate('window.last = radix(); app.setAttribute("aria-hidden", true)');
    await page.mouse.click(5, 690);
    await sees(page, 'shipping');
    await page.evaluate('last.remove(); window.last = headless()');
    await page.mouse.click(5, 690);
    await sees(page, 'returns');
    await page.evaluate('last.remove()');
    await sees(page);
    await done(page);
  });

  test.concurrent('the accordion of a React shop that says nothing of itself', async () => {
    const page =
      await open(`<main><div class="flex"><div class="item border-b"><div class="cursor-pointer flex"><span>Delivery</span><svg width=20 height=20></svg></div></div>
      <div class="item"><div class="cursor-pointer"><span>Material</span></div></div></div></main><script>
      for (const head of document.querySelectorAll('.cursor-pointer')) head.onclick = () => {
        if (head.nextSibling) head.nextSibling.remove();
        else head.insertAdjacentHTML('afterend', '<div class="overflow-hidden">${P}</div>');
      };</script>`);
    await page.getByText('Material').click();
    await page.waitForTimeout(500);
    expect(await topics(page)).toEqual([]);
    await page.locator('svg').click();
    await sees(page, 'shipping');
    await page.waitForTimeout(600);
    await page.getByText('Delivery').click();
    await sees(page);
    await done(page);
  });

  test.concurrent('an Alpine accordion that grows from no height', async () => {
    const page =
      await open(`<div><button type=button>Versand</button><div class=body style="max-height:0;overflow:hidden"><p>${TEXT}</p></div></div><script>
      const body = document.querySelector('.body');
      document.querySelector('button').onclick = () => { body.style.maxHeight = body.style.maxHeight === '0px' ? '500px' : '0px'; };</script>`);
    await page.locator('button').click();
    await sees(page, 'shipping');
    await page.waitForTimeout(600);
    await page.locator('button').click();
    await sees(page);
    await done(page);
  });

  test.concurrent('tabs of plain divs, whose text is put into one place', async () => {
    const page =
      await open(`<section><ul><li><span>Description</span></li><li><span>Shipping</span></li><li><span>Care</span></li></ul>
      <div class=body>${P}</div></section><script>
      for (const tab of document.querySelectorAll('span')) tab.onclick = () => { document.querySelector('.body').innerHTML = '<p>' + tab.textContent + '. ${TEXT}</p>'; };</script>`);
    await page.getByText('Shipping').click();
    await sees(page, 'shipping');
    await page.waitForTimeout(600);
    await page.getByText('Care').first().click();
    await sees(page);
    await done(page);
  });

  test.concurrent('nested open shadow roots, with slotted names and texts', async () => {
    const page = await open(`<shop-app></shop-app><script>
      customElements.define('fold-item', class extends HTMLElement { connectedCallback() {
        const root = this.attachShadow({ mode: 'open' });
        root.innerHTML = '<button aria-expanded=false><slot name=title></slot></button><div hidden><slot></slot></div>';
        root.querySelector('button').onclick = ({ currentTarget }) => { const panel = root.querySelector('div'); panel.hidden = !panel.hidden; currentTarget.setAttribute('aria-expanded', !panel.hidden); };
      } });
      customElements.define('shop-app', class extends HTMLElement { connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML = '<main><fold-item><span slot=title>Shipping</span>${P}</fold-item><details><summary>Returns</summary>${P}</details></main>';
      } });</script>`);
    await page.getByText('Shipping').click();
    await sees(page, 'shipping');
    await page.waitForTimeout(600);
    await page.getByText('Shipping').click();
    await sees(page);
    await page.getByText('Returns').click();
    await sees(page, 'returns');
    await done(page);
  });

  test.concurrent('a native dialog without a heading, and a popover', async () => {
    const page =
      await open(`<button id=one onclick="document.querySelector('dialog').showModal()">Shipping costs</button>
      <dialog>${P}<form method=dialog><button>OK</button></form></dialog>
      <button popovertarget=pop>Returns</button><div id=pop popover>${P}</div>`);
    await page.locator('#one').click();
    await sees(page, 'shipping');
    await page.keyboard.press('Escape');
    await sees(page);
    await page.getByText('Returns').click();
    await sees(page, 'returns');
    await done(page);
  });

  test.concurrent('a plain box over the page, and a drawer at its side', async () => {
    const page =
      await open(`${MODAL_CSS}<style>.drawer{position:fixed;top:0;right:0;width:300px;height:100%;z-index:99;transform:translateX(100%);background:#fff}.drawer.in{transform:none}</style>
      <main><div><p>Go on</p><a id=a href="#">Delivery terms</a></div></main><p><button id=b>Returns</button></p>
      <div class=modal><div>${P}<span class=x>×</span></div></div><aside class=drawer>${P}<span class=x>×</span></aside><script>
      a.onclick = (e) => { e.preventDefault(); document.querySelector('.modal').classList.add('show'); };
      b.onclick = () => document.querySelector('.drawer').classList.add('in');
      for (const x of document.querySelectorAll('.x')) x.onclick = () => { document.querySelector('.show')?.classList.remove('show'); document.querySelector('.in')?.classList.remove('in'); };</script>`);
    await page.locator('#a').click();
    await sees(page, 'shipping');
    await page.locator('.modal .x').click();
    await sees(page);
    await page.waitForTimeout(3500);
    await page.locator('#b').click();
    await sees(page, 'returns');
    await page.locator('.drawer .x').click();
    await sees(page);
    await done(page);
  });

  test.concurrent('what a link on the same page leads to, up to the next heading', async () => {
    const page = await open(`<nav><a href="#ship">Shipping</a> <a href="#%E8%BF%94">Returns</a></nav>${TALL}
      <h2 id=ship>How it comes to you</h2>${P}${P}<h3>Abroad</h3>${P}<h2>Jobs</h2>${TALL}<a id="返"></a><h2>How it goes back</h2>${P}${TALL}`);
    await page.waitForTimeout(200);
    expect(await topics(page)).toEqual([]);
    await page.getByText('Shipping').click();
    await sees(page, 'shipping');
    await page.mouse.wheel(0, 1500);
    await sees(page);
    await page.mouse.wheel(0, -1500);
    await sees(page, 'shipping');
    await page.evaluate('scrollTo(0, 0)');
    await page.getByText('Returns').click();
    await sees(page, 'returns');
    await done(page);
  });

  test.concurrent('the tabs of WooCommerce, and the popup of Dawn', async () => {
    const page =
      await open(`<style>modal-dialog{position:fixed;inset:0;opacity:0;visibility:hidden;z-index:-1}modal-dialog[open]{opacity:1;visibility:visible;z-index:101;background:#fff}</style>
      <ul class="tabs wc-tabs" role=tablist><li class=active role=presentation><a href="#tab-description" role=tab aria-controls=tab-description>Description</a></li>
      <li role=presentation><a href="#tab-ship" role=tab aria-controls=tab-ship>Shipping</a></li></ul>
      <div role=tabpanel id=tab-description>${P}</div><div role=tabpanel id=tab-ship style="display:none">${P}</div>
      <modal-opener data-modal="#Popup-1"><button aria-haspopup=dialog>Return policy</button></modal-opener>
      <modal-dialog id="Popup-1"><div role=dialog aria-label="Pop-up" aria-modal=true><button>x</button>${P}</div></modal-dialog><script>
      const popup = document.querySelector('modal-dialog');
      for (const tab of document.querySelectorAll('[role=tab]')) tab.onclick = (event) => {
        event.preventDefault();
        for (const panel of document.querySelectorAll('[role=tabpanel]')) panel.style.display = '#' + panel.id === tab.getAttribute('href') ? 'block' : 'none';
      };
      document.querySelector('modal-opener').onclick = () => popup.setAttribute('open', '');
      onkeydown = ({ key }) => key === 'Escape' && popup.removeAttribute('open');</script>`);
    await page.getByText('Shipping').click();
    await sees(page, 'shipping');
    await page.getByText('Description').click();
    await sees(page);
    await page.getByText('Return policy').click();
    await sees(page, 'returns');
    await page.keyboard.press('Escape');
    await sees(page);
    await done(page);
  });

  test.concurrent('what the address leads to', async () => {
    const page = await open(`${TALL}<h2 id=x>Shipping</h2>${P}<h2>Returns</h2>${P}${TALL}`, '/page#x');
    await sees(page, 'shipping');
    await done(page);
  });

  test.concurrent('marked ones, seconds counted, out of view and back again, and tall ones', async () => {
    const page = await open(
      `<section data-waver-topic=shipping>${P}</section>${TALL}<section data-waver-topic=returns style="height:4000px">${P}</section>`,
    );
    await sees(page, 'shipping');
    let seconds = 0;
    for (let i = 0; i < 3; i++) {
      await page.waitForTimeout(1000);
      if ((await topics(page)).includes('shipping')) seconds++;
    }
    expect(seconds).toBe(3);
    await page.evaluate('scrollTo(0, 1000)');
    await sees(page);
    await page.evaluate('scrollTo(0, 3400)');
    await sees(page, 'returns');
    await page.evaluate('scrollTo(0, 0)');
    await sees(page, 'shipping');
    await page.evaluate('document.querySelector("section").remove()');
    await sees(page);
    await done(page);
  });
});

describe('does not count', () => {
  test.concurrent('what is only mentioned, closed, or in a menu', async () => {
    const page = await open(`<header><button id=help aria-expanded=false aria-controls=mega>Help</button>
      <div id=mega hidden><ul><li><a href="/s">Shipping policy</a></li><li><a href="/r">Return policy</a></li><li><a href=/p>Payment</a></li></ul></div></header>
      <details><summary>Shipping</summary>${P}</details><h3>Returns</h3>${P}<h3>Payment</h3>${P}
      <div role=tab aria-selected=false aria-controls=t>Payment</div><div id=t hidden>${P}</div>
      <details open><summary>Service: Shipping</summary><ul><li><a href=/s>Shipping costs and times</a></li></ul></details>
      <nav><details open><summary>Shipping</summary>${P}</details></nav>
      <footer><a href="/shipping">Shipping</a></footer><script>
      help.onclick = () => { mega.hidden = false; help.setAttribute('aria-expanded', true); };</script>`);
    await page.locator('#help').click();
    await seesNothing(page);
    await page.getByText('Returns').click();
    await seesNothing(page);
    await done(page);
  });

  test.concurrent('the cart drawer and the cookie dialog', async () => {
    const page = await open(`<button id=cart>Cart, free shipping</button><script>
      cart.onclick = () => document.body.insertAdjacentHTML('beforeend', \`<div role=dialog aria-label="Shopping cart" style="position:fixed;top:0;right:0;width:400px;height:100%;background:#fff">
        <h2>Free shipping from 50</h2><p>Shipping: calculated at checkout</p>${P}<a href="/checkout">Check out</a></div>
        <div role=dialog aria-label="We use cookies" class="cookie-banner" style="position:fixed;bottom:0;left:0;right:500px;height:300px;background:#fff"><h2>Cookies</h2>${P}</div>\`);</script>`);
    await page.locator('#cart').click();
    await seesNothing(page);
    await done(page);
  });

  test.concurrent('a link that opens another tab beside a bar that was there before', async () => {
    const page = await open(`<div style="position:fixed;bottom:0;left:0;right:0;height:90px;background:#ddd">${P}</div>
      <div><p><a href="/page2" target=_blank>Shipping</a></p><div class=description>${P}</div></div>`);
    await page.locator('a').click();
    await page.bringToFront();
    await seesNothing(page);
    await done(page);
  });

  test.concurrent('the delivery step of a checkout', async () => {
    const page = await open(`<form><details open><summary>Delivery</summary><input name=street>${P}</details>
      <h2 class=step-title>Shipping method</h2><div class=content hidden>${P}<label><input type=radio name=m> Standard</label></div>
      <input name=a><input name=b></form><script>
      document.querySelector('h2').onclick = () => { document.querySelector('.content').hidden = false; };</script>`);
    await page.locator('h2').click();
    await seesNothing(page);
    await done(page);
  });

  test.concurrent('what is under a dialog, clipped away, ignored, or Waver’s own', async () => {
    const page = await open(`<div inert><section data-waver-topic=shipping>${P}</section></div>
      <div style="height:0;overflow:hidden"><section data-waver-topic=returns>${P}</section></div>
      <div data-waver-ignore><details open><summary>Shipping</summary>${P}</details></div>
      <section data-waver-topic=weather>${P}</section>
      <div role=dialog style="position:fixed;inset:0;opacity:0;pointer-events:none"><h2>Payment</h2>${P}</div>
      <div role=dialog style="position:fixed;inset:0;visibility:hidden"><h2>Payment</h2>${P}</div>
      <waver-popup></waver-popup><script>
      document.querySelector('waver-popup').attachShadow({ mode: 'open' }).innerHTML = '<div role=dialog aria-label=Delivery>${P}</div>';</script>`);
    await seesNothing(page);
    await done(page);
  });
});

test('a search of a large page is no long task', async () => {
  const page = await open(
    `<main>${`<div class=card><a href="/p"><h3>Bean</h3></a><span>1</span><button>Add</button></div>`.repeat(1000)}</main>`,
  );
  const times = (await page.evaluate(`Array.from({ length: 20 }, () => {
    const from = performance.now(); window.sections.look(); const middle = performance.now(); window.sections.topics();
    return [middle - from, performance.now() - middle];
  })`)) as [number, number][];
  const median = (i: 0 | 1) => times.map((pair) => pair[i]).sort((a, b) => a - b)[10] ?? 99;
  expect(median(0)).toBeLessThan(8);
  expect(median(1)).toBeLessThan(0.5);
  await done(page);
});
