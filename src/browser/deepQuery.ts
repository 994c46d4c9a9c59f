/**
 * `querySelectorAll` that also looks into nested open shadow roots: shops made of web components keep cart, heading and
 * fields in them. Tree by tree, the outer ones first.
 */

/** Shops' pages have some 3,000 elements; beyond this no further shadow root is worth the shopper's battery. */
const MAX_ELEMENTS = 20_000;

export const deepQuery = (selector: string, root: ParentNode = document): Element[] => {
  const found: Element[] = [];
  const trees: ParentNode[] = [root];
  const enter = ({ shadowRoot }: Element) => {
    if (shadowRoot) trees.push(shadowRoot);
  };
  if ('shadowRoot' in root) enter(root as Element);
  let left = MAX_ELEMENTS;
  for (const tree of trees) {
    for (const element of tree.querySelectorAll(selector)) found.push(element);
    for (const element of tree.querySelectorAll('*')) {
      if (!left--) return found;
      enter(element);
    }
  }
  return found;
};

/** The element around this one, out of shadow roots too. */
export const parentOf = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
