import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { bundle } from './generality/bundle';

/** What only styles say, in a real engine. */
let browser: Browser;
let page: Page;
let code: string;

beforeAll(async () => {
  let brotli: number;
  [browser, { code, brotli }] = await Promise.all([
    chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--disable-gpu'] }),
    bundle('src/signals/shownErrors.ts', 'Errors'),
  ]);
  console.log(`shownErrors: ${brotli} bytes of brotli`);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());

const open = async (html: string) => {
  await page.setContent(`<!doctype html><style>${STYLE}</style>${html}`);
  await page.addScriptTag({ content: `${code};window.Errors=Errors` });
};
const look = () => page.evaluate('void (window.before = Errors.snapshotErrors(document))');
const found = (fresh = false): Promise<string[]> =>
  page.evaluate(`Errors.findShownErrors(document, ${fresh ? null : 'window.before'}).map(Errors.controlKey).sort()`);
const change = (script: string) => page.evaluate(`void (() => { ${script} })()`);

const STYLE = `
  input { border: 1px solid #888 }
  .bad::after { content: attr(data-say); display: block }
  .bad-icon::before { content: '\\f071' }
  .req::after { content: '*'; color: red }
  .why::after { content: 'Please enter your ZIP code' }
  .ok::after { content: '✓ Looks good' }
  .r input { border-color: #d32f2f } .r label { color: oklch(0.577 0.245 27.325) }
  .g { color: #15803d }
  .folded { display: grid; grid-template-rows: 0fr } .folded > div { overflow: hidden; min-height: 0 }
  input:user-invalid { border-color: #c00 }
  input:focus { border-color: #e60023 }`;
const FORM = `<form novalidate onsubmit="return false"><div id="w"><label for="zip">ZIP code</label><input id="zip" name="zip"><p id="m"></p></div>
  <div><label class="req" for="city">City</label><input id="city" name="city"></div><button>OK</button></form>`;

describe('shown by style alone', () => {
  test.each([
    ['text in ::after of the wrapper', "w.className = 'bad'; w.dataset.say = 'Please enter your ZIP code'"],
    ['text in ::after of an empty sibling', "m.className = 'why'"],
    ['a red border and label', "w.className = 'r'"],
    ['a red text without words we know', "m.textContent = 'Vyplňte PSČ'; m.style.color = '#c00'"],
    ['a text that fades in', "m.textContent = 'ZIP code is required'"],
  ])('%s', async (_, script) => {
    await open(FORM);
    await look();
    await change(script);
    expect(await found()).toEqual(['zip']);
  });

  test.each([
    ['an asterisk', "w.className = 'req'"],
    ['an icon', "w.className = 'bad-icon'"],
    ['a tick', "m.className = 'ok'"],
    ['a green text', "m.textContent = 'No need to change anything'; m.className = 'g'"],
    ['a text nobody sees', "m.textContent = 'Please enter your ZIP code'; m.style.visibility = 'hidden'"],
    [
      'a transparent text',
      "m.textContent = 'Please enter your ZIP code'; m.parentNode.style.opacity = 0; w.after(m)".replace(
        'w.after(m)',
        '',
      ),
    ],
    ['the focus', 'zip.focus()'],
  ])('not %s', async (_, script) => {
    await open(FORM);
    await look();
    await change(script);
    expect(await found()).toEqual([]);
  });

  test('a text that unfolds', async () => {
    await open(
      FORM.replace('<p id="m"></p>', '<div id="f" class="folded"><div><p>Enter a valid ZIP code</p></div></div>'),
    );
    expect(await found(true)).toEqual([]);
    await look();
    expect(await found()).toEqual([]);
    await change("f.className = ''");
    expect(await found()).toEqual(['zip']);
  });

  test('a hint that comes with the focus is none; one that was there at the look stays none', async () => {
    await open(FORM.replace('<p id="m"></p>', '<p id="m" style="display:none">You must not use spaces</p>'));
    await change("zip.onfocus = () => { m.style.display = 'block' }; zip.onblur = () => { m.style.display = 'none' }");
    await look();
    await page.focus('#zip');
    expect(await found()).toEqual([]);
    await look();
    await page.keyboard.press('Enter');
    expect(await found()).toEqual([]);
  });

  test(':user-invalid is seen by its colour, and untouched required fields are not', async () => {
    await open(FORM.replace(/name="(zip|city)"/g, 'name="$1" required pattern="[0-9]{5}"'));
    await look();
    expect(await found()).toEqual([]);
    await page.focus('#zip');
    await page.keyboard.type('x');
    await page.focus('button');
    expect(await found()).toEqual(['zip']);
  });

  test('fields and texts of a step that is not shown', async () => {
    await open(
      `${FORM}<div style="display:none"><label>Old <input name="old" class="is-invalid"></label><p class="error">Old is required</p></div>`,
    );
    expect(await found(true)).toEqual([]);
  });
});

test('no value is read, nor what the browser says about it', async () => {
  await open(FORM.replace('<p id="m"></p>', '<textarea name="note">secret</textarea><p id="m"></p>'));
  await change(`
    window.reads = 0;
    for (const [type, name] of [[HTMLInputElement, 'value'], [HTMLInputElement, 'validationMessage'], [HTMLTextAreaElement, 'value'], [HTMLSelectElement, 'value']])
      Object.defineProperty(type.prototype, name, { get() { window.reads++; return 'read' } });
    const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent');
    Object.defineProperty(HTMLTextAreaElement.prototype, 'textContent', { get() { window.reads++; return get.call(this) } });`);
  await look();
  await change("m.textContent = 'ZIP code is required'; document.forms[0].after('Note: ZIP code is wrong')");
  expect(await found()).toEqual(['zip']);
  expect(await found(true)).toEqual([]);
  expect(await page.evaluate('JSON.stringify([...window.before])')).not.toContain('secret');
  expect(await page.evaluate('window.reads')).toBe(0);
});

test('a page of 200 fields and 5,000 elements is looked at in a frame', async () => {
  const rows = Array.from(
    { length: 200 },
    (_, i) =>
      `<div class="mb-3 field"><label class="form-label" for="f${i}">Field ${i}</label><div class="control"><input class="form-control input-text" id="f${i}" name="f${i}"></div><small class="hint">Please enter ${i}</small></div>`,
  ).join('');
  const cards = Array.from(
    { length: 800 },
    (_, i) => `<div class="card"><a href="#"><b>Thing ${i}</b></a><p>No longer needed <i>${i}</i></p></div>`,
  ).join('');
  await open(`<main>${cards}</main><form>${rows}</form>`);
  const [elements, snapshot, find] = (await page.evaluate(`(() => {
    const median = (work) => {
      const times = [];
      for (let i = 0; i < 15; i++) {
        document.body.append(document.createElement('p'));
        document.body.offsetHeight;
        const start = performance.now();
        work();
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[7];
    };
    const before = Errors.snapshotErrors(document);
    return [
      document.querySelectorAll('*').length,
      median(() => Errors.snapshotErrors(document)),
      median(() => Errors.findShownErrors(document, before)),
    ];
  })()`)) as number[];
  console.log(`${elements} elements: snapshot ${snapshot?.toFixed(1)} ms, find ${find?.toFixed(1)} ms`);
  expect(elements).toBeGreaterThan(5000);
  expect(snapshot).toBeLessThan(60);
});
