import type { Destination, DestinationOptions } from './destination';

type Module = Readonly<Record<string, (options: DestinationOptions) => Destination>>;

/** Where each destination is made: in a file of its own, loaded where the shop names it, under its name in camelCase. */
const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  'data-layer': () => import('./ga4'),
  ga4: () => import('./ga4'),
  segment: () => import('./analyticsJs'),
  rudderstack: () => import('./analyticsJs'),
  jitsu: () => import('./analyticsJs'),
  'customer-io': () => import('./analyticsJs'),
  klaviyo: () => import('./klaviyo'),
  hubspot: () => import('./hubspot'),
  braze: () => import('./braze'),
  salesforce: () => import('./salesforce'),
  adobe: () => import('./adobe'),
  posthog: () => import('./posthog'),
  snowplow: () => import('./snowplow'),
  karte: () => import('./karte'),
  rtoaster: () => import('./rtoaster'),
};
export const NAMES = Object.keys(modules);

/** What makes the destination of this name; undefined: there is none. */
export const loadDestination = async (name: string) => {
  const load = NAMES.includes(name) && modules[name];
  if (load) return ((await load()) as Module)[name.replace(/-./, ([, letter = '']) => letter.toUpperCase())];
};
