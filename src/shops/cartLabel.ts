import { deepQuery, parentOf } from '../browser/deepQuery';
import { deepTexts, lineOf } from '../browser/deepText';
import type { Cart } from '../types';
import { parseMoney, withoutMoney } from './money';
import { CART_WORDS, fold, strip, words } from './words';

/** What a cart control says of the cart: in its name, in a badge, in its text, or by saying nothing. */

export type CartLabel = Cart & { readonly confidence: number };

const ITEMS = words(
  'items?|products?|articles?|pieces?|pcs|things?|artikel(?:en)?|produkte?|positionen|stue?c?ks?|produits?|articulos?|productos?|prodott[oi]|articol[oi]|ite(?:m|ns)|produtos?|artigos?|producten',
  '点|個|件|つ|개|个|項|项|商品|상품',
);
const NUMBER = '(\\d{1,4})(?![\\d.,]*\\d|%)';
/** Beside the word for items, behind the word for cart, in brackets, else the first that is no part of a name ("Shop24"). */
const COUNTS = [
  RegExp(`${NUMBER} ?(?:\\(?s\\)? |\\w{1,12} )?(?:${ITEMS})`),
  RegExp(`(?:${ITEMS}): ?${NUMBER}`),
  RegExp(`(?:${CART_WORDS})[^\\d]{0,16}?\\b${NUMBER}\\b`),
  RegExp(`[(\\[]${NUMBER}\\+? ?[)\\]]`),
  RegExp(`(?:^|[^\\w.,#-])${NUMBER}(?![\\w-])`),
];
const NONE = RegExp(
  words(
    'empty|zero|no (?:items|products|articles)|leer|keine?|vide|aucun|vaci[oa]|sin (?:articulos|productos)|vuot[oa]|nessun|vazi[oa]|nenhum|leeg|geen',
    '空|から$|ありません|入っていません|비어|비었|없습|没有|沒有',
  ),
);
const GOODS = RegExp(`${ITEMS}|${CART_WORDS}`);
const BADGE = /^[\s([]*(\d{1,4})\s?\+?[)\]\s点個件개个]*$/;
const COUNT_ATTRIBUTE = /^(data-)?(\w+-)*(count|qty|quantity|counter|badge|badge-content|items?|number|num)$/;
const BADGE_NAME = /(^|[^a-z])(count(er)?|badge|qty|quantity|bubble|pill|indicator|num(ber)?)(?![a-z])/i;
export const INTERACTIVE = 'a,button,input,[role=button]';

/** `aria-label`, else what `aria-labelledby` points to, else `title`. */
export const nameOf = (element: Element): string => {
  const tree = element.getRootNode() as Document | ShadowRoot;
  const labels = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => id && tree.getElementById?.(id)?.textContent);
  return element.getAttribute('aria-label') || labels.filter(Boolean).join(' ') || element.getAttribute('title') || '';
};

export const linesOf = (element: Element) => deepTexts(element, 40).map(lineOf);

/** "Your basket is empty", `カートに商品がありません`. */
export const saysEmpty = (line: string): boolean => {
  const plain = fold(line);
  return plain.length < 60 && NONE.test(plain) && GOODS.test(plain);
};

const countIn = (text: string): number | undefined => {
  const plain = strip(withoutMoney(text)).toLowerCase().replace(/\s+/g, ' ');
  for (const pattern of COUNTS) {
    const count = pattern.exec(plain)?.[1];
    if (count) return +count;
  }
};

const first = (texts: readonly string[], pattern: RegExp): number | undefined => {
  for (const text of texts) {
    const count = pattern.exec(text)?.[1];
    if (count) return +count;
  }
};

const badgeIn = (lines: readonly string[]) => first(lines.map(strip), BADGE);

/** What style sheets print by `attr(data-count)`, and what custom elements are told. */
const attributeOf = (elements: readonly Element[]) =>
  first(
    elements.flatMap(({ attributes }) =>
      [...attributes].filter(({ name }) => COUNT_ATTRIBUTE.test(name)).map(({ value }) => value),
    ),
    /^(\d{1,4})$/,
  );

/** What style sheets print, wherever they have it from. */
const printedIn = (elements: readonly Element[]) =>
  first(
    elements.flatMap((element) => ['::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo).content)),
    /^"(\d{1,4})\+?"$/,
  );

/** A badge may stand beside the control: right behind it, or in what is around it and nothing else that can be clicked. */
const beside = (element: Element): readonly string[] => {
  let at = element;
  for (let level = 0; level < 3; level++) {
    const parent = parentOf(at);
    if (!parent || deepQuery(INTERACTIVE, parent)[1]) break;
    at = parent;
  }
  const next = element.nextElementSibling;
  if (at === element && next && !next.matches(INTERACTIVE) && !next.querySelector(INTERACTIVE)) return linesOf(next);
  return at === element ? [] : linesOf(at);
};

/**
 * Confidence: 0.9 the name holds the number; 0.85 a badge, or a word for "empty"; 0.8 text or attribute; 0.7 a badge beside
 * it; 0.6 a badge without a number, or a sum of nothing. A sum alone tells of one piece at least: 0.4.
 */
export const readCartLabel = (element: Element, lang: string): CartLabel | undefined => {
  const name = nameOf(element);
  const lines = linesOf(element);
  const all = [name, ...lines];
  const sum = [...all, lines.join(' ')]
    .map((line) => (/[^\d\s()+]/.test(line) ? parseMoney(line, lang) : undefined))
    .find(Boolean);
  const inside = [...element.querySelectorAll('*')].slice(0, 40);
  const isEmpty = all.some((line) => NONE.test(fold(line)));
  const hasBadge = inside.some((part) => BADGE_NAME.test(`${part.className} ${part.id}`));
  const readings: readonly (readonly [() => number | undefined, number])[] = [
    [() => countIn(name), 0.9],
    [() => badgeIn(lines), 0.85],
    [() => countIn(lines.join('\n')), 0.8],
    [() => attributeOf([element, ...inside]), 0.8],
    [() => (isEmpty ? 0 : undefined), 0.85],
    [() => badgeIn(beside(element)), 0.7],
    // Old browsers, and none at all, do not print.
    [() => ('checkVisibility' in element ? printedIn([element, ...inside.slice(0, 8)]) : undefined), 0.8],
    [() => (sum?.amount === 0 ? 0 : undefined), 0.6],
    [() => (sum ? 1 : undefined), 0.4],
    [() => (hasBadge ? 0 : undefined), 0.6],
  ];
  let count: number | undefined;
  let confidence = 0;
  for (const [read, sure] of readings) {
    confidence = sure;
    count = read();
    if (count !== undefined) break;
  }
  if (count === undefined) return;
  return { count, ...(sum && { total: sum.amount, currency: sum.currency }), confidence };
};
