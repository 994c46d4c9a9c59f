import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchDidomi } from '../../../src/consent/sources/didomi';
import { watchGlobalPrivacyControl } from '../../../src/consent/sources/globalPrivacyControl';
import { watchGpp } from '../../../src/consent/sources/gpp';
import { watchKlaro } from '../../../src/consent/sources/klaro';
import { watchOneTrust } from '../../../src/consent/sources/oneTrust';
import { watchShopify } from '../../../src/consent/sources/shopify';
import { watchTcf } from '../../../src/consent/sources/tcf';
import { watchUsercentrics } from '../../../src/consent/sources/usercentrics';
import { watchWpConsent } from '../../../src/consent/sources/wpConsent';
import { clearPage, place, startAll, startSource } from './given';
import { createTcf, tools } from './stubs';

/** What only one tool does; what all have in common is in the contract. */

const OPEN = { functional: 'open', analytics: 'open', marketing: 'open' };
const GRANTED = { functional: 'granted', analytics: 'granted', marketing: 'granted' };
const DENIED = { functional: 'denied', analytics: 'denied', marketing: 'denied' };

afterEach(() => {
  clearPage();
  Reflect.deleteProperty(navigator, 'globalPrivacyControl');
  vi.useRealTimers();
});

describe('TCF', () => {
  const consents = (...ids: number[]) => Object.fromEntries(ids.map((id) => [id, true]));
  const ALL = consents(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  const given = () => ({ ...createTcf(), ...startSource(watchTcf) });

  test('a stored choice counts, an open window does not, and what was decided stands while it is open', () => {
    const { say, read } = given();
    expect(read()).toEqual(OPEN);
    say({ eventStatus: 'cmpuishown', purpose: { consents: ALL } });
    expect(read()).toEqual(OPEN);
    say({ eventStatus: 'tcloaded', purpose: { consents: ALL } });
    expect(read()).toEqual(GRANTED);
    say({ eventStatus: 'cmpuishown', purpose: { consents: {} } });
    expect(read()).toEqual(GRANTED);
    say({ eventStatus: 'useractioncomplete', purpose: { consents: {} } });
    expect(read()).toEqual(DENIED);
  });

  test.each([
    [[1, 5, 6], { functional: 'granted', analytics: 'denied', marketing: 'denied' }],
    [[1, 8], { functional: 'denied', analytics: 'granted', marketing: 'denied' }],
    [[1, 3, 4, 7], { functional: 'denied', analytics: 'denied', marketing: 'granted' }],
    // Nothing without storing on the device.
    [[2, 3, 4, 5, 6, 7, 8], DENIED],
    [[1, 5], DENIED],
  ])('purposes %j', (ids, opinion) => {
    const { say, read } = given();
    read();
    say({ eventStatus: 'tcloaded', purpose: { consents: consents(...ids) } });
    expect(read()).toEqual(opinion);
  });

  test('the shop as publisher is nearer than the vendors’ purposes, where it was asked for', () => {
    const { say, read } = given();
    read();
    say({
      eventStatus: 'tcloaded',
      purpose: { consents: ALL },
      publisher: { consents: { ...consents(1, 8), 5: false } },
    });
    expect(read()).toEqual({ functional: 'denied', analytics: 'granted', marketing: 'denied' });
    say({ eventStatus: 'tcloaded', purpose: { consents: ALL }, publisher: { consents: { 1: false } } });
    expect(read()).toEqual(GRANTED);
  });

  test('where the GDPR does not apply it has no opinion', () => {
    const { say, read } = given();
    read();
    say({ gdprApplies: false });
    expect(read()).toEqual({});
  });

  test('the stub first, then the tool in its place', () => {
    const queue: unknown[][] = [];
    place('__tcfapi', (...call: unknown[]) => void queue.push(call));
    const { read, stop } = startSource(watchTcf);
    expect(read()).toEqual(OPEN);
    expect(queue.map(([command]) => command)).toEqual(['addEventListener']);
    const { say, listeners } = createTcf();
    read();
    say({ eventStatus: 'tcloaded', purpose: { consents: ALL } });
    expect(read()).toEqual(GRANTED);
    stop();
    expect(listeners()).toBe(0);
  });

  test('an answer that failed is none', () => {
    const data = { eventStatus: 'tcloaded', purpose: { consents: ALL } };
    place('__tcfapi', (_: string, __: number, hear: (data: unknown, success: boolean) => void) => hear(data, false));
    expect(startSource(watchTcf).read()).toEqual(OPEN);
  });
});

describe('GPP', () => {
  type Hear = (data: object, success: boolean) => void;
  const given = () => {
    const listeners = new Map<number, Hear>();
    let ping: object = { signalStatus: 'not ready' };
    const tell = (hear: Hear, listenerId: number) =>
      hear({ eventName: 'signalStatus', listenerId, pingData: ping }, true);
    place('__gpp', (command: string, hear: Hear, id?: number) => {
      if (command === 'addEventListener') {
        listeners.set(1, hear);
        tell(hear, 1);
      } else if (command === 'removeEventListener') listeners.delete(id as number);
      else throw new Error(command);
    });
    const source = startSource(watchGpp);
    return {
      ...source,
      listeners,
      say(applicableSections: number[], parsedSections: object, signalStatus = 'ready') {
        ping = { signalStatus, applicableSections, parsedSections, gppVersion: '1.1' };
        for (const [id, hear] of listeners) tell(hear, id);
        return source.read();
      },
    };
  };

  test('nothing is known before its signal is ready, and nothing changes while it is not', () => {
    const { read, say, changed } = given();
    expect(read()).toEqual(OPEN);
    expect(say([7], { usnat: { SaleOptOut: 1 } }, 'not ready')).toEqual(OPEN);
    expect(say([7], { usnat: { SaleOptOut: 1 } })).toEqual({ marketing: 'denied' });
    expect(say([7], { usnat: { SaleOptOut: 2 } }, 'not ready')).toEqual({ marketing: 'denied' });
    expect(changed).toHaveBeenCalledTimes(4);
  });

  const CORE = { SaleOptOut: 2, SharingOptOut: 2, TargetedAdvertisingOptOut: 2, SaleOptOutNotice: 1 };
  test.each<[string, number[], object, object]>([
    ['nobody opted out', [7], { usnat: [CORE] }, { marketing: 'granted' }],
    ['opted out of one', [7], { usnat: [{ ...CORE, SharingOptOut: 1 }] }, { marketing: 'denied' }],
    ['laid flat', [8], { usca: { ...CORE, SaleOptOut: 1 } }, { marketing: 'denied' }],
    ['by the browser', [7], { usnat: [CORE, { SubsectionType: 1, Gpc: true }] }, { marketing: 'denied' }],
    ['not by the browser', [7], { usnat: [CORE, { SubsectionType: 1, Gpc: false }] }, { marketing: 'granted' }],
    ['does not say', [7], { usnat: [{ SaleOptOut: 0 }] }, { marketing: 'open' }],
    ['two states', [7, 8], { usnat: [CORE], usca: [{ SaleOptOut: 1 }] }, { marketing: 'denied' }],
    ['the former string', [6], { uspv1: { Version: 1, OptOutSale: 'Y' } }, { marketing: 'denied' }],
    ['the former string', [6], { uspv1: { Version: 1, OptOutSale: 'N' } }, { marketing: 'granted' }],
    ['no section applies', [-1], { usnat: [{ SaleOptOut: 1 }] }, {}],
    ['Canada', [5], { tcfcav1: {} }, OPEN],
    ['Europe, unreadable', [2], {}, OPEN],
    [
      'Europe',
      [2],
      { tcfeuv2: [{ PurposeConsents: [true, false, false, false, true, true] }] },
      { ...DENIED, functional: 'granted' },
    ],
    [
      'Europe and a state',
      [2, 7],
      { tcfeuv2: [{ PurposeConsents: Array(10).fill(true) }], usnat: { SaleOptOut: 1 } },
      { ...GRANTED, marketing: 'denied' },
    ],
  ])('%s: %j', (_, applicable, parsed, opinion) => {
    const { read, say } = given();
    read();
    expect(say(applicable, parsed)).toEqual(opinion);
  });

  test('stop takes the listener away', () => {
    const { read, stop, listeners } = given();
    read();
    expect(listeners.size).toBe(1);
    stop();
    expect(listeners.size).toBe(0);
  });

  test('a state’s law alone keeps no answer from being kept', () => {
    const { say } = given();
    const { level, look } = startAll();
    expect(level()).toBe(0);
    say([7], { usnat: { SaleOptOut: 1 } });
    look();
    expect(level()).toBe(1);
  });
});

describe('Global Privacy Control', () => {
  const set = (value: unknown) =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true });

  test('denies marketing and nothing else, and is asked each time', () => {
    const { read } = startSource(watchGlobalPrivacyControl);
    expect(read()).toEqual({});
    set(true);
    expect(read()).toEqual({ marketing: 'denied' });
    set('true');
    expect(read()).toEqual({});
    set(false);
    expect(read()).toEqual({});
    set(true);
    expect(startAll().level()).toBe(1);
  });
});

describe('Shopify', () => {
  test.each([
    ['yes', 'no'],
    ['true', 'false'],
    [true, false],
  ])('a choice written %j or %j', (_, no) => {
    place('Shopify', {
      customerPrivacy: { currentVisitorConsent: () => ({ preferences: no, analytics: '', marketing: '' }) },
    });
    expect(startSource(watchShopify).read()).toEqual({ ...OPEN, functional: 'denied' });
  });

  test('where nobody has to be asked, what is allowed is granted; sold only until opted out', () => {
    let sale: string = '';
    place('Shopify', {
      customerPrivacy: {
        currentVisitorConsent: () => ({ preferences: '', analytics: '', marketing: '', sale_of_data: sale }),
        preferencesProcessingAllowed: () => true,
        analyticsProcessingAllowed: () => true,
        marketingAllowed: () => true,
        saleOfDataAllowed: () => sale !== 'no',
      },
    });
    const { read } = startSource(watchShopify);
    expect(read()).toEqual(GRANTED);
    sale = 'no';
    expect(read()).toEqual({ ...GRANTED, marketing: 'denied' });
  });

  test('without the Customer Privacy API there is no opinion', () => {
    place('Shopify', { theme: {} });
    expect(startSource(watchShopify).read()).toBeUndefined();
  });
});

describe('OneTrust', () => {
  const closed = { IsAlertBoxClosed: () => true };

  test('categories by other names say nothing that can be understood', () => {
    place('OnetrustActiveGroups', ',1,3,');
    place('OneTrust', closed);
    expect(startSource(watchOneTrust).read()).toEqual(OPEN);
  });

  test('a category the shop does not ask about is not refused', () => {
    place('OnetrustActiveGroups', ',C0001,');
    place('OneTrust', {
      ...closed,
      GetDomainData: () => ({ Groups: [{ CustomGroupId: 'C0001' }, { CustomGroupId: 'C0002' }] }),
    });
    expect(startSource(watchOneTrust).read()).toEqual({ ...OPEN, analytics: 'denied' });
  });

  test('the list alone: what is active is granted, the rest not refused', () => {
    place('OnetrustActiveGroups', ',C0001,C0003,');
    expect(startSource(watchOneTrust).read()).toEqual({ ...OPEN, functional: 'granted' });
  });

  test('its one slot for a callback stays the shop’s', () => {
    const slot = () => {};
    place('OptanonWrapper', slot);
    tools.find(({ name }) => name === 'OneTrust')?.put([]);
    startAll().look();
    expect((window as { OptanonWrapper?: unknown }).OptanonWrapper).toBe(slot);
  });
});

describe('Usercentrics', () => {
  const third = (consent: object, states: Record<string, string>) => {
    const categories = Object.fromEntries(Object.entries(states).map(([slug, state]) => [slug, { state, dps: null }]));
    place('__ucCmp', { getConsentDetails: async () => ({ consent, categories, services: {} }) });
  };
  const YES = {
    essential: 'ALL_ACCEPTED',
    functional: 'ALL_ACCEPTED',
    statistics: 'ALL_ACCEPTED',
    marketing: 'ALL_ACCEPTED',
  };
  const explicit = { type: 'EXPLICIT', required: true };

  test.each<[string, object, Record<string, string>, object]>([
    ['accepted', explicit, YES, GRANTED],
    ['accepted by nobody, and somebody must be asked', { type: 'IMPLICIT', required: true }, YES, OPEN],
    ['nobody must be asked', { type: 'IMPLICIT', required: false }, YES, GRANTED],
    ['in part is not', explicit, { ...YES, marketing: 'SOME_ACCEPTED' }, { ...GRANTED, marketing: 'denied' }],
    ['a category that is not there', explicit, { functional: 'ALL_DENIED' }, { ...OPEN, functional: 'denied' }],
  ])('version 3, %s', async (_, consent, states, opinion) => {
    third(consent, states);
    const { read, changed } = startSource(watchUsercentrics);
    expect(read()).toEqual(OPEN);
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    expect(read()).toEqual(opinion);
  });

  test('version 3, changed and revoked', async () => {
    third(explicit, YES);
    const { level } = startAll();
    await vi.waitFor(() => expect(level()).toBe(2));
    third(explicit, { ...YES, functional: 'ALL_DENIED' });
    window.dispatchEvent(new CustomEvent('UC_CONSENT', { detail: {} }));
    await vi.waitFor(() => expect(level()).toBe(-1));
  });

  test('version 3 whose answer fails, or comes to nothing', async () => {
    place('__ucCmp', { getConsentDetails: () => Promise.reject(new Error('not ready')) });
    const { read } = startSource(watchUsercentrics);
    expect(read()).toEqual(OPEN);
    await Promise.resolve();
    expect(read()).toEqual(OPEN);
  });

  test('version 2 that has not begun says nothing', () => {
    place('UC_UI', { isInitialized: () => false });
    expect(startSource(watchUsercentrics).read()).toEqual(OPEN);
  });
});

describe('Didomi', () => {
  test('storing on the device refused is everything refused', () => {
    const answers: Record<string, boolean> = { cookies: false, functional: true };
    place('Didomi', { getUserConsentStatusForPurpose: (id: string) => answers[id] ?? null });
    expect(startSource(watchDidomi).read()).toEqual(DENIED);
    answers.cookies = true;
    // And granted alone it is nothing granted.
    expect(startSource(watchDidomi).read()).toEqual({ ...OPEN, functional: 'granted' });
  });
});

describe('Klaro', () => {
  const given = (manager: object) => {
    const config = { services: [{ name: 'wishes', purposes: ['functional'] }] };
    place('klaro', { getManager: () => ({ config, ...manager }) });
    document.body.innerHTML = '<div id="klaro"></div>';
    return startSource(watchKlaro).read()?.functional;
  };

  test('what was saved counts, not what the switches show', () => {
    expect(given({ confirmed: true, consents: { wishes: false }, savedConsents: { wishes: true } })).toBe('granted');
    expect(given({ confirmed: true, consents: { wishes: true }, savedConsents: { wishes: false } })).toBe('denied');
  });

  test('what nobody has confirmed is not granted', () => {
    expect(given({ confirmed: false, consents: { wishes: true }, savedConsents: { wishes: true } })).toBe('open');
  });

  test('its manager is not asked for before Klaro has put itself into the page: that would make one', () => {
    const getManager = vi.fn();
    place('klaro', { getManager });
    expect(startSource(watchKlaro).read()).toEqual(OPEN);
    expect(getManager).not.toHaveBeenCalled();
  });
});

describe('WP Consent API', () => {
  test('with nobody who asks it has no opinion, whatever it says', () => {
    place('wp_has_consent', () => true);
    expect(startSource(watchWpConsent).read()).toEqual({});
  });

  test('opt-out: granted until refused', () => {
    let kept = '';
    place('wp_fallback_consent_type', 'optout');
    place('consent_api', { cookie_prefix: 'wp_consent' });
    place('consent_api_get_cookie', (name: string) => (name === 'wp_consent_preferences' ? kept : ''));
    place('wp_has_consent', (category: string) => (category === 'preferences' ? kept !== 'deny' : true));
    const { read } = startSource(watchWpConsent);
    expect(read()).toEqual(GRANTED);
    kept = 'deny';
    expect(read()).toEqual({ ...GRANTED, functional: 'denied' });
  });
});

describe('tools that come one after the other', () => {
  const put = (name: string) => tools.find((one) => one.name === name)?.put([]);
  const ALL = { functional: true, analytics: true, marketing: true };
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 });
    put('Cookiebot')?.choose(ALL);
  });

  test('what one has granted is not taken back while the next looks up its answer', () => {
    const { levels, look } = startAll();
    const late = put('CookieYes');
    look();
    vi.setSystemTime(Date.now() + 4900);
    look();
    late?.choose(ALL);
    expect(levels).toEqual([2]);
    // Once it has spoken, its silence counts at once.
    late?.choose(null);
    expect(levels).toEqual([2, 0]);
  });

  test('unless it has none: then it is asking', () => {
    const { levels, look } = startAll();
    put('CookieYes');
    look();
    vi.setSystemTime(Date.now() + 5000);
    look();
    expect(levels).toEqual([2, 0]);
  });

  test('a no is heard at once', () => {
    const { levels } = startAll();
    put('CookieYes')?.choose({ ...ALL, functional: false });
    expect(levels).toEqual([2, -1]);
  });

  test('those that are there together wait for each other', () => {
    put('CookieYes');
    expect(startAll().levels).toEqual([0]);
  });
});
