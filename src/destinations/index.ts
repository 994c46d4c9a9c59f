/** For npm: what `destinations` of the options may hold, each only as far as it is imported. */
export { adobe } from './adobe';
export { customerIo, jitsu, rudderstack, segment } from './analyticsJs';
export { braze } from './braze';
export type * from './destination';
export { dataLayer, ga4 } from './ga4';
export { hubspot } from './hubspot';
export { karte } from './karte';
export { klaviyo } from './klaviyo';
export { posthog } from './posthog';
export { rtoaster } from './rtoaster';
export { salesforce } from './salesforce';
export { snowplow } from './snowplow';
