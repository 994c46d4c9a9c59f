import type { Purpose } from '../consent/opinion';
import type { AnswerValue, RecordType, WaverRecord } from '../types';

/** One call of a vendor's API, as plain data: so a mapping is a pure function, and can be held against the docs. */
export type Call = readonly [method: string, ...given: unknown[]];

/** Makes one call. Throws where the vendor does; what it returns is not waited for. */
export type Perform = (call: Call) => unknown;

export type Properties = Readonly<Record<string, unknown>>;

/** A record as it is told. */
export interface Told {
  /** `Waver Popup Shown` */
  readonly title: string;
  /** The same as `waver_popup_shown`. */
  readonly name: string;
  /** Those of the record's fields that may be told and are there. */
  readonly fields: Properties;
  /** The same as `waver_campaign`, for where a bare name could collide with the vendor's or the shop's own. */
  readonly prefixed: Properties;
  readonly record: WaverRecord;
}

/** An answer the shopper agreed to share, with where it comes from. */
export interface SharedAnswer {
  /** `delivery-by` */
  readonly key: string;
  /** null: it was taken back, and so is what was told of it. */
  readonly value: AnswerValue | null;
  /** `waver_delivery_by`, and beside it `…_question` as it stood on the screen, `…_purpose`, `…_given_at`; or all null. */
  readonly properties: Properties;
}

/** Who a shopper is, as the shop says: all of it as SHA-256 in lower-case hex. */
export interface Person {
  /** Of the shop's own id. */
  readonly id: string;
  readonly emailHash?: string;
  readonly phoneHash?: string;
}

/** What can be set for every destination, beside what is its own. */
export interface DestinationOptions {
  /** The tool's name as the shopper reads it in a question. */
  readonly label?: string;
  /** All of these must be granted. */
  readonly purposes?: readonly Purpose[];
  /** What is told, in the place of the default. */
  readonly records?: readonly RecordType[];
  /** Which fields of a record are told, in the place of the default. */
  readonly fields?: { readonly [T in RecordType]?: readonly string[] };
  /** Share of visitors, 0 to 1. */
  readonly sample?: number;
  /** Names of what the vendor knows of the shopper and campaigns shall know as tags. */
  readonly learn?: readonly string[];
  /** Tells the vendor whom `waver.identify` has named, where it takes hashes; needs `marketing`. */
  readonly identify?: boolean;
  /** Each call before it is made, with its record: the call as it shall be, or null for none. Code only. */
  readonly beforeSend?: (call: Call, record?: WaverRecord) => Call | null;
}

/** One tool the shop has: what it hears, in its own words. */
export interface Destination {
  /** kebab-case, as in `data-destinations`. */
  readonly name: string;
  /** As the shopper reads it: `Klaviyo`. An answer goes there only where its question named it. */
  readonly label: string;
  /** All of these must be granted. */
  readonly purposes: readonly Purpose[];
  /** What it hears, unless the shop says otherwise. */
  readonly records: readonly RecordType[];
  /** The vendor's own object, looked for anew each time; undefined: it is not there, or not yet. */
  readonly find: () => Perform | undefined;
  /** What is told → the vendor's calls. */
  readonly calls: (told: Told) => readonly Call[];
  /** An answer → profile properties. Absent: it has no profiles. */
  readonly answer?: (answer: SharedAnswer) => readonly Call[];
  /** Who the shopper is. Absent: it takes no hashes, and ids are the shop's own business. */
  readonly person?: (person: Person) => readonly Call[];
  /** What the vendor knows of this shopper under these names; undefined: not yet. Absent: it cannot be asked. */
  readonly traits?: (names: readonly string[]) => Properties | undefined;
  readonly options: DestinationOptions;
}
