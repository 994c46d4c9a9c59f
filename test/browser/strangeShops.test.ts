import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cart, PageKind, Signal, Tape } from '../../src/types';
import { openShop, read, readUntil, type Shop, told, until } from './shop';
import { strangeShops } from './strangeShops';
import { CANARY, openStrangeShop, type StrangeShop } from './strangeShops/strangeShop';

/**
 * Whole little shops that tell a script nothing: no data layer, no JSON-LD, no storage, no shop system. What is known of
 * them is what shoppers see. In each a believable shopper, asserted by what Waver told.
 */

/** The promise is three seconds after the page or the click; a machine that runs several browsers gets one more. */
const SOON_MS = 4000;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const tapeOf = (page: Page) => page.evaluate('window.waver?.record?.() ?? null') as Promise<Tape | null>;
/** What is known of the cart now. One that is less likely than not counts as unknown. */
const cartOf = (tape: Tape | null): number | null => {
  const carts: (Cart | null | undefined)[] = tape ? [tape.start.cart] : [];
  for (const signal of tape?.signals ?? []) {
    if (signal.type === 'cart') carts.push(signal.cart);
    if (signal.type === 'shared' && signal.visit) carts.push(signal.visit.cart);
  }
  const cart = carts.pop();
  return cart && (cart.confidence ?? 1) >= 0.5 ? cart.count : null;
};
const kindOf = (tape: Tape | null): PageKind | undefined =>
  [...(tape?.signals ?? [])].reverse().find((signal): signal is Signal & { type: 'page' } => signal.type === 'page')
    ?.kind;

/** Opens the shop at its product, as from a search engine. */
const enter = async (strange: StrangeShop) => {
  const own = await openStrangeShop(strange);
  const shopper = await shop.shopper({ baseURL: own.url, viewport: { width: 1000, height: 700 } });
  const { context, page } = shopper;
  const sent: string[] = [];
  context.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  const hand = async (code: string) => {
    const target = page.locator(`[data-t=${code}]`).filter({ visible: true }).first();
    await target.click();
  };
  const goto = async (path: string) => {
    await page.goto(path);
    await until(
      () => tapeOf(page),
      (tape) => !!tape?.signals.length,
    );
  };
  const count = (wanted: number) =>
    until(
      async () => cartOf(await tapeOf(page)),
      (n) => n === wanted,
      SOON_MS,
    ).catch((error) => {
      throw new Error(`the cart should hold ${wanted}: ${error.message}`);
    });
  const kind = (wanted: PageKind) =>
    until(
      async () => kindOf(await tapeOf(page)),
      (is) => is === wanted,
      SOON_MS,
    ).catch((error) => {
      throw new Error(`the page should be ${wanted}: ${error.message}`);
    });
  const moments = () => shopper.records.flatMap((record) => (record.type === 'moment' ? [record] : []));
  const end = async () => {
    expect(shopper.errors).toEqual([]);
    expect(JSON.stringify(shopper.records)).not.toContain(CANARY);
    expect(JSON.stringify(await tapeOf(page))).not.toContain(CANARY);
    // The shop's own form says what is in it to the shop; nobody else does.
    const others = sent.filter((line) => /\/dist\/|GET /.test(line) || !line.startsWith(own.url));
    expect(others.join('\n')).not.toContain(CANARY);
    await context.close();
    own.close();
  };
  await goto(strange.product);
  return { shopper, page, hand, goto, count, kind, moments, end };
};

const type = async (page: Page, code: string, text: string) => {
  // A component is written in through the field inside it.
  const target = page.locator(`[data-t=${code}]`).filter({ visible: true }).first();
  const inner = target.locator('input');
  const input = (await inner.count()) ? inner : target;
  await input.click();
  await input.fill('');
  await page.keyboard.type(text);
};

const seconds = (page: Page, n: number) => page.waitForTimeout(n * 1000);

describe.concurrent.each(strangeShops.map((one) => [one.name, one] as const))('%s', (_, strange) => {
  const terms = async ({ hand, page }: Awaited<ReturnType<typeof enter>>) => {
    if (strange.terms.from === 'cart') {
      await hand('c');
      await seconds(page, 1.5);
    }
    await hand('t');
  };

  test.concurrent('a calm shopper browses, adds, and goes to the cart: the count is right, and nothing is noticed', async () => {
    const visit = await enter(strange);
    const { shopper, page, hand, count, kind, moments, end } = visit;
    await seconds(page, 2);
    expect(cartOf(await tapeOf(page)) ?? 0).toBe(0);
    await page.locator('[data-t=d]').dblclick();
    for (let i = 0; i < 5; i++) {
      await hand('n');
      await page.waitForTimeout(200);
    }
    for (const code of ['p', 'p', 'm', 'm']) {
      await hand(code);
      await page.waitForTimeout(250);
    }
    await read(page, 4);
    await hand('a');
    await count(strange.counted ?? 1);
    await seconds(page, 3);
    await hand('c');
    await kind('cart');
    await count(strange.counted ?? 1);
    await read(page, 4);
    expect(moments()).toEqual([]);
    await hand('r');
    await count(0);
    await seconds(page, 3);
    expect(moments()).toEqual([]);
    await end();
    expect(shopper.records.filter((record) => record.type === 'purchase')).toEqual([]);
  });

  test.concurrent('the terms read with something in the cart are noticed', async () => {
    const visit = await enter(strange);
    const { shopper, page, hand, count, end } = visit;
    await hand('a');
    await count(strange.counted ?? 1);
    await terms(visit);
    await readUntil(shopper, page, 'policy-dwell');
    expect(await told(shopper, 'moment', ({ kind }) => kind === 'policy-dwell')).toMatchObject({
      topic: strange.terms.topic,
    });
    await end();
  });

  test.concurrent('the terms read with an empty cart are not', async () => {
    const visit = await enter(strange);
    const { page, moments, end } = visit;
    await terms(visit);
    await read(page, 18);
    expect(moments().filter(({ kind }) => kind === 'policy-dwell')).toEqual([]);
    await end();
  });

  test.concurrent('a field refused twice is an error, one refusal is none, and the order is told once', async () => {
    const visit = await enter(strange);
    const { shopper, page, hand, count, kind, moments, end } = visit;
    await hand('a');
    await count(strange.counted ?? 1);
    await hand('c');
    await kind('cart');
    await hand('k');
    await kind('checkout');
    const fill = async (value: string) => {
      for (let i = 2; i <= strange.others + 1; i++) await type(page, `f${i}`, CANARY);
      await type(page, 'f1', value);
    };
    const errors = () => moments().filter((moment) => moment.kind === 'field-error');
    await fill(CANARY);
    await hand('s');
    await seconds(page, 4.5);
    expect(errors()).toEqual([]);
    await fill(`${CANARY}2`);
    await hand('s');
    await seconds(page, 4.5);
    expect(errors()).toMatchObject([{ field: strange.field, count: 2 }]);
    // Help has come, and stands in the way of the other fields.
    await page.evaluate('window.waver.hide()');
    await fill('10115');
    await hand('s');
    if (strange.declines) {
      await told(shopper, 'moment', (moment) => moment.kind === 'payment-failure');
      await hand('s');
    }
    if (
      await page
        .locator('[data-t=y]')
        .or(page.getByText(strange.order))
        .first()
        .waitFor()
        .then(() => page.locator('[data-t=y]').count())
    )
      await hand('y');
    await kind('thank-you');
    expect(await told(shopper, 'purchase')).toMatchObject({ order: strange.order });
    expect(errors()).toHaveLength(1);
    await page.reload();
    await kind('thank-you');
    await seconds(page, 4);
    expect(shopper.records.filter((record) => record.type === 'purchase')).toHaveLength(1);
    await end();
  });
});
