import type { Destination, DestinationOptions } from './destination';

interface Posthog {
  readonly __loaded?: boolean;
  getFeatureFlag(name: string, options: { readonly send_event: boolean }): unknown;
  get_property(name: string): unknown;
  readonly [method: string]: unknown;
}

/** https://posthog.com/docs/libraries/js */
export const posthog = (options: DestinationOptions = {}): Destination => {
  const look = () => (window as { posthog?: Posthog }).posthog;
  return {
    name: 'posthog',
    label: 'PostHog',
    purposes: ['analytics'],
    records: ['decision', 'outcome', 'experiment'],
    options,
    find() {
      const vendor = look();
      return vendor?.capture
        ? ([method, ...given]) => (vendor[method] as (...given: unknown[]) => unknown)(...given)
        : undefined;
    },
    calls: ({ name, prefixed, record }) => [['capture', name, prefixed, { timestamp: new Date(record.at) }]],
    answer: ({ properties }) => [['setPersonProperties', properties]],
    traits(names) {
      const vendor = look();
      // Feature flags come by network; what is not there when it is loaded is asked for as a property.
      if (!vendor?.__loaded) return;
      // Looked at, not shown to anybody: an exposure would be counted in the shop's own experiments.
      const flag = (key: string) => vendor.getFeatureFlag(key, { send_event: false });
      return Object.fromEntries(names.map((key) => [key, flag(key) ?? vendor.get_property(key)]));
    },
  };
};
