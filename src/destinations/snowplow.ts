import type { Destination, DestinationOptions } from './destination';

export interface SnowplowOptions extends DestinationOptions {
  /** The name of the tracker's function, where it is not `snowplow`. */
  readonly tracker?: string;
}

/** https://docs.snowplow.io/docs/sources/web-trackers/custom-tracking-using-schemas/ */
export const snowplow = (options: SnowplowOptions = {}): Destination => ({
  name: 'snowplow',
  label: 'Snowplow',
  purposes: ['analytics'],
  records: ['decision', 'outcome', 'experiment'],
  options,
  find() {
    const page = window as unknown as Record<string, ((...given: unknown[]) => unknown) | undefined>;
    const tracker = page[options.tracker ?? 'snowplow'];
    return typeof tracker === 'function' ? (call) => tracker(...call) : undefined;
  },
  calls({ fields, record: { type, at } }) {
    const event = { schema: `iglu:dev.waver/${type}/jsonschema/1-0-0`, data: fields };
    return [['trackSelfDescribingEvent', { event, timestamp: { type: 'ttm', value: at } }]];
  },
});
