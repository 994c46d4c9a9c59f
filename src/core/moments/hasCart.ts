import type { Cart, Visit } from '../../types';

/** At least an even chance that the cart was read right: silence is no empty cart. */
export const isSure = ({ confidence = 1 }: Cart): boolean => confidence >= 0.5;

/** Something in the cart, for all that is known. */
export const hasCart = ({ cart }: Visit): boolean => !!cart?.count && isSure(cart);
