import type { Warn } from './browser/warn';
import { own } from './core/own';
import type { Wrong } from './options';
import { KINDS, pagesOption } from './shops/pageKind';

const SHARE = 'a number from 0 to 1';
const DURATION = 'a duration such as 30s, 20m, 12h or 7d';
const ADDRESS = 'an http(s) address or a path';
const EXPECTED: Readonly<Record<string, string>> = {
  consent: 'granted, required or auto',
  locale: 'a language tag such as de or de-AT',
  threshold: SHARE,
  holdout: SHARE,
  maxPerVisit: 'a whole number',
  cooldown: DURATION,
  points: 'a number above 0, with points-lasts and points-claim',
  pointsLasts: DURATION,
  pointsClaim: ADDRESS,
  moments: 'kinds of moments with whole numbers or off such as policy-dwell=8 rage-click=off',
  debug: 'true or false',
};

/** Says what is wrong with which option, spelled as the shop spelled it: `data-` in the tag, camelCase in code. */
export const explainOptions = (wrong: readonly Wrong[], warn: Warn, inTag: boolean): void => {
  for (const [name, raw] of wrong) {
    const spelled = inTag ? `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` : name;
    const expected = KINDS.map(pagesOption).includes(name)
      ? 'paths such as /shipping* or /pages/delivery'
      : own(EXPECTED, name);
    if (expected) warn(`${spelled}="${raw}": expected ${expected}; the default holds`);
    else warn(`${spelled}="${raw}" is no option of Waver and does nothing`);
  }
};
