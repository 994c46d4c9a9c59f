import type { Popup, Preference, PreferencesDoor } from '../src/types';
import { loadWords } from './copy/loadWords';

/** The preference centre is rarely asked for: a chunk of its own. */
export const openPreferences = async (preferences: readonly Preference[], door: PreferencesDoor): Promise<Popup> => {
  const [words, { showPreferences }] = await Promise.all([
    loadWords(door.locales, true),
    import('./showPreferences'),
    import('./ask'),
  ]);
  return showPreferences(preferences, words, door);
};
