import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchExit } from '../../src/signals/exit';
import { guard, listen } from './given';

const exit = vi.fn();
let stop: () => void;
/** An event at this time, which browsers take from their own clock. */
const fire = (type: string, at: number, members: object) => {
  const event = new Event(type, { bubbles: true });
  for (const [name, value] of Object.entries({ timeStamp: at, ...members }))
    Object.defineProperty(event, name, { value });
  document.dispatchEvent(event);
};
const move = (at: number, clientY: number, pointerType = 'mouse') => fire('pointermove', at, { clientY, pointerType });
const out = (at: number, clientY: number, relatedTarget: Element | null = null) =>
  fire('mouseout', at, { clientY, relatedTarget });
const wait = () => vi.advanceTimersByTime(400);

beforeEach(() => {
  vi.useFakeTimers();
  exit.mockClear();
  stop = watchExit(guard, listen, exit);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('an exit', () => {
  test('is the mouse quickly out at the top, and not back in time', () => {
    move(1000, 100);
    move(1050, 50);
    out(1060, 0);
    expect(exit).not.toHaveBeenCalled();
    wait();
    expect(exit).toHaveBeenCalledOnce();
  });

  test('may be so quick that only its end is seen', () => {
    move(1000, 300);
    out(1200, 2);
    wait();
    expect(exit).toHaveBeenCalledOnce();
  });
});

describe('is none', () => {
  test('when the mouse comes back at once', () => {
    move(1000, 100);
    move(1050, 50);
    out(1060, 0);
    vi.advanceTimersByTime(200);
    move(1260, 10);
    wait();
    expect(exit).not.toHaveBeenCalled();
  });

  test('when it drifts out', () => {
    move(1000, 30);
    move(1090, 20);
    out(1180, 5);
    wait();
    expect(exit).not.toHaveBeenCalled();
  });

  test('when it rested before', () => {
    move(1000, 300);
    move(1050, 10);
    move(3000, 9);
    out(3050, 5);
    wait();
    expect(exit).not.toHaveBeenCalled();
  });

  test.each([21, 400])('at the side or the bottom, %d px down', (y) => {
    move(1000, y + 100);
    move(1050, y + 20);
    out(1060, y);
    wait();
    expect(exit).not.toHaveBeenCalled();
  });

  test('from one element to another', () => {
    move(1000, 100);
    move(1050, 20);
    out(1060, 0, document.body);
    wait();
    expect(exit).not.toHaveBeenCalled();
  });

  test.each(['touch', 'pen'])('by %s: it has no way out', (pointerType) => {
    move(1000, 18);
    move(1040, 400, pointerType);
    out(1050, 17);
    wait();
    expect(exit).not.toHaveBeenCalled();
  });

  test('after stop, not even one under way', () => {
    move(1000, 100);
    move(1050, 50);
    out(1060, 0);
    stop();
    wait();
    move(2000, 100);
    out(2050, 0);
    wait();
    expect(exit).not.toHaveBeenCalled();
  });
});

describe('by touch', () => {
  let y = 0;
  /** The page scrolls to here within this many milliseconds. */
  const scrollTo = (top: number, ms: number, byFinger = true) => {
    const from = y;
    for (let at = 50; at <= ms; at += 50) {
      y = from + ((top - from) * at) / ms;
      if (byFinger) document.dispatchEvent(new Event('touchmove'));
      document.dispatchEvent(new Event('scroll'));
      vi.advanceTimersByTime(50);
    }
    vi.advanceTimersByTime(200);
  };
  const touch = (coarse = true) => {
    stop();
    vi.stubGlobal('matchMedia', () => ({ matches: coarse }));
    vi.stubGlobal('performance', { now: () => Date.now() });
    vi.spyOn(window, 'scrollY', 'get').mockImplementation(() => y);
    y = 0;
    stop = watchExit(guard, listen, exit);
  };
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test('is a page flung down to its top', () => {
    touch();
    scrollTo(3000, 4000);
    scrollTo(0, 800);
    expect(exit).toHaveBeenCalledWith('touch');
  });

  test.each([
    ['a look at what stands higher up, at reading speed', 1800, 1500],
    ['a short flick', 2500, 200],
    ['scrolling down, however fast', 6000, 500],
  ])('is not %s', (_, top, ms) => {
    touch();
    scrollTo(3000, 4000);
    scrollTo(top, ms);
    expect(exit).not.toHaveBeenCalled();
  });

  test('is not a page that goes to its top by itself', () => {
    touch();
    scrollTo(3000, 4000);
    vi.advanceTimersByTime(2000);
    scrollTo(0, 500, false);
    expect(exit).not.toHaveBeenCalled();
  });

  test('is not what a mouse wheel does', () => {
    touch(false);
    scrollTo(3000, 4000);
    scrollTo(0, 500);
    expect(exit).not.toHaveBeenCalled();
  });
});
