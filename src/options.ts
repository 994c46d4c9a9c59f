import { detectors } from './core/moments';
import { own } from './core/own';
import { KINDS, pagesOption } from './shops/pageKind';
import type { Rules, WaverOptions } from './types';

/** What an option looks like, and what it becomes where it does not stay text. A throw or undefined: it does not fit. */
export type OptionType = readonly [looks: RegExp, convert?: (raw: string) => unknown];

const share: OptionType = [/^(0|1|0?\.\d+)$/, Number];
const duration: OptionType = [
  /^\d{1,6}[smhd]$/,
  (raw) => Number.parseInt(raw, 10) * { s: 1e3, m: 6e4, h: 36e5, d: 864e5 }[raw.slice(-1) as 's' | 'm' | 'h' | 'd'],
];
export const address: OptionType = [/^(https?:|[./])/];

const TYPES: Readonly<Record<string, OptionType>> = {
  consent: [/^(granted|required|auto)$/],
  locale: [/^[a-z]{2,3}(-\w+)*$/i],
  threshold: share,
  holdout: share,
  maxPerVisit: [/^\d{1,3}$/, Number],
  cooldown: duration,
  points: [/^[1-9]\d{0,8}$/, Number],
  pointsLasts: duration,
  pointsClaim: address,
  moments: [
    /^([a-z-]+=(off|\d+)([\s,]+|$))+$/,
    (raw) => {
      const pairs = raw.split(/[\s,]+/).map((pair) => pair.split('='));
      return pairs.every(([kind = '']) => own(detectors, kind))
        ? Object.fromEntries(pairs.map(([kind, limit]) => [kind, Number(limit) || 0]))
        : undefined;
    },
  ],
  debug: [/^(|true|false)$/, (raw) => raw !== 'false'],
  .../* @__PURE__ */ Object.fromEntries(KINDS.map((kind) => [pagesOption(kind), [/^[/*]/] as OptionType])),
};

/**
 * Facts, tags, looks, and what only code can hand in: tried where they are needed, which most pages never come to. By how
 * they begin: `lateOptions` knows them whole, and says which is none.
 */
export const LATE = /^(tag|shop|del|ret|free|quest|camp|may|claim|pop|theme|acc|mod|web|dest)/;

/** One option that could not be taken: its name in code and what stood there. */
export type Wrong = readonly [name: string, raw: string];

/** What the parts work with. Times in milliseconds. */
export interface Settings {
  readonly options: Pick<
    WaverOptions,
    | 'consent'
    | 'locale'
    | 'accent'
    | 'debug'
    | 'pointsClaim'
    | 'model'
    | 'questions'
    | 'campaigns'
    | 'mayShow'
    | 'claim'
  > &
    Readonly<Record<string, unknown>>;
  readonly rules: Rules;
}

/** What stands there as text, and what it becomes; undefined: it does not fit. Never throws. */
export const takeOption = (given: unknown, [looks, convert = String]: Partial<OptionType> = []) => {
  let text = '';
  let value: unknown;
  try {
    // `{ 'policy-dwell': 8 }` in code is `policy-dwell=8` in the tag.
    const parts = Object.entries(Object(given)).map((pair) => pair.join('='));
    text = (Object(given) === given ? parts.join(' ') : `${given}`).trim();
    if (looks?.test(text)) value = convert(text);
  } catch {}
  return [text, value] as const;
};

/** Options → settings, and what could not be taken. Never throws; the default holds instead. */
export const readOptions = (raw: Readonly<Record<string, unknown>>): { settings: Settings; wrong: Wrong[] } => {
  const wrong: Wrong[] = [];
  const options: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(raw)) {
    if (given === undefined) continue;
    const [text, read] = takeOption(given, own(TYPES, name));
    const value = LATE.test(name) ? given : read;
    if (value === undefined) wrong.push([name, text]);
    else options[name] = value;
  }
  const { points, pointsLasts, pointsClaim } = options;
  if (points && !(pointsLasts && pointsClaim)) {
    wrong.push(['points', 'alone']);
    options.points = 0;
  }
  const rules = {
    // Judgement: a visit with a cart and one clear moment is above it, one at the checkout without any is below.
    threshold: 0.6,
    holdout: 0.1,
    maxPerVisit: 1,
    cooldown: 7 * 864e5,
    points: 0,
    pointsLasts: 0,
    ...options,
    moments: {
      ...Object.fromEntries(Object.entries(detectors).map(([kind, { limit }]) => [kind, limit])),
      ...(options.moments as object),
    },
  };
  return { settings: { options, rules }, wrong };
};
