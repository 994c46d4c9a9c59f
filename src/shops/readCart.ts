import type { Cart } from '../types';
import { amount } from './platforms/stateCart';

/** A cart as the shop states it: `{ items, total, currency }`, or that as JSON; `items` a number or a list with quantities. */
export const readCart = (raw: unknown): Cart | undefined => {
  let stated = raw;
  try {
    stated = JSON.parse(raw as string);
  } catch {
    // An object, or no cart; whoever asked says so, with the text.
  }
  const { items, total, currency } = Object(stated) as {
    items?: unknown;
    total?: unknown;
    currency?: string;
  };
  const list = Array.isArray(items) ? items.map(Object) : undefined;
  const count = list ? list.reduce((sum, { quantity }) => sum + amount(quantity ?? 1), 0) : amount(items);
  const sum = total === undefined ? total : amount(total);
  const ids = list?.map(({ id, item_id: ga4 = id }) => `${ga4 ?? ''}`).filter((id) => id);
  if (count >= 0 && (sum ?? 0) >= 0 && /^([A-Z]{3})?$/.test(currency ?? ''))
    return { count, total: sum, currency, items: ids };
};
