import type { Destination, DestinationOptions } from './destination';

interface AdobeDataLayer {
  push(message: unknown): unknown;
  getState?(path: string): unknown;
}

/** https://github.com/adobe/adobe-client-data-layer/wiki */
export const adobe = (options: DestinationOptions = {}): Destination => {
  const look = () => window as { adobeDataLayer?: AdobeDataLayer };
  return {
    name: 'adobe',
    label: 'Adobe',
    purposes: ['analytics'],
    records: ['decision', 'outcome', 'experiment'],
    options,
    find() {
      const page = look();
      // Made where it is not there yet: Adobe's script reads what stands in it.
      page.adobeDataLayer ??= [] as AdobeDataLayer;
      return ([, message]) => page.adobeDataLayer?.push(message);
    },
    calls: ({ name, fields }) => [
      // In `eventInfo` it is told and not kept: the next event does not find it in the state.
      ['push', { event: `waver:${name.replace(/^waver_/, '').replace(/_/g, '-')}`, eventInfo: fields }],
    ],
    answer: ({ properties }) => [['push', { waver: properties }]],
    traits(names) {
      const { adobeDataLayer: layer } = look();
      if (!layer?.getState) return;
      // By path: `user.plan` becomes the tag `plan`.
      return Object.fromEntries(names.map((path) => [path.replace(/.*\./, ''), layer.getState?.(path)]));
    },
  };
};
