import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCartControl } from '../../src/shops/cartControl';
import { find, show } from './given';

beforeEach(() => {
  document.title = '';
  document.documentElement.lang = 'en';
  show('');
});
afterEach(() => {
  vi.restoreAllMocks();
});
const read = (html: string) => {
  show(html);
  return createCartControl(document).read();
};
const header = (html: string) => `<header><a href="/">Shop24</a>${html}</header><main><h1>Vases</h1></main>`;

describe('how much is in it', () => {
  test.each([
    [
      'Dawn',
      '<a href="/cart" id="cart-icon-bubble"><span class="visually-hidden">Cart</span><div class="cart-count-bubble"><span aria-hidden="true">3</span><span class="visually-hidden">3 items</span></div></a>',
      3,
    ],
    [
      'Woo Storefront',
      '<a class="cart-contents" href="/cart/" title="View your shopping cart"><span class="amount">$45.00</span> <span class="count">3 items</span></a>',
      3,
    ],
    [
      'Luma',
      '<div class="minicart-wrapper"><a class="action showcart" href="/checkout/cart/"><span class="text">My Cart</span><span class="counter qty"><span class="counter-number">2</span></span></a></div>',
      2,
    ],
    [
      'Luma, empty',
      '<div class="minicart-wrapper"><a class="action showcart" href="/checkout/cart/"><span class="text">My Cart</span><span class="counter qty empty"><span class="counter-number"></span></span></a></div>',
      0,
    ],
    ['Hyvä', '<button id="menu-cart-icon" aria-label="Toggle minicart, 3 items"><svg></svg></button>', 3],
    ['Hyvä, empty', '<button id="menu-cart-icon" aria-label="Cart is empty"><svg></svg></button>', 0],
    [
      'PrestaShop',
      '<div class="blockcart"><a href="/panier"><i class="material-icons">shopping_cart</i><span>Panier</span> <span class="cart-products-count">(3)</span></a></div>',
      3,
    ],
    [
      'Shopware',
      '<div class="header-cart"><a href="/checkout/cart" aria-label="Warenkorb"><span class="badge header-cart-badge">2</span><span class="header-cart-total">119,80 €*</span></a></div>',
      2,
    ],
    [
      'OpenCart',
      '<button type="button"><i class="fa fa-shopping-cart"></i> <span id="cart-total">1 item(s) - $123.20</span></button>',
      1,
    ],
    ['a bag with brackets', '<a href="/bag">Bag (12)</a>', 12],
    ['a name with the number', '<button aria-label="Cart, 5 items"><svg></svg></button>', 5],
    ['a word for nothing', '<a href="/cart" aria-label="Cart, zero items">Cart</a>', 0],
    ['more than it can show', '<a href="/cart"><span>Cart</span><span class="badge">99+</span></a>', 99],
    ['a number in the name of the shop', '<a href="/cart" aria-label="Studio 54 cart: 3 items">Cart</a>', 3],
    ['an attribute for the style sheet', '<a href="/cart" class="cart">Cart<i class="dot" data-count="4"></i></a>', 4],
    ['a hidden badge', '<a href="/cart" class="cart">Cart<span class="badge" hidden>0</span></a>', 0],
    ['a badge beside it', '<div class="cart"><a href="/cart"><svg></svg></a><span>6</span></div>', 6],
    ['Japanese', '<a href="/kago">買い物かご <b>３</b>点</a>', 3],
    ['Korean', '<a href="/order/basket.html">장바구니 <span>2</span></a>', 2],
    ['Chinese', '<a href="/x/cart">购物车(7)</a>', 7],
    ['German', '<a href="/warenkorb" title="Warenkorb">3 Artikel</a>', 3],
    ['Dutch', '<a href="/winkelwagen" aria-label="Winkelwagen, 1 product"></a>', 1],
    [
      'an icon alone',
      '<button class="flex group-data-[wishlist=on]:hidden"><svg class="lucide lucide-shopping-bag"></svg><span>8</span></button>',
      8,
    ],
    [
      'a custom element',
      '<paper-icon-button icon="shopping-cart" aria-label="Shopping cart: 3 items"></paper-icon-button>',
      3,
    ],
    [
      'a name elsewhere',
      '<button aria-labelledby="n"><svg></svg></button><span id="n">Shopping bag, 9 items</span>',
      9,
    ],
    [
      'beside wishlist and compare',
      '<a href="/wishlist" aria-label="Wishlist">♥ <b>5</b></a><a href="/compare" class="countPill">7</a><a href="/cart" class="cart">Cart <b>2</b></a>',
      2,
    ],
  ])('%s', (_, html, count) => {
    const cart = read(header(html));
    expect(cart?.count).toBe(count);
    expect(cart?.confidence).toBeGreaterThan(0.5);
  });

  test('and what it costs', () => {
    document.documentElement.lang = 'en-US';
    expect(read(header('<a href="/cart" class="cart">1 item(s) - $123.20</a>'))).toMatchObject({
      count: 1,
      total: 123.2,
      currency: 'USD',
    });
  });
  test('money alone is a guess of one piece at least', () => {
    const cart = read(header('<a href="/cart" class="cart" aria-label="Cart">12,50 €</a>'));
    expect(cart).toMatchObject({ count: 1, total: 12.5 });
    expect(cart?.confidence).toBeLessThan(0.5);
  });
  test('in nested shadow roots', () => {
    show(header('<shop-bar></shop-bar>'));
    const bar = find('shop-bar').attachShadow({ mode: 'open' });
    bar.innerHTML = '<cart-button></cart-button>';
    (bar.querySelector('cart-button') as Element).attachShadow({ mode: 'open' }).innerHTML =
      '<button aria-label="Open bag"><svg></svg></button><span>3</span>';
    expect(createCartControl(document).read()?.count).toBe(3);
  });
});

describe('what is no cart control', () => {
  test.each([
    [
      'add to cart',
      '<main><form action="/cart/add"><button class="add-to-cart">Add to cart (2)</button></form></main>',
    ],
    [
      'add to cart, in any language',
      '<main><button>In den Warenkorb</button><button>Ajouter au panier</button><button>カートに入れる</button><button>加入购物车</button></main>',
    ],
    ['wishlist', header('<a href="/wishlist" aria-label="Wishlist, 3 items">3</a>')],
    ['notifications', header('<button aria-label="3 notifications"><span class="badge">3</span></button>')],
    [
      'a heading in a drawer',
      '<div class="cart-drawer"><h2>Cart <span>3</span></h2><button aria-label="Close cart">×</button></div>',
    ],
    ['continue to cart', '<dialog><a href="/cart">Continue to cart</a></dialog>'],
    ['the footer', '<footer><a href="/cart">Cart</a><span>2026</span></footer>'],
    ['a category of bags', header('<a href="/collections/bags">Bags</a><a href="/c/basket-12">Basket 12</a>')],
    ['a phone number', header('<a href="tel:0800123">0800 123</a>')],
    ['a product', '<main><article><a href="/p/tote">Tote bag</a><span>3</span></article></main>'],
    ['no page at all', ''],
  ])('%s', (_, html) => {
    expect(read(html)).toBeUndefined();
  });

  test('a control without a number is silence, not an empty cart', () => {
    const cart = read(header('<a href="/cart" class="cart" aria-label="Cart"><svg></svg></a>'));
    expect(cart).toEqual({ count: 0, confidence: 0.3 });
    expect(read(header('<a href="/cart">Cart</a>'))?.confidence ?? 0).toBeLessThan(0.5);
  });
});

describe('asked each second', () => {
  test('sees the number change, go and come back in another element', () => {
    show(header('<a href="/cart" class="cart">Cart <b>1</b></a>'));
    const control = createCartControl(document);
    expect(control.read()?.count).toBe(1);
    find('b').textContent = '2';
    expect(control.read()?.count).toBe(2);
    find('b').remove();
    expect(control.read()).toEqual({ count: 0, confidence: 0.7 });
    show(header('<a href="/cart" class="cart">Cart <b>4</b></a>'));
    expect(Array.from({ length: 4 }, () => control.read()?.count)).toContain(4);
  });
  test('looks only at what it found', () => {
    show(header('<a href="/cart" class="cart">Cart <b>1</b></a>'));
    const control = createCartControl(document);
    control.read();
    const spy = vi.spyOn(document, 'querySelectorAll');
    for (let i = 0; i < 50; i++) control.read();
    expect(spy).not.toHaveBeenCalled();
  });
  test('searches a page without a cart more and more rarely', () => {
    const spy = vi.spyOn(document, 'querySelectorAll');
    const control = createCartControl(document);
    spy.mockClear();
    for (let i = 0; i < 100; i++) control.read();
    // Each asks twice: for the elements, and for the shadow roots among them.
    const searches = spy.mock.calls.filter(([selector]) => selector === '*').length / 2;
    expect(searches).toBeLessThan(12);
    show(header('<a href="/cart">Cart <b>1</b></a>'));
    expect(Array.from({ length: 40 }, () => control.read()?.count)).toContain(1);
  });
  test('reads no layout', () => {
    show(header('<a href="/cart" class="cart">Cart <b>1</b></a>'));
    const control = createCartControl(document);
    control.read();
    const spies = [vi.spyOn(window, 'getComputedStyle'), vi.spyOn(Element.prototype, 'getBoundingClientRect')];
    control.read();
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

describe('cart and checkout pages', () => {
  const rows =
    '<main><h1>Your cart</h1><table><tr><td><input type="number" name="updates[]" id="Quantity-1" value="2"></td></tr><tr><td><input type="number" name="updates[]" id="Quantity-2" value="3"></td></tr></table><p>Subtotal £40.00</p><p><span>Total</span> <b>£45.00</b></p></main>';
  test('add up the rows and state the total', () => {
    expect(read(`<header><a href="/cart" class="cart">Cart <b>2</b></a></header>${rows}`)).toMatchObject({
      count: 5,
      total: 45,
      currency: 'GBP',
    });
  });
  test('follow the total', () => {
    show(`<main><h1>Checkout</h1><dl><dt>Gesamtsumme</dt><dd>45,00 €</dd></dl></main>`);
    const control = createCartControl(document);
    expect(control.read()).toEqual({ count: 1, total: 45, currency: 'EUR', confidence: 0.4 });
    find('dd').textContent = '49,90 €';
    expect(control.read()?.total).toBe(49.9);
  });
  test('nothing else that is typed is read', () => {
    expect(
      read(
        '<main><h1>Your cart</h1><input name="coupon" value="77"><input name="postcode" value="10115"><input type="number" name="gift" value="9"></main>',
      ),
    ).toBeUndefined();
  });
  test('rows count on no other page', () => {
    expect(
      read('<main><h1>Vase</h1><input type="number" name="quantity" value="3"><p>Total £9.00</p></main>'),
    ).toBeUndefined();
  });
});

describe('where nothing but the words say so', () => {
  test.each([
    ['an address that says nothing', '<div><a href="/v.php?s=5">Cesta (3) 24,90 €</a></div>', 3],
    [
      'a layout made of tables',
      '<table><tr><td><a href="/">La Huerta</a></td><td><a href="/v.php?s=5">Cesta (2) 16,60 €</a></td></tr><tr><td><h1>Tomates</h1></td></tr></table>',
      2,
    ],
    ['a component that is the link', '<div><r-link to="/x"><span>Borsa</span><b>4</b></r-link></div>', 4],
  ])('the count is read from %s', (_, html, count) => {
    expect(read(html)?.count).toBe(count);
  });

  test.each([
    [
      'a row of goods',
      '<table><tr><th>Article</th></tr><tr><td><a href="/v.php?s=5">Picnic basket (3)</a></td></tr></table>',
    ],
    ['a component around many links', '<r-bar><a href="/">Home</a> <a href="/x">Wishes 7</a> <b>Cart</b></r-bar>'],
  ])('but not from %s', (_, html) => {
    expect(read(html)).toBeUndefined();
  });

  test('an empty cart that only its page speaks of is empty', () => {
    const page = (text: string) => read(`<h1>購物車</h1><p>${text}</p>`);
    expect(page('購物車內沒有商品')?.count).toBe(0);
    expect(page('沒有人比我們更快')).toBeUndefined();
  });

  test('the page that it leads to is the cart, where nothing else says so', () => {
    const kindOf = (href: string) => {
      show(`<div><a href="${href}">Basket: 2 items</a></div><h2>Here it is</h2>`);
      const control = createCartControl(document);
      control.read();
      return control.kind();
    };
    expect(kindOf(location.href)).toBe('cart');
    expect(['', '#', '/elsewhere'].map(kindOf)).toEqual([undefined, undefined, undefined]);
  });

  test('what comes with a click is looked for at once', () => {
    const control = createCartControl(document);
    for (let i = 0; i < 20; i++) control.read();
    show(header('<a href="/cart">Cart <b>1</b></a>'));
    control.hint();
    expect(control.read()?.count).toBe(1);
  });
});
