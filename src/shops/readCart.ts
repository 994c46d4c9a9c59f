import type { Cart } from '../types';

/** An amount from 0 up; shops also write them as text. NaN for anything else. */
const amount = (raw: unknown): number => (raw !== '' && raw !== null && Number(raw) >= 0 ? Number(raw) : Number.NaN);

/** A cart as the shop states it: `{ items, total, currency }`, or what is wrong with it as a text. */
export const readCart = (raw: unknown): Cart | string => {
  const { items, total, currency } = Object(raw) as { items?: unknown; total?: unknown; currency?: string };
  const count = Array.isArray(items)
    ? items.reduce((sum, item) => sum + amount(Object(item).quantity ?? 1), 0)
    : amount(items);
  if (!Number.isFinite(count)) return 'expected items as a number or a list, from 0 up';
  if (total !== undefined && !Number.isFinite(amount(total))) return 'expected total from 0 up';
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) return 'expected currency such as EUR';
  return { count, total: total === undefined ? total : amount(total), currency };
};
