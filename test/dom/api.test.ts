import { describe, expect, test, vi } from 'vitest';
import { createApi } from '../../src/api';
import { createGuard } from '../../src/browser/guard';
import type { Mind } from '../../src/mind';
import type { Said } from '../../src/runVisit';
import type { Waver } from '../../src/types';
import { createWarnSpy } from './given';

const given = () => {
  const warn = createWarnSpy();
  const report = vi.fn<(error: unknown) => void>();
  const giveUp = vi.fn();
  const feed = vi.fn<(said: Said) => void>();
  const sayCart = vi.fn<(cart: unknown, where: () => string) => void>();
  const mind = {
    act: vi.fn(),
    campaign: vi.fn((name: string) => (name === 'priority' || name === 'question' ? 'question' : undefined)),
    score: vi.fn(() => 'score'),
    explain: vi.fn(() => 'explanation'),
    can: vi.fn(() => 'no-facts' as string | null),
    hide: vi.fn(),
    preferences: {
      all: vi.fn(async () => []),
      get: vi.fn(),
      set: vi.fn(),
      export: vi.fn(async () => '[]'),
      erase: vi.fn(),
      open: vi.fn(),
    },
  };
  let loaded: Mind | undefined;
  const think = vi.fn(async () => {
    loaded = mind as unknown as Mind;
    return loaded;
  });
  const parts = {
    page: vi.fn(),
    identify: vi.fn(),
    consent: vi.fn(),
    setLocale: vi.fn(),
    stop: vi.fn(),
    on: vi.fn(),
    record: () => null,
  };
  const waver = createApi({
    ...parts,
    version: '1',
    guard: createGuard(report, giveUp),
    warn,
    feed,
    sayCart,
    think,
    mind: () => loaded,
  });
  return { waver, warn, report, giveUp, feed, sayCart, mind, think };
};
const never = (...spies: ReturnType<typeof vi.fn>[]) => {
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
};
type Call = (waver: Waver) => void;
/** As a script calls it that no compiler has seen. */
const wrongly = (call: (waver: Record<string, (...given: unknown[]) => unknown>) => void) => call as unknown as Call;

describe('a right call', () => {
  test.each<[string, Call, Said]>([
    [
      'purchase',
      (w) => w.purchase({ id: 'A1', value: 9.5, currency: 'EUR' }),
      { type: 'purchase', order: 'A1', value: 9.5, currency: 'EUR' },
    ],
    [
      'purchase by number',
      (w) => w.purchase({ id: 0 }),
      { type: 'purchase', order: '0', value: undefined, currency: undefined },
    ],
    [
      'moment',
      (w) => w.moment('size-doubt', { intent: 'fit' }),
      { type: 'custom', name: 'size-doubt', detail: { intent: 'fit' } },
    ],
    [
      'purchase with numbers as text',
      wrongly((w) => w.purchase?.({ id: 'A1', value: '49.90', currency: 'EUR' })),
      { type: 'purchase', order: 'A1', value: 49.9, currency: 'EUR' },
    ],
    [
      'purchase with null where nothing is known',
      wrongly((w) => w.purchase?.({ id: 'A1', value: null, currency: null })),
      { type: 'purchase', order: 'A1', value: undefined, currency: undefined },
    ],
    [
      'purchase with a currency that is no text',
      wrongly((w) => w.purchase?.({ id: 'A1', value: 0, currency: { code: 'EUR' } })),
      { type: 'purchase', order: 'A1', value: 0, currency: undefined },
    ],
    [
      'moment with its details',
      (w) => w.moment('size-doubt', { topic: 'size-guide', field: 'size', intent: 'fit', strength: 0 }),
      {
        type: 'custom',
        name: 'size-doubt',
        detail: { topic: 'size-guide', field: 'size', intent: 'fit', strength: 0 },
      },
    ],
    [
      'moment with details that cannot be kept',
      wrongly((w) => w.moment?.('size-doubt', { topic: 7, field: document.body, intent: null, strength: '1' })),
      { type: 'custom', name: 'size-doubt', detail: {} },
    ],
    ['moment alone', (w) => w.moment('chat2'), { type: 'custom', name: 'chat2', detail: undefined }],
    ['signal', (w) => w.signal({ type: 'exit' }), { type: 'exit' }],
  ])('%s is fed, without a word', (_, call, said) => {
    const { waver, feed, warn } = given();
    call(waver);
    expect(feed).toHaveBeenCalledExactlyOnceWith(said);
    never(warn);
  });

  test('signal takes the type, and nothing else from outside', () => {
    const { waver, feed } = given();
    waver.signal({ type: 'tick', at: 0, topics: 5 });
    expect(feed).toHaveBeenCalledExactlyOnceWith({ type: 'tick' });
  });

  test('cart is handed on with the words of its call', () => {
    const { waver, sayCart } = given();
    waver.cart({ items: 2 });
    expect(sayCart).toHaveBeenCalledExactlyOnceWith({ items: 2 }, expect.any(Function));
    expect(sayCart.mock.calls[0]?.[1]()).toBe('waver.cart({"items":2})');
  });
});

describe('a wrong call warns, does nothing and does not throw', () => {
  test.each<[string, Call]>([
    ['purchase()', wrongly((w) => w.purchase?.())],
    ['purchase(null)', wrongly((w) => w.purchase?.(null))],
    ['purchase without id', wrongly((w) => w.purchase?.({ value: 1 }))],
    ['purchase with an empty id', (w) => w.purchase({ id: '' })],
    ['purchase below zero', (w) => w.purchase({ id: '1', value: -1 })],
    ['purchase of NaN', (w) => w.purchase({ id: '1', value: Number.NaN })],
    ['purchase of a blank', wrongly((w) => w.purchase?.({ id: '1', value: ' ' }))],
    ['purchase of a list', wrongly((w) => w.purchase?.({ id: '1', value: [5] }))],
    ['purchase in words', wrongly((w) => w.purchase?.({ id: '1', value: 'much' }))],
    ['moment()', wrongly((w) => w.moment?.())],
    ['moment(null)', wrongly((w) => w.moment?.(null))],
    ['moment of an object', wrongly((w) => w.moment?.({ name: 'x' }))],
    ['moment in camelCase', (w) => w.moment('sizeDoubt')],
    ['moment with a blank', (w) => w.moment('size doubt')],
    ['moment of nothing', (w) => w.moment('')],
    ['signal()', wrongly((w) => w.signal?.())],
    ['a signal of Waver’s own', (w) => w.signal({ type: 'leave' })],
    ['a signal that decides', (w) => w.signal({ type: 'decide' })],
    ['a signal nobody knows', (w) => w.signal({ type: 'constructor' })],
    ['a signal of a field without the field', (w) => w.signal({ type: 'field-invalid' })],
    ['push of an object', wrongly((w) => w.push?.({ cart: 1 }))],
    ['push of null', wrongly((w) => w.push?.(null))],
  ])('%s', (_, call) => {
    const { waver, warn, feed, report } = given();
    expect(() => call(waver)).not.toThrow();
    expect(warn).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^waver\.\w+\(.*\): expected .*; nothing happens$/s),
    );
    never(feed, report);
  });

  test.each<[string, (circle: object) => Call]>([
    ['cart', (circle) => wrongly((w) => w.cart?.({ items: 1, store: circle }))],
    ['purchase', (circle) => wrongly((w) => w.purchase?.({ store: circle }))],
    ['push', (circle) => wrongly((w) => w.push?.(circle))],
  ])('%s with what cannot be written as JSON throws nothing into the page, and is no error of Waver', (_, make) => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const { waver, warn, report, sayCart } = given();
    expect(() => make(circle)(waver)).not.toThrow();
    for (const [, where] of sayCart.mock.calls) warn(`${where()}: expected`);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^waver\.\w+\(\[object Object\]\): expected/));
    never(report);
  });

  test('cart goes on to be checked, whatever it is', () => {
    const { waver, sayCart } = given();
    expect(() => waver.cart(undefined as never)).not.toThrow();
    expect(sayCart).toHaveBeenCalledOnce();
  });

  test('show of an unknown campaign', async () => {
    const { waver, warn, mind } = given();
    waver.show('nonsense');
    await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce());
    expect(warn.mock.calls[0]?.[0]).toBe('waver.show("nonsense"): expected a campaign; nothing happens');
    never(mind.act);
  });
});

describe('push', () => {
  test('runs calls at once, in order, each with the API', () => {
    const { waver } = given();
    const seen: unknown[] = [];
    waver.push(
      (w) => seen.push(['first', w === waver]),
      (w) => seen.push(['second', w === waver]),
    );
    expect(seen).toEqual([
      ['first', true],
      ['second', true],
    ]);
  });

  test('one that throws does not stop the next, nor the page', () => {
    const { waver } = given();
    const next = vi.fn();
    const fail = () => {
      throw new Error('the shop’s');
    };
    expect(() => waver.push(fail, next)).not.toThrow();
    expect(next).toHaveBeenCalledOnce();
  });

  test('what it throws is said, and never counted as Waver’s own', () => {
    const { waver, warn, report, giveUp } = given();
    const error = new Error('the shop’s');
    for (let i = 0; i < 5; i++)
      waver.push(() => {
        throw error;
      });
    expect(warn).toHaveBeenCalledWith('push threw', error);
    never(report, giveUp);
  });

  test('of nothing is nothing', () => {
    const { waver, warn } = given();
    waver.push();
    never(warn);
  });
});

describe('what needs the mind', () => {
  test('is silent before anything was noticed, and loads nothing', () => {
    const { waver, think } = given();
    expect(waver.score()).toBeNull();
    expect(waver.explain()).toBeNull();
    expect(waver.can('question')).toEqual({ eligible: false, reason: 'nothing-noticed' });
    waver.hide();
    never(think);
  });

  test('is asked once it is there', async () => {
    const { waver, mind } = given();
    waver.show('question');
    await vi.waitFor(() => expect(mind.act).toHaveBeenCalledExactlyOnceWith('question'));
    expect(waver.score()).toBe('score');
    expect(waver.explain()).toBe('explanation');
    expect(waver.can('x')).toEqual({ eligible: false, reason: 'no-facts' });
    mind.can.mockReturnValue(null);
    expect(waver.can('x')).toEqual({ eligible: true, reason: null });
    waver.hide();
    expect(mind.hide).toHaveBeenCalledOnce();
  });

  test('answers nothing where it cannot be had, and that is no error', async () => {
    const { waver, warn, report, think } = given();
    think.mockResolvedValue(undefined as never);
    for (let i = 0; i < 3; i++) {
      expect(await waver.preferences.get('size')).toBeUndefined();
      expect(await waver.preferences.all()).toBeUndefined();
      await waver.show('question');
      await waver.preferences.ask('priority');
    }
    never(warn, report);
  });

  test('what it rejects counts once', async () => {
    const { waver, mind, report } = given();
    mind.campaign.mockImplementation(() => {
      throw new Error('ours');
    });
    await Promise.allSettled([waver.show('question')]);
    expect(report).toHaveBeenCalledOnce();
  });

  test('ask finds the campaign by its question', async () => {
    const { waver, mind } = given();
    waver.preferences.ask('priority');
    await vi.waitFor(() => expect(mind.act).toHaveBeenCalledExactlyOnceWith('question'));
  });

  test.each(['all', 'get', 'set', 'export', 'erase', 'open'] as const)(
    'preferences.%s loads it and is passed on',
    async (name) => {
      const { waver, mind, think } = given();
      await (waver.preferences[name] as (...args: unknown[]) => unknown)('size', 'M');
      expect(think).toHaveBeenCalledOnce();
      expect(mind.preferences[name]).toHaveBeenCalledExactlyOnceWith('size', 'M');
    },
  );
});
