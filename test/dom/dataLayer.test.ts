import { afterEach, describe, expect, test, vi } from 'vitest';
import { createGuard } from '../../src/browser/guard';
import { watchDataLayer } from '../../src/shops/dataLayer';
import { guard } from './given';

type Layer = unknown[];
const page = window as unknown as { dataLayer?: unknown };
const setLayer = <T>(layer: T): T => {
  page.dataLayer = layer;
  return layer;
};
const stops: (() => void)[] = [];
const watch = () => {
  const hear = vi.fn<(message: object) => void>();
  const { look, stop } = watchDataLayer(guard, hear);
  stops.push(stop);
  return { heard: () => hear.mock.calls.map(([message]) => message), hear, look, stop };
};
const A = { event: 'a' };
const B = { event: 'b' };

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  delete page.dataLayer;
});

describe('hears', () => {
  test('what is in the layer already, once and in order', () => {
    setLayer([A, B, A]);
    const { heard, look } = watch();
    look();
    expect(heard()).toEqual([A, B]);
  });

  test('what comes, several at a time too', () => {
    const layer = setLayer<Layer>([]);
    const { heard } = watch();
    layer.push(A, B);
    expect(heard()).toEqual([A, B]);
  });

  test('nothing twice, when a tag manager pushes a message again', () => {
    const layer = setLayer<Layer>([A]);
    const { heard } = watch();
    layer.push(A);
    expect(heard()).toEqual([A]);
  });

  test('objects only', () => {
    const layer = setLayer<Layer>(['text', 1, null, undefined]);
    const { heard } = watch();
    layer.push('text', null, () => {}, A);
    expect(heard()).toEqual([A]);
  });

  test('a layer that is made later, at the next look', () => {
    const { heard, look } = watch();
    const layer = setLayer<Layer>([A]);
    expect(heard()).toEqual([]);
    look();
    layer.push(B);
    expect(heard()).toEqual([A, B]);
  });

  test('a layer that takes the place of another, and the other no more', () => {
    const first = setLayer<Layer>([A]);
    const { heard, look } = watch();
    const second = setLayer<Layer>([A, B]);
    look();
    expect(heard()).toEqual([A, B]);
    const C = { event: 'c' };
    first.push({ event: 'too late' });
    second.push(C);
    expect(heard()).toEqual([A, B, C]);
    expect(first.push).toBe(Array.prototype.push);
  });
});

describe('leaves the page’s layer as it is', () => {
  test('makes none where there is none', () => {
    const { look } = watch();
    look();
    expect(page).not.toHaveProperty('dataLayer');
  });

  test.each(['text', { push: 'me' }, null, 7])('passes over %j', (layer) => {
    setLayer(layer);
    expect(watch().heard()).toEqual([]);
    expect(page.dataLayer).toBe(layer);
  });

  test('same array, same messages', () => {
    const layer = setLayer<Layer>([A]);
    watch();
    layer.push(B);
    expect(page.dataLayer).toBe(layer);
    expect([...layer]).toEqual([A, B]);
  });

  test('the page’s own push is called first, with its `this` and arguments, and its result is returned', () => {
    const layer = setLayer<Layer>([]);
    const order: unknown[] = [];
    layer.push = function (this: unknown, ...messages: unknown[]) {
      order.push(['page', this === layer, messages]);
      return 42;
    };
    const { hear } = watch();
    hear.mockImplementation((message) => order.push(['waver', message]));
    expect(layer.push(A, B)).toBe(42);
    expect(order).toEqual([
      ['page', true, [A, B]],
      ['waver', A],
      ['waver', B],
    ]);
  });

  test('a push borrowed for another array goes there', () => {
    const layer = setLayer<Layer>([]);
    watch();
    const other: Layer = [];
    layer.push.call(other, A);
    expect(other).toEqual([A]);
    expect([...layer]).toEqual([]);
  });

  test('what the page’s own push throws reaches the page, and nothing is heard', () => {
    const layer = setLayer<Layer>([]);
    layer.push = () => {
      throw new Error('the page’s');
    };
    const { heard } = watch();
    expect(() => layer.push(A)).toThrow('the page’s');
    expect(heard()).toEqual([]);
  });

  test('what we throw does not', () => {
    const layer = setLayer<Layer>([]);
    const report = vi.fn();
    stops.push(
      watchDataLayer(
        createGuard(report, () => {}),
        () => {
          throw new Error('ours');
        },
      ).stop,
    );
    expect(layer.push(A)).toBe(1);
    expect(report).toHaveBeenCalledOnce();
  });
});

describe('stop', () => {
  test('gives the page its push back', () => {
    const layer = setLayer<Layer>([]);
    const own = vi.fn(() => 1);
    layer.push = own;
    const { stop, heard } = watch();
    expect(layer.push).not.toBe(own);
    stop();
    expect(layer.push).toBe(own);
    layer.push(A);
    expect(heard()).toEqual([]);
  });

  test('stays as a way through where somebody has wrapped us', () => {
    const layer = setLayer<Layer>([]);
    const { stop, heard } = watch();
    const ours = layer.push;
    const theirs = (...messages: unknown[]) => ours.apply(layer, messages);
    layer.push = theirs;
    stop();
    expect(layer.push).toBe(theirs);
    expect(layer.push(A)).toBe(1);
    expect(layer).toContain(A);
    expect(heard()).toEqual([]);
  });

  test('before there is a layer does nothing', () => {
    const { stop } = watch();
    expect(stop).not.toThrow();
  });
});
