import { en } from './en';
import type { enFormHelp } from './enFormHelp';
import type { enPreferences } from './enPreferences';

/** All that a language has to say. */
export type Copy = typeof en & typeof enFormHelp & typeof enPreferences;

/** What is said, and the locale whose dates and numbers go with it. */
export interface Words {
  /** English comes in parts, each with what says it; every other language comes whole. */
  readonly copy: typeof en & Partial<Copy>;
  readonly locale: string;
}

const languages: Readonly<Record<string, () => Promise<Words['copy']>>> = {
  en: async () => en,
  de: async () => (await import('./de')).de,
  ja: async () => (await import('./ja')).ja,
};

const inEnglish = (): Words => ({ copy: en, locale: 'en' });

/**
 * The first locale there are words for: `xx-YY` → `xx`, at last `en`, also where the language cannot be loaded. Dates
 * follow the words, so that a sentence never mixes languages. Only language, script and region are kept: `en_US.UTF-8`
 * would make `Intl` throw.
 */
export const loadWords = async (locales: readonly string[]): Promise<Words> => {
  for (const tag of locales) {
    const locale = /^([a-z]{2})(-[a-z]{4})?(-[a-z]{2})?\b/i.exec(tag.replace(/_/g, '-'))?.[0] ?? '';
    const load = languages[locale.slice(0, 2).toLowerCase()];
    if (load) return load().then((copy) => ({ copy, locale }), inEnglish);
  }
  return inEnglish();
};
