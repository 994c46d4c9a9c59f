import { describe, expect, test } from 'vitest';
import { ownKindOf, wordKindOf } from '../../src/shops/pageKind';
import type { PageKind } from '../../src/types';

const pageKindOf = (path: string, options: Record<string, string>) => ownKindOf(path, options) ?? wordKindOf(path);

/** Paths of real platforms in English. Other languages are left to the reader. */
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
  cart: ['/cart', '/de/cart', '/cart/', '/basket', '/bag', '/shop/cart.html'],
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
  ],
  returns: ['/policies/refund-policy', '/refund_returns/', '/pages/returns'],
  payment: ['/payment', '/payment-methods', '/pages/payments'],
  'size-guide': ['/pages/size-guide', '/size-chart', '/sizeguide'],
  account: ['/account', '/my-account/', '/account/login', '/login'],
  reviews: ['/reviews', '/pages/reviews'],
  contact: ['/contact', '/pages/contact-us'],
  about: ['/about', '/about-us'],
  other: [
    '/worshipping',
    '/bag-charms',
    '/basket-weaving/',
    '/cart-wheels',
    '/warenkorb',
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
  expect(cases.length).toBeGreaterThanOrEqual(50);
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

  test.each(['/account/delivery-address', '/my-account/shipping'])(
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
    ['/größe', '/gr%C3%B6%C3%9Fe', true],
    ['/a%b*', '/a%b', true],
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
    ['pagesReviews', 'reviews'],
    ['pagesContact', 'contact'],
    ['pagesAbout', 'about'],
  ])('%s is for %s pages', (option, kind) => {
    expect(pageKindOf('/x', { [option]: '/x' })).toBe(kind);
  });
});
