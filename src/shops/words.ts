import type { PageKind, Topic } from '../types';

/**
 * What shops call their pages and sections, in English, German, French, Spanish, Italian, Portuguese, Dutch, Japanese,
 * Korean and Chinese. All of it is compared after folding: one case, no accents, umlauts with or without their `e`.
 */

/** No accents, no full-width forms, no `ß`; letters keep their case. */
export const strip = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[‘’]/g, "'");

export const fold = (text: string): string => {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // "100 % cotton", or not UTF-8.
  }
  return strip(plain)
    .toLowerCase()
    .replace(/[\s_+‐-―-]+/g, ' ')
    .trim();
};

/** Words that stand alone, and parts of words of scripts that put no space between them. */
export const words = (latin: string, others: string) => `(?:\\b(?:${latin})\\b|${others})`;

export const CART_WORDS = words(
  '(?:shopping ?|mini ?|my|block|show|view)?(?:cart|basket|bag)|trolley|waren ?korb|einkaufs ?(?:korb|wagen|tasche|tue?te)|korb|panier|caddie|chariot|sac|cabas|cest[ao]|carr(?:it)?o|bolsa|carrello|borsa|carrinho|sacola|winkel(?:wagen|mand|tas)(?:t?je)?|mandje|tas|kago',
  '(?:ショッピング ?)?(?:カート|バッグ|バスケット|カゴ)(?![ァ-ヶー])|かご|장바구니|쇼핑 ?[백카]트?|카트|购物[车袋篮]|購物[車袋籃]',
);

/** `@`: see FOLLOWS. */
const TOPICS: readonly (readonly [Topic, string])[] = [
  [
    'shipping',
    words(
      '(?:shipping|delivery|dispatch|postage|freight)@|(?:do you|we) ship|versand(?!kart|tasch|rohr)\\w*|liefer(?!ant|schein|wag)\\w*|zustellung|porto (?:und|&)|livraisons?|expeditions?|frais de port|envios?|entregas?|despachos?|spedizion[ei]|consegn[ae]|fretes?|verzend(?!do)\\w*|bezorg\\w*|lever(?:ing|tijd|kost)\\w*|haisou?|sou?ryou?',
      '配[送达達]|送料|お届け|発送|納期|배송|택배|[送发發]货|送貨|運費|运费|物流|出貨|運送',
    ),
  ],
  [
    'returns',
    words(
      '(?:return|refund|exchange|warranty)@|(?:return|refund|exchange|cancellation)s|withdrawal|money back|widerruf\\w*|rue?ck(?:gabe|send|erstatt)\\w*|retoure\\w*|umtausch\\w*|garanti[ae]s?|gewahrleistung|retour(?:s|ner\\w*|beleid)?|returning (?:your|an?)|rembours\\w+|devolver|trocar|retractation|echanges?|devoluc\\w+|reembolsos?|cambios|desistimiento|res[io]|rimbors[oi]|recesso|restituzion[ei]|trocas?|arrependimento|ruilen|herroeping\\w*|terugbetaling\\w*|henpin\\w*',
      '返品|交換|返金|キャンセル|반품|교환|환불|취소|退[货款换貨換]|换货|換貨|售后|售後|保固|保修',
    ),
  ],
  [
    'payment',
    words(
      'payment@|payments|(?:ways|how) to pay|pay later|rechnungskauf|como pagar|zahl(?:ung|art)\\w*|bezahl\\w*|ratenzahlung|paiements?|moyens? de reglement|pagos?|pagament[oi]s?|betal(?:en|ing)\\w*|betaal\\w+',
      '支払|決済|결제|支付|付款',
    ),
  ],
  [
    'size-guide',
    words(
      'siz(?:e|ing) ?(?:guide|charts?|tables?|info\\w*|help|(?:&|and) fit)|sizing|fit guide|groe?ssen ?(?:tab|uber|ber|rat|guide|hilf|find|info|(?:&|und) pass)\\w*|masstabelle|passform|(?:guide|tableau|correspondance) des? (?:taill|pointur|mesur)es?|(?:guia|tabla|tabela) de (?:tall[ae]|medida|tamanho)s?|(?:guida|tabella) (?:alle |delle )?(?:taglie|misure)|ma(?:at|ten) ?(?:tabel|gids|advies)|(?:your|my|deine|meine|ma|mi|mia|welke) (?:size|groe?sse|taille|talla|taglia|maat)',
      'サイズ(?:表|ガイド|チャート|について|一覧|の)|採寸|사이즈 ?(?:표|가이드|차트|안내|정보)|尺[码寸碼](?:表|指南|对照|對照|说明|說明)',
    ),
  ],
  [
    'reviews',
    words(
      'reviews?|ratings?|testimonials?|customers say|(?:kunden)?(?:bewertung|rezension|meinung|stimm|erfahrung)en|avis|temoignages|opinion(?:es|i)|resenas?|valoraciones|recension[ei]|dicono di noi|avaliac\\w+|opinioes|depoimentos|(?:klant)?(?:beoordeling|ervaring)en',
      'レビュー|口コミ|クチコミ|お客様の声|리뷰|후기|상품평|[评評][价價论論]|口碑',
    ),
  ],
  [
    'contact',
    words(
      "contact@|get in touch|need help|customer (?:service|support|care)|kontakt(?:formular)?|kunden(?:service|dienst)|contacte[zr]|besoin d'aide|service clients?|contact(?:os?|a|anos)|atencion al cliente|contatt(?:i|o|aci)|scrivici|(?:servizio|assistenza) clienti|contato|fale conosco|atendimento|contact(?:formulier|gegevens)|neem contact|klantenservice",
      '問い?合わ?せ|カスタマー ?サ|문의|고객 ?(?:센터|지원)|联系|聯[絡繫系](?:我們|方)|客服',
    ),
  ],
  [
    'about',
    words(
      'about us|^about$|about (?:the (?:brand|company|shop|store)|our)|company (?:info\\w*|profile)|our history|anbieterkennzeichnung|la marque|nuestra empresa|(?:l.|^a )(?:azienda|empresa)|(?:our|unsere|notre|nuestra|nostra|nossa|ons) (?:story|geschichte|histoire|historia|storia|verhaal)|who we are|imprint|legal notice|impressum|(?:ue?ber|over) (?:un|on)s|unternehmen|a propos|qui sommes nous|mentions legales|(?:sobre|acerca de) (?:nosotros|nos)|quienes somos|aviso legal|chi siamo|(?:note|informazioni) legali|quem somos|wie zijn wij|bedrijfsgegevens|tokusho\\w*|tradelaw',
      '特定商取引|会社(?:概要|案内|情報)|運営会社|(?:当店|私たち|ショップ|ブランド)について|회사 ?(?:소개|정보)|브랜드 ?(?:소개|스)|关于[我品]|關於[我品]|公司[简簡介]|品牌故事',
    ),
  ],
];

/**
 * English puts what it sells behind such words ("Shipping crate", "Return to Monkey Island"): they speak of terms only
 * with nothing behind them, or with what terms are made of.
 */
const FOLLOWS =
  '(?! (?!polic|info|cost|charge|fee|rate|pric|option|method|terms?\\b|time|detail|cond|secur|and|or|in|to|within|with|for|from|by|on|us|is|are|take|faq|help|guide|servic|process|right|window|period|worldwide|internat|your|an?|my|items?)[a-z])';

/** What sounds like a topic and is none: a way back, a field of the checkout, a button, a banner, a privacy notice. */
const FALSE_FRIENDS = RegExp(
  words(
    'returns? to\\b.*|(?:delivery|shipping|contact|return) (?:address|lens)\\w*|(?:re)?view(?:ing)? (?:your|my|order|cart|&).*|cancel|^retour(?: (?:a|au|aux|vers)\\b.*)?$|retourner (?:a|au|vers)|avis (?:de|sur)\\b.*|a propos (?:de (?:ce|cet)|du)\\b.*|(?:adresse|direccion|endereco|indirizzo)s? (?:de|di) \\w+|\\w+adress?e?|free (?:\\w+ )?(?:shipping|delivery|returns)(?! (?:&|and|polic|info))|(?:kosten\\w*|gratis|versandkostenfrei\\w*) (?:versand|lieferung|verzending|bezorging|retour\\w*)|(?:livraison|retours?) (?:gratuit|offert)e?s?|(?:envios?|frete|entrega) gratis|spedizion[ei] gratuit[ae]|track\\b.*',
    'お?(?:届け|配送)先|送料無料|^キャンセル(?:する)?$|^취소$|무료 ?배송|배송지|包邮|免[运運][费費]?',
  ),
  'g',
);
const GOODS = RegExp(
  words(
    'crates?|box(?:es)?|cartons?|containers?|kisten?|tasche|doos|shirts?|posters?|tape|cajas?|lentilles|copy|\\w*etiketten',
    'ボックス|ダンボール|宅配',
  ),
);
const PRICE = /[$€£¥₩]|\d ?(?:円|元|원|eur|usd|chf|kr)/;
/** Steps of a checkout bear these names; what the shop says about itself goes on with such words. */
const TERMS = /polic|info|terms|faq|beding|condi|voorwaard|beleid|について|안내|政策|[说說]/;
const MAX_LENGTH = 60;

const compiled = TOPICS.map(([topic, source]) => [topic, RegExp(source.replace('@', FOLLOWS))] as const);

/**
 * The topic that a heading, a summary, a tab, a link or a title names: of several the first ("Shipping & returns").
 * `特定商取引法に基づく表記`, where Japanese law puts shipping, returns and payment together, is `about`: who reads it
 * asks whom they buy from. On a checkout page (`on`) "Payment" is a step, "Payment information" may be terms.
 */
export const topicOf = (text: string, on?: PageKind): Topic | undefined => {
  if (text.length > 4 * MAX_LENGTH) return;
  const plain = fold(text);
  // Such scripts say twice as much in a character.
  const { length } = plain.replace(/[\u3000-\uffef]/g, '  ');
  if (length > MAX_LENGTH || PRICE.test(plain) || GOODS.test(plain)) return;
  const rest = plain.replace(FALSE_FRIENDS, ' | ');
  let first: Topic | undefined;
  let at = Number.POSITIVE_INFINITY;
  for (const [topic, pattern] of compiled) {
    const { index = at } = pattern.exec(rest) ?? {};
    if (index < at) [first, at] = [topic, index];
  }
  return on === 'checkout' && /^(shipping|payment|contact)$/.test(first ?? '') && !TERMS.test(plain)
    ? undefined
    : first;
};

/** "Your cart (3)", "3 items in your bag", "Ihr Warenkorb ist leer", `カートの中身`, but not "Golf cart cover". */
const whole = (source: string) =>
  RegExp(
    `^(?:\\(?\\d+\\)? ?)?(?:\\w+ (?:in|im|dans|en|nel|no) )?(?:(?:your|my|the|view|review|secure|guest|mein|dein|ihr|zu[mr]|votre|mon|ma|la|le|tu|mi|su|il|tu[oa]|mio|o|a|sua?|seu|meu|minha|je|jouw|uw|mijn|(?:recapitulatif|resum(?:en|o)) (?:du|de|del|do)|riepilogo|お客様の|現在の|お?買い物|ご|お|나의|我的|您的) ?)*(?:${source})(?: (?:items|d['ea] ?(?:la )?(?:compras?|achats?)|della spesa|contents?|summary|overview|page|(?:is|ist|est|esta|e|contains|enthalt)\\b.*))*(?: ?[\\d([:,.!?|/#・のはがにを内へ이가에는보为為是].*| ?(?:목록|列表|[內内]容))?$`,
  );

const CART = whole(CART_WORDS);
export const ORDER_WORDS =
  '\\b(?:order|purchas|shopping|bestell|einkauf|auftrag|commande|achat|compra|pedido|orden|ordin|acquist|encomenda|aankoop)|注文|購入|買|주문|구매|결제|[订訂购購]|下单|支付|付款';
const ORDER = RegExp(ORDER_WORDS);
const STEP = whole(
  words(
    'check ?out|(?:billing|shipping) details|onepage|kasse|bestell(?:vorgang|ue?bersicht|en)|caisse|commander?|pedido|caja|pagar|cassa|valider (?:mon|votre|le) panier|bestell?(?:daten|gegevens)|afrekenen|kassa|kessai',
    'レジ|会計|チェックアウト|注文$|주문 ?[/·] ?결제|주문서 ?(?:작성)?|결제(?:하기)?|체크아웃|[结結][账帳賬算].*|收银台|届け先(?:の[入指選]|・).*',
  ),
);
const ORDERING =
  /^(?:review|place|complete|finish)\b|abschliess|aufgeben|prue?fen|finali[sz]|zahlungspflichtig|recapitulatif|resum(?:en|o) d|riepilogo|confirmer|confirmar|controleren|passer|valid(?:er|ation)|tramitar|realizar|completar|conclu[id]|fechar|completa |procedi|afronden|plaatsen|手続|内容|하기|작성|확인|주문 ?\/|确认|確認|提交|填[写寫]/;
const THANKING = 'thank|dank|merci|gracias|grazie|obrigad|ありがとう|感[谢謝]|감사';
export const THANKS = RegExp(THANKING);
const DONE =
  /confirm(?:ed|ation|ee|a[dct])|received|placed|complet(?:ed|ad|at|e$)|successful|eingegangen|bestatig|abgeschlossen$|erfolgreich|aufgegeben|erhalten$|validee|enregistree|recue|prise en compte|effettuat|efetuad|geslaagd|rec[ei]bi|realizad|concluid|conferma d|ricevut|ontvangen|geplaatst|bevestig|完了|承り|受け?付|완료|접수|成功|完成|成立|已提交/;
/** "Thank you, Anna!": nothing said of what for. */
const BARE = RegExp(
  `^\\W*(?:vielen |be)?(?:${THANKING})\\w?(?: ?you|ございま(?:した|す))?(?:, [\\w' ]{1,30})?[!.。]*$`,
);
const ACCOUNT = RegExp(
  words(
    '(?:my|mein|mon|mi|minha|meu|mio|mijn) (?:account|konto|compte|cuenta|conta|perfil|profile?o?)|espace client|^account$|kunden ?konto|log ?in|sign ?(?:in|up)|^register$|create (?:an )?account|order history|(?:my|mes|mis|meus|miei|meine|mijn) (?:orders|commandes|pedidos|ordini|bestell\\w+)|anmeld(?:en|ung)|einloggen|bereits kunde|registr(?:ier\\w+|o|ati|eren|arse)|connexion|se connecter|identifie[rz]|cree?r? un (?:compte|account)|iniciar ses\\w+|crear (?:una )?cuenta|acceder|accedi|area clienti|^entrar$|criar conta|inloggen|account aanmaken|mypage',
    'マイページ|ログイン|会員(?:登録|ページ)|アカウント|注文履歴|마이 ?페이지|로그인|회원 ?가입|내 ?계정|[账帐]户|登[录入]|[注註][册冊]|个人中心|帳戶|會員中心',
  ),
);

const kindOfPart = (text: string): PageKind | undefined => {
  const plain = fold(text);
  if (plain.length > MAX_LENGTH) return;
  if (BARE.test(plain) || (ORDER.test(plain) && (THANKS.test(plain) || DONE.test(plain)))) return 'thank-you';
  if (STEP.test(plain) || (ORDER.test(plain) && ORDERING.test(plain))) return 'checkout';
  if (CART.test(plain)) return 'cart';
  return ACCOUNT.test(plain) ? 'account' : topicOf(text);
};

/**
 * The kind of page that a title or a first heading names. Titles name the shop too, before or after it: each part counts
 * alone, and a part that leads to the order beats the step or the topic beside it ("Shipping - Shop - Checkout").
 */
export const kindOf = (text: string): PageKind | undefined => {
  const kinds = text.split(/\s+[|–—·•»«›:/-]+\s+|\s*[|｜»]\s*|:\s/).map(kindOfPart);
  return kinds.find((kind) => kind === 'thank-you' || kind === 'checkout') ?? kinds.find(Boolean);
};
