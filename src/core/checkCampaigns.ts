import type { Campaign } from '../types';
import { campaignSchema } from './campaignSchema';
import { checkCampaign, type RawCampaign } from './checkCampaign';
import { checkIncentive } from './checkIncentive';
import { checkSchema, type Note } from './checkSchema';
import { isObject } from './isObject';
import { sayWrong } from './sayWrong';

/** More than these nobody keeps apart, nor reads of one campaign at once. */
const MOST_CAMPAIGNS = 50;
const MOST_FLAWS = 20;

/** Incentives as they came, wherever they stand: of what is wrong with them the reason is said, too. */
const checkIncentives = (raw: unknown, path: string, take: (flaw: string) => void): void => {
  if (!isObject(raw)) return;
  const { incentive, experiment } = raw;
  if (incentive !== undefined) for (const flaw of checkIncentive(incentive, `${path}.incentive`)) take(flaw);
  const variants = isObject(experiment) && Array.isArray(experiment.variants) ? experiment.variants.slice(0, 10) : [];
  for (const [at, one] of variants.entries())
    checkIncentives({ incentive: one?.incentive }, `${path}.experiment.variants[${at}]`, take);
};

/**
 * A shop's own campaigns as they came from its page, put together with the ready ones: one with a ready one's id changes
 * that, `off` takes it away, all others are added. A campaign with a flaw is left out, also where it would change a ready
 * one: half a condition is none. `keys`: of all questions there will be. Never throws.
 */
export const checkCampaigns = (
  raw: unknown,
  ready: readonly Campaign[],
  keys: readonly string[],
): { readonly campaigns: readonly Campaign[]; readonly flaws: readonly string[] } => {
  const flaws: string[] = [];
  const campaigns = new Map(ready.map((one) => [one.id, one]));
  const taken = new Set<unknown>();

  const check = (one: unknown, path: string): void => {
    // By where it is: of several flaws of one thing the first says enough.
    const found = new Map<string, string>();
    const take = (flaw: string, where = flaw.split(': ')[0] ?? '') => {
      if (found.size < MOST_FLAWS && !found.has(where)) found.set(where, flaw);
    };
    const note: Note = (where, value, expected) => take(sayWrong(where, value, expected), where);
    let id: unknown;
    try {
      checkIncentives(one, path, take);
      const copy = checkSchema(campaignSchema, one, path, note);
      id = isObject(copy) ? copy.id : undefined;
      const base = ready.find((each) => each.id === id);
      if (taken.has(id)) note(`${path}.id`, id, 'each id once');
      else if (!found.size) {
        const fine = copy as RawCampaign;
        if (fine.off && !base) note(`${path}.off`, true, 'the id of a ready campaign beside it');
        else if (fine.off) campaigns.delete(fine.id);
        else {
          const campaign = checkCampaign(fine, path, base, keys, note);
          if (!found.size) campaigns.set(fine.id, campaign);
        }
      }
      if (found.size && !taken.has(id)) campaigns.delete(id as string);
      taken.add(id);
    } catch {
      // A getter that throws, say: nothing more can be told of it.
      take(`${path}: an object, expected one that can be read`, path);
    }
    flaws.push(...found.values());
  };

  try {
    if (!Array.isArray(raw) || raw.length > MOST_CAMPAIGNS)
      flaws.push(sayWrong('campaigns', raw, `a list of at most ${MOST_CAMPAIGNS}`));
    else for (const [at, one] of raw.entries()) check(one, `campaigns[${at}]`);
  } catch {
    flaws.push('campaigns: a list, expected one that can be read');
  }
  return { campaigns: [...campaigns.values()], flaws };
};
