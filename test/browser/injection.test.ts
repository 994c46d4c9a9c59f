import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Waver } from '../../src/types';
import { openShop, type Shop, told, until, waver } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** What somebody may write into an answer, a wording, a configuration or a page's own data. */
const HOSTILE: readonly string[] = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 1">',
  '"><svg onload=window.hacked=1>',
  '</style><iframe srcdoc="<script>parent.hacked=1</script>">',
  'javascript:window.hacked=1',
  '{preferences.size} {constructor.constructor("window.hacked=1")()} \u0024{window.hacked=1}',
  '{{7*7}} {n} {when}',
  '\u202Eevil\u202C right to left',
  '\uD800 half a character \uDC00',
  '&lt;b&gt; &#x3C;b&#x3E;',
  '__proto__',
  'constructor',
  'x'.repeat(1_000_000),
];

const words = (text: string) => ({
  en: { ask: text, benefit: text, options: { one: text, two: text }, least: text, most: text },
});
const QUESTIONS = HOSTILE.map((text, i) => ({
  key: `hostile-${i}`,
  kind: 'one',
  // Every third brings a picture from there too: such a question is refused.
  options: [i % 3 ? { value: 'one' } : { value: 'one', picture: text }, { value: 'two' }],
  purpose: 'test',
  keepDays: 1,
  words: words(text.slice(0, 150)),
}));

/** Everything Waver has put on the page: text, and what is no plain element of its own. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('waver-popup') ?? {};
    const odd = [...(shadowRoot?.querySelectorAll('script,iframe,svg,object,embed,[onerror],[onload]') ?? [])];
    const sources = [...(shadowRoot?.querySelectorAll('[src],[href]') ?? [])].map(
      (one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '',
    );
    return {
      text: shadowRoot?.textContent ?? '',
      odd: odd.map((one) => one.outerHTML.slice(0, 80)),
      sources: sources.filter((source) => !/^(https:|\/(?!\/)|data:application\/json,)/.test(source)),
      hacked: 'hacked' in window,
      polluted: 'polluted' in {},
    };
  });

test('under Trusted Types hostile answers, wordings, files and page data are text or refused, never run', async () => {
  const shopper = await shop.shopper({ locale: 'en-GB' });
  const { page, errors } = shopper;
  await shopper.context.addInitScript((questions) => {
    (window as unknown as { waverOptions: object }).waverOptions = { questions };
  }, QUESTIONS);
  // The page's own data, as its author would have written it.
  const [script = ''] = HOSTILE;
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'OfferShippingDetails',
    shippingLabel: script,
    deliveryTime: { '@type': 'ShippingDeliveryTime', transitTime: { minValue: script, maxValue: script } },
  })
    .replace('"shippingLabel"', '"__proto__":{"polluted":1},"shippingLabel"')
    .replaceAll('<', '\\u003c');
  await shopper.context.route('**/strict/product/bean', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace('</head>', `<script type="application/ld+json">${data}</script></head>`);
    expect(body).not.toBe(html);
    await route.fulfill({ response, body });
  });
  await page.goto('/strict/product/bean');
  await told(shopper, 'ready');

  // Answers: in code, and from a file.
  const bearable = HOSTILE.filter((text) => text.length < 1000);
  const file = JSON.stringify(
    bearable.map((text, i) => ({
      key: i % 2 ? `free-${i}` : text.slice(0, 60),
      value: text,
      question: text.slice(0, 300),
      wording: text.slice(0, 300),
      benefit: text.slice(0, 300),
      locale: 'en',
      purpose: 'test',
      givenAt: Date.now(),
      expiresAt: Date.now() + 864e5,
      consent: 'granted',
      sharedWith: [text.slice(0, 100)],
      history: [],
    })),
  ).replace('"key"', '"__proto__":{"polluted":1},"key"');
  const came = await waver(page, (w, text) => w.preferences.import(`${text}`), file);
  // One file with a megabyte in it is refused as a whole.
  const large = `["${HOSTILE.at(-1)}"]`;
  expect(await waver(page, (w, text) => w.preferences.import(`${text}`), large)).toMatchObject({ taken: 0 });
  expect(came.taken).toBeGreaterThan(2);
  expect(came.refused.length).toBeGreaterThan(2);
  for (const [i, text] of HOSTILE.entries())
    await page.evaluate(
      ([key, value]) => (window as unknown as { waver: Waver }).waver.preferences.set(key as string, value as string),
      [`said-${i}`, text],
    );
  await waver(page, (w) => w.preferences.open());
  await page.locator('waver-popup').getByRole('dialog').waitFor();
  const centre = await until(
    () => drawn(page),
    ({ text }) => text.includes(HOSTILE[0] as string),
  );
  expect(centre).toMatchObject({ odd: [], sources: [], hacked: false, polluted: false });
  // The text itself, as text; what turns its direction or is half a character is gone.
  expect(centre.text).toContain(HOSTILE[1]);
  const [answers] = centre.text.split('Tell the shop more');
  expect(answers).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\p{Cs}|\ufffd/u);
  expect(centre.text.length).toBeLessThan(60_000);
  await page.keyboard.press('Escape');

  // Wordings of the shop's own questions.
  let asked = 0;
  for (const { key, words: w } of QUESTIONS) {
    await page.evaluate((name) => (window as unknown as { waver: Waver }).waver.preferences.ask(name), key);
    const title = page.locator(`waver-popup[data-campaign=question-${key}]`).getByRole('heading');
    const isThere = await title.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false,
    );
    if (!isThere) continue;
    asked++;
    const popup = await drawn(page);
    expect(popup).toMatchObject({ odd: [], sources: [], hacked: false, polluted: false });
    // Braces are no template here: what the shop wrote stands there as it was written.
    if (/^[<{]/.test(w.en.ask)) expect(popup.text).toContain(w.en.ask);
    await waver(page, (w2) => w2.hide());
  }
  console.log(`${asked} of ${QUESTIONS.length} hostile questions were asked, the others refused`);
  expect(asked).toBeGreaterThan(0);
  expect(await (await page.request.get('/csp-report')).json()).toEqual({ count: 0, reports: [] });
  expect(errors).toEqual([]);
}, 120_000);
