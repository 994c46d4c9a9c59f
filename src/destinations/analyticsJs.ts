import type { Destination, DestinationOptions, Properties } from './destination';

/**
 * What analytics.js began and its cousins kept: `track`, `identify`, and the names of events. Before the script has come
 * there is a list with these methods, which keeps what is called.
 */
const analyticsJs =
  (name: string, label: string, purpose: 'analytics' | 'marketing', global: string) =>
  (options: DestinationOptions = {}): Destination => {
    const look = () =>
      (window as unknown as Record<string, Record<string, ((...given: unknown[]) => unknown) | undefined> | undefined>)[
        global
      ];
    return {
      name,
      label,
      purposes: [purpose],
      records: purpose === 'marketing' ? ['decision', 'outcome'] : ['decision', 'outcome', 'experiment'],
      options,
      find() {
        const analytics = look();
        return analytics?.track ? ([method, ...given]) => analytics[method]?.(...given) : undefined;
      },
      calls({ title, fields, record }) {
        // The same instant by each cousin's name for it, as it may be told late.
        const timestamp = new Date(record.at).toISOString();
        return [['track', title, fields, { timestamp, originalTimestamp: timestamp }]];
      },
      answer: ({ properties }) => [['identify', properties]],
      traits(names) {
        const analytics = look();
        // Segment and Customer.io, Jitsu; RudderStack.
        const { traits: known } = Object(analytics?.user?.()) as { traits?: Properties | (() => Properties) };
        const traits = typeof known === 'function' ? known() : (known ?? (analytics?.getUserTraits?.() as Properties));
        return traits && Object.fromEntries(names.map((key) => [key, traits[key]]));
      },
    };
  };

/** https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/ */
export const segment = analyticsJs('segment', 'Segment', 'analytics', 'analytics');

/** https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-javascript-sdk/ */
export const rudderstack = analyticsJs('rudderstack', 'RudderStack', 'analytics', 'rudderanalytics');

/** https://docs.jitsu.com/sending-data/html */
export const jitsu = analyticsJs('jitsu', 'Jitsu', 'analytics', 'jitsu');

/** https://docs.customer.io/integrations/data-in/connections/javascript/js-source/ */
export const customerIo = analyticsJs('customer-io', 'Customer.io', 'marketing', 'cioanalytics');
