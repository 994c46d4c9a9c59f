import type { Campaign, Hold, Incentive, PopupContent, Rules, Score, Visit } from '../types';
import { MUTED } from './attention';
import type { Occasion } from './decide';
import { isSure } from './moments/hasCart';
import { offerFor } from './offers';
import { own } from './own';

/** Free shipping is news to who has half of it together; to others it is a demand. Judgement. */
const NEAR = 0.5;

/** What the campaign's popup would state now, or why it has nothing to say. */
export const gatherFacts = (
  campaign: Campaign,
  visit: Visit,
  { churn }: Score,
  { at, canKeep, facts = {} }: Occasion,
  { threshold, points, pointsLasts }: Rules,
): PopupContent | Hold => {
  const { id, popup, question = '' } = campaign;
  const { delivery, field, preferences, cart, chance, before } = visit;
  const {
    returns,
    payments,
    rating,
    contact,
    freeShippingOver: over,
    sizeGuide: guide,
    saveCart,
    alternatives,
  } = facts;
  // A cart that was hardly read is not known.
  const { total, currency } = cart && isSure(cart) ? cart : {};
  switch (popup) {
    case 'delivery-promise':
      return delivery && at < delivery.orderBefore ? { popup, window: delivery } : 'no-facts';
    case 'form-help':
      return field ? { popup, field } : 'no-facts';
    case 'question':
      return own(preferences, question) === undefined ? { popup, question } : 'no-facts';
    case 'fit-help': {
      const size = own(preferences, 'size');
      // A size alone says nothing that the shopper has not said.
      return guide || (size !== undefined && returns)
        ? { popup, guide, size: size === undefined ? size : `${size}`, days: returns?.days }
        : 'no-facts';
    }
    case 'returns-promise':
      return returns ? { popup, ...returns } : 'no-facts';
    case 'payment-help':
      return payments?.length ? { popup, payments } : 'no-facts';
    case 'trust':
      return rating || contact ? { popup, rating, contact } : 'no-facts';
    case 'save-for-later':
      return saveCart && cart?.count ? { popup, url: saveCart } : 'no-facts';
    case 'free-shipping': {
      if (!over || !total || !currency) return 'no-facts';
      const missing = Math.max(0, Math.round((over - total) * 100) / 100);
      return missing <= over * NEAR ? { popup, over, currency, missing } : 'no-facts';
    }
    case 'alternatives': {
      const budget = Number(own(preferences, 'budget'));
      const products = alternatives?.filter(({ price }) => price <= budget) ?? [];
      return total && total > budget && products.length ? { popup, budget, currency, products } : 'no-facts';
    }
    case 'preference-invitation': {
      const count = Object.keys(preferences).filter((key) => key !== MUTED).length;
      // Who has just answered is not asked about answers again.
      return count && before && !chance?.invited ? { popup, count } : 'no-facts';
    }
    case 'notice':
      return { popup };
  }
  const incentive: Incentive | null =
    campaign.incentive ??
    (id === 'limited-points' && points ? { kind: 'points', amount: points, lasts: pointsLasts, claim: '' } : null);
  if (!incentive) return 'no-facts';
  // A deadline that would not survive a reload is not promised.
  if (!canKeep) return 'no-storage';
  const offer = offerFor({ campaign: id, incentive, visit, churn, threshold, at });
  return typeof offer === 'string' ? offer : { popup, ...offer };
};
