import type { Campaign, Hold, PopupContent, Rules, Visit } from '../types';
import { own } from './own';

/** What the campaign's popup would state now, or why it has nothing to say. */
export const gatherFacts = (
  { id, popup, question = '' }: Campaign,
  { delivery, field, offers, preferences }: Visit,
  at: number,
  canKeep: boolean,
  { points, pointsLasts }: Rules,
): PopupContent | Hold => {
  if (popup === 'delivery-promise')
    return delivery && at < delivery.orderBefore ? { popup, window: delivery } : 'no-facts';
  if (popup === 'form-help') return field ? { popup, field } : 'no-facts';
  if (popup === 'question') return own(preferences, question) === undefined ? { popup, question } : 'no-facts';
  if (!points) return 'no-facts';
  if (!canKeep) return 'no-storage';
  const offer = own(offers, id) ?? { points, endsAt: at + pointsLasts, state: 'open' };
  return offer.state === 'open' && at < offer.endsAt
    ? { popup, points: offer.points, endsAt: offer.endsAt }
    : 'no-facts';
};
