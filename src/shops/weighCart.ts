import type { Cart, CartSource } from '../types';

/** One change reaches the sources one after the other: a counter in the page follows its event after a second or two. */
const SAME_MS = 3000;

export interface CartReading {
  readonly cart: Cart;
  readonly source: CartSource;
  /** The same source's reading before this one, in the same document. */
  readonly before: Cart | undefined;
}

/** What is less likely than not is silence about the pieces. */
const SURE = 0.5;

/**
 * Which cart to believe when the page or the shop system is read; undefined: the one that is known. Pure. `known` was
 * told at `knownAt`, in this document or, `isOld`, in another one. Whoever is trusted more is believed, and of the other
 * only a change counts, the difference between two of its own readings, if nobody has just told of it: the same fact from
 * two sources counts once. Who cannot tell the pieces may still know the sum.
 */
export const weighCart = (
  { cart, source, before }: CartReading,
  known: Cart | null,
  knownAt: number,
  now: number,
  isOld = false,
): Cart | undefined => {
  const isMine = known?.source === source || (source === 'platform' && known?.source === 'page');
  if ((cart.confidence ?? 1) < SURE) {
    const { total, currency } = cart;
    return known && isMine && total !== undefined && total !== known.total ? { ...known, total, currency } : undefined;
  }
  if (!known || isOld || isMine) return { ...cart, source };
  // Agreed already, nothing new, or told by the other just now.
  if (!before || [known.count, before.count].includes(cart.count) || now - knownAt < SAME_MS) return;
  // A sum belongs to the pieces it was told with.
  return { ...known, count: Math.max(0, known.count + cart.count - before.count), total: undefined };
};
