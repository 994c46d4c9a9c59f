import type { RecordType, WaverRecord } from '../types';
import type { Entry } from './outbox';

/** Of a decision as many reasons as a popup's "why am I seeing this?" could name. */
const REASONS = 3;

/** Nine digits are more than any figure here is known to, and money of millions keeps its cents. */
const shorten = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value;

/**
 * What goes where the shop has not chosen: enough to count by and to learn from in 4 kB a visit. Of scores one for each
 * page view, the first, as what is known (`evidence`): reasons and shares follow from that and the model.
 */
const usual = (record: WaverRecord, isScored: boolean): object | undefined => {
  if (record.type === 'ready' || (record.type === 'score' && isScored)) return;
  if (record.type === 'score') {
    const { intents: _, because: __, intentBecause: ___, ...rest } = record;
    return rest;
  }
  return record.type === 'decision' ? { ...record, because: record.because.slice(0, REASONS) } : record;
};

/** A record as it is kept and sent; undefined: it is not. `types`: the shop's choice, of which each goes whole. */
export const entryOf = (
  record: WaverRecord,
  types: readonly RecordType[] | undefined,
  isScored: boolean,
): Entry | undefined => {
  const { id, type } = record;
  const told = types ? (types.includes(type) ? record : undefined) : usual(record, isScored);
  return told && { id, type, text: JSON.stringify(told, types ? undefined : shorten) };
};
