import { type LdNode, nodeOf, nodesOf, numberOf, termOf, textOf } from './jsonLd';
import { agreed, termsAtHome } from './shopNodes';

/** What else shipping depends on: then an order's value alone does not make it free. */
const CONDITION = /numItems|weight|width|height|depth|seasonalOverride|addressRegion|postalCode|validFor/;

interface Threshold {
  readonly from: number;
  readonly currency: string;
}

const moneyOf = ({
  minValue,
  value = minValue,
  price = value,
  currency,
  priceCurrency = currency,
}: LdNode): Threshold => ({
  from: numberOf(price),
  currency: textOf(priceCurrency),
});

const isFree = ({ shippingRate }: LdNode): boolean => {
  const { maxValue, value = maxValue } = nodeOf(shippingRate);
  return numberOf(value) === 0;
};

/** 0 where it is always free. */
const thresholdsOf = (option: LdNode): Threshold[] => {
  const set = nodesOf(option.freeShippingThreshold);
  if (set.length) return set.map(moneyOf);
  const { minValue, maxValue, currency } = nodeOf(option.orderValue);
  if (!isFree(option) || maxValue !== undefined) return [];
  return [{ from: numberOf(minValue ?? 0), currency: textOf(currency ?? nodeOf(option.shippingRate).currency) }];
};

/**
 * The order value, in this currency, from which shipping is free, if the page states one and only one: by
 * https://schema.org/freeShippingThreshold or https://schema.org/ShippingConditions.
 */
export const freeShippingOf = (
  nodes: readonly LdNode[],
  shops: readonly LdNode[],
  currency: string | undefined,
): number | undefined => {
  const options = nodes
    .filter(({ fulfillmentType }) => !/Pickup|Collection/.test(termOf(fulfillmentType)))
    .flatMap((node) => [
      ...(node.freeShippingThreshold ? [node] : []),
      ...nodesOf(node.shippingConditions).map((option) => ({ ...option })),
    ])
    .map((option): LdNode => ({ ...option, ...nodeOf(option.shippingDestination) }))
    .filter((option) => !CONDITION.test(Object.keys(option).join()) && !/true/i.test(termOf(option.doesNotShip)));
  const { from = 0, currency: stated } =
    agreed(termsAtHome(options, shops, (option) => option.addressCountry).flatMap(thresholdsOf)) ?? {};
  return from > 0 && currency && stated === currency ? from : undefined;
};
