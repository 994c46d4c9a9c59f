import type { PageKind } from '../types';

/** What the shop says in its own markup. */

/** `data-waver-page` on `<html>` or `<body>`. */
export const markedPage = () =>
  (document.body.dataset.waverPage ?? document.documentElement.dataset.waverPage) as PageKind | undefined;

/** The JSON text of `data-waver-cart`, wherever it stands. */
export const markedCart = () => document.querySelector<HTMLElement>('[data-waver-cart]')?.dataset.waverCart;

/** A look at the text, before the reader is loaded. */
const structuredDataSays = (words: RegExp) =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].some(({ textContent }) =>
    words.test(textContent ?? ''),
  );

/** Does the page's structured data speak of delivery at all? */
export const hasDeliveryTerms = () => structuredDataSays(/shipping(Details|Service|Conditions)|deliveryTime/i);

/** Does it speak of returns, ratings, ways to reach the shop or to pay, or of free shipping? */
export const hasFacts = () =>
  structuredDataSays(
    /"(merchantReturnDays|aggregateRating|telephone|email|acceptedPaymentMethod|freeShippingThreshold|orderValue)"/i,
  );
