import type { Campaign } from '../types';
import type { Note } from './checkSchema';
import { TOKEN } from './fillCopy';
import { nearest } from './nearest';
import { PLACEHOLDERS } from './placeholders';

/** Words with closed braces, around names that can be filled. `keys`: of all questions; `hasAmount`: points are offered. */
export const checkCopy = (
  copy: Campaign['copy'],
  path: string,
  keys: readonly string[],
  hasAmount: boolean,
  note: Note,
): void => {
  const names = [...Object.keys(PLACEHOLDERS), ...keys.map((key) => `preferences.${key}`)];
  for (const [language, words] of Object.entries(copy ?? {}))
    for (const [part, text] of Object.entries(words)) {
      const where = `${path}.${language}.${part}`;
      for (const [token, name] of text.matchAll(TOKEN)) {
        if (name === undefined) continue;
        const meant = names.includes(name) ? name : nearest(name, names);
        if (meant !== name)
          note(where, token, meant ? `{${meant}}, if that was meant` : 'a placeholder that can be filled');
        else if (name === 'amount' && !hasAmount) note(where, token, 'none here: only points are counted');
      }
      if (/[{}]/.test(text.replace(TOKEN, ''))) note(where, text, 'braces around a placeholder, or {{ and }}');
    }
};
