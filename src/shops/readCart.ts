import type { Cart } from '../types';

/** An amount from 0 up; shops also write them as text. NaN for anything else. */
const amount = (raw: unknown): number =>
  raw !== '' && raw !== null && Number(raw) >= 0 && Number(raw) < Infinity ? Number(raw) : Number.NaN;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // No cart; whoever asked says so, with the text.
  }
};

/** A cart as the shop states it: `{ items, total, currency }`, or that as JSON; `items` a number or a list with quantities. */
export const readCart = (raw: unknown): Cart | undefined => {
  const { items, total, currency } = Object(typeof raw === 'string' ? parse(raw) : raw) as {
    items?: unknown;
    total?: unknown;
    currency?: string;
  };
  const list = Array.isArray(items) ? items.map(Object) : undefined;
  const count = list ? list.reduce((sum, { quantity }) => sum + amount(quantity ?? 1), 0) : amount(items);
  const sum = total === undefined ? total : amount(total);
  const isSound = count >= 0 && (sum ?? 0) >= 0 && /^([A-Z]{3})?$/.test(currency ?? '');
  const ids = list?.map(({ id, item_id: ga4 = id }) => `${ga4 ?? ''}`).filter((id) => id);
  return isSound ? { count, total: sum, currency, items: ids } : undefined;
};
