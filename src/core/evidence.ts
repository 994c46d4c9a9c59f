import type { Evidence, Visit } from '../types';
import { isSure } from './moments/hasCart';

/**
 * A moment counts half after ten minutes. Judgement: long enough to carry a policy read in one tab to the cart in
 * another, short enough that a shopper who found the answer and went on is no longer taken for a doubter.
 */
export const HALF_LIFE_MS = 600_000;

/** Moments that count by how often they happened; the feature is named like the moment. */
const COUNTED =
  'field-hesitation field-refill form-abandonment coupon-hunt coupon-rejected price-recheck price-copy price-shock ' +
  'cart-wavering back-and-forth quick-back rage-click dead-click tab-away slow-page payment-failure';

/**
 * Moments with decay and what the shop and shopper said, as named features:
 * `dwell-<topic>` attentive seconds read about it · `field-errors` refusals of the worst field · `cart-idle` attentive
 * seconds on the cart page without going on · `trust-seeking` attentive seconds on reviews, contact and imprint · `exits`
 * times on the way out · each of COUNTED times it happened · `told` strength of the shop's own moments, and
 * `told-<intent>` of those that name one · `cart-count` pieces, if that is sure · `stage` 0 looking, 1 cart, 2 checkout
 * · `priority` what the shopper said matters most. A moment that was not noticed leaves its feature out.
 */
export const gatherEvidence = ({ moments, stage, cart, preferences }: Visit, at: number): Evidence => {
  const { priority } = preferences;
  const pieces = cart && isSure(cart) ? cart.count : undefined;
  const found: Record<string, number | string | undefined> = { stage, 'cart-count': pieces, priority };
  for (const { at: then, kind, topic, intent, strength, seconds = 0, count = 0 } of moments) {
    const fresh = 0.5 ** ((at - then) / HALF_LIFE_MS);
    const add = (feature: string, amount: number) => {
      found[feature] = Number(found[feature] ?? 0) + fresh * amount;
    };
    if (kind === 'policy-dwell') add(`dwell-${topic}`, seconds);
    else if (kind === 'cart-idle' || kind === 'trust-seeking') add(kind, seconds);
    else if (kind === 'exit-intent') add('exits', 1);
    else if (kind === 'field-error')
      found['field-errors'] = Math.max(Number(found['field-errors'] ?? 0), fresh * count);
    else if (COUNTED.split(' ').includes(kind)) add(kind, 1);
    else {
      add('told', strength);
      if (intent) add(`told-${intent}`, strength);
    }
  }
  return found as Evidence;
};
