import { deliveryWindow, mergeTerms } from '../core/delivery';
import type { DeliveryWindow } from '../types';
import { readDeliveryTerms } from './deliveryTerms';
import { optionTerms } from './optionTerms';

/**
 * When an order placed now would arrive, by the tag's terms and the page's schema.org markup. A chunk of its own, loaded
 * when a delivery date is about to be stated.
 */
export const readDelivery = (options: Readonly<Record<string, unknown>>, now: number): DeliveryWindow | null => {
  const own = optionTerms(options);
  const terms = mergeTerms(readDeliveryTerms(document, own), own);
  return terms && deliveryWindow(terms, now);
};
