import type { PageKind } from '../../../src/types';
import type { Random } from './random';

/**
 * Pages by kind as shops in ten languages title, head and address them. Written from memory of real shops, not from what
 * the reader knows; `DECOYS` are pages that sound like one of the kinds and are none.
 */

type Headings = Readonly<Partial<Record<PageKind, string>>>;

const HEADINGS: Readonly<Record<string, Headings>> = {
  en: {
    shipping:
      'Shipping & Delivery|Delivery Information|Shipping Policy|Delivery & Returns|How long does delivery take?|Postage and packaging|Where do you ship?|Delivery charges|Shipping rates & times|Worldwide shipping',
    returns:
      'Returns & Refunds|Return Policy|Returns and exchanges|How do I return an item?|Cancellations & Returns|30-day returns|Refund policy|Our returns promise|Right of withdrawal',
    payment: 'Payment options|Ways to pay|Payment & security|Accepted payment methods|Payment information',
    'size-guide': 'Size guide|Size & Fit Guide|Sizing chart|Find your size|Ring size guide|Women’s size chart',
    reviews: 'Customer reviews|Reviews|What our customers say|Testimonials',
    contact: 'Contact us|Get in touch|Customer Service|Contact|Need help? Contact us',
    about: 'About us|Our story|About|Who we are|About the brand|Legal notice',
    cart: 'Your cart|Shopping bag|Basket|My bag (2)|Shopping Cart|Your basket is empty|Your bag: 3 items|Cart summary|Review your cart',
    checkout:
      'Checkout|Secure Checkout|Guest checkout|Billing details|Review your order|Complete your purchase|Delivery address',
    'thank-you':
      'Thank you for your order!|Order confirmed|Thank you, Sam!|Your order is confirmed|Thanks for your order|We’ve received your order|Order complete|Thank you. Your order has been received.',
    account: 'My account|Log in|Sign in|Create account|Order history|Login or register|Welcome back! Sign in',
  },
  de: {
    shipping:
      'Versandkosten & Lieferzeit|Versandinformationen|Lieferung|Versand- und Zahlungsbedingungen|Versand und Lieferung|Lieferinformationen|Lieferzeit und Versandkosten|Porto und Verpackung',
    returns:
      'Rückgabe & Umtausch|Widerrufsbelehrung & Widerrufsformular|Retoure|Rücksendung & Rückerstattung|Widerrufsrecht für Verbraucher|Rückgaberecht|Garantie und Gewährleistung',
    payment: 'Zahlungsarten|Zahlungsmöglichkeiten|Zahlung und Versand|Bezahlung|Zahlungsmethoden',
    'size-guide': 'Größentabelle|Größenberatung|Größenratgeber|Maßtabelle|So findest du deine Größe',
    reviews: 'Kundenbewertungen|Bewertungen|Kundenstimmen|Erfahrungen unserer Kunden',
    contact: 'Kontakt|Kontaktformular|Kundenservice|Kontakt & Hilfe|So erreichen Sie uns',
    about: 'Über uns|Impressum|Wir über uns|Unsere Geschichte|Unternehmen',
    cart: 'Warenkorb|Dein Warenkorb|Ihr Warenkorb (2)|Mein Warenkorb|Ihr Warenkorb ist leer|Einkaufswagen|Einkaufskorb|Warenkorb – 3 Artikel',
    checkout:
      'Kasse|Zur Kasse|Bestellung abschließen|Bestellübersicht|Bestellung prüfen|Lieferadresse|Rechnungsadresse|Versand & Zahlung wählen',
    'thank-you':
      'Vielen Dank für Ihre Bestellung!|Danke für deine Bestellung|Bestellung eingegangen|Deine Bestellung ist bestätigt|Bestellung erfolgreich|Vielen Dank für Ihren Einkauf|Vielen Dank, Anna!|Bestellbestätigung',
    account: 'Mein Konto|Anmelden|Kundenkonto|Registrieren|Anmeldung|Ich bin bereits Kunde',
  },
  fr: {
    shipping:
      'Livraison & Retours|Modes et délais de livraison|Frais de livraison|Nos modes de livraison|Expédition et livraison|Politique d’expédition|Délais et tarifs de livraison',
    returns:
      'Retours et remboursements|Politique de retour|Retours & Échanges|Droit de rétractation|Comment retourner un article ?|Politique de remboursement',
    payment: 'Moyens de paiement|Paiement sécurisé|Modes de paiement|Paiement en 3x sans frais',
    'size-guide': 'Guide des tailles|Guide de tailles|Tableau des tailles|Guide des pointures|Quelle est ma taille ?',
    reviews: 'Avis clients|Vos avis|Avis vérifiés|Témoignages',
    contact: 'Contact|Contactez-nous|Nous contacter|Service client|Besoin d’aide ?',
    about: 'À propos|Qui sommes-nous ?|Mentions légales|Notre histoire|À propos de nous',
    cart: 'Panier|Votre panier|Mon panier|Panier d’achat|Votre panier est vide|Mon panier (3 articles)|Mon sac',
    checkout: 'Caisse|Finaliser ma commande|Validation de la commande|Commande|Passer la commande|Adresse de livraison',
    'thank-you':
      'Merci pour votre commande !|Votre commande est confirmée|Commande confirmée|Merci de votre achat|Confirmation de commande|Votre commande a bien été enregistrée',
    account: 'Mon compte|Connexion|Se connecter|Créer un compte|Identifiez-vous|Mes commandes',
  },
  es: {
    shipping:
      'Envíos y devoluciones|Información de envío|Política de envíos|Gastos y plazos de envío|Entregas|Condiciones de entrega',
    returns:
      'Devoluciones|Cambios y devoluciones|Política de devolución|Devoluciones y reembolsos|Derecho de desistimiento|Política de reembolso',
    payment: 'Formas de pago|Métodos de pago|Pago seguro|Medios de pago',
    'size-guide': 'Guía de tallas|Tabla de tallas|Guía de medidas|¿Cuál es mi talla?',
    reviews: 'Opiniones de clientes|Reseñas|Valoraciones|Opiniones',
    contact: 'Contacto|Contáctanos|Atención al cliente|Contacta con nosotros',
    about: 'Sobre nosotros|Quiénes somos|Aviso legal|Nuestra historia|Acerca de nosotros',
    cart: 'Carrito|Tu carrito|Carrito de compras|Cesta de la compra|Mi cesta|Tu carrito está vacío|Carro de compras|Mi carrito (2)',
    checkout:
      'Finalizar compra|Tramitar pedido|Finalizar pedido|Realizar pedido|Datos de facturación|Dirección de envío',
    'thank-you':
      '¡Gracias por tu compra!|Gracias por su pedido|Pedido recibido|Pedido confirmado|¡Tu pedido ha sido confirmado!|Confirmación del pedido|¡Gracias, María!',
    account: 'Mi cuenta|Iniciar sesión|Crear cuenta|Acceder|Mis pedidos',
  },
  it: {
    shipping:
      'Spedizioni e resi|Tempi e costi di spedizione|Spedizione e consegna|Informazioni sulla spedizione|Consegna',
    returns: 'Resi e rimborsi|Politica di reso|Diritto di recesso|Cambi e resi|Come effettuare un reso|Restituzioni',
    payment: 'Metodi di pagamento|Pagamenti|Pagamento sicuro|Modalità di pagamento',
    'size-guide': 'Guida alle taglie|Tabella taglie|Guida taglie',
    reviews: 'Recensioni|Recensioni dei clienti|Dicono di noi',
    contact: 'Contatti|Contattaci|Servizio clienti|Assistenza clienti',
    about: 'Chi siamo|La nostra storia|Note legali|Informazioni legali',
    cart: 'Carrello|Il tuo carrello|Il mio carrello|Il tuo carrello è vuoto|Carrello (2)|Carrello della spesa|La tua borsa',
    checkout: 'Cassa|Checkout|Completa l’ordine|Concludi l’acquisto|Riepilogo ordine|Indirizzo di spedizione',
    'thank-you':
      'Grazie per il tuo ordine!|Grazie per l’acquisto|Ordine confermato|Ordine ricevuto|Conferma dell’ordine|Il tuo ordine è stato confermato',
    account: 'Il mio account|Accedi|Registrati|Area clienti|Crea un account',
  },
  'pt-BR': {
    shipping:
      'Política de Envio|Prazo de entrega|Frete e entrega|Envios e devoluções|Entregas e fretes|Formas de envio',
    returns:
      'Trocas e devoluções|Política de troca|Devoluções e reembolsos|Política de reembolso|Direito de arrependimento',
    payment: 'Formas de pagamento|Pagamento seguro|Métodos de pagamento',
    'size-guide': 'Guia de tamanhos|Tabela de medidas|Guia de medidas',
    reviews: 'Avaliações|Avaliações dos clientes|Opiniões|Depoimentos',
    contact: 'Contato|Fale conosco|Atendimento ao cliente|Entre em contato|Contacte-nos',
    about: 'Sobre nós|Quem somos|Nossa história|A nossa história',
    cart: 'Carrinho|Meu carrinho|Carrinho de compras|Minha sacola|Seu carrinho está vazio|Sacola (2)|O seu carrinho',
    checkout: 'Finalizar compra|Checkout|Finalizar pedido|Concluir compra|Endereço de entrega',
    'thank-you':
      'Obrigado pela sua compra!|Pedido confirmado|Pedido recebido|Compra realizada com sucesso|Obrigada pelo seu pedido|Recebemos seu pedido',
    account: 'Minha conta|Entrar|Criar conta|Iniciar sessão|Meus pedidos',
  },
  nl: {
    shipping:
      'Verzending en levering|Verzendkosten|Verzenden & retourneren|Bezorging|Levertijden|Levering & verzendkosten|Bestellen en verzenden',
    returns:
      'Retourneren|Retourbeleid|Ruilen en retourneren|Herroepingsrecht|Retouren en terugbetaling|Garantie en retour',
    payment: 'Betaalmethoden|Betalen|Betaalmogelijkheden|Betaling',
    'size-guide': 'Maattabel|Maatgids|Welke maat heb ik?|Matentabel',
    reviews: 'Beoordelingen|Klantbeoordelingen|Reviews|Ervaringen',
    contact: 'Contact|Klantenservice|Neem contact op|Contactgegevens',
    about: 'Over ons|Wie zijn wij|Ons verhaal|Bedrijfsgegevens',
    cart: 'Winkelwagen|Winkelmandje|Mijn winkelwagen|Je winkelmandje is leeg|Winkelmand (2)|Uw winkelwagen|Je winkelwagentje',
    checkout: 'Afrekenen|Kassa|Bestelling afronden|Bestelling plaatsen|Gegevens en bezorging',
    'thank-you':
      'Bedankt voor je bestelling!|Bedankt voor uw bestelling|Bestelling ontvangen|Bestelling geplaatst|Orderbevestiging|Je bestelling is bevestigd',
    account: 'Mijn account|Inloggen|Registreren|Account aanmaken',
  },
  ja: {
    shipping:
      '配送・送料について|送料・配送|お届けについて|配送方法・送料|配送について|送料について|発送・納期について|配送ポリシー',
    returns:
      '返品・交換について|返品・キャンセル|返品ポリシー|返金について|キャンセル・返品について|返品・交換・キャンセルについて',
    payment: 'お支払い方法|お支払いについて|支払い方法について|決済方法',
    'size-guide': 'サイズ表|サイズガイド|サイズについて|サイズチャート|サイズの選び方',
    reviews: 'レビュー|お客様の声|カスタマーレビュー|商品レビュー',
    contact: 'お問い合わせ|お問合せ|お問い合わせフォーム|カスタマーサポート',
    about: '特定商取引法に基づく表記|会社概要|特定商取引法に基づく表示|私たちについて|ショップについて|運営会社',
    cart: 'カート|ショッピングカート|カートの中身|買い物かご|お買い物カゴ|現在のカゴの中|カート内の商品|ショッピングバッグ',
    checkout: 'ご購入手続き|ご注文手続き|注文内容の確認|レジに進む|お届け先の入力|ご注文内容確認|購入手続き',
    'thank-you':
      'ご注文ありがとうございました|ご注文完了|ご注文が完了しました|ご購入ありがとうございます|注文完了|ご注文を承りました',
    account: 'マイページ|ログイン|会員登録|新規会員登録|会員ログイン',
  },
  ko: {
    shipping: '배송 안내|배송안내|배송정보|배송/반품 안내|배송 정책',
    returns: '교환 및 반품|반품/교환 안내|환불 정책|교환/반품|취소 및 환불',
    payment: '결제 안내|결제수단 안내|결제 방법',
    'size-guide': '사이즈 가이드|사이즈표|사이즈 안내',
    reviews: '상품 리뷰|구매후기|리뷰|이용후기',
    contact: '고객센터|문의하기|1:1 문의',
    about: '회사소개|브랜드 소개|회사 소개|브랜드 스토리',
    cart: '장바구니|장바구니 (2)|쇼핑백|장바구니가 비어 있습니다|나의 장바구니',
    checkout: '주문/결제|주문서 작성|주문하기|결제하기|주문서작성/결제',
    'thank-you': '주문이 완료되었습니다|주문완료|주문 완료|주문해 주셔서 감사합니다|결제가 완료되었습니다',
    account: '마이페이지|로그인|회원가입|내 계정',
  },
  'zh-CN': {
    shipping: '配送说明|物流配送|运费说明|配送方式|发货与配送',
    returns: '退换货政策|退货政策|退款说明|退换货说明|售后服务',
    payment: '支付方式|付款方式',
    'size-guide': '尺码表|尺码指南|尺码对照表',
    reviews: '用户评价|商品评价|买家评论',
    contact: '联系我们|联系客服',
    about: '关于我们|公司简介|品牌故事',
    cart: '购物车|我的购物车|购物袋|购物车（2）',
    checkout: '结账|结算|确认订单|填写订单信息|结算页',
    'thank-you': '订单提交成功|感谢您的订购|支付成功|感谢您的购买|下单成功',
    account: '我的账户|登录|注册|个人中心',
  },
  'zh-TW': {
    shipping: '運送說明|配送與運費|運送政策|運費說明|配送方式',
    returns: '退換貨政策|退貨須知|退款政策|退換貨說明|售後服務',
    payment: '付款方式|支付方式',
    'size-guide': '尺寸表|尺寸對照表|尺碼指南',
    reviews: '顧客評價|商品評論|評價',
    contact: '聯絡我們|客服中心|聯繫我們',
    about: '關於我們|公司簡介|品牌故事',
    cart: '購物車|我的購物車|購物袋|您的購物車',
    checkout: '結帳|填寫訂單|確認訂單|結帳付款',
    'thank-you': '訂單已成立|感謝您的訂購|訂購完成|感謝您的購買|訂單完成',
    account: '會員中心|登入|註冊|我的帳戶',
  },
};

/** Real names of goods, articles and lists. */
const DECOYS: readonly string[] = [
  'Shipping Crate Coffee Table',
  'Delivery Bag for Couriers',
  'Picnic Basket',
  'Canvas Tote Bag',
  'Golf Cart Cover',
  'Bags',
  'Laundry baskets',
  'Return of the King (Blu-ray)',
  'Return to Monkey Island',
  'The Contact Print',
  'Review Copy: Garden Books',
  'Cash Register Toy',
  'Thank You Cards',
  'Payment Terminal X3',
  'Bar Cart in Walnut',
  'Trolley Bag 55 cm',
  'About Time Wall Clock',
  'Size M Bike Helmet',
  'Basketball',
  'Summer sale',
  'Versandkartons 10er Pack',
  'Picknickkorb',
  'Taschen',
  'Kasse aus Holz (Spielzeug)',
  'Kontaktlinsen',
  'Danke-Karten',
  'Einkaufstrolley',
  'Retourenetiketten 100 Stück',
  'Panier à linge',
  'Sacs à dos',
  'Paniers',
  'Carton de livraison',
  'Carte Merci',
  'Lentilles de contact',
  'Cesta de mimbre',
  'Bolsos de mano',
  'Caja registradora',
  'Cajas de envío',
  'Carrello portavivande',
  'Borse',
  'Cestini',
  'Bolsas de praia',
  'Cesto de roupa',
  'Carrinho de bebê',
  'Boodschappentas',
  'Wasmand',
  'Verzenddozen',
  'Bedankkaartjes',
  'トートバッグ',
  'バッグ一覧',
  'カートカバー',
  '配送用ボックス',
  'かごバッグ',
  'ゴルフカート',
  '가방',
  '쇼핑카트 장난감',
  '包袋',
  '购物车玩具',
  '購物袋收納架',
  'Home',
  'New arrivals',
  'Sale',
  'Search results for "bag"',
  'Page not found',
  'How we built our first bike',
  'Five gifts for gardeners',
  '404',
  'Cookie policy',
  'Privacy policy',
  'AGB',
  'Datenschutz',
  'Conditions générales de vente',
  'プライバシーポリシー',
];

export interface KindPage {
  readonly html: string;
  readonly title: string;
  readonly path: string;
  readonly kind: PageKind | null;
  readonly heading: string;
  readonly traits: readonly string[];
}

export const makeKindPage = (random: Random): KindPage => {
  const { chance, upTo, pick, hash } = random;
  const traits: string[] = [];
  const note = <T extends string>(trait: T) => {
    traits.push(trait);
    return trait;
  };
  const lang = pick(Object.keys(HEADINGS));
  const headings = HEADINGS[lang] as Headings;
  const kind = chance(0.25) ? null : (pick(Object.keys(headings)) as PageKind);
  const heading = kind ? pick((headings[kind] as string).split('|')) : pick(DECOYS);
  note(lang);
  const shop = pick([
    'Acme',
    'Halbmond',
    'Studio 54',
    'Les Petits',
    'Tienda Sol',
    '雑貨屋',
    'Nord & Co.',
    'My Little Shop',
  ]);
  const separator = pick([' – ', ' | ', ' - ', ' · ', ' — ', '｜', ' : ', ' / ']);
  const where = note(pick(['both', 'both', 'both', 'h1', 'h1', 'title', 'h2', 'shadow', 'logo-h1'] as const));
  const titled = chance(0.8) ? `${heading}${separator}${shop}` : `${shop}${separator}${heading}`;
  const title =
    where === 'both' || where === 'title' || where === 'logo-h1'
      ? titled
      : pick([shop, `${shop}${separator}Online Shop`]);
  const css = pick([
    'text-3xl font-bold tracking-tight',
    'page-title',
    `Page_title__${hash()}`,
    `sc-${hash()}`,
    'main-page-title page-width',
  ]);
  const h1 = `<h1 class="${css}">${chance(0.3) ? `<span>${heading}</span>` : heading}</h1>`;
  const text = `<p>${'Lorem ipsum dolor sit amet. '.repeat(3 + upTo(5))}</p>`;
  const content = {
    both: h1 + text,
    h1: h1 + text,
    title: `<div class="${css}">${heading}</div>${text}`,
    h2: `<h2>${heading}</h2>${text}`,
    shadow: `<shop-page><template shadowroot="open"><div><page-body><template shadowroot="open"><section>${h1}${text}</section></template></page-body></div></template></shop-page>`,
    'logo-h1': `<div class="${css}">${heading}</div>${text}`,
  }[where];
  const nav = `<nav><a href="/cart">Cart (${upTo(5)})</a><a href="/account">Account</a><a href="/collections/bags">Bags</a></nav>`;
  const logo = where === 'logo-h1' ? `<h1><a href="/">${shop}</a></h1>` : `<a href="/">${shop}</a>`;
  const footer =
    '<footer><h2>Service</h2><a href="/shipping">Shipping</a><a href="/returns">Returns &amp; refunds</a><a href="/contact">Contact us</a></footer>';
  const drawer = chance(0.4) ? '<div class="cart-drawer"><h2>Your cart</h2><p>Your cart is empty</p></div>' : '';
  const hidden = chance(0.3) ? '<section hidden><h1>Checkout</h1></section>' : '';
  const aside = chance(0.3)
    ? '<section><h2>Free shipping</h2><h3>Customer reviews</h3><h3>Size guide</h3></section>'
    : '';
  const form =
    kind === 'checkout' && chance(0.7)
      ? `<form>${['email', 'shipping name', 'shipping street-address', 'shipping postal-code', 'tel'].map((token) => `<input autocomplete="${token}">`).join('')}</form>`
      : '<form><input type="email" autocomplete="email"></form>';
  const main = pick(['main', 'div id="content"', 'div role="main"']);
  const body = `<${main}>${hidden}<div><div class="${css}">${content}</div></div>${form}${aside}</${main.split(' ')[0]}>`;
  const path = kind
    ? pick([`/page/${upTo(99)}`, `/${hash()}`, `/s/${hash()}/${upTo(99)}`])
    : pick([`/products/${hash()}`, `/p/${upTo(999)}`, `/${hash()}`, `/blog/${hash()}`]);
  return {
    html: `<header>${logo}${nav}</header>${drawer}${where === 'h2' ? body.replace(/^<[^>]+>/, '<main>').replace(/<\/\w+>$/, '</main>') : body}${footer}`,
    title,
    path,
    kind,
    heading,
    traits,
  };
};
