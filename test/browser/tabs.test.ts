import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, readStore, type Shop, type Shopper, servePage, told, until, waver } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const TABS = 4;
/** A campaign that may come as often as the visit allows: so that nothing but the other tab's popup keeps it back. */
const CAMPAIGNS = [
  {
    id: 'again',
    popup: 'notice',
    intent: 'delivery',
    priority: 9,
    copy: { en: { title: 'Still there', dismiss: 'Not now' } },
    limits: { perVisit: 9, cooldown: '0s' },
  },
];
const page = (maxPerVisit: number) =>
  `<body data-waver-cart='{"items":2,"total":49.9,"currency":"EUR"}'><h1>Cart</h1>
  <script>window.waverOptions = { campaigns: ${JSON.stringify(CAMPAIGNS)} }</script>
  <script async src="/dist/waver.js" data-consent="granted" data-holdout="0" data-threshold="0"
  data-max-per-visit="${maxPerVisit}"></script>`;

/** When a popup came on a page and when it went: of all tabs together, in the order in which it happened. */
interface Sight {
  readonly at: number;
  readonly count: number;
}

/** So many tabs of one shopper, opened at once, on the cart page. `sights`: what anybody could see on any of them. */
const openTabs = async (maxPerVisit: number, count = TABS, prepare?: (shopper: Shopper) => Promise<unknown>) => {
  const shopper = await shop.shopper({ locale: 'en-GB' });
  await prepare?.(shopper);
  await servePage(shopper, '/cart', page(maxPerVisit));
  const sights: Sight[] = [];
  await shopper.context.exposeBinding('sight', (_, at: number, by: number) => void sights.push({ at, count: by }));
  await shopper.context.addInitScript(() => {
    const { sight } = window as unknown as { sight(at: number, by: number): void };
    const isPopup = ({ nodeName }: Node) => nodeName === 'WAVER-POPUP';
    new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes) {
        const by = [...addedNodes].filter(isPopup).length - [...removedNodes].filter(isPopup).length;
        if (by) sight(performance.timeOrigin + performance.now(), by);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  const pages = [shopper.page, ...(await Promise.all(Array.from({ length: count - 1 }, shopper.open)))];
  await Promise.all(pages.map((page) => page.goto('/cart')));
  const isReady = () => shopper.records.filter(({ type }) => type === 'ready').length;
  await until(
    async () => isReady(),
    (ready) => ready === count,
  );
  return { shopper, pages, sights };
};
/** The most popups that were open at one time. */
const mostAtOnce = (sights: readonly Sight[]) => {
  let open = 0;
  let most = 0;
  for (const { count } of [...sights].sort((one, other) => one.at - other.at)) {
    open += count;
    most = Math.max(most, open);
  }
  return most;
};
const ask = (tab: Page) => waver(tab, (w) => w.moment('asked', { intent: 'delivery', strength: 1 }));
const openOn = async (pages: readonly Page[]) => {
  const counts = await Promise.all(pages.map((page) => page.locator('waver-popup').count()));
  return pages.filter((_, i) => counts[i]);
};
const shownIn = ({ records }: Shopper) =>
  records.flatMap((one) => (one.type === 'decision' && one.show ? [`${one.campaign}`] : []));

/** Which tabs have decided. */
const decided = ({ records }: Shopper) =>
  new Set(records.flatMap(({ type, id }) => (type === 'decision' ? [id.replace(/-\d+$/, '')] : [])));

test('four tabs opened at once are one visit of one visitor', async () => {
  const ROUNDS = 5;
  for (let round = 0; round < ROUNDS; round++) {
    const { shopper } = await openTabs(1);
    expect(new Set(shopper.records.map(({ visit, visitor }) => `${visit} ${visitor}`)).size).toBe(1);
    await shopper.context.close();
  }
});

test('four tabs opened at once, and the same trigger in all of them at the same time: one popup', async () => {
  const ROUNDS = 5;
  for (let round = 0; round < ROUNDS; round++) {
    const { shopper, pages, sights } = await openTabs(1);
    await Promise.all(pages.map(ask));
    await until(
      async () => decided(shopper).size,
      (tabs) => tabs === TABS,
    );
    await told(shopper, 'outcome', ({ outcome }) => outcome === 'shown');
    // Those who had to wait try again each second.
    await shopper.page.waitForTimeout(2500);
    expect(shownIn(shopper)).toEqual(['again']);
    expect(await openOn(pages)).toHaveLength(1);
    expect(sights).toHaveLength(1);
    expect([...shopper.errors, ...shopper.warnings]).toEqual([]);
    await shopper.context.close();
  }
});

test.each([
  ['', undefined],
  [' in a browser without locks too', () => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })],
])('a visit that may have five has them one after another, in whichever tab%s', async (_, prepare) => {
  const FIVE = 5;
  const { shopper, pages, sights } = await openTabs(FIVE, TABS, async ({ context }) => {
    if (prepare) await context.addInitScript(prepare);
  });
  for (let shown = 1; shown <= FIVE; shown++) {
    await Promise.all(pages.map(ask));
    const [open] = await until(
      () => openOn(pages),
      (some) => some.length > 0,
    );
    expect(shownIn(shopper)).toHaveLength(shown);
    // What would come beside it has its time.
    await shopper.page.waitForTimeout(1500);
    await open?.getByRole('button', { name: 'Not now' }).click();
  }
  await Promise.all(pages.map(ask));
  await told(shopper, 'decision', (one) => !one.show && one.hold === 'visit-budget');
  await shopper.page.waitForTimeout(2500);
  expect(shownIn(shopper)).toHaveLength(FIVE);
  expect(await openOn(pages)).toEqual([]);
  expect(mostAtOnce(sights)).toBe(1);
  // Who had to wait was told so.
  expect(shopper.records.some((one) => one.type === 'decision' && !one.show && one.hold === 'popup-open')).toBe(true);
});

test('what the shop asks for comes beside it: so two at once would have been seen', async () => {
  const { pages, sights } = await openTabs(5, 2);
  await Promise.all(pages.map((tab) => waver(tab, (w) => w.show('again'))));
  await until(
    () => openOn(pages),
    (open) => open.length === 2,
  );
  expect(mostAtOnce(sights)).toBe(2);
});

test('a tab that dies with its popup open leaves room for the next', async () => {
  const { shopper, pages } = await openTabs(5, 2);
  const [first, second] = pages as [Page, Page];
  await ask(first);
  await until(
    () => openOn(pages),
    (some) => some.length > 0,
  );
  const [holder] = await openOn(pages);
  const other = holder === first ? second : first;
  await ask(other);
  await told(shopper, 'decision', (one) => !one.show && one.hold === 'popup-open');
  await other.waitForTimeout(2500);
  expect(await openOn(pages)).toEqual([holder]);
  const killedAt = Date.now();
  await holder?.goto('chrome://crash', { timeout: 1000 }).catch(() => undefined);
  await until(
    () => openOn([other]),
    (some) => some.length > 0,
  );
  // At once, and not after the time for which one counts as open where there are no locks.
  expect(Date.now() - killedAt).toBeLessThan(10_000);
});

test('so does a page that goes into the bfcache, which its popup does not keep it out of', async () => {
  const { pages } = await openTabs(5, 2);
  const [first, second] = pages as [Page, Page];
  await ask(first);
  const [holder] = await until(
    () => openOn(pages),
    (some) => some.length > 0,
  );
  const other = holder === first ? second : first;
  await holder?.evaluate(() =>
    addEventListener('pageshow', (event) => Object.assign(window, { restored: event.persisted })),
  );
  await holder?.goto('/about');
  await ask(other);
  await until(
    () => openOn([other]),
    (some) => some.length > 0,
  );
  await holder?.evaluate(() => history.back());
  await holder?.waitForFunction(() => (window as unknown as { restored?: boolean }).restored);
});

test('a wish not to be spoken to, told in one tab, holds in all from then on', async () => {
  const ROUNDS = 10;
  const { shopper, pages } = await openTabs(5, 2);
  const [first, second] = pages as [Page, Page];
  await waver(first, (w) => w.preferences.open());
  const centre = first.locator('waver-popup[data-campaign=preferences]').getByRole('dialog');
  await centre.getByRole('button', { name: 'For a day' }).click();
  await told(shopper, 'preference', ({ key }) => key === 'muted-until');
  await first.keyboard.press('Escape');
  await centre.waitFor({ state: 'detached' });
  for (let round = 0; round < ROUNDS; round++) await ask(second);
  await told(shopper, 'decision', (one) => !one.show && one.hold === 'muted');
  expect(shownIn(shopper)).toEqual([]);
});

test('without a consent tool too, what is erased in one tab is gone in all, and does not come back', async () => {
  const shopper = await shop.shopper();
  await servePage(shopper, '/cart', '<script async src="/dist/waver.js" data-holdout="1" data-threshold="1"></script>');
  const pages = [shopper.page, await shopper.open()] as const;
  const [first, second] = pages;
  for (const page of pages) await page.goto('/cart');
  await until(
    async () => shopper.records.filter(({ type }) => type === 'ready').length,
    (ready) => ready === 2,
  );
  await waver(first, (w) => w.preferences.set('priority', 'price'));
  await waver(first, (w) => w.preferences.set('size', 'M'));
  const kept = async () => Object.keys(((await readStore(first))?.preferences as object | undefined) ?? {}).sort();
  expect(await kept()).toEqual(['priority', 'size']);
  await waver(second, (w) => w.preferences.erase());
  await until(
    () => waver(first, (w) => w.preferences.all()),
    (all) => !all.length,
  );
  expect(await readStore(first)).toBeNull();
  await waver(first, (w) => w.preferences.set('style', ['modern']));
  expect(await kept()).toEqual(['style']);
  expect(shopper.errors).toEqual([]);
});
