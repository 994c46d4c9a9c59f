import type { Question, QuestionWords } from '../src/types';
import { enAsk } from './copy/enAsk';
import type { Words } from './copy/loadWords';
import { own } from './own';

/** A question in words. */
export interface Asked {
  readonly question: Question;
  readonly title: string;
  /** '': nothing was promised. */
  readonly benefit: string;
  readonly least?: string;
  readonly most?: string;
  /** The language of the words above. */
  readonly locale: string;
  label(value: string): string;
}

/** `xx-YY`, then another of `xx`, for each language the shopper reads; then English, then whatever there is. */
const bestOf = (tags: readonly string[], locales: readonly string[]): string | undefined => {
  const language = (tag = '') => tag.toLowerCase().split(/[-_]/)[0];
  for (const locale of [...locales, 'en']) {
    const same = tags.find((tag) => tag.toLowerCase() === locale.replace(/_/g, '-').toLowerCase());
    const near =
      same ?? tags.find((tag) => tag === language(locale)) ?? tags.find((tag) => language(tag) === language(locale));
    if (near) return near;
  }
  return tags[0];
};

/** The shop's own words for a question, else the ready ones; undefined where there are none, and it cannot be asked. */
export const askWords = (
  question: Question | undefined,
  words: Words,
  locales: readonly string[],
): Asked | undefined => {
  if (!question) return;
  const copy = { ...enAsk, ...words.copy };
  const { key, words: given = {} } = question;
  const tag = bestOf(
    Object.keys(given).filter((one) => given[one]?.ask),
    locales,
  );
  const ready = own(copy.questions as Readonly<Record<string, QuestionWords>>, key);
  const said = (tag && given[tag]) || ready;
  if (!said || (/^(one|several)$/.test(question.kind) && !question.options?.length)) return;
  const { ask, benefit = '', options = {}, least, most } = said;
  const label = (value: string) =>
    own(options, value) ?? (said === ready ? own<string>(copy.options, value) : undefined) ?? value;
  return { question, title: ask, benefit, least, most, locale: tag ?? words.locale, label };
};
