import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTell } from '../../src/tell';
import type { WaverRecord } from '../../src/types';
import { createWarnSpy, guard } from './given';

const RECORD = {
  v: 1,
  id: 'view-1',
  type: 'moment',
  at: 1,
  visitor: 'a',
  visit: 'b',
  page: '/cart',
  kind: 'cart-idle',
  strength: 0.5,
  topic: undefined,
} as WaverRecord<'moment'>;

const heard = vi.fn<(event: Event) => void>();
const given = (debug = false) => {
  const warn = createWarnSpy();
  const told: WaverRecord[] = [];
  return { warn, told, ...createTell(guard, warn, (record) => told.push(record), debug) };
};

beforeEach(() => {
  window.addEventListener('waver:moment', heard);
  window.addEventListener('waver:score', heard);
});
afterEach(() => {
  window.removeEventListener('waver:moment', heard);
  window.removeEventListener('waver:score', heard);
  heard.mockClear();
  vi.restoreAllMocks();
});

describe('listeners', () => {
  test('hear records of their type', () => {
    const { tell, on } = given();
    const moment = vi.fn();
    const score = vi.fn();
    on('moment', moment);
    on('score', score);
    tell(RECORD);
    expect(moment).toHaveBeenCalledOnce();
    expect(moment.mock.calls[0]?.[0]).toMatchObject({ type: 'moment', kind: 'cart-idle' });
    expect(score).not.toHaveBeenCalled();
  });

  test('hear no more once they are off, and the others still do', () => {
    const { tell, on } = given();
    const first = vi.fn();
    const second = vi.fn();
    const off = on('moment', first);
    on('moment', second);
    off();
    off();
    tell(RECORD);
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
  });

  test('the same function twice hears twice, and is taken off one by one', () => {
    const { tell, on } = given();
    const listener = vi.fn();
    const off = on('moment', listener);
    on('moment', listener);
    off();
    tell(RECORD);
    expect(listener).toHaveBeenCalledOnce();
  });

  test('one that throws is named, and stops neither the others nor the page', () => {
    const { tell, on, warn } = given();
    const error = new Error('the shop’s');
    const after = vi.fn();
    on('moment', () => {
      throw error;
    });
    on('moment', after);
    expect(() => tell(RECORD)).not.toThrow();
    expect(warn).toHaveBeenCalledExactlyOnceWith('moment listener threw', error);
    expect(after).toHaveBeenCalledOnce();
    expect(heard).toHaveBeenCalledOnce();
  });

  test('one that subscribes anew while it is told hears the next record, not this one again', () => {
    const { tell, on } = given();
    let calls = 0;
    let off = () => {};
    const again = () => {
      off();
      // The bound keeps a failure short.
      if (++calls < 10) off = on('moment', again);
    };
    off = on('moment', again);
    tell(RECORD);
    expect(calls).toBe(1);
    tell(RECORD);
    expect(calls).toBe(2);
  });
});

describe('the page', () => {
  test('hears waver:<type> on window, with the record as detail', () => {
    given().tell(RECORD);
    expect(heard).toHaveBeenCalledOnce();
    const event = heard.mock.calls[0]?.[0] as CustomEvent;
    expect(event.type).toBe('waver:moment');
    expect(event.detail).toMatchObject({ v: 1, id: 'view-1', type: 'moment', page: '/cart' });
  });

  test('gets plain JSON, without undefined, and nothing of the visit’s own', () => {
    const because = [{ feature: 'exits', value: 1, weight: 0.5 }];
    const record = { ...RECORD, type: 'score', because, intent: undefined } as unknown as WaverRecord;
    given().tell(record);
    const [event] = heard.mock.calls[0] ?? [];
    const { detail } = event as CustomEvent;
    expect(Object.values(detail)).not.toContain(undefined);
    expect(JSON.parse(JSON.stringify(detail))).toEqual(detail);
    expect(detail.because).toEqual(because);
    expect(detail.because).not.toBe(because);
  });
});

test('the console is told in debug, and only then', () => {
  const debug = vi.spyOn(console, 'log').mockImplementation(() => {});
  given().tell(RECORD);
  expect(debug).not.toHaveBeenCalled();
  given(true).tell(RECORD);
  expect(debug).toHaveBeenCalledExactlyOnceWith('[waver]', 'moment', expect.objectContaining({ kind: 'cart-idle' }));
});
