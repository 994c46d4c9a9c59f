import type { WaverRecord } from '../types';
import type { Call, Destination, DestinationOptions } from './destination';

export interface Ga4Options extends DestinationOptions {
  /** Popups as GA4's internal promotions too: they are then in the shop's own reports. */
  readonly promotions?: boolean;
}

export interface DataLayerOptions extends Ga4Options {
  /** The name of the list, where it is not `dataLayer`. */
  readonly layer?: string;
}

const PROMOTIONS: Readonly<Record<string, string>> = { shown: 'view_promotion', accepted: 'select_promotion' };

/** A popup as an internal promotion: the event's name and its parameters. */
const promotionOf = (record: WaverRecord, { promotions }: Ga4Options) => {
  const event = promotions && record.type === 'outcome' && PROMOTIONS[record.outcome];
  if (!event) return;
  const { campaign } = record;
  const promotion = { promotion_id: `waver:${campaign}`, promotion_name: campaign, creative_slot: 'waver_popup' };
  // An event of this kind wants an item: here the promotion is all there is to it.
  return [event, { ...promotion, items: [{ item_id: `waver:${campaign}`, item_name: campaign }] }] as const;
};

/** Google Analytics 4 by `gtag`. https://developers.google.com/tag-platform/gtagjs/reference */
export const ga4 = (options: Ga4Options = {}): Destination => ({
  name: 'ga4',
  label: 'Google Analytics',
  purposes: ['analytics'],
  records: ['decision', 'outcome', 'experiment'],
  options,
  find() {
    const { gtag } = window as { gtag?: (...call: Call) => unknown };
    return typeof gtag === 'function' ? (call) => gtag(...call) : undefined;
  },
  // A bare `campaign` would be the one that brought the shopper here.
  calls({ name, prefixed, record }) {
    const promotion = promotionOf(record, options);
    return [['event', name, prefixed], ...(promotion ? [['event', ...promotion] as const] : [])];
  },
  // The names of Google's enhanced conversions.
  person({ emailHash, phoneHash }) {
    const hashes = Object.entries({ sha256_email_address: emailHash, sha256_phone_number: phoneHash });
    const known = hashes.filter(([, hash]) => hash);
    return known[0] ? [['set', 'user_data', Object.fromEntries(known)]] : [];
  },
});

/** Google Tag Manager, and whatever else reads the list. https://developers.google.com/tag-platform/tag-manager/datalayer */
export const dataLayer = (options: DataLayerOptions = {}): Destination => ({
  name: 'data-layer',
  label: 'Google',
  purposes: ['analytics'],
  records: ['decision', 'outcome', 'experiment'],
  options,
  find() {
    const page = window as unknown as Record<string, { push(message: unknown): unknown } | undefined>;
    const { layer = 'dataLayer' } = options;
    // Made where it is not there yet: whoever comes later reads what stands in it.
    page[layer] ??= [];
    return ([, message]) => page[layer]?.push(message);
  },
  calls({ name, fields, record }) {
    const promotion = promotionOf(record, options);
    return [
      // What an earlier message left there would be merged into this one.
      ['push', { waver: null }],
      ['push', { event: name, waver: fields }],
      ...(promotion
        ? ([
            ['push', { ecommerce: null }],
            ['push', { event: promotion[0], ecommerce: promotion[1] }],
          ] as const)
        : []),
    ];
  },
});
