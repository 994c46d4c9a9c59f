import type { Intent, Uplift } from '../types';
import { own } from './own';

/**
 * What every campaign starts from: of a hundred shoppers about to leave for the reason it answers six buy because they saw
 * it, as sure as after watching a hundred of them. Judgement; the lab learns the shop's own.
 */
const START = [6, 94] as const;

/** What is known of a campaign's uplift for this intent, else for any, else for campaigns. */
export const upliftOf = (uplift: Uplift = {}, campaign: string, intent: Intent | null): readonly [number, number] => {
  const known = own(uplift, campaign) ?? {};
  return own(known, intent ?? 'any') ?? own(known, 'any') ?? START;
};
