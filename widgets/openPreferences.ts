import type { Popup, Preference, PreferencesDoor } from '../src/types';
import { loadWords } from './copy/loadWords';
import { loadLook } from './look';

/** The preference centre is rarely asked for: a chunk of its own. */
export const openPreferences = async (preferences: readonly Preference[], door: PreferencesDoor): Promise<Popup> => {
  const [words, look, { showPreferences }] = await Promise.all([
    loadWords(door.locales, true),
    loadLook(),
    import('./showPreferences'),
    import('./ask'),
  ]);
  return showPreferences(preferences, words, door, look);
};
