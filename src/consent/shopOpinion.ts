import type { ConsentState } from '../types';
import { type Opinion, PURPOSES, type Purpose } from './opinion';

/** What the shop has said by its own switch. Anything but a plain yes is no; purposes it does not name are none of it. */
export const shopOpinion = (said: ConsentState | null): Opinion => {
  if (!said) return {};
  const yes = (purpose: Purpose) => said === 'granted' || !!Object(said)[purpose];
  const named = PURPOSES.filter((purpose) => purpose === 'functional' || typeof said !== 'object' || purpose in said);
  return Object.fromEntries(named.map((purpose) => [purpose, yes(purpose) ? 'granted' : 'denied']));
};
