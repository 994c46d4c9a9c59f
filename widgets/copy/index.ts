import { de } from './de';
import { en } from './en';
import { ja } from './ja';

export type Copy = typeof en;

/** What is said, and the locale whose dates and numbers go with it. */
export interface Words {
  readonly copy: Copy;
  readonly locale: string;
}

export const copies: Readonly<Record<string, Copy>> = { en, de, ja };

/**
 * The first locale there are words for: `xx-YY` → `xx`, at last `en`. Dates follow the words, so that a sentence never
 * mixes languages. Only language, script and region are kept: `en_US.UTF-8` would make `Intl` throw.
 */
export const pickCopy = (locales: readonly string[]): Words => {
  for (const tag of locales) {
    const locale = /^([a-z]{2})(-[a-z]{4})?(-[a-z]{2})?\b/i.exec(tag.replace(/_/g, '-'))?.[0] ?? '';
    const copy = copies[locale] ?? copies[locale.slice(0, 2).toLowerCase()];
    if (copy) return { copy, locale };
  }
  return { copy: en, locale: 'en' };
};
