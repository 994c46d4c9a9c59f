import { deepQuery } from '../browser/deepQuery';
import { deepTexts, isShown, lineOf } from '../browser/deepText';
import type { PageKind } from '../types';
import { type CartLabel, nameOf, readCartLabel, saysEmpty } from './cartLabel';
import { findCartControl } from './findCartControl';
import { guessPage } from './guessPage';
import { createOrderTotal } from './orderTotal';
import { fold, words } from './words';

/** The cart as the page shows it: in the shop's own cart control, and on cart and checkout pages in rows and a total. */

export interface CartControl {
  /** Cheap enough to ask each second. undefined: the page shows no cart. Below 0.5 it is a guess. */
  read(): CartLabel | undefined;
  /** `cart`: this is the page that the shop's cart control leads to. */
  kind(): PageKind | undefined;
  /** Something may have changed: a control that was not found is looked for anew. */
  hint(): void;
}

/** A control beyond doubt that says nothing: many shops show no number while the cart is empty. Others never show one. */
const SILENT: CartLabel = { count: 0, confidence: 0.3 };
/** It used to show a number, and stopped; or the cart's page says so in words. */
const CLEARED: CartLabel = { count: 0, confidence: 0.7 };
const BEYOND_DOUBT = 7;
/** Calls between two searches of the whole page, at most; twice as many after each that brought nothing. */
const MAX_PAUSE = 32;
const AMOUNT_FIELDS = 'input[type=number],input[type=text],input[type=tel],input:not([type]),select,[role=spinbutton]';
const AMOUNT = RegExp(
  words(
    'qty|quantity|quantities|updates|amount of|menge|anzahl|stue?ckzahl|quantite|cantidad|quantita|quantidade|aantal|hoeveelheid',
    '数量|個数|수량|數量',
  ),
);

const bodyOf = (doc: Document) => doc.querySelector('main,[role=main]') ?? doc.body;

/** Pieces in the rows of a cart page. These fields hold what the shop sells; no other field's value is read. */
const readRows = (doc: Document): number =>
  deepQuery(AMOUNT_FIELDS, bodyOf(doc)).reduce((sum, field) => {
    const { name, id, className } = field as HTMLInputElement;
    const called = fold(
      `${name} ${id} ${className} ${nameOf(field)}`.replace(/[[\]]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2'),
    );
    const isAmount = AMOUNT.test(called) && isShown(field) && !field.closest('form[action*="add" i],dialog,aside');
    const value = isAmount ? +((field as HTMLInputElement).value || field.getAttribute('aria-valuenow') || 0) : 0;
    return sum + (value > 0 && value < 1000 ? value : 0);
  }, 0);

export const createCartControl = (doc: Document = document): CartControl => {
  const readTotal = createOrderTotal(doc);
  let control: ReturnType<typeof findCartControl>;
  let counted = false;
  let pause = 1;
  let calls = 0;
  let page = '';
  let kind: PageKind | undefined;

  const readControl = (): CartLabel | undefined => {
    const lang = doc.documentElement.lang;
    const known = control?.element.isConnected ? readCartLabel(control.element, lang) : undefined;
    let label = known;
    if (!known && --calls < 0) {
      control = findCartControl(doc);
      label = control && readCartLabel(control.element, lang);
      pause = label ? 1 : Math.min(2 * pause, MAX_PAUSE);
      calls = pause - 1;
    }
    if (label) {
      counted ||= label.confidence > 0.5;
      return label;
    }
    if (!control?.element.isConnected) return;
    return counted ? CLEARED : control.points >= BEYOND_DOUBT ? SILENT : undefined;
  };

  const kindHere = (): PageKind | undefined => {
    const { element, points = 0 } = control ?? {};
    const { href } = (element?.closest('a:not([href=""])') ?? {}) as { href?: string };
    // Many open a drawer by a link to nowhere.
    return href === doc.URL && !/#(?![/!])/.test(href) && (counted || points >= BEYOND_DOUBT) ? 'cart' : undefined;
  };

  return {
    kind: kindHere,
    hint() {
      pause = 1;
      calls = 0;
    },
    read() {
      const label = readControl();
      const now = doc.URL + doc.title + doc.querySelector('h1')?.textContent;
      if (now !== page) [page, kind] = [now, guessPage(doc, doc.location?.pathname ?? '')?.kind];
      kind ??= kindHere();
      if (kind !== 'cart' && kind !== 'checkout') return label;
      const rows = kind === 'cart' ? readRows(doc) : 0;
      const sum = rows || kind === 'checkout' ? readTotal() : undefined;
      if (!label && !sum && kind === 'cart' && deepTexts(bodyOf(doc), 400).some((text) => saysEmpty(lineOf(text))))
        return CLEARED;
      if (!rows && !sum) return label;
      // Who pays a sum buys one piece at least.
      const count = rows || label?.count || 1;
      return {
        count,
        total: sum?.amount ?? label?.total,
        currency: sum?.currency ?? label?.currency,
        confidence: rows ? 0.85 : Math.max(label?.count ? label.confidence : 0, 0.4),
      };
    },
  };
};
