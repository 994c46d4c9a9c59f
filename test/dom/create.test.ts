import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { create } from '../../src/create';
import type { Door } from '../../src/door';
import { readOptions } from '../../src/options';
import type { Waver } from '../../src/types';
import { createWarnSpy } from './given';

/** All of the tag's first file, and of the others only those that the test hands out: mind.js is blocked, the rest never come. */

let waver: Waver;
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  waver.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const start = async (options: Record<string, unknown> = {}) => {
  const warn = createWarnSpy();
  const load = vi.fn((chunk: string) =>
    chunk === 'mind' ? Promise.reject(new Error('blocked')) : new Promise<never>(() => {}),
  );
  const made = create(readOptions(options).settings, { version: '1', load: load as Door['load'] }, warn);
  waver = made.waver;
  let isReady = false;
  waver.on('ready', () => {
    isReady = true;
  });
  made.begin();
  await vi.waitFor(() => expect(isReady).toBe(true), { timeout: 5000 });
  const said = () => warn.mock.calls.map(([text]) => text);
  return { load, said };
};

test('mind.js cannot be had: that is said, every call answers nothing, and the rest works on', async () => {
  const { load, said } = await start();
  for (let i = 0; i < 6; i++) {
    expect(await waver.preferences.get('size')).toBeUndefined();
    expect(await waver.preferences.set('size', 'M')).toBeUndefined();
    await waver.show('question');
    waver.moment('hesitates');
    await new Promise((done) => setTimeout(done));
  }
  expect(said()).toEqual(['mind.js']);
  expect(load.mock.calls.filter(([chunk]) => chunk === 'mind')).toHaveLength(1);
  expect(waver.score()).toBeNull();
  expect(waver.record()?.signals.filter(({ type }) => type === 'custom')).toHaveLength(6);
});

test('a browser that refuses channels to other tabs: this one works alone', async () => {
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      constructor() {
        throw new DOMException('denied', 'SecurityError');
      }
    },
  );
  const { said } = await start({ consent: 'granted' });
  waver.moment('hesitates');
  expect(waver.record()?.signals.some(({ type }) => type === 'custom')).toBe(true);
  await vi.waitFor(() => expect(said()).toEqual(['mind.js']));
});

test('at every level other tabs hear that all was erased, and this one that another has erased', async () => {
  for (const consent of ['auto', 'required', 'granted']) {
    const { BroadcastChannel } = globalThis;
    const opened: BroadcastChannel[] = [];
    vi.stubGlobal(
      'BroadcastChannel',
      class extends BroadcastChannel {
        constructor(name: string) {
          super(name);
          opened.push(this);
        }
      },
    );
    await start({ consent });
    expect(opened.map(({ name }) => name)).toEqual(['waver']);
    waver.moment('hesitates');
    const before = waver.record()?.start.visitor;
    opened[0]?.onmessage?.({ data: true } as MessageEvent);
    await vi.waitFor(() => expect(waver.record()?.start.visitor).not.toBe(before));
    expect(waver.record()?.signals.some(({ type }) => type === 'custom')).toBe(false);
    waver.stop();
  }
});

test('a refusal after storage has stumbled: all tabs are told, and nothing of the visit stays', async () => {
  const other = new BroadcastChannel('waver');
  const heard: unknown[] = [];
  other.onmessage = ({ data }) => heard.push(data);
  const { said } = await start({ consent: 'granted' });
  await vi.waitFor(async () => expect(await indexedDB.databases()).toHaveLength(1));
  const before = waver.record()?.start.visitor;
  const fails = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('no', 'UnknownError');
  });
  waver.moment('hesitates');
  await vi.waitFor(() => expect(said()).toContain('IndexedDB fails: memory only'));
  fails.mockRestore();
  waver.consent('denied');
  await vi.waitFor(async () => expect(await indexedDB.databases()).toEqual([]));
  await vi.waitFor(() => expect(heard).toContain(true));
  await vi.waitFor(() => expect(waver.record()?.start.visitor).not.toBe(before));
  other.close();
});

test.each([false, '', 0, null, undefined])('consent(%j) is a refusal: what was kept is gone', async (word) => {
  await start({ consent: 'granted' });
  await vi.waitFor(async () => expect(await indexedDB.databases()).toHaveLength(1));
  waver.consent(word as never);
  await vi.waitFor(async () => expect(await indexedDB.databases()).toEqual([]));
});
