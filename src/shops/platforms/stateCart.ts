import type { Cart } from '../../types';

/** A number from 0 up, also written as text; NaN for anything else. */
export const amount = (raw: unknown): number => {
  const number = typeof raw === 'string' && raw.trim() ? +raw : raw;
  return Number.isFinite(number) && (number as number) >= 0 ? (number as number) : Number.NaN;
};

/**
 * A cart from what a shop system states: none without a sound number of pieces; a sum or currency that makes no sense is
 * left out. Half a metre of cloth is one piece.
 */
export const stateCart = (
  count: unknown,
  total?: unknown,
  currency?: unknown,
  confidence?: number,
): Cart | undefined => {
  const pieces = Math.ceil(amount(count));
  if (!(pieces >= 0)) return;
  const sum = amount(total);
  return {
    count: pieces,
    ...(sum >= 0 && { total: sum }),
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && { currency }),
    ...(confidence && { confidence }),
  };
};

export const EMPTY: Cart = { count: 0, total: 0 };
