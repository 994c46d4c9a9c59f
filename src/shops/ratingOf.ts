import { cleanText } from '../core/cleanText';
import type { ShopFacts } from '../types';
import { type LdNode, nodesOf, numberOf, textOf } from './jsonLd';
import { agreed, isA, isThisPage } from './shopNodes';

/** Where none is named: https://schema.org/bestRating */
const BEST = 5;
/** A scale of a hundred is a percentage; more is a mistake. */
const MOST = 100;
const MOST_CHARS = 80;

const plausible = ({ ratingValue, bestRating = BEST, worstRating = 0, ratingCount, reviewCount }: LdNode) => {
  const [value, best, worst] = [numberOf(ratingValue), numberOf(bestRating), numberOf(worstRating)];
  const count = numberOf(ratingCount ?? reviewCount);
  const fits = worst < best && best <= MOST && value > 0 && value >= worst && value <= best;
  return fits && Number.isSafeInteger(count) && count > 0 ? [{ value, best, count }] : [];
};

/**
 * What buyers gave the shop, else the product of this page, which is named then: stars without a subject would pass for
 * the shop's. Of several that differ, none. https://schema.org/AggregateRating
 */
export const ratingOf = (nodes: readonly LdNode[], shops: readonly LdNode[]): ShopFacts['rating'] => {
  const rated = nodes.flatMap((node) => [
    ...nodesOf(node.aggregateRating).map((rating) => ({ node, rating })),
    ...nodesOf(isA(node, /^AggregateRating$/) && node.itemReviewed).map((item) => ({ node: item, rating: node })),
  ]);
  const of = (subjects: readonly LdNode[]) =>
    rated.flatMap(({ node, rating }) =>
      subjects.includes(node) ? plausible(rating).map((given) => ({ node, given })) : [],
    );
  const ofShop = agreed(of(shops).map(({ given }) => given));
  if (ofShop) return ofShop;
  const products = nodes.filter((node) => isA(node, /^Product(Group)?$/));
  const here = of(products.filter((node) => isThisPage(node) || nodesOf(node.offers).some(isThisPage)));
  const found = here.length ? here : of(products);
  const given = agreed(found.map((one) => one.given));
  const name = cleanText(textOf(found[0]?.node.name)).slice(0, MOST_CHARS).trim();
  return given && name ? { ...given, of: name } : undefined;
};
