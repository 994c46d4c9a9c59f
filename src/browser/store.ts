/**
 * A table of keys and values by hand: idb-keyval cost 0.15 kB more of the tag, and keeps its connection open when another
 * tab wants to delete the database.
 */
import type { Warn } from './warn';

/** −1: refused, 0: nothing, not yet; 1: the shopper's answers and nothing else, 2: everything. */
export type Level = -1 | 0 | 1 | 2;

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
  /** Changes what may be written; gives back what might be before. Down, or refused: what is there is deleted. */
  allow(level: Level): Promise<Level>;
  /** Leaves nothing behind, in the database and in memory; afterwards only answers are written. */
  erase(): Promise<void>;
  /** True when a promise about the future can be kept. */
  lasting(): boolean;
}

const NAME = 'waver';
const TABLE = 'keyval';
/** Of the tables there are. What stands in them is tried when it is read; a later database is left alone. */
const VERSION = 1;
const ANSWERS = 'preferences';
/** Some browsers leave an open request hanging for ever when storage is damaged or a private window is strict. */
const PATIENCE_MS = 1000;

export const createStore = (warn: Warn): Store => {
  const memory = new Map<string, unknown>();
  let level: Level = 0;
  let broken = false;
  let database: Promise<IDBDatabase> | undefined;

  /** The work's result; undefined when storage fails, which is said once: nothing is read or written then any more. */
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await Promise.race([work(), new Promise<never>((_, no) => setTimeout(no, PATIENCE_MS, 'late'))]);
    } catch (error) {
      broken = true;
      warn('IndexedDB fails: memory only', error);
    }
  };
  /** Opening would create the database, and that is a write; so before consent, look first. */
  const exists = () => attempt(async () => (await indexedDB.databases()).some(({ name }) => name === NAME));
  const open = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(NAME, VERSION);
      request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const { result } = request;
        // When it is deleted, an open connection in any tab would keep all tabs waiting.
        result.onversionchange = result.onclose = () => {
          result.close();
          database = undefined;
        };
        resolve(result);
      };
    });
  /** In one transaction; resolves when it is done. */
  const transact = <T>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => T) =>
    attempt(async () => {
      database ??= open();
      const transaction = (await database).transaction(TABLE, mode);
      return new Promise<T>((resolve, reject) => {
        const result = work(transaction.objectStore(TABLE));
        transaction.oncomplete = () => resolve(result);
        transaction.onabort = () => reject(transaction.error);
      });
    });
  /** Answers from level 1 on, all else from 2 on. */
  const may = (key: string) => !broken && level > +!key.startsWith(ANSWERS);
  const drop = async () => {
    // Step by step, and whatever has failed before: nothing stays, and that is a promise.
    const isThere = await exists();
    if (isThere) await transact('readwrite', (table) => table.clear());
    const gone = (done: () => void) =>
      Object.assign(indexedDB.deleteDatabase(NAME), { onsuccess: done, onblocked: done, onerror: done });
    if (isThere !== false) await attempt(() => new Promise<void>(gone));
  };

  return {
    async read(key) {
      const isThere = may(key) && (level > 1 || (await exists()));
      const kept = isThere ? await transact('readonly', (table) => table.get(key)) : null;
      return kept?.result || memory.get(key);
    },
    async update(key, change) {
      let done: boolean | undefined;
      let failure: unknown;
      const once = (kept?: unknown) => {
        // Storage that answers after our patience has ended gets back what it had.
        if (done) return kept;
        done = true;
        try {
          memory.set(key, change(kept ?? memory.get(key)));
        } catch (error) {
          // The caller's, not the storage's.
          failure = error;
        }
        return memory.get(key);
      };
      if (may(key))
        await transact('readwrite', (table) => {
          const kept = table.get(key);
          kept.onsuccess = () => {
            try {
              table.put(once(kept.result), key);
            } catch {
              // What cannot be stored: an error in here would be the page's.
              table.transaction.abort();
            }
          };
        });
      once();
      if (failure) throw failure;
    },
    put(key, value) {
      memory.set(key, value);
      if (may(key))
        transact('readwrite', (table) => {
          table.put(value, key);
          table.transaction.commit?.();
        });
    },
    async allow(next) {
      // From 1 to 0 is no refusal: a consent tool has come, and nobody has answered it.
      const before = level;
      level = next;
      if (next < 0 || before - next > 1) await drop();
      return before;
    },
    async erase() {
      if (level > 1) level = 1;
      memory.clear();
      await drop();
    },
    lasting: () => level > 1 && !broken,
  };
};
