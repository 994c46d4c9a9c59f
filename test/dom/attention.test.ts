import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchAttention } from '../../src/signals/attention';
import { guard, listen } from './given';

const second = vi.fn<(attentive: boolean) => void>();
let stop: () => void;
let reading = false;
const set = (hidden: boolean, focused: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  vi.spyOn(document, 'hasFocus').mockReturnValue(focused);
};
/** The attentive seconds out of so many. */
const attentiveIn = (seconds: number) => {
  second.mockClear();
  vi.advanceTimersByTime(seconds * 1000);
  return second.mock.calls.filter(([attentive]) => attentive).length;
};

beforeEach(() => {
  vi.useFakeTimers();
  set(false, true);
  reading = false;
  stop = watchAttention(guard, listen, () => reading, second);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('each second in view is called, attentive or not', () => {
  attentiveIn(60);
  expect(second).toHaveBeenCalledTimes(60);
});

describe('attention', () => {
  test.each([
    [false, 4],
    [true, 14],
  ])('without input ends early, and later where there is much to read: %s', (much, seconds) => {
    reading = much;
    expect(attentiveIn(60)).toBe(seconds);
  });

  test.each(['pointermove', 'pointerdown', 'keydown', 'scroll', 'focus'])('comes back with %s', (type) => {
    attentiveIn(60);
    document.dispatchEvent(new Event(type, { bubbles: type !== 'scroll' }));
    window.dispatchEvent(new Event(type));
    expect(attentiveIn(60)).toBe(4);
  });

  test('is not paid by a window without focus', () => {
    set(false, false);
    expect(attentiveIn(3)).toBe(0);
    expect(second).toHaveBeenCalledTimes(3);
  });
});

test('a hidden page has no seconds at all', () => {
  set(true, true);
  attentiveIn(60);
  expect(second).not.toHaveBeenCalled();
});

test('after stop no second comes, and no listener stays', () => {
  stop();
  attentiveIn(10);
  expect(second).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
