import { opine, type Source, type SourceParts } from '../opinion';

const CATEGORY = { functional: 'functional', analytics: 'analytics', marketing: 'advertisement' };

interface Consent {
  readonly categories?: Readonly<Record<string, boolean>>;
  readonly isUserActionCompleted?: boolean;
}

/** CookieYes. https://www.cookieyes.com/documentation */
export const watchCookieYes = ({ listen, changed }: SourceParts): Source => ({
  read() {
    const { getCkyConsent } = window as { getCkyConsent?: () => Consent };
    if (!getCkyConsent) return;
    const { categories, isUserActionCompleted } = Object(getCkyConsent()) as Consent;
    return opine(
      (purpose) => categories?.[CATEGORY[purpose]],
      () => isUserActionCompleted,
    );
  },
  stop: listen(document, 'cookieyes_banner_load cookieyes_consent_update', changed),
});
