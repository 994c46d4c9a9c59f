import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchAdobeLayer } from '../../src/shops/adobeLayer';
import { guard } from './given';

const page = window as unknown as { adobeDataLayer?: unknown };
type Hear = (...args: unknown[]) => void;

/** Adobe's script: takes over the array, runs the functions in it, and keeps the state. */
const start = (layer: unknown[], state: Record<string, unknown> = {}) => {
  const hearers = new Map<string, Set<Hear>>();
  const api = Object.assign(layer, {
    addEventListener: (name: string, hear: Hear, options?: { path: string }) => {
      hearers.set(name, (hearers.get(name) ?? new Set()).add(hear));
      // The past is told too.
      if (!options || state[options.path]) hear({ event: name });
    },
    removeEventListener: (name: string, hear: Hear) => hearers.get(name)?.delete(hear),
    getState: (path: string) => state[path],
  });
  const waiting = layer.splice(0);
  layer.push = (...items) => {
    for (const item of items) if (typeof item === 'function') item(api);
    return 0;
  };
  layer.push(...waiting);
  return {
    state,
    tell: (name: string) => hearers.get(name)?.forEach((hear) => void hear({ event: name })),
    count: () => [...hearers.values()].reduce((sum, { size }) => sum + size, 0),
  };
};
const CONTEXT = {
  id: 'a',
  totalQuantity: 2,
  prices: {
    subtotalExcludingTax: { value: 41.9, currency: 'EUR' },
    subtotalIncludingTax: { value: 49.9, currency: 'EUR' },
  },
};
const stops: (() => void)[] = [];
const watch = () => {
  const hear = vi.fn();
  const stop = watchAdobeLayer(guard, hear);
  stops.push(stop);
  return { hear, stop };
};

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  delete page.adobeDataLayer;
});

describe('the cart', () => {
  test('is heard from a layer that has begun: what is there, and each change', () => {
    page.adobeDataLayer = [];
    const layer = start(page.adobeDataLayer as unknown[], { shoppingCartContext: CONTEXT });
    const { hear } = watch();
    expect(hear.mock.calls).toEqual([[{ cart: { count: 2, total: 49.9, currency: 'EUR' } }]]);
    layer.state.shoppingCartContext = { ...CONTEXT, totalQuantity: 0, prices: {} };
    layer.tell('adobeDataLayer:change');
    expect(hear.mock.calls[1]).toEqual([{ cart: { count: 0 } }]);
  });

  test('is heard once the layer begins; until then only a function waits in it', () => {
    const array: unknown[] = [{ event: 'page-view' }];
    page.adobeDataLayer = array;
    const { hear } = watch();
    expect(array.map((item) => typeof item)).toEqual(['object', 'function']);
    start(array, { shoppingCartContext: CONTEXT });
    expect(hear).toHaveBeenCalledTimes(1);
  });

  test('has its sum without tax where there is none with it', () => {
    page.adobeDataLayer = [];
    const prices = { subtotalExcludingTax: { value: 41.9, currency: 'EUR' }, subtotalIncludingTax: { value: 0 } };
    start(page.adobeDataLayer as unknown[], { shoppingCartContext: { totalQuantity: 1, prices } });
    expect(watch().hear.mock.calls).toEqual([[{ cart: { count: 1, total: 41.9, currency: 'EUR' } }]]);
  });

  test.each([7, 'text', [], {}, { totalQuantity: 'many' }, { totalQuantity: -1 }])(
    'is not %o',
    (shoppingCartContext) => {
      page.adobeDataLayer = [];
      start(page.adobeDataLayer as unknown[], { shoppingCartContext });
      expect(watch().hear).not.toHaveBeenCalled();
    },
  );
});

test('the order is heard when it is placed', () => {
  page.adobeDataLayer = [];
  const layer = start(page.adobeDataLayer as unknown[]);
  const { hear } = watch();
  expect(hear).not.toHaveBeenCalled();
  layer.state.orderContext = { orderId: '000000012', grandTotal: 54.9 };
  layer.tell('place-order');
  expect(hear.mock.calls).toEqual([[{ order: { id: '000000012', value: 54.9 } }]]);
});

test('no layer is made', () => {
  watch();
  expect('adobeDataLayer' in window).toBe(false);
});

test.each([7, 'text', {}, { push: 'no' }])('%o is no layer', (layer) => {
  page.adobeDataLayer = layer;
  expect(() => watch()).not.toThrow();
});

test('an array that hands over something else is left alone', () => {
  const array: unknown[] = [];
  page.adobeDataLayer = array;
  watch();
  expect(() => (array[0] as Hear)(undefined)).not.toThrow();
});

test('after the stop nothing is heard or left, also where the layer begins later', () => {
  page.adobeDataLayer = [];
  const layer = start(page.adobeDataLayer as unknown[], { shoppingCartContext: CONTEXT });
  const { stop } = watch();
  expect(layer.count()).toBe(2);
  stop();
  expect(layer.count()).toBe(0);

  const late: unknown[] = [];
  page.adobeDataLayer = late;
  const second = watch();
  second.stop();
  expect(start(late, { shoppingCartContext: CONTEXT }).count()).toBe(0);
  expect(second.hear).not.toHaveBeenCalled();
});
