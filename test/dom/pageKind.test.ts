import { describe, expect, test } from 'vitest';
import { pageKindOf } from '../../src/shops/pageKind';
import type { PageKind } from '../../src/types';

/** Paths of real platforms (reference/storefronts.md, 1 d to f), and of shops in four languages. */
const PATHS: Readonly<Partial<Record<PageKind, readonly string[]>>> = {
  home: ['/'],
  listing: ['/collections', '/collections/all', '/de/collections/schuhe', '/collections/bags', '/products'],
  product: [
    '/products/blue-shirt',
    '/de/products/blaues-hemd',
    '/collections/all/products/blue-shirt',
    '/product/beanie/',
    '/p/12345',
  ],
  cart: [
    '/cart',
    '/de/cart',
    '/cart/',
    '/basket',
    '/bag',
    '/warenkorb',
    '/panier',
    '/fr/panier',
    '/carrito',
    '/shop/cart.html',
  ],
  checkout: [
    '/checkout',
    '/checkout/',
    '/checkouts/cn/Z2NwLWFzaWE',
    '/checkout/shipping',
    '/checkout/payment',
    '/checkout/delivery-address',
    '/checkout/register',
    '/checkout/confirm',
    '/onepage/',
    '/kasse',
    '/kasse/lieferadresse',
    '/commande',
    '/fr/commande/livraison',
  ],
  'thank-you': [
    '/checkout/order-received/4711/',
    '/checkouts/cn/Z2NwLWFzaWE/thank-you',
    '/checkout/onepage/success/',
    '/order-confirmation',
    '/checkout/order-confirmation/4711',
    '/thankyou',
  ],
  shipping: [
    '/policies/shipping-policy',
    '/pages/shipping',
    '/ja/policies/shipping-policy',
    '/delivery/',
    '/content/1-delivery',
    '/content/1-livraison',
    '/content/1-lieferung',
    '/Informationen/Versandinformationen',
    '/Versand-und-Zahlungsbedingungen/',
    '/versandkosten',
    '/versandarten/',
    '/lieferzeiten',
    '/fr/livraison',
    '/envios',
    '/gastos-de-envio',
  ],
  returns: [
    '/policies/refund-policy',
    '/refund_returns/',
    '/pages/returns',
    '/Widerrufsrecht/',
    '/widerrufsbelehrung/',
    '/retouren',
    '/fr/retours',
    '/devoluciones',
    '/devolucion-y-reembolso',
  ],
  payment: ['/zahlungsarten/', '/zahlung', '/payment-methods', '/fr/paiement', '/formas-de-pago', '/pagos'],
  'size-guide': ['/pages/size-guide', '/size-chart', '/sizeguide'],
  account: ['/account', '/my-account/', '/account/login', '/login'],
  other: [
    '/about',
    '/worshipping',
    '/cartoons',
    '/handbags',
    '/baggage',
    '/returning-home',
    '/paymentor',
    '/successor',
    '/policies/privacy-policy',
    '/agb',
    '/faq',
    '',
  ],
};

const cases = Object.entries(PATHS).flatMap(([kind, paths]) => paths.map((path) => [path, kind]));

test.each(cases)('%s is %s', (path, kind) => {
  expect(pageKindOf(path, {})).toBe(kind);
});

test('the table is worth its name', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

describe('false friends', () => {
  test.each(['/checkout/cart', '/checkout/cart/', '/index.php/checkout/cart/'])(
    '%s is Magento’s and Shopware’s cart',
    (path) => {
      expect(pageKindOf(path, {})).toBe('cart');
    },
  );

  test.each([
    '/products/leather-tote-bag',
    '/product/picnic-basket/',
    '/products/shipping-container-model',
    '/p/return-to-monkey-island',
    '/collections/tote-bag',
    '/products/merci-finest-selection',
  ])('%s is what the shop sells, whatever it is called', (path) => {
    expect(['product', 'listing']).toContain(pageKindOf(path, {}));
  });

  test.each(['/account/delivery-address', '/konto/lieferadresse'])(
    '%s is an address book, not the shop’s terms',
    (path) => {
      expect(pageKindOf(path, {})).not.toBe('shipping');
    },
  );
});

describe('the shop’s own patterns', () => {
  test('win over the words', () => {
    expect(pageKindOf('/cart', { pagesReturns: '/cart' })).toBe('returns');
    expect(pageKindOf('/products/blue-shirt', { pagesShipping: '/products/*' })).toBe('shipping');
  });

  test.each([
    ['/info/*', '/info/more', true],
    ['/info/*', '/info/', true],
    ['/info*', '/information', true],
    ['/info', '/info', true],
    ['/info', '/INFO', true],
    ['/info', '/info/more', false],
    ['/info', '/de/info', false],
    ['*/info', '/de/info', true],
    ['/a, /b', '/b', true],
    ['/a /b', '/a', true],
    ['/a, /b', '/c', false],
    ['/i.fo', '/info', false],
    ['/i+', '/ii', false],
    ['/(info)', '/(info)', true],
    ['/[a', '/[a', true],
    ['/größe', '/größe', true],
  ])('%s for %s: %s', (pattern, path, fits) => {
    expect(pageKindOf(path, { pagesShipping: pattern }) === 'shipping').toBe(fits);
  });

  test.each([
    ['pagesHome', 'home'],
    ['pagesListing', 'listing'],
    ['pagesProduct', 'product'],
    ['pagesCart', 'cart'],
    ['pagesCheckout', 'checkout'],
    ['pagesThankYou', 'thank-you'],
    ['pagesShipping', 'shipping'],
    ['pagesReturns', 'returns'],
    ['pagesPayment', 'payment'],
    ['pagesSizeGuide', 'size-guide'],
  ])('%s is for %s pages', (option, kind) => {
    expect(pageKindOf('/x', { [option]: '/x' })).toBe(kind);
  });
});
