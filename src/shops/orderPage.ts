import { deepTexts, lineOf } from '../browser/deepText';
import { guessPage } from './guessPage';
import { createOrderTotal } from './orderTotal';
import type { Order } from './platforms/platform';
import { ORDER_WORDS, strip } from './words';

/** An order as its confirmation page states it: the number beside such words, or in the address. */

const NUMBER = '#?((?:[a-z]{1,12}[-_#./]){0,3}[a-z]{0,12}\\d[\\w-]*)';
const STATED = RegExp(
  `(?:\\b(?:(?:order|confirmation|purchase|transaction|booking) ?(?:number|num|no|nr|id|ref(?:erence)?(?: number)?|code)|(?:bestell|auftrags|order|bestel)(?:ungs?)?[ -]?(?:nummer|nr)|(?:numero|n°|no|ref(?:erence)?|referencia|codigo|codice|riferimento)\\.? (?:d[eiou] |d'|del |dell'|da |do |de la |de votre |de tu |del tuo |de su )*(?:commande|pedido|compra|orden|ordine|encomenda|order)|(?:commande|pedido|orden|ordine|encomenda|order) (?:numero|n°|no|n))\\b|(?:注文|受注|受付|オーダー) ?(?:番号|no|id)|주문 ?번호|[订訂][单單](?:编|編)?[号號]码?碼?)[\\s.:#°-]*(?:(?:is|lautet|ist|est|es|e|は|은|는|为|為|:)[\\s:]*)?${NUMBER}`,
  'i',
);
/** "Order #1234". */
const SIGNED = RegExp(`(?:${ORDER_WORDS})[a-z单單]* ?(?:#|no\\.? ?|n° ?|nr\\.? ?)${NUMBER}`, 'i');
const IN_PATH =
  /(?:order-received|order-confirmation|orders?|thank-?you|success|confirmation|complete)\/(\d[\w-]*|[a-z]+-\d[\w-]*)|[?&](?:order|id_order|order_?id|order_?(?:no|number)|bestellnummer)=([\w-]*\d[\w-]*)/i;

/** The number may be an element of its own, behind the words. */
const findIn = (lines: readonly string[]): string | undefined => {
  for (const [at, line] of lines.entries()) {
    const here = [line, ...lines.slice(at + 1, at + 3)].join(' ');
    const found = STATED.exec(here) ?? SIGNED.exec(here);
    if (found && found.index < line.length) return found[1];
  }
};

/** undefined on any other page, and where no number is stated. */
export const readOrderPage = (doc: Document, path: string): Order | undefined => {
  if (guessPage(doc, path)?.kind !== 'thank-you') return;
  const [, inPath, inQuery] = IN_PATH.exec(path + (doc.location?.search ?? '')) ?? [];
  const id =
    findIn(deepTexts(doc.querySelector('main,[role=main]') ?? doc.body).map((text) => strip(lineOf(text)))) ??
    inPath ??
    inQuery;
  if (!id) return;
  const { amount: value, currency } = createOrderTotal(doc)() ?? {};
  return { id, ...(value !== undefined && { value }), ...(currency && { currency }) };
};
