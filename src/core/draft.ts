import type { Bodies, RecordType, Showing, Signal, Visit, WaverRecord } from '../types';

/** What one signal leads to. */
export interface Step {
  readonly visit: Visit;
  /** To be told, in this order. */
  readonly records: readonly WaverRecord[];
  /** To be put on the page. */
  readonly showing?: Showing;
}

/** The visit while one signal is worked into it, and the way to tell a record. */
export const draftOf = (before: Visit, signal: Signal) => {
  // Time never runs back: a late signal counts as now.
  const at = Math.max(before.at, signal.at);
  const visit: { -readonly [K in keyof Visit]: Visit[K] } = { ...before, at };
  const records: WaverRecord[] = [];
  const { id, visitor } = visit;
  const tell = <T extends RecordType>(type: T, body: Bodies[T]) => {
    const record = { v: 1, id: `${visit.view}-${++visit.told}`, type, at, visitor, visit: id, page: visit.path };
    records.push({ ...record, ...body } as WaverRecord);
  };
  return { at, visit, records, tell };
};
