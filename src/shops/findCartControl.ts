import { deepQuery, parentOf } from '../browser/deepQuery';
import { isShown } from '../browser/deepText';
import { INTERACTIVE, linesOf, nameOf, readCartLabel } from './cartLabel';
import { GOODS, kindOfPath } from './guessPage';
import { CART_WORDS, fold, words } from './words';

/**
 * The shop's own cart control: the link or button, mostly in the header, that leads to the cart and says how much is in
 * it. Judged by what it is called, where it leads, what its attributes say, where it stands and whether it counts.
 */

const CONTROLS = `${INTERACTIVE},summary,[role=link],[tabindex],[onclick],[icon]`;
const NAMED = /cart|basket|warenkorb|panier|carrito/i;
const CALLED = RegExp(CART_WORDS);
const CALLED_RAW = RegExp(CART_WORDS, 'i');
/** Controls that do something to the cart, or lead away from it. */
const ACTS = RegExp(
  words(
    'add|put|remove|update|continue|return|back|close|buy|clear|save|move|share|delete|proceed|in den|legen|hinzu\\w*|entfernen|aktualisieren|leeren|zurue?ck|schlie(?:ss|b)en|weiter|ajout\\w*|retirer|vider|continuer|fermer|mettre|anadir|agregar|quitar|vaciar|cerrar|aggiung\\w+|rimuovi|svuota|chiudi|adicionar|colocar|remover|esvaziar|fechar|toevoegen|^in (?:de |mijn |je )?winkel\\w+|verwijder\\w*|leegmaken|sluiten',
    '入れる|追加|削除|戻る|閉じる|空にする|更新|담기|추가|삭제|비우기|닫기|加入|添加|放入|加到|移除|删除|刪除|清空|返回|关闭|關閉',
  ),
);
const ADDS = /\b(?:add|atc|buy|remove|close|close ?cart|addtocart|wishlist|compare)\b/;
const HEADER = /\b(?:header|navbar|nav|gnb|topbar|toolbar|masthead|navigation|app ?bar|top ?nav)\b/;
const AWAY = /\b(?:drawer|modal|offcanvas|footer|dialog|product|toast|popover)\b/;
/** Longer than this it is a list of what is in the cart. */
const MAX_LABEL = 160;
const ENOUGH = 4;

/** `Header_cartLink__x7Y` says header and cart; `data-[cart=open]:flex` says nothing. */
const split = (name: string) =>
  name
    .replace(/\S*[:[]\S*/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ');

const tokensOf = (element: Element): string =>
  [...element.attributes]
    .map(({ name, value }) =>
      /^(d|style|href|aria-label|title)$/.test(name) ? '' : `${name.slice(0, 40)} ${split(value.slice(0, 200))}`,
    )
    .join(' ')
    .concat(' ', split(element.localName));

const pathOf = (element: Element): string => {
  const { pathname, search, hash } = element as HTMLAnchorElement;
  return pathname ? pathname + search + hash : (element.getAttribute('href') ?? '');
};

/** 2 in a header or a bar of links, -2 in the main part, AWAY_FROM in a footer, a dialog, a form or a product. */
const AWAY_FROM = -5;

/** The nearest that says something decides, but for a footer. Remembered for all that stand in the same place. */
const createPlaceOf = () => {
  const known = new Map<Element, number>();
  const placeIn = (box: Element | null): number => {
    if (!box || box.localName === 'body') return 0;
    const place = known.get(box) ?? judge(box);
    known.set(box, place);
    return place;
  };
  const judge = (box: Element): number => {
    const name = box.localName;
    const role = box.getAttribute('role') ?? '';
    const outer = placeIn(parentOf(box));
    const isFooter = name === 'footer' || role === 'contentinfo';
    if (isFooter || outer < AWAY_FROM) return AWAY_FROM - 1;
    const own = split(`${box.getAttribute('class')} ${box.id} ${name}`);
    // The first row of a table without headings may be what older shops lay out their header with.
    const isRow = name === 'tr' && (box.previousElementSibling || box.parentElement?.querySelector('th'));
    if (isRow || /^(form|article|aside|dialog)$/.test(name) || role === 'dialog' || AWAY.test(own)) return AWAY_FROM;
    if (/^(header|nav)$/.test(name) || /^(banner|navigation)$/.test(role) || HEADER.test(own)) return 2;
    return name === 'main' || role === 'main' ? -2 : outer;
  };
  return (element: Element) => placeIn(parentOf(element));
};

/** Components may be anything. */
const isControl = (element: Element) => element.localName.includes('-') || element.matches(CONTROLS);

const rate = (element: Element, place: number): number => {
  const text = element.textContent ?? '';
  if (place <= AWAY_FROM || text.length > 3 * MAX_LABEL) return 0;
  // In the main part, where goods are, class names do not do; and most of what can be clicked stands there.
  if (place < 0 && !CALLED_RAW.test(`${text} ${nameOf(element)} ${element.getAttribute('href')}`)) return 0;
  const label = fold([nameOf(element), ...linesOf(element)].join(' '));
  if (label.length > MAX_LABEL) return 0;
  const called = CALLED.test(label);
  const path = element.hasAttribute('href') ? pathOf(element) : '';
  const leads = CALLED.test(fold(path)) && kindOfPath(path) === 'cart';
  if ((place < 0 && !called && !leads) || ACTS.test(label) || element.closest('[hidden]')) return 0;
  const isOne = isControl(element);
  if (deepQuery(INTERACTIVE, element)[1]) return 0;
  if (!isOne && (element.querySelector(INTERACTIVE) || element.closest(INTERACTIVE))) return 0;
  // The row it stands in, where it is alone in there: `<li class="cart"><a …>`, `<cart-button>#shadow-root<button>`.
  const parent = parentOf(element);
  const row = parent && parent.querySelectorAll(INTERACTIVE).length < 2 ? tokensOf(parent) : '';
  const own = [element, ...[...element.querySelectorAll('*')].slice(0, 20)].map(tokensOf).join(' ');
  const marked = CALLED.test(`${own} ${row}`);
  if (!(leads || called || marked) || (ADDS.test(own) && !leads)) return 0;
  // An address without a word in it (`/v.php?s=5`) leads anywhere.
  const elsewhere = /\b(?!index\b)[a-z]{5}/i.test(path) && !leads && !path.includes('#');
  const points =
    (leads ? 3 : 0) +
    (called ? 3 : 0) +
    (marked ? 2 : 0) +
    place -
    (elsewhere ? (path.split('/').some((part) => GOODS.test(part)) ? 4 : 2) : 0) -
    (isOne ? 0 : 1);
  if (points < 3) return 0;
  return points + ((readCartLabel(element, '')?.confidence ?? 0) > 0.5 ? 1 : 0) + (isShown(element) ? 0.5 : 0);
};

/** The best of the page, with its points: 7 and more are beyond doubt. */
export const findCartControl = (doc: Document): { readonly element: Element; readonly points: number } | undefined => {
  let best: { element: Element; points: number } | undefined;
  const placeOf = createPlaceOf();
  for (const element of deepQuery('*', doc)) {
    const named = `${element.getAttribute('class')} ${element.id}`;
    if (!isControl(element) && !element.hasAttribute('aria-label') && !NAMED.test(named)) continue;
    const points = rate(element, placeOf(element));
    if (points >= ENOUGH && points > (best?.points ?? 0)) best = { element, points };
  }
  return best;
};
