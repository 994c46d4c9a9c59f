import type { PageKind } from '../types';

/**
 * URL words of common platforms in English, German, French and Spanish. The order matters: what is sold or kept in an
 * account may be called anything, `/checkout/cart` is a cart, and `/checkout/shipping` is a step of the checkout.
 */
const WORDS: Readonly<Record<string, string>> = {
  product: '(products?|p)/.+',
  'thank-you': 'thank-?you|order-\\w+|success',
  listing: 'collections?|products',
  account: 'account|login|konto',
  cart: 'cart|basket|bag|warenkorb|panier|carrito',
  checkout: 'checkouts?|onepage|kasse|commande',
  returns: 'returns?|refunds?|widerruf\\w*|retouren?|retours?|devoluci\\w+',
  shipping: 'shipping|delivery|versand\\w*|liefer\\w+|livraison|envios?',
  payment: 'payments?|zahlung\\w*|paiement|pagos?',
  'size-guide': 'size-?(guide|chart)',
};

export const KINDS = ['home', ...Object.keys(WORDS)];

/** `pagesSizeGuide` for `size-guide`. */
export const pagesOption = (kind: string) => `pages-${kind}`.replace(/-./g, (part) => part.slice(1).toUpperCase());

/**
 * What kind of page this is, from its path: by the shop's own patterns (`pagesShipping: '/info/versand*'`), then by the
 * words. A word stands alone between slashes or hyphens: `/pages/shipping-policy` yes, `/worshipping` no.
 */
export const pageKindOf = (path: string, options: Readonly<Record<string, unknown>>): PageKind => {
  const isOwn = (kind: string) => {
    const patterns = String(options[pagesOption(kind)] ?? '')
      .replace(/[^\w/*\s,-]/g, '\\$&')
      .replace(/\*/g, '.*');
    return patterns && new RegExp(`^(${patterns.split(/[\s,]+/).join('|')})$`, 'i').test(path);
  };
  const hasWord = (kind: string) => new RegExp(`[/_-](${WORDS[kind]})($|[/._-])`, 'i').test(path);
  return (KINDS.find(isOwn) ?? (path === '/' ? 'home' : (KINDS.find(hasWord) ?? 'other'))) as PageKind;
};
