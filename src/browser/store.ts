import { get, createStore as openDatabase, type UseStore, update } from 'idb-keyval';
import type { Warn } from './warn';

/** 0: memory only, 1: the shopper's answers and nothing else, 2: everything. */
export type Level = 0 | 1 | 2;

/**
 * The only door to storage: one IndexedDB database, written no further than consent allows. Where it may not or cannot
 * write, it keeps in memory and the page view works on.
 */
export interface Store {
  /** What is kept under the key, in the database or in memory. */
  read(key: string): Promise<unknown>;
  /** Reads, changes, writes in one transaction over all tabs. `change` runs exactly once. */
  update(key: string, change: (kept: unknown) => unknown): Promise<void>;
  /** Writes without reading first, committed at once: all that a page on its way out still has time for. */
  put(key: string, value: unknown): void;
  /** Changes what may be written. Down: what is no longer allowed is deleted. */
  allow(level: Level): Promise<void>;
  /** Leaves nothing behind, in the database and in memory. */
  erase(): Promise<void>;
  /** True when a promise about the future can be kept. */
  lasting(): boolean;
}

const NAME = 'waver';
const ANSWERS = 'preferences';
/** Some browsers leave an open request hanging for ever when storage is damaged or a private window is strict. */
const PATIENCE_MS = 1000;

/** Opening would create the database, and that is a write; so before consent, look first. */
const exists = () =>
  indexedDB.databases().then(
    (all) => all.some(({ name }) => name === NAME),
    () => false,
  );

export const createStore = (warn: Warn): Store => {
  const memory = new Map<string, unknown>();
  let level: Level = 0;
  let broken = false;
  let database: UseStore | undefined;

  /** The work's result; undefined when storage fails, which is said once and not tried again. */
  const attempt = async <T>(work: (use: UseStore) => Promise<T>): Promise<T | undefined> => {
    try {
      if (!broken) {
        database ??= openDatabase(NAME, 'keyval');
        return await Promise.race([
          work(database),
          new Promise<never>((_, no) => setTimeout(no, PATIENCE_MS, 'no answer')),
        ]);
      }
    } catch (error) {
      broken = true;
      warn('IndexedDB does not work here: Waver remembers this page only', error);
    }
  };
  /** In one transaction; resolves when it is done. */
  const write = (work: (store: IDBObjectStore) => void) =>
    attempt((use) =>
      use(
        'readwrite',
        (store) =>
          new Promise<IDBDatabase>((resolve, reject) => {
            const { transaction } = store;
            work(store);
            transaction.oncomplete = () => resolve(transaction.db);
            transaction.onabort = reject;
          }),
      ),
    );
  const may = (key: string) => level === 2 || (level === 1 && key === ANSWERS);
  const drop = async () => {
    if (broken || !(await exists())) return;
    (await write((store) => store.clear()))?.close();
    database = undefined;
    // Blocked by another tab, it is done when that one closes; it is empty already.
    await new Promise((done) => {
      Object.assign(indexedDB.deleteDatabase(NAME), { onsuccess: done, onblocked: done, onerror: done });
    });
  };

  return {
    async read(key) {
      const kept = may(key) && (level === 2 || (await exists())) && (await attempt((use) => get(key, use)));
      return kept || memory.get(key);
    },
    async update(key, change) {
      let done = false;
      const once = (kept?: unknown) => {
        if (!done) memory.set(key, change(kept ?? memory.get(key)));
        done = true;
        return memory.get(key);
      };
      if (may(key)) await attempt((use) => update(key, once, use));
      once();
    },
    put(key, value) {
      memory.set(key, value);
      if (may(key))
        write((store) => {
          store.put(value, key);
          store.transaction.commit?.();
        });
    },
    async allow(next) {
      const less = next < level;
      level = next;
      if (less) await drop();
    },
    async erase() {
      memory.clear();
      await drop();
    },
    lasting: () => level === 2 && !broken,
  };
};
