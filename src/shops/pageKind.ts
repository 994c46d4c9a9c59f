import type { PageKind } from '../types';

/**
 * English URL words of common platforms. Other languages and other signs are known to the reader, which is asked where
 * these say nothing. The order matters: what is sold or kept in an account may be called anything, `/checkout/cart` is a
 * cart, and `/checkout/shipping` is a step of the checkout.
 */
const WORDS: Readonly<Record<string, string>> = {
  product: '(products?|p)/.+',
  'thank-you': 'thank-?you|order-\\w+|success',
  listing: 'collections?|products',
  account: 'account|login',
  cart: '(cart|basket|bag)(?!-)',
  checkout: 'checkouts?|onepage',
  shipping: 'shipping|delivery',
  returns: 'returns?|refunds?',
  payment: 'payments?',
  'size-guide': 'size-?(guide|chart)',
  reviews: 'reviews',
  contact: 'contact',
  about: 'about',
};

export const KINDS = ['home', ...Object.keys(WORDS)];

/** `pagesSizeGuide` for `size-guide`. */
export const pagesOption = (kind: string) => `pages-${kind}`.replace(/-./g, (part) => part.slice(1).toUpperCase());

const find = (is: (kind: string) => unknown) => KINDS.find(is) as PageKind | undefined;

/** By the shop's own patterns (`pagesShipping: '/info/versand*'`), against the path as people read it. */
export const ownKindOf = (path: string, options: Readonly<Record<string, unknown>>): PageKind | undefined => {
  let plain = path;
  try {
    plain = decodeURI(path);
  } catch {
    // Not well encoded: then as it stands.
  }
  return find((kind) => {
    const patterns = String(options[pagesOption(kind)] ?? '')
      .replace(/[^\w/*\s,-]/g, '\\$&')
      .replace(/\*/g, '.*');
    return patterns && new RegExp(`^(${patterns.split(/[\s,]+/).join('|')})$`, 'i').test(plain);
  });
};

/** By the words in the path. A word stands alone between slashes or hyphens: `/pages/shipping-policy` yes, `/worshipping` no. */
export const wordKindOf = (path: string): PageKind =>
  path === '/' ? 'home' : (find((kind) => new RegExp(`[/_-](${WORDS[kind]})($|[/._-])`, 'i').test(path)) ?? 'other');
