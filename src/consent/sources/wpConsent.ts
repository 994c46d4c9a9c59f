import { opine, type Source, type SourceParts } from '../opinion';

const CATEGORY = { functional: 'preferences', analytics: 'statistics', marketing: 'marketing' };

interface Page {
  readonly wp_has_consent?: (category: string) => boolean;
  readonly wp_consent_type?: string;
  readonly wp_fallback_consent_type?: string;
  readonly consent_api?: { readonly cookie_prefix?: string };
  readonly consent_api_get_cookie?: (name: string) => string;
}

/** WordPress' Consent API, which several plugins write to. https://wordpress.org/plugins/wp-consent-api/ */
export const watchWpConsent = ({ listen, changed }: SourceParts): Source => ({
  read() {
    const page = window as Page;
    if (!page.wp_has_consent) return;
    const type = page.wp_consent_type ?? page.wp_fallback_consent_type;
    // Nobody asks the shopper anything: the API then says yes to everything, and means nothing by it.
    if (!type) return {};
    // It has no way to tell "no" from "not yet" but the cookie, which its own functions read.
    const kept = (category: string) => page.consent_api_get_cookie?.(`${page.consent_api?.cookie_prefix}_${category}`);
    return opine(
      (purpose) => page.wp_has_consent?.(CATEGORY[purpose]),
      (purpose) => kept(CATEGORY[purpose]) === 'deny',
    );
  },
  stop: listen(document, 'wp_listen_for_consent_change wp_consent_type_defined', changed),
});
