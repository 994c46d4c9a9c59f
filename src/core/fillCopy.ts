import type { Campaign, CampaignCopy } from '../types';
import { knownLocale } from './knownLocale';
import { fillPlaceholder, type Known } from './placeholders';

/** `{cart.total}`; braces that are meant stand twice. */
export const TOKEN = /\{\{|\}\}|\{([^{}]*)\}/g;

/** Which of these languages the copy has, and in which form numbers stand: `de-AT`, then `de`, then the copy's first. */
const pick = (languages: readonly string[], locales: readonly string[]): readonly [string | undefined, string] => {
  for (const locale of locales)
    for (let tag = locale.toLowerCase(); tag; tag = tag.replace(/-?[^-]*$/, '')) {
      const language = languages.find((one) => one.toLowerCase() === tag);
      if (language) return [language, locale];
    }
  return [languages[0], languages[0] ?? ''];
};

/** The language, and the form of numbers, in which the copy speaks to who prefers these. */
export const copyLocale = (copy: NonNullable<Campaign['copy']>, locales: readonly string[]): string =>
  pick(Object.keys(copy), locales)[1];

/**
 * The shop's own words for this campaign, filled with what is known. undefined: it has none. null: they speak of something
 * that is not known now, and half a sentence is not shown.
 */
export const fillCopy = (
  copy: Campaign['copy'],
  locales: readonly string[],
  known: Known,
): CampaignCopy | null | undefined => {
  const [language = '', form] = pick(Object.keys(copy ?? {}), locales);
  const words = copy?.[language];
  if (!words) return;
  const { link, ...texts } = words;
  const locale = knownLocale(form);
  let isKnown = true;
  const fill = (token: string, name?: string): string => {
    if (name === undefined) return token.slice(1);
    const text = fillPlaceholder(name, known, locale);
    isKnown = isKnown && !!text;
    return text;
  };
  const filled = Object.entries(texts).flatMap(([part, text]) => (text ? [[part, text.replace(TOKEN, fill)]] : []));
  return isKnown ? { ...(link && { link }), ...Object.fromEntries(filled) } : null;
};
