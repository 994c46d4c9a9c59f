import type { Call, Destination, DestinationOptions, Properties } from './destination';

/** Custom variables are words, and the only thing the tag in the page takes. https://support.rtoaster.jp/ */
const track = (properties: Properties): readonly Call[] => [
  [
    'track',
    Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, [value ?? ''].flat().join(',')])),
  ],
];

export const rtoaster = (options: DestinationOptions = {}): Destination => ({
  name: 'rtoaster',
  label: 'Rtoaster',
  purposes: ['marketing'],
  // Each is counted as one more page: no more than one for each hesitation.
  records: ['decision'],
  options,
  find() {
    const { Rtoaster: vendor } = window as { Rtoaster?: { track?(variables: unknown): unknown } };
    return vendor?.track && (([, variables]) => vendor.track?.(variables));
  },
  calls: ({ name, prefixed }) => track({ waver_event: name, ...prefixed }),
  answer: ({ properties }) => track(properties),
});
