import { strictest } from '../combine';
import { opine, type Source, type SourceParts } from '../opinion';

type Names = 'preferences' | 'analytics' | 'marketing' | 'sale_of_data';

interface CustomerPrivacy {
  /** `'yes' | 'no' | ''`; in one version of its types `'true' | 'false' | ''`. */
  currentVisitorConsent?(): Readonly<Record<Names, unknown>>;
  preferencesProcessingAllowed?(): boolean;
  analyticsProcessingAllowed?(): boolean;
  marketingAllowed?(): boolean;
  saleOfDataAllowed?(): boolean;
}

/**
 * Shopify's Customer Privacy API, where the shop has loaded it: what is allowed already weighs settings, region and choice.
 * https://shopify.dev/docs/api/customer-privacy
 */
export const watchShopify = ({ listen, changed }: SourceParts): Source => ({
  read() {
    const { Shopify } = window as { Shopify?: { customerPrivacy?: CustomerPrivacy } };
    const api = Shopify?.customerPrivacy;
    if (!api) return;
    const chosen = Object(api.currentVisitorConsent?.()) as Record<Names, unknown>;
    const refused = (name: Names) => /^(no|false)$/.test(`${chosen[name]}`);
    const { functional, analytics, marketing } = opine(
      (purpose) =>
        purpose === 'functional'
          ? api.preferencesProcessingAllowed?.()
          : purpose === 'analytics'
            ? api.analyticsProcessingAllowed?.()
            : api.marketingAllowed?.(),
      (purpose) => refused(purpose === 'functional' ? 'preferences' : purpose),
    );
    const sold = opine(
      () => api.saleOfDataAllowed?.() ?? true,
      () => refused('sale_of_data'),
    );
    return { functional, analytics, marketing: strictest([marketing, sold.marketing]) };
  },
  stop: listen(document, 'visitorConsentCollected shopifyCustomerPrivacyApiLoaded', changed),
});
