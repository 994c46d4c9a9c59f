interface Page {
  readonly Shopify?: { readonly customerPrivacy?: unknown };
  readonly google_tag_data?: { readonly ics?: { readonly active?: unknown } };
  readonly [name: string]: unknown;
}

/**
 * Is there anything that consent tools leave in the page? Their readers look closer. Global Privacy Control alone is none: it
 * denies marketing, and says nothing of what is kept.
 */
export const mayBeTool = (): unknown => {
  const page = window as unknown as Page;
  return (
    page.__tcfapi ||
    page.__gpp ||
    page.OneTrust ||
    page.Cookiebot ||
    page.UC_UI ||
    page.__ucCmp ||
    page.Didomi ||
    page.klaro ||
    page.getCkyConsent ||
    page.wp_has_consent ||
    page.Shopify?.customerPrivacy ||
    page.google_tag_data?.ics?.active
  );
};
