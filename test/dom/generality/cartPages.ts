import type { Random } from './random';

/**
 * Headers as shops build them: what the cart is called in ten languages, what markup it stands in, and all that stands
 * around it. Written from shops' templates, not from what the reader knows.
 */

interface Language {
  readonly lang: string;
  readonly labels: readonly string[];
  readonly counted: readonly string[];
  readonly slugs: readonly string[];
  readonly add: readonly string[];
  readonly wishlist: string;
  readonly account: string;
  readonly search: string;
  readonly categories: readonly string[];
  readonly price: string;
  readonly banner: string;
}

const LANGUAGES: readonly Language[] = [
  {
    lang: 'en',
    labels: [
      'Cart',
      'Bag',
      'Basket',
      'Shopping cart',
      'Shopping bag',
      'My bag',
      'Your cart',
      'Trolley',
      'View cart',
      'Open cart',
      'My Basket',
      'Tote',
      'Go to cart',
      'Toggle cart',
    ],
    counted: [
      'Cart, # items',
      'Shopping bag (#)',
      'View your basket. # items',
      'You have # items in your cart',
      'Bag: #',
      'Open cart drawer containing # items',
      '# item(s) in cart',
      'Cart with # products',
      'Items in cart: #',
    ],
    slugs: [
      '/cart',
      '/bag',
      '/basket',
      '/checkout/cart',
      '/shopping-cart',
      '/en-gb/cart',
      '/viewcart.php',
      '/index.php?route=checkout/cart',
      '/shop/basket.html',
    ],
    add: ['Add to cart', 'Add to bag', 'Quick add', 'Buy now', 'Add to basket'],
    wishlist: 'Wishlist',
    account: 'Account',
    search: 'Search',
    categories: ['Bags', 'Baskets', 'Sale -50%', 'New in', 'Gifts under $20', 'Stores (12)'],
    price: '$24.90',
    banner: 'Free shipping over $50',
  },
  {
    lang: 'de',
    labels: [
      'Warenkorb',
      'Einkaufswagen',
      'Mein Warenkorb',
      'Einkaufstasche',
      'Zum Warenkorb',
      'Einkaufskorb',
      'Warenkorb anzeigen',
    ],
    counted: [
      'Warenkorb (#)',
      'Warenkorb, # Artikel',
      '# Artikel im Warenkorb',
      'Warenkorb enthält # Positionen',
      'Einkaufstasche mit # Produkten',
      'Ihr Warenkorb: # Stück',
    ],
    slugs: ['/warenkorb', '/cart', '/checkout/cart', '/de/warenkorb', '/shop/warenkorb.html', '/einkaufswagen'],
    add: ['In den Warenkorb', 'In den Warenkorb legen', 'In die Einkaufstasche', 'Kaufen'],
    wishlist: 'Merkzettel',
    account: 'Mein Konto',
    search: 'Suche',
    categories: ['Taschen', 'Körbe', 'Neu', 'Unter 20 €', 'Marken A-Z'],
    price: '24,90 €',
    banner: 'Kostenloser Versand ab 50 €',
  },
  {
    lang: 'fr',
    labels: ['Panier', 'Mon panier', 'Voir le panier', 'Votre panier', 'Mon sac', 'Caddie', 'Cabas'],
    counted: [
      'Panier (#)',
      'Panier, # articles',
      'Mon panier : # produits',
      '# article(s) dans votre panier',
      'Voir mon panier contenant # articles',
    ],
    slugs: ['/panier', '/fr/panier', '/cart', '/panier?action=show', '/mon-panier'],
    add: ['Ajouter au panier', 'Acheter', 'Ajouter'],
    wishlist: 'Favoris',
    account: 'Mon compte',
    search: 'Rechercher',
    categories: ['Sacs', 'Paniers', 'Nouveautés', 'Moins de 20 €'],
    price: '24,90 €',
    banner: 'Livraison offerte dès 50 €',
  },
  {
    lang: 'es',
    labels: [
      'Carrito',
      'Cesta',
      'Mi cesta',
      'Ver carrito',
      'Carrito de compras',
      'Bolsa',
      'Carro',
      'Mi carro',
      'Cesta de la compra',
    ],
    counted: [
      'Carrito (#)',
      'Cesta, # artículos',
      'Tienes # productos en tu carrito',
      '# artículos en la cesta',
      'Mi bolsa: # productos',
    ],
    slugs: ['/carrito', '/cesta', '/es/carrito', '/cart', '/carro-de-compra'],
    add: ['Añadir al carrito', 'Agregar al carro', 'Añadir a la cesta', 'Comprar'],
    wishlist: 'Favoritos',
    account: 'Mi cuenta',
    search: 'Buscar',
    categories: ['Bolsos', 'Cestas', 'Novedades', 'Menos de 20 €'],
    price: '24,90 €',
    banner: 'Envío gratis a partir de 50 €',
  },
  {
    lang: 'it',
    labels: ['Carrello', 'Il mio carrello', 'Vedi carrello', 'Borsa', 'Shopping bag', 'Il tuo carrello'],
    counted: ['Carrello (#)', 'Carrello, # articoli', 'Hai # prodotti nel carrello', '# articolo/i nel carrello'],
    slugs: ['/carrello', '/it/carrello', '/cart'],
    add: ['Aggiungi al carrello', 'Acquista', 'Aggiungi alla borsa'],
    wishlist: 'Preferiti',
    account: 'Account',
    search: 'Cerca',
    categories: ['Borse', 'Cesti', 'Novità'],
    price: '24,90 €',
    banner: 'Spedizione gratuita da 50 €',
  },
  {
    lang: 'pt-BR',
    labels: ['Carrinho', 'Meu carrinho', 'Sacola', 'Minha sacola', 'Ver carrinho', 'Carrinho de compras', 'Cesto'],
    counted: ['Carrinho (#)', 'Sacola, # itens', 'Você tem # produtos no carrinho', '# itens na sacola'],
    slugs: ['/carrinho', '/cart', '/sacola', '/checkout/cart'],
    add: ['Adicionar ao carrinho', 'Comprar', 'Adicionar à sacola', 'Colocar na sacola'],
    wishlist: 'Favoritos',
    account: 'Minha conta',
    search: 'Buscar',
    categories: ['Bolsas', 'Cestas', 'Novidades'],
    price: 'R$ 124,90',
    banner: 'Frete grátis acima de R$ 199',
  },
  {
    lang: 'nl',
    labels: [
      'Winkelwagen',
      'Winkelmandje',
      'Winkelmand',
      'Mijn winkelwagen',
      'Winkelwagentje',
      'Winkeltas',
      'Mandje',
      'Tas',
    ],
    counted: [
      'Winkelwagen (#)',
      'Winkelmand, # artikelen',
      '# producten in je winkelwagen',
      'Mijn winkelmandje: # items',
    ],
    slugs: ['/winkelwagen', '/winkelmandje', '/cart', '/nl/winkelmand'],
    add: ['In winkelwagen', 'In mijn winkelwagen', 'Toevoegen aan winkelmandje', 'Bestellen'],
    wishlist: 'Verlanglijst',
    account: 'Mijn account',
    search: 'Zoeken',
    categories: ['Tassen', 'Manden', 'Nieuw'],
    price: '€ 24,90',
    banner: 'Gratis verzending vanaf € 50',
  },
  {
    lang: 'ja',
    labels: [
      'カート',
      '買い物かご',
      'ショッピングカート',
      'カートを見る',
      'お買い物かご',
      'ショッピングバッグ',
      'バッグ',
      'カゴの中を見る',
      '買い物カゴ',
    ],
    counted: [
      'カート（#）',
      'カート内の商品数：#',
      'カートに#点の商品',
      '買い物かご #個',
      'ショッピングバッグ 商品点数#点',
      'カートの中身 #件',
    ],
    slugs: ['/cart', '/ja/cart', '/shopping/cart', '/cart/index', '/kago', '/%E3%82%AB%E3%83%BC%E3%83%88'],
    add: ['カートに入れる', 'カートに追加', '買い物かごに入れる', '購入する', 'バッグに追加'],
    wishlist: 'お気に入り',
    account: 'マイページ',
    search: '検索',
    categories: ['バッグ・小物', 'かごバッグ', '新着', 'セール'],
    price: '2,490円',
    banner: '5,000円以上送料無料',
  },
  {
    lang: 'ko',
    labels: ['장바구니', '쇼핑백', '카트', '장바구니 보기', '쇼핑카트'],
    counted: ['장바구니 (#)', '장바구니 상품 #개', '쇼핑백 #', '장바구니에 #개의 상품이 있습니다'],
    slugs: ['/cart', '/order/basket.html', '/shop/cart.php'],
    add: ['장바구니 담기', '장바구니에 담기', '구매하기', '장바구니에 추가'],
    wishlist: '위시리스트',
    account: '마이페이지',
    search: '검색',
    categories: ['가방', '바구니', '신상품'],
    price: '24,900원',
    banner: '5만원 이상 무료배송',
  },
  {
    lang: 'zh-CN',
    labels: ['购物车', '我的购物车', '购物袋', '查看购物车', '购物篮'],
    counted: ['购物车 (#)', '购物车（#件商品）', '我的购物车 # 件', '购物袋 #'],
    slugs: ['/cart', '/zh/cart', '/flow.php?step=cart'],
    add: ['加入购物车', '立即购买', '放入购物袋'],
    wishlist: '收藏',
    account: '我的账户',
    search: '搜索',
    categories: ['包袋', '篮子', '新品'],
    price: '¥249.00',
    banner: '满50元包邮',
  },
  {
    lang: 'zh-TW',
    labels: ['購物車', '購物袋', '我的購物車', '查看購物車', '購物籃'],
    counted: ['購物車 (#)', '購物車（#件商品）', '購物袋 # 件'],
    slugs: ['/cart', '/zh-tw/cart', '/shop/cart'],
    add: ['加入購物車', '立即購買', '放入購物袋'],
    wishlist: '願望清單',
    account: '會員中心',
    search: '搜尋',
    categories: ['包包', '籃子', '新品'],
    price: 'NT$890',
    banner: '滿1000免運',
  },
];

export interface CartPage {
  readonly html: string;
  readonly lang: string;
  /** null: there is no cart control on the page. */
  readonly count: number | null;
  /** Does the page show the number anywhere near the control? */
  readonly shows: boolean;
  readonly traits: readonly string[];
}

const repeat = (times: number, make: () => string) => Array.from({ length: times }, make).join('');

export const makeCartPage = (random: Random): CartPage => {
  const { chance, upTo, pick, hash } = random;
  const language = pick(LANGUAGES);
  const traits: string[] = [language.lang];
  const note = <T extends string>(trait: T) => {
    traits.push(trait);
    return trait;
  };
  const framework = note(pick(['tailwind', 'bem', 'css-modules', 'styled', 'bootstrap', 'plain'] as const));
  const css = (name: string) =>
    ({
      tailwind: pick([
        'relative flex items-center gap-2 hover:text-gray-700',
        'inline-flex h-10 w-10 aria-expanded:bg-muted data-[cart=open]:hidden',
        'absolute -top-1 -right-1 rounded-full text-xs',
      ]),
      bem: `site-header__${name}`,
      'css-modules': `Header_${name}__${hash()}`,
      styled: `sc-${hash()} ${hash()}`,
      bootstrap: `nav-link ${name}`,
      plain: name,
    })[framework];

  const hasCart = chance(0.85);
  const count = pick([0, 0, 1, 2, 3, 5, 8, 12, 27, 104]);
  const number =
    count > 99
      ? '99+'
      : language.lang === 'ja' && chance(0.2)
        ? String(count).replace(/\d/g, (d) => '０１２３４５６７８９'[+d] as string)
        : String(count);
  const label = pick(language.labels);
  const counted = pick(language.counted).replace('#', number);
  const marker = pick(['shopping-cart', 'shopping-bag', 'basket', 'cart']);
  const icon = pick([
    `<svg class="icon icon-${marker}" viewBox="0 0 24 24"><path d="M4 9h16"/></svg>`,
    `<svg class="lucide lucide-${marker}"><path d="M1 1"/></svg>`,
    `<svg aria-hidden="true"><use href="/sprite.svg#${marker}"></use></svg>`,
    `<i class="fa fa-${marker}"></i>`,
    `<i class="material-icons" aria-hidden="true">${marker.replace('-', '_')}</i>`,
    `<img src="/img/${marker}.svg" alt="">`,
    `<svg width="24"><path d="M4 9h16l-2 11H6z"/></svg>`,
    `<svg width="24"><path d="M4 9h16l-2 11H6z"/></svg>`,
  ]);
  const badgeClass = pick([css('count'), css('badge'), css('cartCount'), css('pill')]);
  const badge = pick([
    `<span class="${badgeClass}">${number}</span>`,
    `<sup>${number}</sup>`,
    `<span class="${badgeClass}"><span aria-hidden="true">${number}</span><span class="visually-hidden">${counted}</span></span>`,
    `<div><div><b>${number}</b></div></div>`,
    `<span class="${badgeClass}">(${number})</span>`,
    `<span class="${badgeClass}">\n   ${number}\n </span>`,
  ]);
  const naming = note(
    pick([
      'name-static',
      'name-counted',
      'title',
      'text',
      'text-counted',
      'sr-only',
      'money-and-items',
      'anonymous',
    ] as const),
  );
  const isEmpty = count === 0;
  const hides = isEmpty && chance(0.5);
  const place = note(pick(['inside', 'inside', 'inside', 'beside', 'attribute', 'name only'] as const));
  const isCounted = naming === 'name-counted' || naming === 'text-counted' || naming === 'money-and-items';
  const shows = isCounted || (!hides && place !== 'name only');
  const inner =
    hides || (place === 'name only' && isCounted)
      ? ''
      : place === 'inside'
        ? badge
        : place === 'attribute'
          ? `<span class="${css('dot')}" data-count="${count}"></span>`
          : '';
  const outer = place === 'beside' && !hides ? badge : '';
  const attributes = {
    'name-static': `aria-label="${label}"`,
    'name-counted': `aria-label="${counted}"`,
    title: `title="${label}"`,
    text: '',
    'text-counted': '',
    'sr-only': '',
    'money-and-items': `title="${label}"`,
    anonymous: '',
  }[naming];
  const text = {
    'name-static': '',
    'name-counted': '',
    title: '',
    text: `<span>${label}</span>`,
    'text-counted': `<span>${counted}</span>`,
    'sr-only': `<span class="sr-only">${label}</span>`,
    'money-and-items': `<span class="${css('total')}">${language.price}</span> <span>${counted}</span>`,
    anonymous: '',
  }[naming];
  const body = chance(0.5) ? `${icon}${text}${inner}` : `<span class="${css('inner')}">${text}${icon}</span>${inner}`;
  const kind = note(pick(['a', 'a', 'a', 'a-dead', 'button', 'button', 'role', 'custom'] as const));
  const own = chance(0.6)
    ? ` class="${css(pick(['cart', 'cartLink', 'mini-cart', 'basket-toggle']))}"`
    : ` class="${css('icon')}"`;
  const control = {
    a: `<a href="${pick(language.slugs)}"${own} ${attributes}>${body}</a>`,
    'a-dead': `<a href="${pick(['#', 'javascript:void(0)', '#cart'])}"${own} ${attributes}>${body}</a>`,
    button: `<button type="button"${own} ${attributes} ${chance(0.3) ? 'aria-controls="cart-drawer" aria-expanded="false"' : ''}>${body}</button>`,
    role: `<div role="button" tabindex="0"${own} ${attributes}>${body}</div>`,
    custom: `<${pick(['cart-button', 'shop-cart-icon', 'mini-basket', 'header-action'])}><template shadowroot="open"><button ${attributes}>${body}</button></template></${'x'}>`,
  }[kind].replace(/<(\S+?)>(<template.*<\/template>)<\/x>/s, '<$1>$2</$1>');
  const row = chance(0.5)
    ? `<li class="${css('item')}">${control}${outer}</li>`
    : `<div class="${css(pick(['cart', 'action', 'icon-wrapper']))}">${control}${outer}</div>`;

  const decoys = [
    `<a href="/wishlist" aria-label="${language.wishlist}" class="${css('wishlist')}"><svg></svg><span class="${badgeClass}">${upTo(9)}</span></a>`,
    `<a href="/account" class="${css('account')}">${language.account}</a>`,
    `<button aria-label="${language.search}"><svg></svg></button>`,
    `<a href="tel:+4930123456">+49 30 123456</a>`,
    `<a href="/compare" class="${css('compare')}" title="Compare"><span class="${badgeClass}">${upTo(4)}</span></a>`,
    `<button aria-label="Notifications"><span>${1 + upTo(8)}</span></button>`,
    `<select><option>EN</option><option>DE 2</option></select>`,
    `<a href="/stores">Stores 24/7</a>`,
  ].filter(() => chance(0.5));
  const menu = language.categories.map((name, i) => `<li><a href="/collections/${i + 100}">${name}</a></li>`).join('');
  const shopName = pick(['Acme', 'Shop24', 'Studio 54', '7 Hills', 'Halbmond', 'Cartwright & Sons']);
  const actions = [...decoys, hasCart ? row : ''].sort(() => (chance(0.5) ? 1 : -1)).join('');
  const wrap = (html: string) => {
    let wrapped = html;
    for (let depth = upTo(4); depth--; ) wrapped = `<div class="${css('row')}">${wrapped}</div>`;
    return wrapped;
  };
  const bar = `<a href="/" class="${css('logo')}">${shopName}</a><nav><ul>${menu}</ul></nav>${wrap(actions)}`;
  const header = note(pick(['header', 'header', 'div-header', 'sticky-div', 'nav', 'shadow', 'in-main'] as const));
  const top = {
    header: `<header>${bar}</header>`,
    'div-header': `<div id="header" class="page-header">${bar}</div>`,
    'sticky-div': `<div class="sticky top-0 z-50">${bar}</div>`,
    nav: `<nav class="${css('navbar')}">${bar}</nav>`,
    shadow: `<shop-header><template shadowroot="open"><header>${bar}</header></template></shop-header>`,
    'in-main': `<div class="app-bar">${bar}</div>`,
  }[header];
  const card = () =>
    `<li class="${css('product-card')}"><a href="/products/${hash()}">Tote bag No. ${upTo(30)}</a><span class="price">${language.price}</span><span>★ 4.5 (${upTo(300)})</span><button class="${css('add')}">${pick(language.add)}</button></li>`;
  const grid = `<ul>${repeat(3 + upTo(5), card)}</ul>`;
  const product = `<h1>Vase ${upTo(90)}</h1><form action="/cart/add" method="post"><input type="number" name="quantity" value="${1 + upTo(3)}"><button type="submit" aria-label="${pick(language.add)}, Vase 3">${pick(language.add)}</button></form>`;
  const drawer = chance(0.5)
    ? `<div id="cart-drawer" class="drawer" ${chance(0.5) ? 'aria-hidden="true"' : ''}><div class="drawer__header"><h2>${label}</h2><button aria-label="Close">×</button></div><p>${language.price}</p><a href="/cart">${label}</a></div>`
    : '';
  const footer = `<footer>${chance(0.5) && hasCart ? `<a href="/cart">${label}</a>` : ''}<a href="/shipping">Shipping</a><p>© 2026 ${shopName}</p></footer>`;
  const main = `<div class="banner">${language.banner}</div><main>${chance(0.5) ? grid : product}</main>`;
  const html =
    header === 'in-main'
      ? `<main>${top}${main.replace(/<\/?main>/g, '')}</main>${drawer}${footer}`
      : `${top}${main}${drawer}${footer}`;
  return { html, lang: language.lang, count: hasCart ? count : null, shows, traits };
};
