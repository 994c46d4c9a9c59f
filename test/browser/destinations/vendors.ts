/**
 * The vendors' own packages, each set up in a page as its documentation says, and what of its requests is looked at. What
 * changes from run to run (ids, instants of sending, versions) is not in it.
 */

export interface Sent {
  readonly url: URL;
  readonly body: string;
}

export interface Vendor {
  readonly name: string;
  /** In `node_modules`; a module is put on `window.vendor`, a script runs as it is. */
  readonly script: string;
  /** Attributes of the script. */
  readonly attributes?: string;
  /** Runs before the script. */
  readonly before?: string;
  /** Runs after it. */
  readonly after?: string;
  /** What the vendor's server answers; absent: nothing in particular. */
  readonly answer?: (url: URL) => unknown;
  /** One request → the events in it. */
  readonly read: (sent: Sent) => readonly unknown[];
  /** Makes it send what it has collected. */
  readonly flush?: string;
  /** Makes it know of the shopper's plan, gold; absent: it cannot be asked. */
  readonly plan?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** These fields, as far as they are of the visit: an instant of another day is that of this run. */
const pick = (from: Fields, names: readonly string[]) =>
  Object.fromEntries(
    names
      .filter((name) => (/timestamp/i.test(name) ? `${from[name]}`.startsWith('2026-11-23') : from[name] != null))
      .map((name) => [name, from[name]]),
  );

const SEGMENT = ['type', 'event', 'userId', 'properties', 'traits', 'timestamp', 'originalTimestamp'];
/** Of what analytics.js has sent since 2011, and its cousins after it. */
const readSegment = ({ url, body }: Sent): readonly unknown[] => {
  if (!/\/v1\/[a-z]$|\/api\/s\/|\/v1\/(track|identify|page|batch)$/.test(url.pathname)) return [];
  const sent = JSON.parse(body) as Fields;
  return ((sent.batch as Fields[] | undefined) ?? [sent]).map((event) => {
    // RudderStack keeps them in the context.
    const { traits } = event.context as Fields;
    return pick(event.type === 'identify' ? { traits, ...event } : event, SEGMENT);
  });
};
const settings = { integrations: { 'Segment.io': { apiKey: 'key', apiHost: 'api.segment.example/v1' } } };

export const VENDORS: readonly Vendor[] = [
  {
    name: 'segment',
    script: '@segment/analytics-next/dist/umd/standalone.js',
    // As much of the snippet as keeps calls until the script is there.
    before: `
      const analytics = (window.analytics = []);
      for (const method of ['track', 'identify', 'page', 'ready', 'on'])
        analytics[method] = (...given) => { analytics.push([method, ...given]); return analytics; };
      analytics._writeKey = 'key';
      analytics._loadOptions = {};`,
    answer: ({ pathname }) => (pathname.includes('settings') ? settings : { success: true }),
    read: readSegment,
    plan: `analytics.identify({ plan: 'gold' })`,
  },
  {
    name: 'rudderstack',
    script: '@rudderstack/analytics-js/dist/npm/modern/bundled/umd/index.js',
    after: `
      window.rudderanalytics = new rudderanalytics.RudderAnalytics();
      rudderanalytics.load('key', 'https://data.rudder.example', { configUrl: 'https://config.rudder.example' });`,
    answer: ({ pathname }) =>
      pathname.includes('sourceConfig')
        ? {
            source: {
              id: '1',
              name: 'shop',
              writeKey: 'key',
              enabled: true,
              workspaceId: '1',
              destinations: [],
              config: {},
            },
          }
        : 'OK',
    read: readSegment,
    plan: `rudderanalytics.identify({ plan: 'gold' })`,
  },
  {
    name: 'jitsu',
    script: '@jitsu/js/dist/web/p.js.txt',
    attributes: 'data-write-key="key:secret" data-init-only="true"',
    read: readSegment,
    plan: `jitsu.identify({ plan: 'gold' })`,
  },
  {
    name: 'customer-io',
    script: '@customerio/cdp-analytics-browser/dist/umd/standalone.js',
    attributes: 'data-global-customerio-analytics-key="cioanalytics"',
    before: `
      const analytics = (window.cioanalytics = []);
      for (const method of ['track', 'identify', 'page', 'ready', 'on'])
        analytics[method] = (...given) => { analytics.push([method, ...given]); return analytics; };
      analytics._writeKey = 'key';
      analytics._loadOptions = {};`,
    answer: ({ pathname }) =>
      pathname.includes('settings')
        ? { integrations: { 'Customer.io Data Pipelines': { apiKey: 'key', apiHost: 'cdp.customer.example/v1' } } }
        : { success: true },
    read: readSegment,
    plan: `cioanalytics.identify({ plan: 'gold' })`,
  },
  {
    name: 'posthog',
    script: 'posthog-js/dist/array.no-external.js',
    before: `
      const posthog = (window.posthog = []);
      posthog._i = [];
      posthog.__SV = 1;
      posthog.people = [];
      for (const method of ['capture', 'identify', 'setPersonProperties'])
        posthog[method] = (...given) => posthog.push([method, ...given]);
      posthog._i.push(['key', { api_host: 'https://posthog.example', autocapture: false, capture_pageview: false,
        disable_compression: true, request_batching: false, opt_out_useragent_filter: true, person_profiles: 'always', persistence: 'memory' }, 'posthog']);`,
    answer: () => ({ status: 1 }),
    plan: `posthog.register({ plan: 'gold' })`,
    read({ url, body }) {
      if (!/\/(e|i\/v0\/e|capture|batch)\/?$/.test(url.pathname)) return [];
      const sent = JSON.parse(body);
      return [sent.batch ?? sent.data ?? sent].flat().map(({ properties, ...event }: Fields) => ({
        ...pick(event, ['event', 'timestamp', '$set']),
        properties: Object.fromEntries(
          Object.entries(properties as Fields).filter(([key]) => /^(waver_|experiment_|variation_|\$set$)/.test(key)),
        ),
      }));
    },
  },
  {
    name: 'snowplow',
    script: '@snowplow/browser-tracker/dist/index.umd.min.js',
    // The package has functions; the page's tag is one function that takes their name first.
    after: `
      window.snowplow = (name, ...given) => snowplowBrowserTracking[name](...given);
      snowplowBrowserTracking.newTracker('sp', 'https://collector.snowplow.example', { appId: 'shop', encodeBase64: false, bufferSize: 1,
        eventMethod: 'post', stateStorageStrategy: 'none' });`,
    read({ url, body }) {
      if (!url.pathname.endsWith('/tp2')) return [];
      const { data } = JSON.parse(body) as { data: Record<string, string>[] };
      return data.map(({ e, ue_pr: event = 'null', ttm, uid }) => ({ e, event: JSON.parse(event).data, ttm, uid }));
    },
  },
  {
    name: 'braze',
    script: '@braze/web-sdk/src/index.js',
    after: `
      window.braze = window.vendor;
      braze.initialize('00000000-0000-0000-0000-000000000000', { baseUrl: 'sdk.braze.example', noCookies: true,
        doNotLoadFontAwesome: true, manageServiceWorkerExternally: true, minimumIntervalBetweenTriggerActionsInSeconds: 0 });
      braze.openSession();`,
    flush: 'braze.requestImmediateDataFlush()',
    answer: () => ({ error: null }),
    read({ body }) {
      const { events = [], attributes = [] } = (body ? JSON.parse(body) : {}) as {
        events?: Fields[];
        attributes?: Fields[];
      };
      return [
        ...events.filter(({ name }) => name === 'ce').map(({ name, data }) => ({ name, data })),
        ...attributes.map((attribute) => pick(attribute, ['custom'])).filter(({ custom }) => custom),
      ];
    },
  },
  {
    name: 'adobe',
    script: '@adobe/adobe-client-data-layer/dist/adobe-client-data-layer.min.js',
    before: `
      window.adobeDataLayer = window.adobeDataLayer || [];
      window.heard = [];
      adobeDataLayer.push((layer) => layer.addEventListener('adobeDataLayer:event', ({ event, eventInfo }) => heard.push({ event, eventInfo })));
      adobeDataLayer.push((layer) => layer.addEventListener('adobeDataLayer:change', ({ waver }) => heard.push({ waver })));`,
    // It sends nothing by itself: what its listeners hear is what a tag manager takes from it.
    flush: `fetch('https://launch.adobe.example/heard', { method: 'POST', body: JSON.stringify(heard.splice(0)) })`,
    read: ({ url, body }) => (url.pathname === '/heard' ? JSON.parse(body) : []),
    plan: `adobeDataLayer.push({ plan: 'gold' })`,
  },
];
