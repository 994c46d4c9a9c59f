/**
 * The text a page shows, piece by piece, through open shadow roots: `textContent` glues "Total" to "$5", and `innerText`
 * asks for layout. Views that single-page shops keep in the page but hide are left out.
 */

const SILENT =
  'script,style,noscript,template,select,textarea,[hidden],[inert],[style*="display:none"],[style*="display: none"]';

/** Not marked as hidden, nor what it stands in. Where the browser can tell without layout, style sheets count too. */
export const isShown = (element: Element): boolean => {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return (
    !element.closest(`${SILENT},[aria-hidden=true]`) &&
    element.checkVisibility?.() !== false &&
    (!host || isShown(host))
  );
};

/** Text nodes with something in them, at most `limit`. */
export const deepTexts = (root: Node, limit = 3000): Node[] => {
  const texts: Node[] = [];
  const visit = (node: Node): void => {
    if (texts.length >= limit) return;
    if (node.nodeType === 3) {
      if (node.nodeValue?.trim()) texts.push(node);
    } else if (!(node as Element).matches?.(SILENT)) {
      const { shadowRoot } = node as Partial<Element>;
      if (shadowRoot) visit(shadowRoot);
      node.childNodes.forEach(visit);
    }
  };
  visit(root);
  return texts;
};

export const lineOf = (text: Node) => text.nodeValue?.trim() ?? '';
