import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Offer } from '../../src/types';
import { fillCart, openShop, readStore, type Shop, type Shopper, servePage, told, until, waver } from './shop';

const MINUTE = 60_000;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const popup = (page: Page, campaign = 'limited-points') => page.locator(`waver-popup[data-campaign=${campaign}]`);
const words = (page: Page, part: string) => popup(page).locator(`[part=${part}]`).innerText();
const kept = async (page: Page): Promise<Offer | undefined> => {
  const { attention } = ((await readStore(page)) ?? {}) as { attention?: { offers: Record<string, Offer> } };
  return attention?.offers['limited-points'];
};
/** Once the tag is there. */
const show = async (page: Page) => {
  await until(
    () => page.evaluate('!!window.waver?.version'),
    (isThere) => !!isThere,
  );
  await waver(page, (w) => w.show('limited-points'));
};
const offered = async (page: Page): Promise<Offer> => {
  await show(page);
  await popup(page).waitFor();
  return (await kept(page)) as Offer;
};
/** What is promised, without what changes at each look. */
const promise = ({ id, points, endsAt, startsAt }: Offer) => ({ id, points, endsAt, startsAt });

/** All clocks of a context's pages, moved by what stands in its storage under `moved`, from the next load on. */
const moveClock = (context: BrowserContext, from = 0) =>
  context.addInitScript((first) => {
    const Real = Date;
    const now = () => Real.now() + Number(localStorage.getItem('moved') ?? first);
    window.Date = class extends Real {
      constructor(...given: unknown[]) {
        super(...((given.length ? given : [now()]) as [number]));
      }
      static override now = now;
    } as DateConstructor;
  }, from);
const setClock = async (page: Page, ms: number) => {
  await page.evaluate((by) => localStorage.setItem('moved', `${by}`), ms);
  await page.reload();
};
const shopper = async (): Promise<Shopper> => {
  const one = await shop.shopper();
  await fillCart(one.page);
  return one;
};
/** What was decided about it now. */
const holdOf = async (one: Shopper) => {
  const since = one.records.length;
  await show(one.page);
  return until(
    async () => one.records.slice(since).find((r) => r.type === 'decision' && r.campaign === 'limited-points'),
    (decision) => !!decision,
  );
};

describe('the deadline', () => {
  test.concurrent('is the same after a reload and in a second tab, to the second', async () => {
    const one = await shopper();
    const first = await offered(one.page);
    expect(Number(first.endsAt) - Number(first.startsAt)).toBe(20 * MINUTE);
    expect(await words(one.page, 'timer')).toBe('20 minutes left');
    const sentence = (await words(one.page, 'body')).split('.')[0];
    // Shortly before midnight it ends tomorrow, by its weekday.
    expect(sentence).toMatch(/^The shop can reserve this for you until ([A-Z][a-z]+day at )?\d/);

    await one.page.reload();
    expect(promise(await offered(one.page))).toEqual(promise(first));
    expect((await words(one.page, 'body')).split('.')[0]).toBe(sentence);

    const second = await one.open();
    await second.goto('/cart');
    expect(promise(await offered(second))).toEqual(promise(first));
    expect((await words(second, 'body')).split('.')[0]).toBe(sentence);
  });

  test.concurrent('is the same after the browser was closed and opened again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waver-offers-'));
    const start = () =>
      chromium.launchPersistentContext(folder, {
        executablePath: inject('chromium'),
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
        baseURL: shop.url,
      });
    let context = await start();
    try {
      let page = await context.newPage();
      await fillCart(page);
      const first = await offered(page);
      await context.close();
      context = await start();
      page = await context.newPage();
      await page.goto('/cart');
      expect(promise(await offered(page))).toEqual(promise(first));
    } finally {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test.concurrent('is not moved by the clock: forward it looks over, back it is not believed, right it is as before', async () => {
    const one = await shop.shopper();
    await moveClock(one.context);
    const { page } = one;
    await fillCart(page);
    const first = await offered(page);

    await setClock(page, 25 * MINUTE);
    expect(await holdOf(one)).toMatchObject({ show: false, hold: 'no-facts' });
    await setClock(page, 0);
    for (let i = 0; i < 2; i++) {
      await page.reload();
      expect(promise(await offered(page))).toEqual(promise(first));
    }
    await setClock(page, -10 * MINUTE);
    expect(await holdOf(one)).toMatchObject({ show: false, hold: 'clock' });
    await setClock(page, 0);
    expect(promise(await offered(page))).toEqual(promise(first));
    // It passes, and there is no other.
    await setClock(page, 20 * MINUTE);
    expect(await holdOf(one)).toMatchObject({ show: false, hold: 'no-facts' });
    expect(promise((await kept(page)) as Offer)).toEqual(promise(first));
  });

  test.concurrent('takes the popup away when it passes', async () => {
    const one = await shop.shopper();
    await moveClock(one.context);
    await fillCart(one.page);
    await offered(one.page);
    await setClock(one.page, 20 * MINUTE - 8000);
    await offered(one.page);
    expect(await words(one.page, 'timer')).toMatch(/^\d seconds? left$/);
    expect(await told(one, 'outcome', ({ outcome }) => outcome === 'expired')).toMatchObject({
      campaign: 'limited-points',
    });
    expect(await popup(one.page).count()).toBe(0);
  });
});

/** Presses the button, and says what stands there in the end. */
const claim = async (page: Page) => {
  await popup(page).locator('[part=action]').click();
  return until(
    () => words(page, 'title'),
    (title) => !/^200 points/.test(title),
    15_000,
  );
};
const post = (page: Page, offer: string, endsAt: number) =>
  page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/points/claim', { method: 'POST', headers, body })).json();
    },
    JSON.stringify({ offer, campaign: 'limited-points', kind: 'points', amount: 200, points: 200, endsAt }),
  );

describe('the claim, answered by the shop', () => {
  test.concurrent('granted: the points are in the cart, and there is nothing left to offer', async () => {
    const one = await shopper();
    await offered(one.page);
    expect(await claim(one.page)).toBe('Reserved for you: 200 points for this order');
    expect(await told(one, 'outcome', ({ outcome }) => outcome === 'accepted')).toBeTruthy();
    await one.page.goto('/cart');
    await one.page.getByText('Your points').waitFor();
    expect(await kept(one.page)).toMatchObject({ state: 'claimed' });
    expect(await holdOf(one)).toMatchObject({ show: false, hold: 'no-facts' });
  });

  test.concurrent('refused: this shopper has had what there is for a day', async () => {
    const one = await shopper();
    for (let i = 0; i < 3; i++)
      expect(await post(one.page, `earlier-${i}`, Date.now() + 19 * MINUTE)).toMatchObject({ status: 'granted' });
    await offered(one.page);
    expect(await claim(one.page)).toBe('The shop could not reserve this for you');
    expect(await told(one, 'outcome', ({ outcome }) => outcome === 'expired')).toBeTruthy();
    expect(await kept(one.page)).toMatchObject({ state: 'refused' });
  });

  test.concurrent('expired: a browser whose clock is half an hour slow has promised itself too much', async () => {
    const one = await shop.shopper();
    await moveClock(one.context, -30 * MINUTE);
    await fillCart(one.page);
    await offered(one.page);
    expect(await claim(one.page)).toBe('This offer has ended');
  });

  test.concurrent('already used: by somebody else', async () => {
    const one = await shopper();
    const { id, endsAt } = await offered(one.page);
    const other = await shopper();
    expect(await post(other.page, id, endsAt)).toMatchObject({ status: 'granted' });
    expect(await claim(one.page)).toBe('This offer has already been used');
  });

  test.concurrent('a lost answer is asked for again by itself, with the same id, and is granted once', async () => {
    const one = await shopper();
    const asked: string[] = [];
    await one.page.route('**/points/claim', async (route: Route) => {
      asked.push(route.request().postDataJSON().offer);
      if (asked.length > 1) return route.continue();
      // The shop has granted it; nobody hears.
      await route.fetch();
      return route.abort();
    });
    const { id } = await offered(one.page);
    expect(await claim(one.page)).toBe('Reserved for you: 200 points for this order');
    expect(asked).toEqual([id, id]);
  });

  test.concurrent('unreachable: said so, the time runs on, and another try may do it', async () => {
    const one = await shopper();
    let tries = 0;
    await one.page.route('**/points/claim', (route) => {
      tries++;
      return route.fulfill({ status: 503, body: 'busy' });
    });
    const first = await offered(one.page);
    await popup(one.page).locator('[part=action]').click();
    await popup(one.page).getByText('The shop could not be reached.').waitFor();
    expect(await words(one.page, 'title')).toBe('200 points for this order');
    expect(tries).toBe(3);
    expect(await words(one.page, 'action')).toBe('Try again');
    expect(await words(one.page, 'timer')).toMatch(/minutes left$/);
    expect(promise((await kept(one.page)) as Offer)).toEqual(promise(first));
    await one.page.unroute('**/points/claim');
    await popup(one.page).locator('[part=action]').click();
    await popup(one.page).getByText('Reserved for you: 200 points for this order').waitFor();
  });
});

describe('a campaign of the shop’s own', () => {
  const incentive = { lasts: '20m', claim: '' };
  const campaigns = [
    { id: 'spring-code', popup: 'offer', intent: 'price', incentive: { ...incentive, kind: 'code' } },
    { id: 'spring-gift', popup: 'offer', intent: 'price', incentive: { ...incentive, kind: 'gift', claim: '/gifts' } },
  ];
  /** `claim`: the shop's own code. */
  const own = async (claim: string) => {
    const one = await shop.shopper({ permissions: ['clipboard-read', 'clipboard-write'] });
    const options = `{ holdout: 0, consent: 'granted', campaigns: ${JSON.stringify(campaigns)}, claim: ${claim} }`;
    const script = `import { createWaver } from '/dist/index.js'; window.waver = createWaver(${options});`;
    await servePage(one, '/own', `<script type="module">${script}</script><h1>Own</h1>`);
    await one.page.goto('/own');
    await until(
      () => one.page.evaluate('!!window.waver'),
      (isThere) => !!isThere,
    );
    return one;
  };

  test.concurrent('a code by callback: the shop’s own, to be copied', async () => {
    const { page, warnings } = await own(
      "async (claim) => ((window.claims ??= []).push(claim), { status: 'granted', code: 'SPRING-10' })",
    );
    await waver(page, (w) => w.show('spring-code'));
    const code = popup(page, 'spring-code');
    await code.getByRole('button', { name: 'Get the code' }).click();
    await code.getByRole('heading', { name: 'Your discount code' }).waitFor();
    expect(await code.locator('[part=code]').innerText()).toBe('SPRING-10');
    await code.getByRole('button', { name: 'Copy the code' }).click();
    await code.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('SPRING-10');
    const [claimed] = (await page.evaluate('window.claims')) as object[];
    expect(claimed).toMatchObject({ campaign: 'spring-code', kind: 'code', amount: 1, offer: expect.any(String) });
    expect(warnings).toEqual([]);
  });

  test.concurrent('a callback that throws is a shop that cannot be reached', async () => {
    const { page } = await own("() => { throw new Error('no') }");
    await waver(page, (w) => w.show('spring-code'));
    const code = popup(page, 'spring-code');
    await code.getByRole('button', { name: 'Get the code' }).click();
    await code.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await code.locator('[part=title]').innerText()).toBe('A discount code for this order');
    expect(await code.locator('[part=body]').innerText()).toMatch(/^The shop could not be reached\./);
    expect(await code.locator('[part=code]').count()).toBe(0);
  });

  test.concurrent('a gift is asked for at its own address', async () => {
    const { page } = await own('undefined');
    const asked: unknown[] = [];
    await page.route('**/gifts', (route) => {
      asked.push(route.request().postDataJSON());
      return route.fulfill({ json: { status: 'granted' } });
    });
    await waver(page, (w) => w.show('spring-gift'));
    const gift = popup(page, 'spring-gift');
    await gift.getByRole('button', { name: 'Reserve this' }).click();
    await gift.getByRole('heading', { name: 'Reserved for you: A gift with this order' }).waitFor();
    expect(asked).toEqual([
      {
        offer: expect.any(String),
        campaign: 'spring-gift',
        kind: 'gift',
        amount: 1,
        points: 0,
        endsAt: expect.any(Number),
      },
    ]);
  });
});
