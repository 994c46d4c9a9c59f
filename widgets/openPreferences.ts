import type { Popup, Preference, PreferencesDoor } from '../src/types';
import { loadWords } from './copy/loadWords';
import { loadLook } from './look';
import { warmUp } from './warmUp';

/** The preference centre is rarely asked for: a chunk of its own. */
export const openPreferences = async (preferences: readonly Preference[], door: PreferencesDoor): Promise<Popup> => {
  const [words, look, { showPreferences }] = await Promise.all([
    loadWords(door.locales, true),
    loadLook(),
    import('./showPreferences'),
    import('./ask'),
  ]);
  await warmUp(words.locale);
  return showPreferences(preferences, words, door, look);
};
