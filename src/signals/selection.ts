import type { Listen, Stop } from '../browser/listen';
import type { Said } from '../runVisit';

/** What of a product may be copied, by where it stands: schema.org's names, else those that themes use. */
const PARTS = [
  ['price', '[itemprop=price],[class*="price" i]'],
  ['number', '[itemprop=sku],[itemprop=mpn],[itemprop^=gtin],[class*="sku" i]'],
  ['name', 'h1,[itemprop=name],[class*="product-title" i],[class*="product_title" i],[class*="product-name" i]'],
] as const;

/** Tells that a product's name, number or price was copied. The text itself is not looked at. */
export const watchSelection = (listen: Listen, feed: (said: Said) => void): { look(): void; stop: Stop } => {
  const look = () => {
    const { anchorNode, focusNode } = getSelection() ?? {};
    const ends = [anchorNode, focusNode].map((node) =>
      node?.nodeType === 1 ? (node as Element) : node?.parentElement,
    );
    const part = PARTS.find(([, where]) => ends.some((end) => end?.closest(where)));
    // In a text field the selection is the field's own.
    if (part && !document.activeElement?.matches('input,textarea,[contenteditable]'))
      feed({ type: 'copy', what: part[0] });
  };
  return { look, stop: listen(document, 'copy', look) };
};
