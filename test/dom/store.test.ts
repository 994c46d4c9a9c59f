import { IDBFactory } from 'fake-indexeddb';
import { entries, createStore as openDatabase, set } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore, type Level, type Store } from '../../src/browser/store';
import { createWarnSpy } from './given';

const given = async (level: Level) => {
  const warn = createWarnSpy();
  const store = createStore(warn);
  await store.allow(level);
  return { warn, store };
};
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);
/** Another page's connection, closed when that page is gone. */
const openElsewhere = async () => {
  const use = openDatabase('waver', 'keyval');
  const database = await use('readonly', ({ transaction }) => Promise.resolve(transaction.db));
  return { use, close: () => database.close() };
};
const keptBefore = async (key: string, value: unknown) => {
  const { use, close } = await openElsewhere();
  await set(key, value, use);
  close();
};
/** Looked at from outside; never makes the database by looking. */
const kept = async () => {
  if (!(await databases()).includes('waver')) return {};
  const { use, close } = await openElsewhere();
  const all = Object.fromEntries(await entries(use));
  close();
  return all;
};
const add = (count: unknown) => Number(count ?? 0) + 1;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('level 0', () => {
  test('writes nothing at all, and remembers in memory', async () => {
    const { store, warn } = await given(0);
    await store.update('visit', () => 'a');
    await store.update('preferences', () => 'b');
    store.put('visit', 'c');
    expect(await Promise.all(['visit', 'preferences', 'other'].map(store.read))).toEqual(['c', 'b', undefined]);
    await store.erase();
    expect(await databases()).toEqual([]);
    expect(store.lasting()).toBe(false);
    expect(warn).not.toHaveBeenCalled();
  });

  test('does not read what was kept before', async () => {
    await keptBefore('visit', 'a');
    expect(await (await given(0)).store.read('visit')).toBeUndefined();
  });
});

describe('level 1', () => {
  test('makes no database by reading', async () => {
    const { store } = await given(1);
    expect(await store.read('preferences')).toBeUndefined();
    expect(await store.read('visit')).toBeUndefined();
    expect(await databases()).toEqual([]);
  });

  test('writes the shopper’s answers and nothing else', async () => {
    const { store } = await given(1);
    await store.update('visit', () => 'a');
    store.put('visitor', 'b');
    await store.update('attention', () => 'c');
    expect(await databases()).toEqual([]);
    await store.update('preferences', () => 'd');
    expect(await kept()).toEqual({ preferences: 'd' });
    expect(store.lasting()).toBe(false);
  });

  test('finds the answers of the last page, and not the visit', async () => {
    await keptBefore('preferences', 'a');
    await keptBefore('visit', 'b');
    const { store } = await given(1);
    expect(await store.read('preferences')).toBe('a');
    expect(await store.read('visit')).toBeUndefined();
  });
});

describe('level 2', () => {
  test('writes everything and finds it on the next page', async () => {
    const { store } = await given(2);
    await store.update('visit', () => 'a');
    store.put('visitor', 'b');
    await vi.waitFor(async () => expect(await kept()).toEqual({ visit: 'a', visitor: 'b' }));
    const { store: next } = await given(2);
    expect(await Promise.all(['visit', 'visitor'].map(next.read))).toEqual(['a', 'b']);
    expect(next.lasting()).toBe(true);
  });

  test('tabs that change the same thing at once lose nothing', async () => {
    const tabs = await Promise.all([given(2), given(2), given(2)]);
    await Promise.all(tabs.map(({ store }) => store.update('count', add)));
    expect(await kept()).toEqual({ count: 3 });
  });
});

describe('a level that rises', () => {
  test('writes from then on, and goes on with what is in memory', async () => {
    const { store } = await given(0);
    await store.update('count', add);
    await store.allow(2);
    expect(await databases()).toEqual([]);
    await store.update('count', add);
    expect(await kept()).toEqual({ count: 2 });
  });
});

describe('a level that falls', () => {
  test.each<[Level, Level]>([
    [2, 0],
    [1, -1],
  ])('from %d to %d deletes the database, and the page works on', async (from, to) => {
    const { store } = await given(from);
    await store.update('preferences', () => 'a');
    expect(await databases()).toEqual(['waver']);
    await store.allow(to);
    await vi.waitFor(async () => expect(await databases()).toEqual([]));
    expect(await store.read('preferences')).toBe('a');
    await store.update('preferences', () => 'b');
    expect(await databases()).toEqual([]);
  });

  test('from 1 to 0 deletes nothing: a consent tool has come, and nobody has answered it', async () => {
    await keptBefore('visit', 'a');
    const { store } = await given(1);
    await store.allow(0);
    await store.allow(2);
    expect(await store.read('visit')).toBe('a');
  });

  test('deletes what an earlier page wrote', async () => {
    await keptBefore('visit', 'a');
    const { store } = await given(2);
    await store.allow(0);
    expect(await kept()).toEqual({});
  });

  test('to a refusal deletes what an earlier page wrote, though this page may write nothing', async () => {
    await keptBefore('visit', 'a');
    const { store } = await given(-1);
    expect(await databases()).toEqual([]);
    await store.update('preferences', () => 'b');
    store.put('visit', 'c');
    expect(await store.read('preferences')).toBe('b');
    expect(await databases()).toEqual([]);
  });

  test('to nothing yet, from the start, deletes nothing', async () => {
    await keptBefore('visit', 'a');
    await given(0);
    expect(await kept()).toEqual({ visit: 'a' });
  });

  test('and rises again finds nothing of before', async () => {
    const { store } = await given(2);
    await store.update('visit', () => 'a');
    await store.allow(0);
    await store.allow(2);
    await store.update('other', () => 'b');
    expect(await kept()).toEqual({ other: 'b' });
  });
});

describe('erase', () => {
  test.each<Level>([0, 1, 2])('at level %d leaves no database and no memory', async (level) => {
    await keptBefore('visit', 'old');
    const { store, warn } = await given(level);
    await store.update('preferences', () => 'a');
    await store.erase();
    expect(await databases()).toEqual([]);
    expect(await Promise.all(['visit', 'preferences'].map(store.read))).toEqual([undefined, undefined]);
    expect(warn).not.toHaveBeenCalled();
  });

  test('is followed by no more than answers, until consent is given anew', async () => {
    const { store } = await given(2);
    await store.erase();
    await store.update('visit', () => 'a');
    expect(await databases()).toEqual([]);
    expect(store.lasting()).toBe(false);
    await store.update('preferences', () => 'b');
    expect(await kept()).toEqual({ preferences: 'b' });
    await store.allow(2);
    await store.update('visit', () => 'c');
    expect(await kept()).toEqual({ preferences: 'b', visit: 'c' });
  });

  test('keeps no other tab waiting, nor the pages to come', async () => {
    const other = await given(2);
    await other.store.update('visit', () => 'old');
    const { store } = await given(2);
    await store.erase();
    const next = await given(2);
    await next.store.update('preferences', () => 'new');
    await other.store.update('visitor', () => 'me');
    expect([other.warn.mock.calls, next.warn.mock.calls]).toEqual([[], []]);
    expect([other.store.lasting(), next.store.lasting()]).toEqual([true, true]);
    expect(await kept()).toEqual({ preferences: 'new', visitor: 'me' });
  });
});

describe('update', () => {
  test.each<Level>([0, 1, 2])('runs its change exactly once at level %d', async (level) => {
    const { store } = await given(level);
    const change = vi.fn(add);
    await store.update('preferences', change);
    expect(change).toHaveBeenCalledOnce();
    expect(await store.read('preferences')).toBe(1);
  });

  test('hands in what is kept', async () => {
    await keptBefore('visit', 'a');
    const change = vi.fn(() => 'b');
    await (await given(2)).store.update('visit', change);
    expect(change).toHaveBeenCalledExactlyOnceWith('a');
  });

  test('a change that throws is run once, and is not blamed on the storage', async () => {
    const { store, warn } = await given(2);
    await store.update('visit', () => 'a');
    const change = vi.fn(() => {
      throw new Error('ours');
    });
    await expect(store.update('visit', change)).rejects.toThrow('ours');
    expect(change).toHaveBeenCalledOnce();
    expect(warn).not.toHaveBeenCalled();
    expect(store.lasting()).toBe(true);
  });
});

describe('what failed before keeps nothing from being deleted', () => {
  /** Another tab's work in the same table, on and on until it is let go. */
  const hold = async () => {
    const { use, close } = await openElsewhere();
    let isHeld = true;
    const work = use(
      'readwrite',
      (table) =>
        new Promise<void>((done) => {
          const goOn = () => {
            if (isHeld) table.get('visit').onsuccess = goOn;
            else done();
          };
          goOn();
        }),
    );
    return async () => {
      isHeld = false;
      await work;
      close();
    };
  };

  test.each<[string, (store: Store) => Promise<unknown>]>([
    ['erase', (store) => store.erase()],
    ['a refusal', (store) => store.allow(-1)],
    ['consent taken back', (store) => store.allow(0)],
  ])('%s after one transaction that came late', async (_, leave) => {
    const { store, warn } = await given(2);
    await store.update('visit', () => 'a');
    const letGo = await hold();
    await store.update('visit', () => 'b');
    expect(warn).toHaveBeenCalledExactlyOnceWith('IndexedDB fails: memory only', 'late');
    expect(store.lasting()).toBe(false);
    await letGo();
    expect(await databases()).toEqual(['waver']);
    await leave(store);
    expect(await databases()).toEqual([]);
    // What was kept in memory only is so from here on.
    await store.update('preferences', () => 'c');
    expect(await databases()).toEqual([]);
    expect(await store.read('preferences')).toBe('c');
  });

  test.each<[string, (store: Store) => Promise<unknown>]>([
    ['erase', (store) => store.erase()],
    ['a refusal', (store) => store.allow(-1)],
  ])('%s in a browser without databases(), as Firefox before 126', async (_, leave) => {
    const { databases: known } = IDBFactory.prototype;
    const factory = Object.assign(new IDBFactory(), { databases: undefined });
    vi.stubGlobal('indexedDB', factory);
    const names = async () => (await known.call(factory as unknown as IDBFactory)).map(({ name }) => name);
    const empty = await given(0);
    await leave(empty.store);
    expect(await names()).toEqual([]);
    const { store } = await given(2);
    await store.update('visit', () => 'a');
    expect(await names()).toEqual(['waver']);
    await leave(store);
    expect(await names()).toEqual([]);
  });
});

test('allow gives back what was allowed before', async () => {
  const { store } = await given(0);
  expect([await store.allow(2), await store.allow(-1), await store.allow(1)]).toEqual([0, 2, -1]);
  await store.allow(2);
  await store.erase();
  expect(await store.allow(2)).toBe(1);
});

/** Storage as browsers have it on bad days. */
const request = (event: 'onsuccess' | 'onerror' | null) => {
  const pending: Record<string, unknown> = { error: new Error('damaged') };
  if (event) setTimeout(() => (pending[event] as (() => void) | undefined)?.());
  return pending;
};
const KNOWN = { databases: async () => [{ name: 'waver' }], deleteDatabase: () => request('onsuccess') };
const refuse = () => {
  throw new DOMException('no', 'SecurityError');
};
const BROKEN: Record<string, () => unknown> = {
  'open throws': () => ({ ...KNOWN, open: refuse }),
  'open fails': () => ({ ...KNOWN, open: () => request('onerror') }),
  'open hangs': () => ({ ...KNOWN, open: () => request(null) }),
  'databases() rejects': () => ({ ...KNOWN, databases: async () => refuse(), open: () => request('onerror') }),
  'databases() throws': () => ({ ...KNOWN, databases: refuse, open: () => request('onerror') }),
  'databases() hangs': () => ({ ...KNOWN, databases: () => new Promise(() => {}), open: () => request('onerror') }),
  'open fails, and there is no databases()': () => ({ open: () => request('onerror') }),
  'there is no indexedDB': () => undefined,
};

describe.each(Object.entries(BROKEN))('where %s', (_, create) => {
  /** A minute passes, and by then it is done, or it never will be. */
  const inTime = async <T>(work: Promise<T>): Promise<T | 'hangs'> => {
    const late = new Promise<'hangs'>((done) => setTimeout(done, 60_000, 'hangs'));
    const first = Promise.race([work, late]);
    first.catch(() => {});
    await vi.advanceTimersByTimeAsync(60_000);
    return first;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', create());
  });

  test.each<Level>([0, 1, 2])('level %d works in memory, and says so at most once', async (level) => {
    const { store, warn } = await given(level);
    expect(await inTime(store.read('preferences'))).toBeUndefined();
    const change = vi.fn(add);
    expect(await inTime(store.update('preferences', change))).toBeUndefined();
    expect(await inTime(store.update('visit', add))).toBeUndefined();
    store.put('visitor', 'me');
    expect(change).toHaveBeenCalledOnce();
    expect(await inTime(Promise.all(['preferences', 'visit', 'visitor'].map(store.read)))).toEqual([1, 1, 'me']);
    expect(store.lasting()).toBe(false);
    expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
    if (level === 2) expect(warn).toHaveBeenCalledWith(expect.stringContaining('IndexedDB'), expect.anything());
  });

  test('erase and a withdrawn consent come to an end', async () => {
    const { store } = await given(2);
    store.put('visit', 'a');
    expect(await inTime(store.allow(0))).toBe(2);
    expect(await inTime(store.erase())).toBeUndefined();
    expect(await inTime(store.read('visit'))).toBeUndefined();
  });
});

test('a database of a later version is left alone: memory only, and said', async () => {
  const request = indexedDB.open('waver', 7);
  await new Promise((done) => Object.assign(request, { onsuccess: done }));
  request.result.close();
  const { store, warn } = await given(2);
  await store.update('preferences', () => 'a');
  expect(await store.read('preferences')).toBe('a');
  expect(store.lasting()).toBe(false);
  expect(warn).toHaveBeenCalledWith('IndexedDB fails: memory only', expect.objectContaining({ name: 'VersionError' }));
  expect(await indexedDB.databases()).toMatchObject([{ name: 'waver', version: 7 }]);
});

test('what cannot be stored stays in memory, and throws nothing into the page', async () => {
  const { store, warn } = await given(2);
  const odd = { run: () => 1 };
  await store.update('preferences', () => odd);
  expect(await store.read('preferences')).toBe(odd);
  expect(warn).toHaveBeenCalledTimes(1);
});
