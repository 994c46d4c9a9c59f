import type { Preference } from '../types';
import { own } from './own';
import { readPreference } from './readPreference';
import { sayWrong } from './sayWrong';

/** Many times what a shopper's answers come to. */
const MOST_CHARS = 200_000;
const MOST_ANSWERS = 200;

/**
 * Answers from the text of an exported file, and what was left out of it and why. Anybody may have made the file: each
 * field is tried, what nobody knows is dropped, and one bad answer does not cost the others. `at`: now.
 */
export const readExport = (
  text: string,
  at: number,
): { readonly preferences: Readonly<Record<string, Preference>>; readonly refused: string[] } => {
  const preferences: Record<string, Preference> = {};
  const refused: string[] = [];
  const refuse = (path: string, value: unknown, expected: string) => {
    refused.push(sayWrong(path, value, expected));
    return { preferences, refused };
  };

  if (text.length > MOST_CHARS) return refuse('file', text.length, `at most ${MOST_CHARS} characters`);
  let all: unknown;
  try {
    all = JSON.parse(text);
  } catch {
    return refuse('file', text, 'JSON as it was exported here');
  }
  if (!Array.isArray(all)) return refuse('file', all, 'a list of answers');
  if (all.length > MOST_ANSWERS) refuse('file', all.length, `at most ${MOST_ANSWERS} answers; the others are left out`);

  for (const [place, raw] of all.slice(0, MOST_ANSWERS).entries()) {
    const one = readPreference(raw, `[${place}]`, at, (reason) => refused.push(reason));
    if (!one) continue;
    if (own(preferences, one.key)) refuse(`[${place}].key`, one.key, 'each key once');
    else preferences[one.key] = one;
  }
  return { preferences, refused };
};
