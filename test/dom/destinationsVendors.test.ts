import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call } from '../../src/destinations/destination';
import { tellable } from '../../src/destinations/tellable';
import { anAnswer, aPerson, aRecord, DESTINATIONS } from '../unit/destinations/given';
import { show } from './given';

/**
 * Where each vendor is found, and how it is called: for those without a package to try, by what their documentation says
 * of the object in the page.
 */

const page = window as unknown as Record<string, unknown>;
const GLOBALS = [
  'dataLayer',
  'other',
  'gtag',
  'klaviyo',
  '_learnq',
  '_hsq',
  'braze',
  'SalesforceInteractions',
  'adobeDataLayer',
  'krt',
  'tracker',
  'Rtoaster',
  'snowplow',
  'sp',
  'analytics',
  'posthog',
];
const clear = () => {
  for (const name of GLOBALS) delete page[name];
  show('');
  for (const script of document.head.querySelectorAll('script')) script.remove();
};
beforeEach(clear);
afterEach(clear);

const SHOWN = tellable(aRecord('outcome', { outcome: 'shown' }), {});
/** Finds the vendor and makes all calls of a popup that was shown, or these. */
const perform = (name: string, options = {}, given?: readonly Call[]) => {
  const destination = DESTINATIONS[name]?.(options);
  const found = destination?.find();
  if (!destination || !found || !SHOWN) return false;
  (given ?? destination.calls(SHOWN)).forEach(found);
  return true;
};
const answer = (name: string) => DESTINATIONS[name]?.().answer?.(anAnswer);

test.each([
  'ga4',
  'segment',
  'rudderstack',
  'jitsu',
  'customer-io',
  'klaviyo',
  'hubspot',
  'braze',
  'salesforce',
  'posthog',
  'snowplow',
  'karte',
  'rtoaster',
])('%s is not there: nothing is called, and nothing left in the page', (name) => {
  const before = Object.keys(window);
  expect(perform(name)).toBe(false);
  expect(Object.keys(window)).toEqual(before);
});

describe('data-layer', () => {
  test('is made where it is not there, under the name the shop gives it', () => {
    expect(perform('data-layer', { layer: 'other' })).toBe(true);
    expect(page.other).toEqual([{ waver: null }, { event: 'waver_popup_shown', waver: SHOWN?.fields }]);
    expect(page.dataLayer).toBeUndefined();
  });

  test('is pushed to as it is now: whoever has wrapped it hears', () => {
    const push = vi.fn();
    page.dataLayer = { push };
    perform('data-layer');
    expect(push).toHaveBeenCalledTimes(2);
  });

  test('promotions come after their reset', () => {
    perform('data-layer', { promotions: true });
    expect((page.dataLayer as object[]).slice(2)).toEqual([
      { ecommerce: null },
      expect.objectContaining({ event: 'view_promotion' }),
    ]);
  });
});

test('ga4 is gtag, where that is a function', () => {
  page.gtag = {};
  expect(perform('ga4')).toBe(false);
  const gtag = vi.fn();
  page.gtag = gtag;
  perform('ga4');
  expect(gtag.mock.calls).toEqual([['event', 'waver_popup_shown', SHOWN?.prefixed]]);
  perform('ga4', {}, DESTINATIONS.ga4?.().person?.({ ...aPerson, phoneHash: undefined }));
  expect(gtag).toHaveBeenLastCalledWith('set', 'user_data', { sha256_email_address: aPerson.emailHash });
  expect(DESTINATIONS.ga4?.().person?.({ id: aPerson.id })).toEqual([]);
});

describe('klaviyo', () => {
  test('is its object, with its methods', () => {
    const vendor = {
      calls: [] as unknown[],
      track(...given: unknown[]) {
        this.calls.push(given);
      },
    };
    page.klaviyo = vendor;
    perform('klaviyo');
    expect(vendor.calls).toEqual([['Waver Popup Shown', expect.objectContaining({ Campaign: 'delivery-promise' })]]);
  });

  test('or the queue it has left to older pages', () => {
    page._learnq = [];
    perform('klaviyo');
    expect(page._learnq).toEqual([['track', 'Waver Popup Shown', expect.objectContaining({ Outcome: 'shown' })]]);
  });
});

describe('hubspot', () => {
  const NAMED = [['trackCustomBehavioralEvent', { name: 'pe4711_waver_popup_shown', properties: SHOWN?.prefixed }]];

  test.each([
    ['its script', {}, '<script type="text/plain" id="hs-script-loader" src="//js.hs-scripts.com/4711.js"></script>'],
    [
      'its script of another region',
      {},
      '<script type="text/plain" src="https://js-eu1.hs-scripts.com/4711.js"></script>',
    ],
    ['the shop', { account: 4711 }, ''],
  ])('knows its account by %s', (_, options, html) => {
    show(html);
    perform('hubspot', options);
    expect(page._hsq).toEqual(NAMED);
  });

  test('an answer is an event in the timeline', () => {
    perform('hubspot', { account: '4711' }, answer('hubspot'));
    expect(page._hsq).toEqual([
      [
        'trackCustomBehavioralEvent',
        {
          name: 'pe4711_waver_answer_given',
          properties: expect.objectContaining({ waver_key: 'style', waver_value: 'classic;minimal' }),
        },
      ],
    ]);
  });
});

test('braze: events by itself, attributes by its user', () => {
  const user = { setCustomUserAttribute: vi.fn() };
  const logCustomEvent = vi.fn();
  page.braze = { logCustomEvent, getUser: () => user };
  perform('braze');
  perform('braze', {}, answer('braze'));
  expect(logCustomEvent.mock.calls).toEqual([['waver_popup_shown', SHOWN?.fields]]);
  expect(user.setCustomUserAttribute.mock.calls).toContainEqual(['waver_style', ['classic', 'minimal']]);
  page.braze = { logCustomEvent, getUser: () => undefined };
  expect(perform('braze')).toBe(false);
  const long = DESTINATIONS.braze?.().answer?.({ ...anAnswer, properties: { waver_style_question: 'x'.repeat(400) } });
  expect(long).toEqual([['setCustomUserAttribute', 'waver_style_question', 'x'.repeat(255)]]);
});

test('salesforce: one event each', () => {
  const sendEvent = vi.fn();
  page.SalesforceInteractions = {};
  expect(perform('salesforce')).toBe(false);
  page.SalesforceInteractions = { sendEvent };
  perform('salesforce');
  expect(sendEvent).toHaveBeenCalledWith({
    interaction: { name: 'Waver Popup Shown', eventType: 'waverOutcome', category: 'Engagement', ...SHOWN?.fields },
  });
});

test('karte: the tag of today, and the first one', () => {
  const track = vi.fn();
  page.tracker = { track };
  perform('karte');
  expect(track.mock.calls).toEqual([['waver_popup_shown', SHOWN?.fields]]);
  const krt = vi.fn();
  page.krt = krt;
  perform('karte');
  expect(krt.mock.calls).toEqual([['send', 'waver_popup_shown', SHOWN?.fields]]);
});

test('rtoaster: custom variables, which are words', () => {
  const track = vi.fn();
  page.Rtoaster = { track };
  perform('rtoaster', {}, answer('rtoaster'));
  expect(track.mock.calls[0]?.[0]).toMatchObject({ waver_style: 'classic,minimal' });
  for (const value of Object.values(track.mock.calls[0]?.[0] as object)) expect(value).toBeTypeOf('string');
});

test('snowplow: its function by the name the shop gives it', () => {
  const sp = vi.fn();
  page.sp = sp;
  expect(perform('snowplow')).toBe(false);
  perform('snowplow', { tracker: 'sp' });
  expect(sp.mock.calls[0]?.[0]).toBe('trackSelfDescribingEvent');
});

describe('what they know', () => {
  test('adobe is asked by path, once its script is there', () => {
    page.adobeDataLayer = [];
    const traits = () => DESTINATIONS.adobe?.().traits?.(['user.plan', 'size']);
    expect(traits()).toBeUndefined();
    page.adobeDataLayer = { push() {}, getState: (path: string) => (path === 'user.plan' ? 'gold' : undefined) };
    expect(traits()).toEqual({ plan: 'gold', size: undefined });
  });

  test('posthog: a flag, else a property, once it is loaded', () => {
    const traits = () => DESTINATIONS.posthog?.().traits?.(['flag', 'plan']);
    const methods = {
      getFeatureFlag: (key: string) => (key === 'flag' ? true : undefined),
      get_property: () => 'gold',
    };
    page.posthog = methods;
    expect(traits()).toBeUndefined();
    page.posthog = { ...methods, __loaded: true };
    expect(traits()).toEqual({ flag: true, plan: 'gold' });
  });

  test('posthog: a flag is looked at, and not counted as shown', () => {
    const getFeatureFlag = vi.fn();
    page.posthog = { getFeatureFlag, get_property() {}, __loaded: true };
    DESTINATIONS.posthog?.().traits?.(['flag']);
    expect(getFeatureFlag.mock.calls).toEqual([['flag', { send_event: false }]]);
  });

  test('segment: while only its snippet is there, nothing', () => {
    page.analytics = Object.assign([], { track() {}, user: () => undefined });
    expect(DESTINATIONS.segment?.().traits?.(['plan'])).toBeUndefined();
  });
});
