import { expect, test, vi } from 'vitest';

test('importing the npm door in Node does nothing: no global, no timer, no word', async () => {
  const globals = () => Reflect.ownKeys(globalThis).filter((key) => !String(key).includes('vitest'));
  const warn = vi.spyOn(console, 'warn');
  const timers = ['setTimeout', 'setInterval', 'queueMicrotask', 'fetch'] as const;
  const spies = timers.map((name) => vi.spyOn(globalThis, name));
  const before = globals();
  expect(globalThis).not.toHaveProperty('window');

  const door = await import('../../src/index');

  expect(globals()).toEqual(before);
  const source = /\/src\//;
  for (const spy of [warn, ...spies]) {
    const ours = spy.mock.contexts.length ? new Error().stack?.match(source) : null;
    expect(ours ?? null).toBeNull();
  }
  expect(Object.keys(door)).toEqual(['createWaver']);
  vi.restoreAllMocks();
});
