import type { Campaign, Conditions, Experiment, Incentive, Limits, Range } from '../types';
import { MOMENTS } from './campaignSchema';
import { checkCopy } from './checkCopy';
import type { Note } from './checkSchema';
import { nearest } from './nearest';
import { readDuration } from './readDuration';

type RawIncentive = Omit<Incentive, 'lasts'> & { readonly lasts: string | number };
type RawVariant = Omit<Experiment['variants'][number], 'delay' | 'incentive'> & {
  readonly delay?: string;
  readonly incentive?: RawIncentive;
};

/** A campaign as a shop writes it: durations are text, and of a ready one there is only what is to be changed. */
export type RawCampaign = Partial<Omit<Campaign, 'id' | 'delay' | 'incentive' | 'limits' | 'experiment'>> & {
  readonly id: string;
  readonly off?: boolean;
  readonly delay?: string;
  readonly incentive?: RawIncentive;
  readonly limits?: Omit<Limits, 'cooldown'> & { readonly cooldown?: string };
  readonly experiment?: Omit<Experiment, 'variants'> & { readonly variants: readonly RawVariant[] };
};

const RANGES = ['cartTotal', 'cartCount', 'churn', 'orders', 'expected'] as const;

/** Its words are the question's, and the field's. */
const SPEAKS: readonly string[] = ['question', 'form-help'];

/** The 31st of February is no day, and some readers take it for the 3rd of March. */
const isDay = (iso: string): boolean => {
  const at = Date.parse(iso);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso);
};

const checkConditions = (when: Conditions, path: string, keys: readonly string[], note: Note): void => {
  const checkRange = (name: string, [least, most]: Range) => {
    if (least !== null && most !== null && least > most)
      note(`${path}.${name}[1]`, most, `no less than the least, ${least}`);
  };
  for (const name of RANGES) checkRange(name, when[name] ?? [null, null]);
  for (const key of Object.keys(when.preferences ?? {}))
    if (!keys.includes(key)) {
      const meant = nearest(key, keys);
      note(`${path}.preferences.${key}`, key, meant ? `${meant}, if that was meant` : 'the key of a question');
    }
  const { from, until } = when;
  for (const [name, instant] of Object.entries({ from, until }))
    if (instant && !(isDay(instant.slice(0, 10)) && Date.parse(instant)))
      note(`${path}.${name}`, instant, 'a time there is');
  if (from && until && Date.parse(from) >= Date.parse(until)) note(`${path}.until`, until, `later than from, ${from}`);
};

/** The shop's own moments have names of their own; one that looks like a built-in one is a slip. */
const checkTriggers = (triggers: readonly string[], path: string, note: Note): void => {
  for (const [at, kind] of triggers.entries()) {
    const meant = MOMENTS.includes(kind) ? undefined : nearest(kind, MOMENTS);
    if (meant) note(`${path}[${at}]`, kind, `${meant}, if that was meant`);
  }
};

const checkExperiment = ({ variants }: NonNullable<RawCampaign['experiment']>, path: string, note: Note): void => {
  const sum = variants.reduce((all, { share }) => all + share, 0);
  if (Math.abs(sum - 1) > 1e-6) note(`${path}.variants`, variants, `shares that add up to 1, not ${+sum.toFixed(6)}`);
  for (const [at, { id }] of variants.entries())
    if (variants.findIndex((one) => one.id === id) < at) note(`${path}.variants[${at}].id`, id, 'each id once');
};

/** What the popup cannot do without, and what it has no use for. */
const checkPopup = (
  raw: RawCampaign,
  path: string,
  base: Campaign | undefined,
  keys: readonly string[],
  note: Note,
): void => {
  const { popup, question, copy, intent } = { ...base, ...raw };
  const variants = raw.experiment?.variants ?? [];
  const need = (isFine: unknown, field: string, value: unknown, expected: string): void => {
    if (!isFine) note(`${path}.${field}`, value, expected);
  };
  const parts: readonly { part: Partial<RawVariant>; at: string }[] = [
    { part: raw, at: '' },
    ...variants.map((part, at) => ({ part, at: `experiment.variants[${at}].` })),
  ];
  const has = (field: 'copy' | 'incentive') =>
    raw[field] || base?.[field] || (variants[0] && variants.every((one) => one[field]));
  const isOffer = popup === 'offer';

  need(popup, 'popup', popup, 'what it shows, such as notice: this id is none of the ready ones');
  need(intent !== undefined, 'intent', intent, 'an intent, a list of them, or null for when none stands out');
  if (popup === 'question') need(keys.includes(`${question}`), 'question', question, 'the key of a question');
  else need(raw.question === undefined, 'question', raw.question, 'none with this popup');
  // The ready offer has its points from the options.
  if (isOffer) need(has('incentive') || base?.popup === popup, 'incentive', undefined, 'what is offered');
  if (popup === 'notice') need(has('copy'), 'copy', copy, 'words: a notice has none of its own');
  for (const { part, at } of parts) {
    if (!isOffer) need(!part.incentive, `${at}incentive`, part.incentive, 'none with this popup');
    const { kind = 'points' } = part.incentive ?? raw.incentive ?? {};
    checkCopy(part.copy, `${path}.${at}copy`, keys, isOffer && kind === 'points', note);
    if (popup && SPEAKS.includes(popup)) need(!part.copy, `${at}copy`, part.copy, 'none with this popup');
    if (popup !== 'notice') continue;
    for (const [language, { title, action, link }] of Object.entries(part.copy ?? {})) {
      need(title, `${at}copy.${language}.title`, title, 'a title: a notice has none of its own');
      need(action || !link, `${at}copy.${language}.action`, action, 'words for the button that leads to link');
    }
  }
};

/** In code they may be milliseconds already. */
const inMs = (lasts: string | number): number => (typeof lasts === 'string' ? readDuration(lasts) : lasts);

/** With its durations as numbers. */
const timed = <T extends { readonly delay?: string; readonly incentive?: RawIncentive }>({
  delay,
  incentive,
  ...rest
}: T) => ({
  ...rest,
  ...(delay !== undefined && { delay: readDuration(delay) }),
  ...(incentive && { incentive: { ...incentive, lasts: inMs(incentive.lasts) } }),
});

/**
 * Notes what no schema can say of a campaign that has the right shape, and gives it as it is decided on. `base`: the ready
 * one of this id, each of whose fields stays where the shop sets none. `keys`: of all questions there will be.
 */
export const checkCampaign = (
  raw: RawCampaign,
  path: string,
  base: Campaign | undefined,
  keys: readonly string[],
  note: Note,
): Campaign => {
  const { off, limits, experiment, ...rest } = raw;
  const { triggers = [], when = {} } = rest;
  checkPopup(raw, path, base, keys, note);
  checkTriggers(triggers, `${path}.triggers`, note);
  checkConditions(when, `${path}.when`, keys, note);
  if (experiment) checkExperiment(experiment, `${path}.experiment`, note);
  const cooldown = limits?.cooldown;
  return {
    ...base,
    ...timed(rest),
    ...(limits && { limits: { ...limits, ...(cooldown !== undefined && { cooldown: readDuration(cooldown) }) } }),
    ...(experiment && { experiment: { ...experiment, variants: experiment.variants.map(timed) } }),
    // Without these two there is a note, and it is left out.
  } as Campaign;
};
