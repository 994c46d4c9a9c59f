import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../shop';
import { ask, chunksOf, type Metrics, median, metricsOf, type OpenPage, openPage } from './openPage';
import { profile } from './profile';
import { shopPage, TAG } from './shopPage';
import { readTrace, TRACED } from './trace';

/**
 * What each interaction costs in script, with Waver and all it loads for a checkout, against the same page of the same shop with
 * as many empty listeners. Real input, through the browser's own input pipeline; medians of pages that take turns, since
 * whatever else the machine does only adds.
 */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const ROUNDS = 3;

type Play = (opened: OpenPage, times: number) => Promise<void>;

const PLAYS: Record<string, { times: number; play: Play }> = {
  'pointer move': {
    times: 200,
    play: async ({ session }, times) => {
      for (let i = 0; i < times; i++)
        await session.send('Input.dispatchMouseEvent', {
          type: 'mouseMoved',
          x: 100 + ((7 * i) % 800),
          y: 150 + ((3 * i) % 400),
        });
    },
  },
  'key press': {
    times: 120,
    play: async ({ page, session }, times) => {
      await page.evaluate(() => document.getElementById('f-email')?.focus());
      for (let i = 0; i < times; i++) {
        // Written and taken away again, so that all rounds are alike.
        const key =
          i % 2
            ? { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 }
            : { key: 'a', code: 'KeyA', text: 'a' };
        await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
        await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
      }
    },
  },
  scroll: {
    times: 60,
    play: async ({ session }, times) => {
      for (let i = 0; i < times; i++)
        await session.send('Input.dispatchMouseEvent', {
          type: 'mouseWheel',
          x: 500,
          y: 400,
          deltaX: 0,
          deltaY: i % 20 < 10 ? 60 : -60,
        });
    },
  },
  click: {
    times: 40,
    play: async ({ page, session }, times) => {
      const spots = (await page.evaluate(() => {
        document.querySelector('.grid')?.scrollIntoView();
        return [...document.querySelectorAll('[data-action=add]')].slice(0, 5).map((button) => {
          const { x, y } = button.getBoundingClientRect();
          return { x: x + 5, y: y + 5 };
        });
      })) as { x: number; y: number }[];
      for (let i = 0; i < times; i++) {
        const spot = {
          ...(spots[i % spots.length] as { x: number; y: number }),
          button: 'left' as const,
          clickCount: 1,
        };
        await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...spot });
        await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...spot });
        // No shopper clicks faster than ten times a second.
        await page.waitForTimeout(100);
      }
    },
  },
};

/** The listeners Waver has in a checkout once all is loaded, as a script that adds as many empty ones to the same places. */
const emptyListeners = async (): Promise<string> => {
  const opened = await openPage(shop, shopPage({ head: TAG }), { instrumented: true });
  await chunksOf(opened, ['waver', 'reader', 'forms']);
  const listeners = (await ask(opened.page, 'listeners')).map(({ what }) => what);
  await opened.context.close();
  console.log(`listeners of Waver in a checkout: ${listeners.length} (${listeners.join(', ')})`);
  expect(listeners.length).toBeGreaterThan(25);
  const add = (names: readonly string[]) => {
    const targets: Record<string, EventTarget | undefined> = {
      window,
      document,
      Navigation: (window as Window & { navigation?: EventTarget }).navigation,
    };
    for (const name of names) {
      const [target = '', type = ''] = name.split(' ');
      targets[target]?.addEventListener(type, () => {}, { capture: true, passive: true });
    }
  };
  return `<script>(${add})(${JSON.stringify(listeners)})</script>`;
};

const map = (metrics: Metrics, change: (value: number) => number) =>
  Object.fromEntries(Object.entries(metrics).map(([kind, value]) => [kind, change(value)])) as Metrics;
const minus = (a: Metrics, b: Metrics) =>
  Object.fromEntries(Object.entries(a).map(([kind, value]) => [kind, value - b[kind as keyof Metrics]])) as Metrics;

test('an interaction costs at most twice the script of the same page with empty listeners', async () => {
  const heads = { waver: TAG, empty: await emptyListeners(), none: '' };
  type Variant = keyof typeof heads;
  const opened = {} as Record<Variant, OpenPage>;
  for (const [name, head] of Object.entries(heads) as [Variant, string][]) {
    opened[name] = await openPage(shop, shopPage({ head }));
    if (name === 'waver') await chunksOf(opened[name], ['waver', 'reader', 'forms'], 3500);
  }
  /** Milliseconds by play and variant, one per round. */
  const took: Record<string, Record<Variant, Metrics[]>> = {};
  const variants = Object.keys(heads) as Variant[];
  /** What a page does by the clock, with nobody there, is no part of an interaction: per millisecond. */
  const rest = {} as Record<Variant, Metrics>;
  const REST_MS = 6000;
  for (const variant of variants) {
    const { page, session } = opened[variant];
    await page.bringToFront();
    const before = await metricsOf(session);
    await page.waitForTimeout(REST_MS);
    rest[variant] = map(minus(await metricsOf(session), before), (ms) => ms / REST_MS);
  }
  const seconds = variants.map((variant) => `${(1000 * rest[variant].ScriptDuration).toFixed(2)} ms ${variant}`);
  console.log(`script per second at rest: ${seconds.join(', ')}`);
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, { play, times }] of Object.entries(PLAYS))
      for (const variant of variants) {
        const one = opened[variant];
        await one.page.bringToFront();
        await one.page.waitForTimeout(200);
        const before = await metricsOf(one.session);
        const begun = Date.now();
        await play(one, times);
        // So that what the browser puts off to the next frame is counted too.
        await one.page.waitForTimeout(150);
        const spent = Date.now() - begun;
        const cost = minus(
          minus(await metricsOf(one.session), before),
          map(rest[variant], (each) => each * spent),
        );
        took[name] ??= { waver: [], empty: [], none: [] };
        // The first round warms up the engine's compilers.
        if (round) took[name][variant].push(cost);
        // What a click has put off belongs to it, not to the next play.
        if (variant === 'waver' && name === 'click') await one.page.waitForTimeout(3200);
      }
  const ratios: Record<string, number> = {};
  const added: Record<string, number> = {};
  for (const [name, by] of Object.entries(took)) {
    const { times } = PLAYS[name] as { times: number };
    const each = (variant: Variant, kind: keyof Metrics) =>
      (1000 * median(by[variant].map((one) => one[kind]))) / times;
    const [mine, empty, none] = variants.map((variant) => each(variant, 'ScriptDuration')) as [number, number, number];
    ratios[name] = mine / empty;
    added[name] = mine - empty;
    console.log(
      `${name}: script per interaction ${Math.round(mine)} µs with Waver, ${Math.round(empty)} µs with empty listeners, ` +
        `${Math.round(none)} µs without; ratio ${(mine / empty).toFixed(2)}; Waver adds ${Math.round(mine - empty)} µs ` +
        `(whole tasks: ${variants.map((variant) => Math.round(each(variant, 'TaskDuration'))).join(', ')} µs)`,
    );
  }
  for (const { context } of Object.values(opened)) await context.close();
  // A click may be an attempt to send a form: what it puts off, into idle time, is bounded by itself. Its handlers are below.
  const { click = 0, ...others } = added;
  expect.soft(click, 'µs that a click adds, with all it puts off').toBeLessThan(5000);
  for (const name of Object.keys(others)) expect.soft(ratios[name], name).toBeLessThanOrEqual(2);
}, 300_000);

test('where its time goes, by kind of callback', async () => {
  const opened = await openPage(shop, shopPage({ head: TAG }));
  const { page, session, context } = opened;
  await chunksOf(opened, ['waver', 'reader', 'forms'], 3500);
  for (const [name, { play, times }] of Object.entries(PLAYS)) {
    await play(opened, 20);
    await page.waitForTimeout(3500);
    await shop.browser.startTracing(page, { categories: TRACED });
    const begun = Date.now();
    await play(opened, times);
    await page.waitForTimeout(3300);
    const seconds = (Date.now() - begun) / 1000;
    const calls = readTrace(await shop.browser.stopTracing()).calls;
    const sum = (fits: (call: (typeof calls)[number]) => boolean) =>
      Math.round(calls.filter(fits).reduce((all, { us }) => all + us, 0));
    const mine = calls.filter(({ url }) => url.includes('/dist/'));
    const during = [...new Set(mine.map((call) => call.during))];
    const sums = during.map((kind) => {
      const us = sum((call) => call.url.includes('/dist/') && call.during === kind);
      const longest = Math.max(...mine.filter((call) => call.during === kind).map((call) => call.us));
      return `${kind} ${us} µs (longest ${Math.round(longest)})`;
    });
    console.log(`${times} × ${name} in ${seconds.toFixed(1)} s, Waver's calls: ${sums.join('; ')}`);
    const handlers = sum((call) => call.url.includes('/dist/') && /^EventDispatch/.test(call.during));
    expect(handlers / times, `µs in handlers per ${name}`).toBeLessThan(2000);
  }
  const top = await profile(session, async () => {
    for (const { play, times } of Object.values(PLAYS)) await play(opened, times);
    await page.waitForTimeout(3300);
  });
  await context.close();
  console.log(`own time of Waver's functions over all of it:\n${top.join('\n')}`);
});
