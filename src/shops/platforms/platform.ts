import type { Listen, Stop } from '../../browser/listen';
import type { Cart, PageKind } from '../../types';

/** An order as a confirmation page states it. */
export interface Order {
  readonly id: string;
  readonly value?: number;
  readonly currency?: string;
}

/** One shop system: what it lets a script know. Every method may be wrong about the page; none throws into it. */
export interface Platform {
  readonly name: string;
  /** Is the page made by it? By a global of its own, not by the address; asked at call time, and cheap. */
  detect(): boolean;
  /**
   * The cart as it is now: from the page and its storage where they hold it, else by one request to the shop's own
   * server. undefined: not to be had.
   */
  readCart(): Promise<Cart | undefined>;
  /** Calls back when the cart may have changed: a hint to read again, never a fact. */
  watch(listen: Listen, changed: () => void): Stop;
  /** What the system itself calls this page; undefined where it does not say. */
  readPage?(): PageKind | undefined;
  readOrder?(): Order | undefined;
}
