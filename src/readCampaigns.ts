import type { Warn } from './browser/warn';
import { campaigns as ready } from './core/campaigns';
import { checkCampaigns } from './core/checkCampaigns';
import { isObject } from './core/isObject';
import { questions } from './core/questions';
import type { Campaign } from './types';

export { scenario } from './core/scenario';

/**
 * The shop's campaigns with the ready ones, entry of `campaigns.js`. What is wrong with one is said by path, value and
 * expectation, and that one is left out; the others stay.
 */
export const readCampaigns = (
  { campaigns: raw, questions: own }: { readonly campaigns?: unknown; readonly questions?: unknown },
  warn: Warn,
): readonly Campaign[] => {
  const asked = Array.isArray(own) ? own.flatMap((one) => (isObject(one) ? `${one.key}` : [])) : [];
  const { campaigns, flaws } = checkCampaigns(raw, ready, [...Object.keys(questions), ...asked]);
  for (const flaw of flaws) warn(flaw);
  return campaigns;
};
