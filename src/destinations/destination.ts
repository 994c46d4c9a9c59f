import type { Purpose } from '../consent/opinion';
import type { AnswerValue, RecordType, WaverRecord } from '../types';

/** One call of a vendor's API, as plain data: so a mapping is a pure function, and can be held against the docs. */
export type Call = readonly [method: string, ...given: unknown[]];

/** Makes one call. Throws where the vendor does. */
export type Perform = (call: Call) => void;

/** An answer the shopper agreed to share, with where it comes from. */
export interface SharedAnswer {
  readonly key: string;
  readonly value: AnswerValue;
  readonly question: string;
  readonly purpose: string;
  /** ms since 1970 */
  readonly givenAt: number;
}

/** Who a shopper is, in the vendor's terms. Hashes are SHA-256 in lower-case hex. */
export interface Person {
  /** The shop's own id of the shopper. */
  readonly id: string;
  readonly emailHash?: string;
  readonly phoneHash?: string;
}

/** One tool the shop has: what it hears, in its own words. */
export interface Destination {
  /** kebab-case, as in `data-destinations`. */
  readonly name: string;
  /** As the shopper reads it: `Klaviyo`. An answer goes there only where its question named it. */
  readonly label: string;
  /** All of these must be granted. */
  readonly purposes: readonly Purpose[];
  /** The vendor's own object, looked for anew each time; undefined: it is not there, or not yet. */
  readonly find: () => Perform | undefined;
  /** Record → calls; of types that are not in it nothing is told. */
  readonly events: { readonly [T in RecordType]?: (record: WaverRecord<T>) => readonly Call[] };
  /** Answers → profile properties. Absent: it has no profiles. */
  readonly profile?: (answers: readonly SharedAnswer[]) => readonly Call[];
  readonly person?: (person: Person) => readonly Call[];
  /** What the vendor knows of this shopper, where it can be asked. */
  readonly traits?: () => Readonly<Record<string, unknown>> | undefined;
}
