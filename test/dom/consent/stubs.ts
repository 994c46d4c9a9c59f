import type { Purpose, Source, SourceParts } from '../../../src/consent/opinion';
import { watchCookiebot } from '../../../src/consent/sources/cookiebot';
import { watchCookieYes } from '../../../src/consent/sources/cookieYes';
import { watchDidomi } from '../../../src/consent/sources/didomi';
import { watchGoogle } from '../../../src/consent/sources/google';
import { watchKlaro } from '../../../src/consent/sources/klaro';
import { watchOneTrust } from '../../../src/consent/sources/oneTrust';
import { watchShopify } from '../../../src/consent/sources/shopify';
import { watchTcf } from '../../../src/consent/sources/tcf';
import { watchUsercentrics } from '../../../src/consent/sources/usercentrics';
import { watchWpConsent } from '../../../src/consent/sources/wpConsent';
import { place } from './given';

/** What the shopper chose; null: nothing yet. */
export type Choice = Readonly<Record<Purpose, boolean>> | null;

/** A consent tool in the page, as it behaves: told of a choice, it changes what it says and tells it in its own way. */
export interface Tool {
  readonly name: string;
  readonly global: string;
  readonly watch: (parts: SourceParts) => Source;
  /** Puts it into the page. */
  put(consents: object[]): { choose(choice: Choice): void; listeners?(): number };
}

const fire = (target: EventTarget, type: string, detail?: unknown) =>
  target.dispatchEvent(new CustomEvent(type, { detail }));
const yes = (choice: Choice, purpose: Purpose) => choice?.[purpose] === true;

export const createTcf = () => {
  const listeners = new Map<number, (data: object, success: boolean) => void>();
  let state: object = {};
  let next = 1;
  const tell = (hear: (data: object, success: boolean) => void, listenerId: number) =>
    hear({ ...state, listenerId }, true);
  place('__tcfapi', (command: string, version: number, hear: (data: object, success: boolean) => void, id?: number) => {
    if (version !== 2) throw new Error('version');
    if (command === 'addEventListener') {
      listeners.set(next, hear);
      tell(hear, next++);
    } else if (command === 'removeEventListener') listeners.delete(id as number);
    else throw new Error(`changes or asks what it must not: ${command}`);
  });
  return {
    say(given: object) {
      state = { tcfPolicyVersion: 5, cmpStatus: 'loaded', gdprApplies: true, ...given };
      for (const [id, hear] of listeners) tell(hear, id);
    },
    listeners: () => listeners.size,
  };
};

export const tools: readonly Tool[] = [
  {
    name: 'Google Consent Mode',
    global: 'google_tag_data',
    watch: watchGoogle,
    put(consents) {
      const types = (value: (purpose: Purpose) => boolean) => {
        const word = (purpose: Purpose) => (value(purpose) ? 'granted' : 'denied');
        return {
          personalization_storage: word('functional'),
          analytics_storage: word('analytics'),
          ad_storage: word('marketing'),
          ad_user_data: word('marketing'),
          ad_personalization: word('marketing'),
        };
      };
      consents.push(['consent', 'default', types(() => false)]);
      return {
        choose(choice) {
          if (choice) consents.push(['consent', 'update', types((purpose) => yes(choice, purpose))]);
        },
      };
    },
  },
  {
    name: 'TCF',
    global: '__tcfapi',
    watch: watchTcf,
    put() {
      const { say, listeners } = createTcf();
      return {
        choose(choice) {
          const ids = (purpose: Purpose, ...numbers: number[]) => numbers.map((id) => [id, yes(choice, purpose)]);
          const consents = Object.fromEntries([
            [1, choice && Object.values(choice).includes(true)],
            ...ids('functional', 5, 6),
            ...ids('analytics', 8),
            ...ids('marketing', 3, 4, 7),
          ]);
          say({
            eventStatus: choice ? 'useractioncomplete' : 'cmpuishown',
            purpose: { consents },
            publisher: { consents: {} },
          });
        },
        listeners,
      };
    },
  },
  {
    name: 'Shopify',
    global: 'Shopify',
    watch: watchShopify,
    put() {
      let chosen: Choice = null;
      const word = (purpose: Purpose) => (chosen ? (chosen[purpose] ? 'yes' : 'no') : '');
      place('Shopify', {
        customerPrivacy: {
          currentVisitorConsent: () => ({
            preferences: word('functional'),
            analytics: word('analytics'),
            marketing: word('marketing'),
            sale_of_data: word('marketing'),
          }),
          preferencesProcessingAllowed: () => yes(chosen, 'functional'),
          analyticsProcessingAllowed: () => yes(chosen, 'analytics'),
          marketingAllowed: () => yes(chosen, 'marketing'),
          saleOfDataAllowed: () => chosen?.marketing !== false,
          setTrackingConsent() {
            throw new Error('only the banner may');
          },
        },
      });
      return {
        choose(choice) {
          chosen = choice;
          if (choice) fire(document, 'visitorConsentCollected', { preferencesAllowed: choice.functional });
        },
      };
    },
  },
  {
    name: 'OneTrust',
    global: 'OneTrust',
    watch: watchOneTrust,
    put() {
      let closed = false;
      place('OnetrustActiveGroups', ',C0001,');
      place('OneTrust', {
        IsAlertBoxClosed: () => closed,
        GetDomainData: () => ({
          Groups: ['C0001', 'C0002', 'C0003', 'C0004'].map((CustomGroupId) => ({ CustomGroupId })),
        }),
      });
      return {
        choose(choice) {
          closed = choice !== null;
          const ids = { functional: 'C0003', analytics: 'C0002', marketing: 'C0004' };
          const active = [
            'C0001',
            ...Object.entries(ids).flatMap(([name, id]) => (yes(choice, name as Purpose) ? id : [])),
          ];
          place('OnetrustActiveGroups', `,${active.join()},`);
          fire(window, 'OneTrustGroupsUpdated', active);
        },
      };
    },
  },
  {
    name: 'Cookiebot',
    global: 'Cookiebot',
    watch: watchCookiebot,
    put() {
      place('Cookiebot', { consent: { necessary: true }, hasResponse: false });
      return {
        choose(choice) {
          place('Cookiebot', {
            consent: {
              necessary: true,
              preferences: yes(choice, 'functional'),
              statistics: yes(choice, 'analytics'),
              marketing: yes(choice, 'marketing'),
            },
            hasResponse: choice !== null,
          });
          if (choice) fire(window, Object.values(choice).includes(true) ? 'CookiebotOnAccept' : 'CookiebotOnDecline');
        },
      };
    },
  },
  {
    name: 'Usercentrics 2',
    global: 'UC_UI',
    watch: watchUsercentrics,
    put() {
      let chosen: Choice = null;
      const service = (categorySlug: string, status: boolean) => ({ categorySlug, consent: { status, history: [] } });
      place('UC_UI', {
        isInitialized: () => true,
        isConsentRequired: () => chosen === null,
        getServicesBaseInfo: () => [
          service('essential', true),
          service('functional', yes(chosen, 'functional')),
          service('analytics', yes(chosen, 'analytics')),
          service('marketing', yes(chosen, 'marketing')),
          service('marketing', yes(chosen, 'marketing')),
        ],
      });
      return {
        choose(choice) {
          chosen = choice;
          fire(window, 'ucEvent', { event: 'consent_status', type: 'explicit' });
        },
      };
    },
  },
  {
    name: 'Didomi',
    global: 'Didomi',
    watch: watchDidomi,
    put() {
      const heard: (() => void)[] = [];
      let chosen: Choice = null;
      const purposes: Record<string, Purpose> = {
        create_content_profile: 'functional',
        select_personalized_content: 'functional',
        measure_content_performance: 'analytics',
        create_ads_profile: 'marketing',
        select_personalized_ads: 'marketing',
      };
      place('Didomi', {
        getUserConsentStatusForPurpose(id: string) {
          if (!chosen) return undefined;
          if (id === 'cookies') return Object.values(chosen).includes(true);
          const purpose = purposes[id];
          return purpose && chosen[purpose];
        },
        on: (_: string, hear: () => void) => void heard.push(hear),
      });
      return {
        choose(choice) {
          chosen = choice;
          for (const hear of heard) hear();
        },
      };
    },
  },
  {
    name: 'Klaro',
    global: 'klaro',
    watch: watchKlaro,
    put() {
      const watchers = new Set<{ update(...given: unknown[]): void }>();
      const names = { wishes: 'functional', figures: 'analytics', adverts: 'marketing' } as const;
      const manager = {
        config: { services: Object.entries(names).map(([name, purpose]) => ({ name, purposes: [purpose] })) },
        confirmed: false,
        // The switches' defaults, which nobody has confirmed.
        consents: { wishes: true, figures: true, adverts: true } as Record<string, boolean>,
        savedConsents: {} as Record<string, boolean>,
        watch: (watcher: { update(): void }) => void watchers.add(watcher),
        unwatch: (watcher: { update(): void }) => void watchers.delete(watcher),
      };
      place('klaro', { getManager: () => manager });
      document.body.innerHTML = '<div id="klaro"></div>';
      return {
        choose(choice) {
          manager.confirmed = choice !== null;
          for (const [name, purpose] of Object.entries(names)) manager.savedConsents[name] = yes(choice, purpose);
          manager.consents = { ...manager.savedConsents };
          for (const watcher of watchers) watcher.update(manager, 'saveConsents', {});
        },
        listeners: () => watchers.size,
      };
    },
  },
  {
    name: 'CookieYes',
    global: 'getCkyConsent',
    watch: watchCookieYes,
    put() {
      let chosen: Choice = null;
      place('getCkyConsent', () => ({
        activeLaw: 'gdpr',
        categories: {
          necessary: true,
          functional: yes(chosen, 'functional'),
          analytics: yes(chosen, 'analytics'),
          performance: false,
          advertisement: yes(chosen, 'marketing'),
        },
        isUserActionCompleted: chosen !== null,
      }));
      return {
        choose(choice) {
          chosen = choice;
          fire(document, 'cookieyes_consent_update', { accepted: [], rejected: [] });
        },
      };
    },
  },
  {
    name: 'WP Consent API',
    global: 'wp_has_consent',
    watch: watchWpConsent,
    put() {
      const kept: Record<string, string> = {};
      place('wp_consent_type', 'optin');
      place('consent_api', { cookie_prefix: 'wp_consent' });
      place('consent_api_get_cookie', (name: string) => kept[name] ?? '');
      place('wp_has_consent', (category: string) => kept[`wp_consent_${category}`] === 'allow');
      return {
        choose(choice) {
          const categories = { preferences: 'functional', statistics: 'analytics', marketing: 'marketing' } as const;
          for (const [category, purpose] of Object.entries(categories))
            if (choice) kept[`wp_consent_${category}`] = choice[purpose] ? 'allow' : 'deny';
          fire(document, 'wp_listen_for_consent_change', {});
        },
      };
    },
  },
];
