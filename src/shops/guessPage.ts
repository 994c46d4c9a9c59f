import { deepQuery } from '../browser/deepQuery';
import { isShown } from '../browser/deepText';
import type { PageKind } from '../types';
import { fold, kindOf, THANKS } from './words';

/**
 * What kind of page this is, from what it shows: its first heading and title, then the words of its address, then a form
 * that asks for an address. Links and the footer name every kind of page on every page, so nothing here reads them.
 */

export interface PageGuess {
  readonly kind: PageKind;
  /** 0.95 heading and title agree; 0.85 the heading; 0.75 the title or the product data; 0.7 the address; 0.6 a form. */
  readonly confidence: number;
}

/** Addresses only: shop systems' own names, Japanese in Latin letters. */
const SLUGS: readonly (readonly [PageKind, RegExp])[] = [
  [
    'thank-you',
    /^(order (received|confirmation|complete|success)|success|complete|finish|danke|merci|gracias|thank ?you)\b/,
  ],
  ['cart', /^cart ?(view|edit|list)$/],
  ['checkout', /^(checkouts|orders? ?form|order|bestellung|confirm|purchase)$/],
  ['shipping', /^ship\b/],
  ['about', /^(sk|law)/],
];
export const GOODS =
  /^(products?|p|dp|items?|artikel|produits?|productos?|produtos?|prodott[oi]|collections?|categor\w+|c|blogs?|news|magazine?|journal|search|tags?|brands?)$/;

/** The kind an address speaks of. What a shop sells or writes about may be called anything. */
export const kindOfPath = (path: string): PageKind | undefined => {
  const parts = path
    .split(/[/?&=#]/)
    .map(fold)
    .filter(Boolean);
  if (parts.slice(0, -1).some((part) => GOODS.test(part))) return;
  const kinds = parts.map((part) => {
    const name = part.replace(/^\d+ |[ .](html?|php|aspx?|jsp|do)$/g, '').replace(/\./g, ' ');
    return SLUGS.find(([, pattern]) => pattern.test(name))?.[0] ?? kindOf(name);
  });
  const find = (...wanted: readonly (PageKind | undefined)[]) => kinds.find((kind) => wanted.includes(kind));
  // `/contact/thank-you` answers a message.
  if (kinds.includes('thank-you')) return find('contact', 'thank-you');
  if (kinds[kinds.length - 1] === 'cart') return 'cart';
  // The last part is often a number, the one before it a folder of the shop's terms.
  return find('account') ?? find('checkout') ?? find('cart') ?? [...kinds].reverse().find(Boolean);
};

/** Drawers and dialogs have headings of their own, in every page. */
const ASIDE =
  'dialog,[role=dialog],[aria-modal],aside,footer,[class*="drawer" i],[class*="offcanvas" i],[class*="modal" i],[id*="drawer" i]';

const isAside = (element: Element): boolean => {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return !!element.closest(ASIDE) || (!!host && (/drawer|modal|dialog/i.test(host.localName) || isAside(host)));
};

const headingsOf = (doc: Document): string[] => {
  const read = (selector: string) =>
    deepQuery(selector, doc)
      .filter((heading) => isShown(heading) && !isAside(heading))
      .map(({ textContent }) => textContent?.trim() ?? '')
      .filter(Boolean);
  const first = read('h1,[role=heading][aria-level="1"]');
  return first.length ? first : read('main h2,[role=main] h2').slice(0, 1);
};

const ASKED = ['email', 'name', 'tel', 'street-address', 'address-line1', 'postal-code', 'cc-number'];

/** Three of what a parcel needs, asked in one form. Who chooses a password there registers. */
const asksForAddress = (doc: Document): boolean => {
  const fields = deepQuery('[autocomplete]', doc).filter(isShown) as HTMLInputElement[];
  return fields.some(({ form }) => {
    const own = fields.filter((field) => field.form === form).map((field) => field.getAttribute('autocomplete'));
    const tokens = own.join(' ').toLowerCase().split(/\s+/);
    const has = (token: string) => tokens.includes(token);
    return ASKED.filter(has).length > 2 && ASKED.slice(3).some(has) && !has('new-password');
  });
};

/** The page's own data speak of one product, or of one by the name of the heading. */
const isProduct = (doc: Document, heading = ''): boolean => {
  if (/product/i.test(doc.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '')) return true;
  const data = [...doc.querySelectorAll('script[type^="application/ld+json"]')]
    .map(({ textContent }) => textContent)
    .join();
  const products = data.match(/"@type"\s*:\s*\[?\s*"([^"]*\/)?Product"/g) ?? [];
  return (
    /"([^"]*\/)?ProductGroup"/.test(data) ||
    products.length === 1 ||
    (products.length > 1 && heading !== '' && data.includes(`"${heading}"`)) ||
    doc.querySelectorAll('[itemtype$="/Product" i]').length === 1
  );
};

/** null: nothing on the page says it. Called again for the same path when title or heading have changed. */
export const guessPage = (doc: Document, path: string): PageGuess | null => {
  const name = doc.querySelector('meta[property="og:site_name"]')?.getAttribute('content');
  const headings = headingsOf(doc);
  const heading = headings.map(kindOf).find(Boolean);
  const title = kindOf(name ? doc.title.replace(name, '') : doc.title);
  const address = kindOfPath(path);
  const isOrdering = title === 'checkout' || title === 'thank-you' || address === 'checkout';
  const guess = (kind: PageKind, confidence: number) => ({ kind, confidence });

  if (isProduct(doc, headings[0]) && !/^(cart|checkout|thank-you|account)$/.test(address ?? ''))
    return guess('product', 0.75);
  if (heading === 'thank-you' || title === 'thank-you') {
    // A bare "Thank you" also answers a message.
    const isOrder = address === 'thank-you' || address === 'checkout' || heading === title;
    return guess('thank-you', isOrder ? 0.95 : 0.75);
  }
  if (heading && heading === title) return guess(heading, 0.95);
  // "Payment" and "Delivery" head the steps of a checkout, "Log in" its first.
  if (isOrdering && heading !== 'cart')
    return guess(address === 'thank-you' ? 'thank-you' : 'checkout', heading ? 0.85 : 0.75);
  if (heading && asksForAddress(doc) && /^(shipping|payment)$/.test(heading)) return guess('checkout', 0.85);
  if (heading) return guess(heading, title && title !== heading ? 0.7 : 0.85);
  if (title) return guess(title, 0.75);
  // Thanks for something else than an order.
  if (address === 'thank-you' && THANKS.test(headings.map(fold).join())) return null;
  if (address) return guess(address, 0.7);
  return asksForAddress(doc) ? guess('checkout', 0.6) : null;
};
