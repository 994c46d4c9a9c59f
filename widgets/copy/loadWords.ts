import { en } from './en';
import type { enAsk } from './enAsk';
import type { enDelivery } from './enDelivery';
import type { enFormHelp } from './enFormHelp';
import type { enNotice } from './enNotice';
import type { enOffer } from './enOffer';
import type { enPreferences } from './enPreferences';
import type { enWhy } from './enWhy';

/** All that a language has to say in popups that ask nothing. */
export type Copy = typeof en & typeof enDelivery & typeof enFormHelp & typeof enNotice & typeof enOffer & typeof enWhy;

/** And what it says in questions and in the preference centre. */
export type AskCopy = typeof enAsk & typeof enPreferences;

/** What is said, and the locale whose dates and numbers go with it. */
export interface Words {
  /** English comes in parts, each with what says it; every other language in two: with questions and without. */
  readonly copy: typeof en & Partial<Copy & AskCopy>;
  readonly locale: string;
}

/** A file whose one export is the words, whatever it is called. */
type Part<T> = () => Promise<Readonly<Record<string, T>>>;

/** By language; Chinese by its script. Each `import` is written out, or no bundler would find the file. */
const languages: Readonly<Record<string, readonly [Part<typeof en>, Part<AskCopy>?]>> = {
  en: [async () => ({ en })],
  de: [() => import('./de'), () => import('./deAsk')],
  fr: [() => import('./fr'), () => import('./frAsk')],
  es: [() => import('./es'), () => import('./esAsk')],
  it: [() => import('./it'), () => import('./itAsk')],
  pt: [() => import('./pt'), () => import('./ptAsk')],
  nl: [() => import('./nl'), () => import('./nlAsk')],
  ja: [() => import('./ja'), () => import('./jaAsk')],
  ko: [() => import('./ko'), () => import('./koAsk')],
  zhHans: [() => import('./zhHans'), () => import('./zhHansAsk')],
  zhHant: [() => import('./zhHant'), () => import('./zhHantAsk')],
  ar: [() => import('./ar'), () => import('./arAsk')],
  he: [() => import('./he'), () => import('./heAsk')],
};

/** Language, script and region, the last as letters or, as in `es-419`, as a number. */
const LOCALE = /^[a-z]{2}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?\b/i;

const languageOf = (locale: string): string => {
  const language = locale.slice(0, 2).toLowerCase();
  // Who writes the locale without a script means the one of the place.
  return language === 'zh' ? (/hant|^..-(tw|hk|mo)/i.test(locale) ? 'zhHant' : 'zhHans') : language;
};

const inEnglish = (): Words => ({ copy: en, locale: 'en' });

/**
 * The first locale there are words for: `xx-YY` → `xx`, at last `en`, also where the language cannot be loaded. Dates
 * follow the words, so that a sentence never mixes languages. Only language, script and region are kept: `en_US.UTF-8`
 * would make `Intl` throw. `iw` is what some systems still call Hebrew.
 */
export const loadWords = async (locales: readonly string[], asks = false): Promise<Words> => {
  for (const tag of locales) {
    const locale = (LOCALE.exec(tag.replace(/_/g, '-'))?.[0] ?? '').replace(/^iw/i, 'he');
    const parts = languages[languageOf(locale)]?.slice(0, asks ? 2 : 1);
    if (parts)
      return Promise.all(parts.map((part) => part?.())).then(
        (loaded) => ({ copy: Object.assign({}, ...loaded.flatMap((words = {}) => Object.values(words))), locale }),
        inEnglish,
      );
  }
  return inEnglish();
};
