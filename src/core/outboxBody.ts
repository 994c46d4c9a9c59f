import type { WaverRecord } from '../types';
import type { Entry } from './outbox';

/** What is said of a batch beside its records. */
export interface BatchFacts {
  readonly sentAt: number;
  /** Records given up since this outbox began: of several that are told, the highest counts. */
  readonly dropped: number;
  /** What the shopper has granted just now: what the receiver may do with it. */
  readonly purposes: Readonly<Record<string, boolean>>;
  /** The shop's origin. */
  readonly source: string;
}

const recordOf = ({ text }: Entry): WaverRecord => JSON.parse(text);
const iso = (at: number) => new Date(at).toISOString();

/** A batch as JSON text, and its media type. */
export const SHAPES = {
  waver: {
    media: 'application/json',
    body: (batch: readonly Entry[], { sentAt, dropped, purposes }: BatchFacts) =>
      // The texts as they are: nothing to read and write again.
      `${JSON.stringify({ v: 1, sentAt, dropped, purposes, records: [] }).slice(0, -2)}${batch.map(({ text }) => text)}]}`,
  },
  /** https://github.com/cloudevents/spec, batched content mode; attributes beyond the standard are in lower case there. */
  cloudevents: {
    media: 'application/cloudevents-batch+json',
    body: (batch: readonly Entry[], { source, dropped, purposes }: BatchFacts) =>
      JSON.stringify(
        batch.map((entry) => {
          const data = recordOf(entry);
          return {
            specversion: '1.0',
            id: entry.id,
            type: `dev.waver.${entry.type}.v1`,
            source: `${source}/#waver`,
            subject: data.visitor,
            time: iso(data.at),
            purposes: Object.keys(purposes)
              .filter((purpose) => purposes[purpose])
              .join(' '),
            ...(dropped && { dropped }),
            data,
          };
        }),
      ),
  },
  /** https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/#batch */
  segment: {
    media: 'application/json',
    body: (batch: readonly Entry[], { sentAt, dropped, purposes }: BatchFacts) =>
      JSON.stringify({
        batch: batch.map((entry) => {
          const record = recordOf(entry);
          return {
            type: 'track',
            messageId: entry.id,
            anonymousId: record.visitor,
            // `Waver Decision`: proper case is asked for.
            event: `Waver ${entry.type.replace(/^./, (first) => first.toUpperCase())}`,
            properties: record,
            context: { page: { path: record.page } },
            timestamp: iso(record.at),
          };
        }),
        sentAt: iso(sentAt),
        context: {
          library: { name: 'waver' },
          consent: { categoryPreferences: purposes },
          dropped,
        },
      }),
  },
} as const;
