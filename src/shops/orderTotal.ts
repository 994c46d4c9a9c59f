import { deepTexts, lineOf } from '../browser/deepText';
import { type Money, parseMoney, withoutMoney } from './money';
import { fold, words } from './words';

/** What the shopper pays in the end, as a cart, a checkout or a confirmation states it: the price behind a "Total". */

const TOTAL = RegExp(
  `^${words(
    "(?:(?:grand|order|cart|estimated|your|final|overall|the) )*total(?: (?:price|amount|cost|due|to pay|today|order|ttc|general|geral|final|a pagar|(?:de|del|da|do|de la|de votre) (?:\\w+)))?|(?:amount|balance) due|(?:to|you) pay|gesamt(?:summe|betrag|preis)?|summe|end(?:betrag|summe)|rechnungsbetrag|(?:zu zahlen|zahl)(?:der )?(?:betrag)?|(?:montant|prix|importe|valor|precio|preco) total|(?:net )?a payer|totale(?: (?:ordine|complessivo|carrello|da pagare|dell'ordine|provvisorio))?|(?:eind|order)?totaal(?:bedrag)?|te betalen",
    '(?:ご?(?:注文|お?支払い?|購入|請求))?(?:合計|総額|総合計|総計)(?:金額)?|お?支払い?金額|ご?請求金?額|(?:총|최종) ?(?:결제 ?|주문 ?)?(?:예정 ?)?(?:금액|합계)?|(?:주문 ?|결제 ?)?합계|결제 ?(?:예정 ?)?금액|(?:订单)?(?:总计|合计|总额|总价)|应付(?:金额|总额)?|(?:訂單)?(?:總計|合計|總額|總金額)|應付(?:金額|總額)?',
  )}$`,
);
/** "incl. VAT" and what stands in brackets say nothing of which sum it is. */
const ASIDE =
  /\(.*?\)|[:：*=]|\b(?:incl?|inkl|inc|iva|tva|vat|mwst|btw|tax|inclus\w*|including|taxes)\b\.?|税込み?|稅/g;
/** Sign, number and fraction may be three elements. */
const PIECES = 4;

const isTotal = (line: string) =>
  line.length < 80 && TOTAL.test(fold(withoutMoney(line).replace(ASIDE, ' ')).replace(/[ .,]+$/, ''));

const priceOf = (texts: readonly Node[], lang: string) => parseMoney(texts.map(lineOf).join(' '), lang);

/** Reads the last total of the page; later calls look at the same place again, for as long as it is there. */
export const createOrderTotal = (doc: Document) => {
  let place: Node[] = [];
  return (): Money | undefined => {
    const { lang } = doc.documentElement;
    const known = place.every(({ isConnected }) => isConnected) && priceOf(place, lang);
    if (known) return known;
    const texts = deepTexts(doc.querySelector('main,[role=main]') ?? doc.body);
    for (let at = texts.length; at--; ) {
      if (!isTotal(lineOf(texts[at] as Node))) continue;
      for (let pieces = 1; pieces <= PIECES; pieces++) {
        place = texts.slice(at, at + pieces);
        const price = priceOf(place, lang);
        if (price) return price;
      }
    }
    place = [];
    return;
  };
};
