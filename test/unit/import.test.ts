import { afterEach, expect, test, vi } from 'vitest';

/** What a page has, and what a module could set going. */
const PAGE = ['window', 'document', 'navigator', 'location', 'indexedDB', 'dataLayer', 'waver', 'BroadcastChannel'];
const DOING = ['setTimeout', 'setInterval', 'queueMicrotask', 'fetch', 'addEventListener', 'dispatchEvent'];

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['the npm door', () => import('../../src/index')],
  ['the mind', () => import('../../src/mind')],
  ['the delivery reader', () => import('../../src/shops/readDelivery')],
])('importing %s in Node touches no global', async (_, load) => {
  const touched: string[] = [];
  const found = globalThis as unknown as Record<string, unknown>;
  for (const name of [...PAGE, ...DOING]) {
    const original = found[name];
    // The test runner has its own use for some of them: only our files count.
    const get = () => {
      if (new Error().stack?.includes('/src/')) touched.push(name);
      return original;
    };
    vi.stubGlobal(name, original);
    Object.defineProperty(globalThis, name, { configurable: true, get });
  }
  const warn = vi.spyOn(console, 'warn');
  const before = Reflect.ownKeys(globalThis);

  const door = await load();

  expect(Object.keys(door).length).toBeGreaterThan(0);
  expect(touched).toEqual([]);
  expect(Reflect.ownKeys(globalThis)).toEqual(before);
  expect(warn).not.toHaveBeenCalled();
});
