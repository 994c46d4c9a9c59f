import { detector } from './detector';
import { hasCart } from './hasCart';

/**
 * Away in another tab or app and back, with something in the cart: comparing. At least 10 s, at most five minutes
 * (judgement): less is a glance, more is lunch. Being in another tab of the same shop is not being away.
 * State: when the tab went out of view.
 */
export const LUNCH_MS = 300_000;

export const tabAway = detector<number>(10, (since, signal, visit, limit) => {
  if (signal.type === 'hidden') return [visit.at];
  // Another tab of this visit was in use meanwhile.
  if (signal.type === 'shared' && since && (signal.visit?.at ?? 0) > since + 1000) return [undefined];
  if (signal.type !== 'visible') return [since];
  const away = visit.at - (since ?? visit.at);
  const isOne = away >= limit * 1000 && away <= LUNCH_MS && hasCart(visit);
  return [undefined, isOne && { seconds: Math.round(away / 1000), strength: 0.4 }];
});
