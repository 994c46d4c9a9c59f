import { beforeEach, describe, expect, test } from 'vitest';
import { guessPage, kindOfPath } from '../../src/shops/guessPage';
import { find, show } from './given';

beforeEach(() => {
  document.head.innerHTML = '';
  document.title = '';
  show('');
});
const kind = (path = '/x') => guessPage(document, path)?.kind;
const titled = (title: string, html = '') => {
  document.title = title;
  show(html);
};

describe('title and first heading', () => {
  test('agree: sure', () => {
    titled('Versand – Laden', '<main><h1>Versand &amp; Lieferung</h1></main>');
    expect(guessPage(document, '/info/12')).toEqual({ kind: 'shipping', confidence: 0.95 });
  });
  test('the heading on the screen beats a title that has not followed', () => {
    titled('Your cart', '<main><h1>Returns &amp; refunds</h1></main>');
    expect(kind()).toBe('returns');
  });
  test('the logo in a first heading does not hide the page’s own', () => {
    titled('Acme', '<header><h1>Acme</h1></header><main><h1>お支払い方法</h1></main>');
    expect(kind()).toBe('payment');
  });
  test('is found in nested shadow roots', () => {
    show('<div id="a"></div>');
    const root = find('#a').attachShadow({ mode: 'open' });
    root.innerHTML = '<div id="b"></div>';
    (root.querySelector('#b') as Element).attachShadow({ mode: 'open' }).innerHTML = '<h1>Your cart</h1>';
    expect(kind()).toBe('cart');
  });
  test.each(['hidden', 'style="display: none"', 'aria-hidden="true"', 'inert'])(
    'of a view that is kept %s does not count',
    (how) => {
      titled('', `<main><section ${how}><h1>Checkout</h1></section><section><h1>Size guide</h1></section></main>`);
      expect(kind()).toBe('size-guide');
    },
  );
  test('of a drawer does not count', () => {
    titled(
      'Blue shirt',
      '<main><h1>Blue shirt</h1></main><cart-drawer><div class="drawer"><h1>Your cart</h1></div></cart-drawer>',
    );
    expect(kind()).toBeUndefined();
  });
  test('the shop’s name is no page', () => {
    document.head.innerHTML =
      '<meta property="og:site_name" content="The Basket"><title>Blue shirt | The Basket</title>';
    expect(kind()).toBeUndefined();
  });
  test('steps of a checkout are checkout', () => {
    titled('Shipping - Acme - Checkout', '<main><h1>Shipping</h1></main>');
    expect(kind('/abc')).toBe('checkout');
    titled('Acme', '<main><h1>Payment</h1></main>');
    expect(kind('/checkout/payment')).toBe('checkout');
  });
  test('single-page shops: asked again, it answers for what is there now', () => {
    titled('Acme', '<main><h1>Blue shirt</h1></main>');
    expect(guessPage(document, '/x')).toBe(null);
    titled('Contact us | Acme', '<main><h1>Contact us</h1></main>');
    expect(kind()).toBe('contact');
  });
});

test('links, the footer and other headings say nothing', () => {
  titled(
    'Acme',
    '<header><a href="/cart">Cart</a></header><main><h1>Summer</h1><h2>Shipping</h2></main><footer><h2>Returns</h2><a href="/shipping">Shipping</a></footer>',
  );
  expect(guessPage(document, '/x')).toBe(null);
});

describe('addresses', () => {
  test.each([
    ['/%E6%B3%A8%E6%96%87', 'checkout'],
    ['/注文', 'checkout'],
    ['/kessai', 'checkout'],
    ['/?mode=sk', 'about'],
    ['/tokushoho', 'about'],
    ['/help/tradelaw', 'about'],
    ['/guide/haiso', 'shipping'],
    ['/soryo.html', 'shipping'],
    ['/pages/henpin', 'returns'],
    ['/content/1-livraison', 'shipping'],
    ['/pages/配送について', 'shipping'],
    ['/service/groessentabelle', 'size-guide'],
    ['/shopping-cart', 'cart'],
    ['/index.php?route=checkout/cart', 'cart'],
    ['/checkout/cart', 'cart'],
    ['/viewcart.aspx', 'cart'],
    ['/shopping/confirm', 'checkout'],
    ['/shopping/complete', 'thank-you'],
    ['/bestellung/danke', 'thank-you'],
    ['/checkout/shipping', 'checkout'],
    ['/carrello', 'cart'],
    ['/winkelmandje', 'cart'],
    ['/products/shipping-crate', undefined],
    ['/blog/returns', undefined],
    ['/collections/bag', undefined],
    ['/handbags', undefined],
    ['/contact/thank-you', 'contact'],
    ['/', undefined],
  ])('%s: %s', (path, expected) => {
    expect(kindOfPath(path)).toBe(expected);
  });
});

const field = (token: string) => `<input autocomplete="${token}">`;
describe('forms', () => {
  test('that ask for an address are a checkout', () => {
    show(
      `<form>${['email', 'shipping name', 'shipping street-address', 'shipping postal-code'].map(field).join('')}</form>`,
    );
    expect(guessPage(document, '/step2')).toEqual({ kind: 'checkout', confidence: 0.6 });
  });
  test.each([
    ['a newsletter', `<form>${['email', 'name'].map(field).join('')}</form>`],
    ['a contact form', `<form>${['email', 'name', 'tel'].map(field).join('')}<textarea></textarea></form>`],
    [
      'a registration',
      `<form>${['email', 'name', 'street-address', 'postal-code', 'new-password'].map(field).join('')}</form>`,
    ],
    ['two forms', `<form>${['email', 'name'].map(field).join('')}</form><form>${field('postal-code')}</form>`],
    ['a hidden view', `<form hidden>${['email', 'name', 'street-address', 'postal-code'].map(field).join('')}</form>`],
  ])('%s is none', (_, html) => {
    show(html);
    expect(guessPage(document, '/x')).toBe(null);
  });
  test('an address book is an account', () => {
    titled(
      'My account',
      `<h1>Addresses</h1><form>${['name', 'street-address', 'postal-code', 'tel'].map(field).join('')}</form>`,
    );
    expect(kind()).toBe('account');
  });
});

describe('products', () => {
  const ld = (...nodes: object[]) =>
    nodes.map((node) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`).join('');
  test('may be called anything', () => {
    titled('Returns', `${ld({ '@type': 'Product', name: 'Returns' })}<h1>Returns</h1>`);
    expect(kind()).toBe('product');
    document.head.innerHTML = '<meta property="og:type" content="product">';
    titled('Shipping', '<h1>Cart</h1>');
    expect(kind()).toBe('product');
  });
  test('microdata', () => {
    show('<div itemscope itemtype="https://schema.org/Product"><h1>Vase</h1></div>');
    expect(kind()).toBe('product');
  });
  test('a list of them is none', () => {
    titled('Vases', ld({ '@type': 'ItemList' }, { '@type': 'Product', name: 'A' }, { '@type': 'Product', name: 'B' }));
    expect(kind()).toBeUndefined();
  });
  test('beside a cart they are what is in it', () => {
    titled('Your cart', `${ld({ '@type': 'Product', name: 'A' })}<h1>Your cart</h1>`);
    expect(kind('/cart')).toBe('cart');
  });
});

test.each(['Thank you for your message', 'Thank you for subscribing!', 'Danke für Ihre Nachricht'])(
  '%s: no order',
  (heading) => {
    titled('Acme', `<h1>${heading}</h1>`);
    expect(guessPage(document, '/thank-you')).toBe(null);
    expect(guessPage(document, '/newsletter/ok')).toBe(null);
  },
);
