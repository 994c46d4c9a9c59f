import type { ShopFacts } from '../types';
import { type LdNode, nodesOf, numberOf, termOf } from './jsonLd';
import { agreed, termsAtHome } from './shopNodes';

/** Nearly three years; nobody promises more in days. */
const MOST_DAYS = 999;

const amountOf = ({ value, price = value }: LdNode): number => numberOf(price);

/** What the shopper pays to send something back that was merely not liked. undefined: not said, or it depends. */
const freeOf = (policy: LdNode): boolean | undefined => {
  const { customerRemorseReturnFees, returnFees = '', restockingFee = 0, returnShippingFeesAmount = {} } = policy;
  const fees = termOf(customerRemorseReturnFees ?? returnFees);
  const charged = [numberOf(restockingFee), ...nodesOf([restockingFee, returnShippingFeesAmount]).map(amountOf)];
  if (/^FreeReturn$/.test(fees)) return charged.some((fee) => fee > 0) ? undefined : true;
  return /Fees|Responsibility/.test(fees) ? false : undefined;
};

const daysOf = (policy: LdNode): number | undefined => {
  const days = agreed([policy.merchantReturnDays].flat().map(numberOf));
  const least = nodesOf(policy.returnPolicySeasonalOverride).map((season) => numberOf(season.merchantReturnDays));
  return Number.isInteger(days) && days && days > 0 && days <= MOST_DAYS && least.every((season) => season >= days)
    ? days
    : undefined;
};

/**
 * How long the shop takes things back, by schema.org's MerchantReturnPolicy. Only what all policies of the page agree on:
 * one for members, for another country or for one product is no promise to this shopper. A season may only lengthen it.
 * https://schema.org/MerchantReturnPolicy
 */
export const returnTerms = (nodes: readonly LdNode[], shops: readonly LdNode[]): ShopFacts['returns'] => {
  const seasons = nodes.flatMap((node) => nodesOf(node.returnPolicySeasonalOverride));
  const policies = nodes.filter(
    (node) =>
      (node.merchantReturnDays || node.returnPolicyCategory) && !node.validForMemberTier && !seasons.includes(node),
  );
  const here = termsAtHome(policies, shops, (policy) => policy.applicableCountry);
  if (here.some((policy) => !/^(MerchantReturnFiniteReturnWindow)?$/.test(termOf(policy.returnPolicyCategory)))) return;
  const days = agreed(here.map(daysOf));
  const free = agreed(here.map(freeOf));
  return days ? { days, ...(free !== undefined && { free }) } : undefined;
};
