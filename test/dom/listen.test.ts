import { describe, expect, test, vi } from 'vitest';
import { createGuard } from '../../src/browser/guard';
import { createListen } from '../../src/browser/listen';
import { listen } from './given';

describe('listen', () => {
  test('hears each of the types, and after stop none', () => {
    const target = new EventTarget();
    const handle = vi.fn<(event: Event) => void>();
    const stop = listen(target, 'pointermove keydown', handle);
    target.dispatchEvent(new Event('pointermove'));
    target.dispatchEvent(new Event('keydown'));
    target.dispatchEvent(new Event('keyup'));
    expect(handle.mock.calls.map(([event]) => event.type)).toEqual(['pointermove', 'keydown']);
    stop();
    target.dispatchEvent(new Event('pointermove'));
    target.dispatchEvent(new Event('keydown'));
    expect(handle).toHaveBeenCalledTimes(2);
  });

  test('leaves as many listeners as it found: none', () => {
    const target = new EventTarget();
    const add = vi.spyOn(target, 'addEventListener');
    const remove = vi.spyOn(target, 'removeEventListener');
    listen(target, 'scroll focus', () => {})();
    expect(remove.mock.calls).toEqual(add.mock.calls);
  });

  test('is passive and hears what does not bubble', () => {
    const target = new EventTarget();
    const add = vi.spyOn(target, 'addEventListener');
    listen(target, 'scroll', () => {});
    expect(add.mock.calls[0]?.[2]).toEqual({ capture: true, passive: true });
  });

  test('throws nothing into the page', () => {
    const report = vi.fn();
    const target = new EventTarget();
    const heard = vi.fn();
    createListen(createGuard(report, () => {}))(target, 'click', () => {
      throw new Error('ours');
    });
    target.addEventListener('click', heard);
    expect(() => target.dispatchEvent(new Event('click'))).not.toThrow();
    expect(report).toHaveBeenCalledOnce();
    expect(heard).toHaveBeenCalledOnce();
  });
});
