import { en } from './en';
import type { enAsk } from './enAsk';
import type { enFormHelp } from './enFormHelp';
import type { enNotice } from './enNotice';
import type { enOffer } from './enOffer';
import type { enPreferences } from './enPreferences';

/** All that a language has to say in popups that ask nothing. */
export type Copy = typeof en & typeof enFormHelp & typeof enNotice & typeof enOffer;

/** And what it says in questions and in the preference centre. */
export type AskCopy = typeof enAsk & typeof enPreferences;

/** What is said, and the locale whose dates and numbers go with it. */
export interface Words {
  /** English comes in parts, each with what says it; every other language in two: with questions and without. */
  readonly copy: typeof en & Partial<Copy & AskCopy>;
  readonly locale: string;
}

/** The parts of a language, loaded side by side. */
const whole = async (...parts: [Promise<Copy>, Promise<AskCopy> | false]): Promise<Words['copy']> =>
  Object.assign({}, ...(await Promise.all(parts)));

const languages: Readonly<Record<string, (asks: boolean) => Promise<Words['copy']>>> = {
  en: async () => en,
  de: (asks) =>
    whole(
      import('./de').then(({ de }) => de),
      asks && import('./deAsk').then(({ deAsk }) => deAsk),
    ),
  ja: (asks) =>
    whole(
      import('./ja').then(({ ja }) => ja),
      asks && import('./jaAsk').then(({ jaAsk }) => jaAsk),
    ),
};

const inEnglish = (): Words => ({ copy: en, locale: 'en' });

/**
 * The first locale there are words for: `xx-YY` → `xx`, at last `en`, also where the language cannot be loaded. Dates
 * follow the words, so that a sentence never mixes languages. Only language, script and region are kept: `en_US.UTF-8`
 * would make `Intl` throw.
 */
export const loadWords = async (locales: readonly string[], asks = false): Promise<Words> => {
  for (const tag of locales) {
    const locale = /^([a-z]{2})(-[a-z]{4})?(-[a-z]{2})?\b/i.exec(tag.replace(/_/g, '-'))?.[0] ?? '';
    const load = languages[locale.slice(0, 2).toLowerCase()];
    if (load) return load(asks).then((copy) => ({ copy, locale }), inEnglish);
  }
  return inEnglish();
};
