import { own } from '../core/own';
import type { RecordType, WaverRecord } from '../types';
import type { DestinationOptions, Told } from './destination';

/** What is told of a record, unless the shop says otherwise. Of types that are not here nothing is ever told. */
export const FIELDS: { readonly [T in RecordType]?: readonly string[] } = {
  decision: ['campaign', 'intent', 'churn', 'arm'],
  outcome: ['campaign', 'intent', 'outcome', 'arm'],
  experiment: ['experiment', 'variant', 'campaign'],
  purchase: ['order', 'value', 'currency'],
  moment: ['kind', 'topic', 'strength'],
  score: ['churn', 'intent'],
};

/** What others call it; so do the tools that read experiments. */
const NAMES: Readonly<Record<string, string>> = {
  experiment: 'experiment_id',
  variant: 'variation_id',
  order: 'order_id',
};

/** What it is called; undefined: it is nothing to tell. */
const titleOf = (record: WaverRecord): string | undefined => {
  switch (record.type) {
    case 'decision':
      // Whoever is held back for comparison hesitates as much as who sees the popup; other holds say nothing new.
      return record.show || record.hold === 'holdout' ? 'Waver Hesitation Noticed' : undefined;
    case 'outcome': {
      const { outcome } = record;
      const end = outcome[0]?.toUpperCase() + outcome.slice(1);
      return outcome === 'failed' ? undefined : `Waver ${/^(pur|ch)/.test(outcome) ? 'Visit' : 'Popup'} ${end}`;
    }
    case 'experiment':
      return 'Experiment Viewed';
    case 'purchase':
      return 'Waver Order Seen';
    case 'moment':
      return 'Waver Moment Noticed';
    case 'score':
      return 'Waver Score Changed';
  }
};

/** A record as destinations are told it; undefined: they are not. Shares are told in hundredths: more would be noise. */
export const tellable = (record: WaverRecord, { fields }: DestinationOptions): Told | undefined => {
  const title = titleOf(record);
  if (!title) return;
  const given = (fields?.[record.type] ?? FIELDS[record.type] ?? []).flatMap((key) => {
    const value = own(record as unknown as Record<string, unknown>, key);
    const short = /^(churn|strength)$/.test(key) ? Math.round(100 * (value as number)) / 100 : value;
    return value === undefined || value === null ? [] : [[own(NAMES, key) ?? key, short] as const];
  });
  return {
    title,
    name: title.toLowerCase().replace(/ /g, '_'),
    fields: Object.fromEntries(given),
    prefixed: Object.fromEntries(given.map(([key, value]) => [/^(exp|var)/.test(key) ? key : `waver_${key}`, value])),
    record,
  };
};
