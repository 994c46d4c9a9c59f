import { type LdNode, nodesOf, termOf, textOf } from './jsonLd';

const typesOf = (node: LdNode): string[] => [node['@type']].flat().map(termOf);

export const isA = (node: LdNode, types: RegExp): boolean => typesOf(node).some((type) => types.test(type));

/** `ClothingStore`, `OnlineStore`: there are many kinds of stores. */
const SHOP = /^(Organization|OnlineBusiness|LocalBusiness|\w*Store)$/;
/** Whoever is named by these may be somebody else: the maker of a product, a seller on a marketplace, a carrier. */
const OTHERS = ['brand', 'manufacturer', 'seller', 'offeredBy', 'provider', 'author', 'creator', 'parentOrganization'];

const addressOf = (node: LdNode): URL | null => {
  const address = textOf(node.url ?? node['@id']);
  try {
    return address ? new URL(address, document.baseURI) : null;
  } catch {
    return null;
  }
};

/** Is it what this page is about? */
export const isThisPage = (node: LdNode): boolean => {
  const { host, pathname } = addressOf(node) ?? {};
  return host === location.host && pathname === location.pathname;
};

/** The page's nodes that are the shop itself. */
export const shopNodes = (nodes: readonly LdNode[]): readonly LdNode[] => {
  const others = new Set(nodes.flatMap((node) => OTHERS.flatMap((role) => nodesOf(node[role]))));
  return nodes.filter((node) => isA(node, SHOP) && (!others.has(node) || addressOf(node)?.host === location.host));
};

/** What all of them say; undefined where they differ, or there are none. */
export const agreed = <T>([first, ...others]: readonly T[]): T | undefined =>
  others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;

const countriesOf = (value: unknown): string[] => [value].flat().map((country) => textOf(country).toUpperCase());

/** Terms for the shop's own country, where it is known which that is and some hold there; else all of them. */
export const termsAtHome = (
  terms: readonly LdNode[],
  shops: readonly LdNode[],
  whereOf: (term: LdNode) => unknown,
): readonly LdNode[] => {
  const home = agreed(
    shops.flatMap(({ address }) => nodesOf(address).flatMap((one) => countriesOf(one.addressCountry))),
  );
  const isHere = (where: unknown) => where === undefined || countriesOf(where).includes(home ?? '');
  const here = terms.filter((term) => isHere(whereOf(term)));
  return home && here.length ? here : terms;
};
