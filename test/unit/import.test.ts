import { expect, test, vi } from 'vitest';

/** What a page has, and what a module could set going. */
const PAGE = ['window', 'document', 'navigator', 'location', 'indexedDB', 'dataLayer', 'waver', 'BroadcastChannel'];
const DOING = ['setTimeout', 'setInterval', 'queueMicrotask', 'fetch', 'addEventListener', 'dispatchEvent'];

/** Watches these globals for our files only: the test runner has its own use for some. */
const watchGlobals = (touched: string[]) => {
  const found = globalThis as unknown as Record<string, unknown>;
  const undo = [...PAGE, ...DOING].map((name) => {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    let current = found[name];
    const get = () => {
      if (new Error().stack?.includes('/src/')) touched.push(name);
      return current;
    };
    const set = (value: unknown) => {
      current = value;
    };
    Object.defineProperty(globalThis, name, { configurable: true, get, set });
    return () => {
      if (before) Object.defineProperty(globalThis, name, before);
      else delete found[name];
    };
  });
  return () => {
    for (const one of undo) one();
  };
};

test.each([
  ['the npm door', () => import('../../src/index')],
  ['the mind', () => import('../../src/mind')],
  ['the delivery reader', () => import('../../src/shops/readDelivery')],
])('importing %s in Node touches no global', async (_, load) => {
  const touched: string[] = [];
  const restore = watchGlobals(touched);
  const warn = vi.spyOn(console, 'warn');
  const before = Reflect.ownKeys(globalThis);

  const door = await load();
  const after = Reflect.ownKeys(globalThis);
  restore();

  expect(Object.keys(door).length).toBeGreaterThan(0);
  expect(touched).toEqual([]);
  expect(after).toEqual(before);
  expect(warn).not.toHaveBeenCalled();
});
