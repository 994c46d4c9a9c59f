import type { PageKind } from '../types';

/** What the shop says in its own markup. */

/** `data-waver-page` on `<html>` or `<body>`. */
export const markedPage = () =>
  (document.body.dataset.waverPage ?? document.documentElement.dataset.waverPage) as PageKind | undefined;

/** The JSON text of `data-waver-cart`, wherever it stands. */
export const markedCart = () => document.querySelector<HTMLElement>('[data-waver-cart]')?.dataset.waverCart;

/** Does the page's structured data speak of delivery at all? A look at the text, before the reader is loaded. */
export const hasDeliveryTerms = () =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].some(({ textContent }) =>
    /shipping(Details|Service|Conditions)|deliveryTime/i.test(textContent ?? ''),
  );
