import { detector } from './detector';
import { hasCart } from './hasCart';

/**
 * The page itself is in the way while the shopper wants to pay: a Core Web Vital is poor on the cart page or at the
 * checkout. The threshold is that of INP, 500 ms, web.dev's limit for "poor"; the others are only told when they are poor.
 * State: those told on this page.
 */
export const slowPage = detector<readonly string[]>(500, (told = [], signal, visit, limit) => {
  if (signal.type === 'page') return [[]];
  if (signal.type !== 'vital' || told.includes(signal.name)) return [told];
  const { name, value } = signal;
  const isOne = (name !== 'INP' || value > limit) && /^(cart|checkout)$/.test(visit.kind) && hasCart(visit);
  return isOne ? [[...told, name], { strength: 0.5 }] : [told];
});
