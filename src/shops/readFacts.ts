import type { Warn } from '../browser/warn';
import { own } from '../core/own';
import type { ShopFacts, Visit } from '../types';
import { contactOf } from './contactOf';
import { fetchAlternatives } from './fetchAlternatives';
import { freeShippingOf } from './freeShippingOf';
import { readJsonLd } from './jsonLd';
import { paymentsOf } from './paymentsOf';
import { ratingOf } from './ratingOf';
import { returnTerms } from './returnTerms';
import { shopNodes } from './shopNodes';
import { statedFacts } from './statedFacts';

/** Whoever wrote the page, what cannot be read is not known. */
const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** The options go before the page; what it costs by the page belongs to the page's days. 0 days: none. */
const returnsOf = (days: unknown, free: boolean | undefined, page: ShopFacts['returns']): ShopFacts['returns'] => {
  const count = days === undefined ? page?.days : Number(days);
  const costs = free ?? (count === page?.days ? page?.free : undefined);
  return count ? { days: count, ...(costs !== undefined && { free: costs }) } : undefined;
};

/**
 * What the shop states of itself: in its options, which win, and in its page's schema.org markup. Of two statements on a
 * page that differ neither is believed, and what is not stated is not there. The cart tells which currency amounts must be
 * in; products for a budget are asked for only where there is one.
 */
export const readFacts = async (
  options: Readonly<Record<string, unknown>>,
  warn: Warn,
  { cart, preferences }: Pick<Visit, 'cart' | 'preferences'>,
  doc = document,
): Promise<ShopFacts> => {
  const { returnsDays, freeShippingOver: over } = options;
  const stated = statedFacts(options, warn);
  const { shopAlternatives: list } = stated;
  const nodes = attempt(() => readJsonLd(doc)) ?? [];
  const shops = attempt(() => shopNodes(nodes)) ?? [];
  const payments = stated.shopPaymentMethods ?? attempt(() => paymentsOf(nodes));
  const facts: ShopFacts = {
    returns: returnsOf(
      returnsDays,
      stated.shopReturnsFree,
      attempt(() => returnTerms(nodes, shops)),
    ),
    payments: payments?.length ? payments : undefined,
    rating: attempt(() => ratingOf(nodes, shops)),
    contact: stated.shopContact ?? attempt(() => contactOf(shops)),
    freeShippingOver: over === undefined ? attempt(() => freeShippingOf(nodes, shops, cart?.currency)) : Number(over),
    sizeGuide: stated.shopSizeGuide,
    saveCart: stated.shopSaveCart,
    alternatives:
      list && own(preferences, 'budget') !== undefined
        ? await fetchAlternatives(list).catch(
            (error) => warn(`shop-alternatives="${list}" is not used: ${error}`) ?? undefined,
          )
        : undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact));
};
