import type { Warn } from './browser/warn';
import { own } from './core/own';
import type { Door } from './door';
import type { Said } from './runVisit';
import { hasDeliveryTerms, hasFacts } from './shops/markup';
import type { ShopFacts, Visit } from './types';

interface FactsParts extends Pick<Door, 'load'> {
  readonly options: Readonly<Record<string, unknown>>;
  readonly warn: Warn;
  readonly feed: (said: Said) => void;
  readonly visit: () => Visit;
}

/** Options that state facts of the shop. */
const STATED = /^(shop[A-Z]|returnsDays$|freeShippingOver$|deliveryTransit$)/;

/** What the shop and this page state, read when something is about to be shown, and again when that may have changed. */
export const createFacts = ({ options, warn, load, feed, visit }: FactsParts) => {
  let facts: ShopFacts | undefined;
  /** Where, and by what, they were read. */
  let readBy = '';
  const learn = async (): Promise<void> => {
    const { view, cart, preferences, delivery } = visit();
    const isPast = !!delivery && Date.now() >= delivery.orderBefore;
    const by = [view, cart?.currency, own(preferences, 'budget'), isPast].join();
    if (readBy === by) return;
    readBy = by;
    facts = undefined;
    if (!(hasFacts() || hasDeliveryTerms() || Object.keys(options).some((name) => STATED.test(name)))) return;
    const { readDelivery, readFacts } = await load('facts');
    if (options.deliveryTransit || hasDeliveryTerms())
      feed({ type: 'terms', delivery: readDelivery(options, Date.now()) });
    const read = await readFacts(options, warn, visit());
    if (visit().view !== view) return learn();
    facts = read;
  };
  return { facts: () => facts, learn };
};
