import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { startDemo } from '../../demo/server.mjs';
import type { RecordType, Waver, WaverRecord } from '../../src/types';

/** Chromium's own errands would ask a network that a test machine may not have. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const TYPES = ['moment', 'score', 'decision', 'outcome', 'preference', 'purchase', 'ready'];

/** A shopper: an own browser context, with everything written down that the page tells, warns and asks the network for. */
export interface Shopper {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly records: WaverRecord[];
  readonly warnings: string[];
  readonly errors: string[];
  /** Paths, in order. */
  readonly requests: string[];
  open(): Promise<Page>;
}

export interface Shop {
  readonly url: string;
  readonly browser: Browser;
  shopper(options?: BrowserContextOptions): Promise<Shopper>;
  close(): Promise<void>;
}

/** The demo shop in a real Chromium. Free of bfcache's off switch, which Playwright passes by default. */
export const openShop = async (): Promise<Shop> => {
  const browser = await chromium.launch({
    executablePath: inject('chromium'),
    args: ARGS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const demo = await startDemo({ port: 0, quiet: true });
  return {
    url: demo.url,
    browser,
    async shopper(options) {
      const context = await browser.newContext({ baseURL: demo.url, ...options });
      const records: WaverRecord[] = [];
      const warnings: string[] = [];
      const errors: string[] = [];
      const requests: string[] = [];
      await context.exposeBinding('told', (_, record: WaverRecord) => void records.push(record));
      await context.addInitScript((types) => {
        for (const type of types)
          addEventListener(`waver:${type}`, (event) =>
            (window as unknown as { told(record: unknown): void }).told((event as CustomEvent).detail),
          );
      }, TYPES);
      context.on('console', (message) => {
        if (message.type() === 'warning') warnings.push(message.text());
      });
      context.on('weberror', (error) => errors.push(error.error().message));
      context.on('request', (request) => requests.push(new URL(request.url()).pathname));
      const open = () => context.newPage();
      return { context, page: await open(), records, warnings, errors, requests, open };
    },
    async close() {
      await browser.close();
      await demo.close();
    },
  };
};

/** Waits until a record of this kind was told, and returns the latest. */
export const told = async <T extends RecordType>(
  { records }: Shopper,
  type: T,
  fits: (record: WaverRecord<T>) => boolean = () => true,
): Promise<WaverRecord<T>> => {
  const isIt = (record: unknown): record is WaverRecord<T> =>
    (record as WaverRecord).type === type && fits(record as WaverRecord<T>);
  const until = Date.now() + 15_000;
  for (;;) {
    const found = [...records].reverse().find(isIt) as WaverRecord<T> | undefined;
    if (found) return found;
    if (Date.now() > until) throw new Error(`no such ${type} was told; told: ${JSON.stringify(records)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Asks until the answer fits; `expect.poll` cannot be used in concurrent tests. */
export const until = async <T>(ask: () => Promise<T>, fits: (answer: T) => boolean, patienceMs = 8000): Promise<T> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`waited in vain; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Reads a page as people do: scrolls a little, moves the mouse now and then. */
export const read = async (page: Page, seconds: number) => {
  for (let i = 0; i < seconds; i += 2) {
    await page.mouse.move(200 + 5 * i, 300);
    await page.mouse.wheel(0, 40);
    await page.waitForTimeout(Math.min(2, seconds - i) * 1000);
  }
};

/** Reads on until a moment of this kind is told: a busy machine takes longer to make seconds. */
export const readUntil = async (shopper: Shopper, page: Page, kind: string, since = 0) => {
  for (let i = 0; i < 30; i++) {
    if (shopper.records.slice(since).some((r) => r.type === 'moment' && r.kind === kind)) return;
    await read(page, 2);
  }
  throw new Error(`a minute of reading, and no ${kind}`);
};

/** Puts something into the cart and says so on the page. */
export const fillCart = async (page: Page, base = '') => {
  await page.goto(`${base}/product/bean`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('status').filter({ hasText: 'added' }).waitFor();
  // Nobody is gone before the script has come; a machine under test would be.
  // Not by waitForFunction, which a strict policy may keep from running.
  const signals = () => page.evaluate('window.waver?.record?.()?.signals') as Promise<{ type: string }[] | undefined>;
  await until(signals, (all) => !!all?.some(({ type }) => type === 'cart'));
};

/** A page on the shop's origin with nothing in it but this. */
export const servePage = ({ context }: Shopper, path: string, html = '') =>
  context.route(`**${path}`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><meta charset=utf-8>${html}` }),
  );

/** Everything in the page's IndexedDB database of Waver, by key; null where there is no such database. */
export const readStore = (page: Page): Promise<Record<string, unknown> | null> =>
  page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'waver')) return null;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const open = indexedDB.open('waver');
    // It has just been deleted: do not make it anew.
    open.onupgradeneeded = () => open.transaction?.abort();
    const db = await done(open).catch(() => null);
    if (!db) return null;
    const store = db.transaction('keyval').objectStore('keyval');
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    db.close();
    return Object.fromEntries(keys.map((key, i) => [String(key), values[i]]));
  });

/** Writes one record of Waver's database behind its back. The page must not run Waver, which would write its own. */
export const writeStore = (page: Page, key: string, value: unknown) =>
  page.evaluate(
    ([name, record]) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('waver');
        open.onupgradeneeded = () => open.result.createObjectStore('keyval');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const write = open.result.transaction('keyval', 'readwrite');
          write.objectStore('keyval').put(record, name as string);
          write.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
    [key, value] as const,
  );

/** The page's `window.waver`. */
export const waver = <T>(page: Page, call: (waver: Waver, given: unknown) => T, given?: string): Promise<Awaited<T>> =>
  page.evaluate(`(${call})(window.waver, ${JSON.stringify(given)})`) as Promise<Awaited<T>>;

/** The demo's checkout form, complete but for the payment. */
export const fillCheckout = async (page: Page, zip: string) => {
  await page.goto('/checkout');
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByLabel('Full name').fill('Ada Example');
  await page.getByLabel('Street and number').fill('1 Garden Row');
  await page.getByLabel('City').fill('Portland');
  await page.getByLabel('State').selectOption('ME');
  await page.getByLabel('ZIP code').fill(zip);
};
