/**
 * The page's JSON-LD as one flat list of nodes. Themes, plugins and people write it: a broken or huge block is passed
 * over, the others still count. References by `@id` are put in place, so nodes may form circles: read along known paths.
 */

export type LdNode = { readonly [key: string]: unknown };

/** No shop needs more, and no page shall make us walk for long. */
const MAX_CHARS = 200_000;
const MAX_NODES = 5000;
const MAX_DEPTH = 20;

const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isReference = (node: LdNode): boolean => Object.keys(node).every((key) => key.startsWith('@'));

/** Outer nodes first, later blocks last. */
export const readJsonLd = (doc: Document): readonly LdNode[] => {
  const nodes: Record<string, unknown>[] = [];
  const byId = new Map<unknown, LdNode>();
  const visit = (value: unknown, depth: number): void => {
    if (!isNode(value) || depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
    if (!Array.isArray(value)) {
      nodes.push(value);
      if (!isReference(value)) byId.set(value['@id'] ?? value, value);
    }
    for (const child of Object.values(value)) visit(child, depth + 1);
  };
  for (const { textContent } of doc.querySelectorAll('script[type^="application/ld+json"]')) {
    try {
      if (textContent.length <= MAX_CHARS) visit(JSON.parse(textContent), 0);
    } catch {
      // The next block may be sound.
    }
  }
  const resolve = (value: unknown): unknown => (isNode(value) && isReference(value) && byId.get(value['@id'])) || value;
  for (const node of nodes)
    for (const [key, value] of Object.entries(node))
      node[key] = Array.isArray(value) ? value.map(resolve) : resolve(value);
  return nodes;
};

/** The nodes of a property that may hold one, many or none. */
export const nodesOf = (value: unknown): readonly LdNode[] => [value].flat().filter(isNode);

export const nodeOf = (value: unknown): LdNode => nodesOf(value)[0] ?? {};

/** A value's text, wherever JSON-LD lets it hide. */
export const textOf = (value: unknown): string => {
  if (!isNode(value)) return String(value ?? '').trim();
  return textOf(Array.isArray(value) ? value[0] : (value['@value'] ?? value.name ?? value['@id']));
};

/** Decimals may be written with a comma. NaN: no number, or none that stands alone. */
export const numberOf = (value: unknown): number => Number(textOf(value).replace(',', '.') || NaN);

/** `InStock` of `https://schema.org/InStock`, of `schema:InStock` and of `InStock`. */
export const termOf = (value: unknown): string => textOf(value).replace(/^.*[/:#]/, '');
