import type { Guard } from '../browser/guard';
import type { Store } from '../browser/store';
import type { Warn } from '../browser/warn';
import type { Purpose } from '../consent/opinion';
import type { Entry, Outbox } from '../core/outbox';
import { verdictOf } from '../core/outboxAnswer';
import { SHAPES } from '../core/outboxBody';
import { entryOf } from '../core/outboxEntry';
import { createOutbox } from '../outbox/createOutbox';
import { createPost } from '../outbox/createPost';
import type { RunningVisit } from '../runVisit';
import type { RecordType, WaverRecord } from '../types';

/** The shop's own receiver. In the tag its address alone: `data-webhook`; in code or `data-config` all of this. */
export interface WebhookOptions {
  /** Where batches are posted. */
  readonly url: string;
  /** How a batch looks. Absent: `waver`. */
  readonly shape?: 'waver' | 'cloudevents' | 'segment';
  /** Which records go. Absent: all but `ready`, and of scores the first of each page. */
  readonly records?: readonly RecordType[];
  /** Compresses each batch; from another origin it must be allowed there: `Content-Encoding` is no simple header. */
  readonly gzip?: boolean;
  /** Headers for a batch, such as a signature the shop's own server gives: code only. No secret belongs into a page. */
  readonly sign?: (body: string) => Promise<Readonly<Record<string, string>>>;
}

interface WebhookParts {
  readonly config: WebhookOptions;
  readonly guard: Guard;
  readonly warn: Warn;
  readonly store: Store;
  /** What the shopper has granted just now. Nothing is taken or sent without `analytics`. */
  readonly purposes: () => Readonly<Record<Purpose, boolean>>;
  readonly visit?: () => RunningVisit | undefined;
  readonly now?: () => number;
  /** Chance, from 0 to below 1. */
  readonly random?: () => number;
}

export interface Webhook {
  /** A record that may go: it is kept at once and sent with the next batch. Is it? */
  hear(record: WaverRecord): boolean | undefined;
  /** Purposes may have changed: without `analytics` the queue is dropped, in the storage too. */
  consentChanged(): void;
  /** The shopper erases: drops all that is not acknowledged, here and in the storage. */
  forget(): void;
  stop(): void;
}

/** A consent tool that has not said yes by then will not, or is asking; until then its silence deletes nothing. */
const GRACE_MS = 5000;

/**
 * The shop's own receiver: what may go is kept on the device until it is acknowledged there. docs/WEBHOOK.md says what the
 * receiver gets, and what it can rely on.
 */
export const createWebhook = (parts: WebhookParts): Webhook => {
  const { config, guard, warn, store, purposes, visit, now = Date.now, random = Math.random } = parts;
  const { shape = 'waver', records, sign } = config;
  const { href, origin } = new URL(config.url, location.href);
  const { media, body } = SHAPES[shape] ?? SHAPES.waver;
  const send = createPost({ ...config, url: href, media });
  const may = () => purposes().analytics;
  /** The page whose first score has gone. */
  let scored: string | undefined;

  const written = (batch: readonly Entry[], { dropped }: Outbox) =>
    body(batch, { sentAt: now(), dropped, purposes: purposes(), source: location.origin });
  const outbox = createOutbox({
    store,
    guard,
    now,
    random,
    to: origin,
    may,
    post: (batch, box, controller) => send(written(batch, box), controller),
    // No header can go with a beacon, so no signature.
    beacon: (batch, box) => !sign && !!navigator.sendBeacon?.(href, written(batch, box)),
    settled({ status }, before, after) {
      if (after.dropped > before.dropped) warn(`webhook: ${status}, records are dropped`);
      else if (verdictOf(status) === 'closed') warn(`webhook: ${status}, tries again in an hour`);
    },
  });
  if (!SHAPES[shape]) warn(`webhook.shape="${shape}": expected ${Object.keys(SHAPES).join(', ')}; waver is used`);
  /** Who is signed in, while that may not be told. */
  let untold: WaverRecord | undefined;
  const hear = guard((record: WaverRecord) => {
    const view = record.id.split('-')[0];
    const entry = may() && entryOf(record, records, scored === view);
    if (record.type === 'identity') untold = entry ? undefined : record;
    if (!entry) return false;
    if (record.type === 'score') scored = view;
    outbox.add(entry);
    return true;
  });
  let was = false;
  let isLate = false;
  const consentChanged = () => {
    const { analytics, functional } = purposes();
    if (analytics) {
      outbox.start();
      // Unless it was another shopper, or all was erased since.
      if (untold && untold.visitor === visit?.()?.visit().visitor) hear(untold);
    }
    // Refused here, or on a page without Waver.
    else if (was || (isLate && functional)) outbox.forget();
    was = analytics;
  };
  consentChanged();
  const timer = setTimeout(() => {
    isLate = true;
    if (!may()) consentChanged();
  }, GRACE_MS);
  return {
    hear,
    consentChanged,
    forget: outbox.forget,
    stop() {
      clearTimeout(timer);
      outbox.stop();
    },
  };
};
