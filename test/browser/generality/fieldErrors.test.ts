import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bundle } from './bundle';
import { type FieldForm, fieldForm } from './fieldForms';

/** Why the reader lets these go, by the way they show. */
const BECAUSE: Readonly<Record<string, string>> = {
  'missed red-only': 'the field has just got the focus: a red border may be the colour the brand focuses with',
  'missed text':
    'a polite sentence in the text colour, in a field that has just got the focus, reads like a hint on focus',
  'missed toast': 'the label is one letter, and not followed by what would make it a word',
  'blamed text': 'a hint that comes after an attempt, with no change of focus, in the very look of the errors',
  'blamed aria': 'a hint that comes after an attempt, with no change of focus, in the very look of the errors',
};

const FORMS = Number(process.env.FORMS ?? 500);
const FIRST = Number(process.env.FIRST ?? 1);
let browser: Browser;
let code: string;

beforeAll(async () => {
  [browser, { code }] = await Promise.all([
    chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--disable-gpu'] }),
    bundle('src/signals/shownErrors.ts', 'Errors'),
  ]);
});
afterAll(() => browser?.close());

interface Played {
  readonly first: string[];
  readonly second: string[];
}

/** In the page: look, try, be answered, look; and try once more with the very same answer. */
const play = async (form: FieldForm): Promise<Played> => {
  const { snapshotErrors, findShownErrors, controlKey } = (
    window as never as { Errors: typeof import('../../../src/signals/shownErrors') }
  ).Errors;
  const put = (html: string) =>
    (document.body as HTMLElement & { setHTMLUnsafe(html: string): void }).setHTMLUnsafe(html);
  const deep = (root: ParentNode, name: string): HTMLElement | null => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.getAttribute('name') === name && !element.shadowRoot) return element;
      if (element.shadowRoot) {
        const found =
          element.getAttribute('name') === name
            ? element.shadowRoot.querySelector('input')
            : deep(element.shadowRoot, name);
        if (found) return found;
      }
    }
    return null;
  };
  /** What a framework does: keeps the elements, changes what differs. */
  const morph = (from: Node, to: Node) => {
    if (from.nodeType === 1) {
      const [a, b] = [from as Element, to as Element];
      for (const { name } of [...a.attributes]) if (!b.hasAttribute(name)) a.removeAttribute(name);
      for (const { name, value } of b.attributes) if (a.getAttribute(name) !== value) a.setAttribute(name, value);
      if (a.shadowRoot && b.shadowRoot) morph(a.shadowRoot, b.shadowRoot);
    } else if (from.nodeType === 3 && from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    const next = [...to.childNodes];
    next.forEach((child, i) => {
      const old = from.childNodes[i];
      if (old && old.nodeName === child.nodeName && (old as Element).id === (child as Element).id) morph(old, child);
      else from.insertBefore(child, old ?? null);
    });
    while (from.childNodes.length > next.length) from.lastChild?.remove();
  };
  const answer = () => {
    if (form.mode === 'replace') return put(form.after);
    const to = document.createElement('body') as HTMLElement & { setHTMLUnsafe(html: string): void };
    to.setHTMLUnsafe(form.after);
    morph(document.body, to);
  };
  const keys = (before: Parameters<typeof findShownErrors>[1]) =>
    findShownErrors(document, before).map(controlKey).sort();
  if (form.mode === 'reload') {
    put(form.after);
    const first = keys(null);
    const before = snapshotErrors(document);
    await new Promise((resolve) => setTimeout(resolve, form.delay));
    put(form.after);
    return { first, second: keys(before) };
  }
  put(form.before);
  deep(document, form.fields[0] as string)?.focus();
  const before = snapshotErrors(document);
  const field = deep(document, form.focus);
  field?.focus();
  await new Promise((resolve) => setTimeout(resolve, form.delay));
  answer();
  deep(document, form.focus)?.focus();
  const first = keys(before);
  const again = snapshotErrors(document);
  if (form.mode === 'replace') put(form.after);
  return { first, second: keys(again) };
};

test(`${FORMS} forms: what is shown as wrong is found, and nothing else`, async () => {
  const forms = Array.from({ length: FORMS }, (_, i) => fieldForm(FIRST + i));
  const pages: Page[] = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const page = await (await browser.newContext()).newPage();
      await page.setContent('<!doctype html><html lang=en><body></body></html>');
      return page;
    }),
  );
  const rates = new Map<string, { wrong: number; found: number; again: number; others: number; blamed: number }>();
  const misses = new Map<string, number>();
  const queue = [...forms];
  await Promise.all(
    pages.map(async (page) => {
      for (let form = queue.shift(); form; form = queue.shift()) {
        // A fresh script for each form: nothing is remembered from one shop to the next.
        await page.evaluate(`delete window.Errors; ${code.replace(/^(var|const|let) /, 'window.')}`);
        const { first, second } = await page.evaluate(play, form);
        const rate = rates.get(form.way) ?? { wrong: 0, found: 0, again: 0, others: 0, blamed: 0 };
        rates.set(form.way, rate);
        rate.wrong += form.wrong.length;
        rate.found += form.wrong.filter((name) => first.includes(name)).length;
        rate.again += form.wrong.filter((name) => second.includes(name)).length;
        rate.others += form.fields.length - form.wrong.length;
        const blamed = [...new Set([...first, ...second])].filter((name) => !form.wrong.includes(name));
        rate.blamed += blamed.length;
        const missed = form.wrong.filter((name) => !first.includes(name) || !second.includes(name));
        for (const [what, list] of [
          ['missed', missed],
          ['blamed', blamed],
        ] as const)
          if (list.length) {
            const key = `${what} ${form.way} / ${form.layout} / ${form.language} / ${form.mode} e.g. seed ${form.seed} ${list} [${form.decoys}]`;
            misses.set(key, list.length);
          }
      }
    }),
  );
  const total = { wrong: 0, found: 0, again: 0, others: 0, blamed: 0 };
  for (const [way, rate] of rates) {
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += rate[key];
    console.log(
      `${way.padEnd(18)} found ${rate.found}/${rate.wrong}, second try ${rate.again}/${rate.wrong}, blamed ${rate.blamed}/${rate.others}`,
    );
  }
  for (const miss of misses.keys()) {
    const because = Object.entries(BECAUSE).find(([start]) => miss.startsWith(start))?.[1] ?? 'not understood';
    console.log(`${miss}: ${because}`);
  }
  console.log(total);
  expect(total.found / total.wrong).toBeGreaterThanOrEqual(0.95);
  expect(total.again / total.wrong).toBeGreaterThanOrEqual(0.95);
  expect(total.blamed / total.others).toBeLessThanOrEqual(0.01);
}, 300_000);
