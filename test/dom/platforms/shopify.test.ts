import { describe, expect, test, vi } from 'vitest';
import { shopify } from '../../../src/shops/platforms/shopify';
import { at, define, GARBAGE, serve, watch } from './shop';

const CART = { item_count: 3, total_price: 5970, currency: 'EUR', items: [] };
const shop = (root = '/') => define({ Shopify: { shop: 'x.myshopify.com', routes: { root } } });

describe('is known', () => {
  test.each([{ shop: 'x.myshopify.com' }, { routes: { root: '/' } }, { currency: { active: 'JPY' } }])(
    'by %o',
    (Shopify) => {
      define({ Shopify });
      expect(shopify.detect()).toBe(true);
    },
  );

  test('not where there is none, or only something of that name', () => {
    expect(shopify.detect()).toBe(false);
    // A headless shop that uses the consent tool.
    for (const Shopify of [...GARBAGE, { customerPrivacy: {} }, { shop: {} }]) {
      define({ Shopify });
      expect(shopify.detect()).toBe(false);
    }
  });

  test('not by a global that throws when asked', () => {
    define({
      Shopify: {
        get shop() {
          throw new Error('no');
        },
      },
    });
    expect(shopify.detect()).toBe(false);
  });
});

describe('the cart', () => {
  test('is in hundredths', async () => {
    shop();
    const { asked, paths } = serve(CART);
    expect(await shopify.readCart()).toEqual({ count: 3, total: 59.7, currency: 'EUR' });
    expect(paths()).toEqual(['/cart.js']);
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ credentials: 'same-origin' });
  });

  test('also of yen, and below the root of the language', async () => {
    shop('/ja/');
    const { paths } = serve({ item_count: 1, total_price: 128000, currency: 'JPY' });
    expect(await shopify.readCart()).toEqual({ count: 1, total: 1280, currency: 'JPY' });
    expect(paths()).toEqual(['/ja/cart.js']);
  });

  test('is empty', async () => {
    shop();
    serve({ item_count: 0, total_price: 0, currency: 'EUR' });
    expect(await shopify.readCart()).toEqual({ count: 0, total: 0, currency: 'EUR' });
  });

  test.each([7, '//evil.example/', 'https://evil.example/', '/../', 'ja'])(
    'is asked of no other place: %s',
    async (root) => {
      define({ Shopify: { routes: { root } } });
      const { paths } = serve(CART);
      await shopify.readCart();
      expect(paths()).toEqual(['/cart.js']);
    },
  );

  test.each([
    ['an error', { status: 422, message: 'Cart Error' }, 422],
    ['an error at 200', { status: 404, message: 'no' }, 200],
    ['a cart at 500', CART, 500],
    ['a login page at 200', '<!doctype html><title>Log in</title>', 200],
    ['nothing', '', 204],
    ['a number that is none', { item_count: 'many', total_price: 100 }, 200],
    ['less than nothing', { item_count: -1, total_price: 100 }, 200],
  ] as const)('is not %s', async (_, answer, status) => {
    shop();
    serve(answer, status);
    expect(await shopify.readCart()).toBeUndefined();
  });

  test.each(GARBAGE)('is not %o', async (answer) => {
    shop();
    serve(answer);
    expect(await shopify.readCart()).toBeUndefined();
  });

  test('goes without what makes no sense', async () => {
    shop();
    serve({ item_count: '2', total_price: null, currency: 'euro' });
    expect(await shopify.readCart()).toEqual({ count: 2 });
  });

  test('is not waited for longer than three seconds', async () => {
    vi.useFakeTimers();
    shop();
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    });
    const read = shopify.readCart();
    await vi.advanceTimersByTimeAsync(3000);
    expect(await read).toBeUndefined();
  });

  test('without a network is not known', async () => {
    shop();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await shopify.readCart()).toBeUndefined();
  });

  test.each(['/checkouts/cn/Z2Nw/information', '/ja/checkouts/cn/Z2Nw', '/checkout', '/orders/1a2b'])(
    'is not asked for at %s',
    async (path) => {
      shop();
      at(path);
      const { asked } = serve(CART);
      expect(await shopify.readCart()).toBeUndefined();
      expect(asked).not.toHaveBeenCalled();
    },
  );
});

const tell = (more: object) => {
  const event = Object.assign(new CustomEvent('shopify:cart:lines-update', { bubbles: true, detail: {} }), more);
  document.body.dispatchEvent(event);
};

describe('a change', () => {
  test.each(['resolves', 'rejects'])('is over when the promise of its event %s', async (end) => {
    const { changed } = watch(shopify);
    let settle = { resolves: () => {}, rejects: () => {} };
    const promise = new Promise<void>((resolve, reject) => {
      settle = { resolves: resolve, rejects: reject };
    });
    tell({ promise });
    await Promise.resolve();
    expect(changed).not.toHaveBeenCalled();
    settle[end as 'resolves']();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  });

  test('may have its promise in `detail`, or none', async () => {
    const { changed } = watch(shopify);
    let resolve = () => {};
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    document.dispatchEvent(new CustomEvent('shopify:cart:lines-update', { detail: { promise } }));
    await new Promise((done) => setTimeout(done));
    expect(changed).not.toHaveBeenCalled();
    resolve();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    tell({});
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
  });

  test('is told by Horizon', () => {
    const { changed, stop } = watch(shopify);
    document.body.dispatchEvent(new CustomEvent('cart:update', { bubbles: true }));
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    document.body.dispatchEvent(new CustomEvent('cart:update', { bubbles: true }));
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('is told by Dawn to subscribers, also when its script comes later', () => {
    const hear = new Set<() => void>();
    const { changed, stop } = watch(shopify);
    define({
      PUB_SUB_EVENTS: { cartUpdate: 'cart-update' },
      subscribe: (_: string, hearer: () => void) => {
        hear.add(hearer);
        return () => hear.delete(hearer);
      },
    });
    document.dispatchEvent(new Event('DOMContentLoaded'));
    window.dispatchEvent(new Event('load'));
    expect(hear.size).toBe(1);
    for (const one of hear) one();
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    expect(hear.size).toBe(0);
  });

  test('is not asked for at any other `subscribe`', () => {
    const subscribe = vi.fn();
    define({ subscribe });
    watch(shopify);
    expect(subscribe).not.toHaveBeenCalled();
  });
});

test.each([
  ['home', 'home'],
  ['product', 'product'],
  ['collection', 'listing'],
  ['searchresults', 'listing'],
  ['cart', 'cart'],
  ['page', undefined],
  ['constructor', undefined],
  [undefined, undefined],
])('%s pages are %s', (pageType, kind) => {
  define({ ShopifyAnalytics: { meta: { page: { pageType } } } });
  expect(shopify.readPage?.()).toBe(kind);
});
