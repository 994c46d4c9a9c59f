import type { PageKind } from '../types';

/**
 * URL words of common platforms in English, German, French and Spanish. The order matters: `/checkout/shipping` is a
 * step of the checkout, `/checkout/thank-you` is not.
 */
const WORDS: Readonly<Record<string, string>> = {
  'thank-you': 'thank-?you|order-(received|confirm\\w*)|success|danke|merci|gracias',
  checkout: 'checkouts?|onepage|kasse|commande|finalizar-compra',
  cart: 'cart|basket|bag|warenkorb|panier|carrito',
  returns: 'returns?|refunds?|widerruf\\w*|retouren?|retours?|devoluci\\w+',
  shipping: 'shipping|delivery|versand\\w*|liefer\\w+|livraison|envios?',
  payment: 'payments?|zahlung\\w*|paiement|pagos?',
  'size-guide': 'size-?(guide|chart)',
  account: 'account|login',
};

/**
 * What kind of page this is, from its path: by the shop's own patterns (`pagesShipping: '/info/versand*'`), then by the
 * words. A word stands alone between slashes or hyphens: `/pages/shipping-policy` yes, `/worshipping` no.
 */
export const pageKindOf = (path: string, options: Readonly<Record<string, unknown>>): PageKind => {
  const kinds = ['home', ...Object.keys(WORDS)];
  const isOwn = (kind: string) => {
    const option = `pages-${kind}`.replace(/-./g, (part) => part.slice(1).toUpperCase());
    const patterns = String(options[option] ?? '')
      .replace(/[^\w/*\s,-]/g, '\\$&')
      .replace(/\*/g, '.*');
    return patterns && new RegExp(`^(${patterns.split(/[\s,]+/).join('|')})$`, 'i').test(path);
  };
  const hasWord = (kind: string) => new RegExp(`[/_-](${WORDS[kind]})($|[/._-])`, 'i').test(path);
  return (kinds.find(isOwn) ?? (path === '/' ? 'home' : (kinds.find(hasWord) ?? 'other'))) as PageKind;
};
