import type { Store } from './browser/store';
import type { Warn } from './browser/warn';
import { readPreferences } from './readKept';
import type { Said } from './runVisit';
import type { Preference } from './types';

/** 180 days (judgement): tastes change, and an answer should not outlive its use. */
const KEEP_MS = 180 * 864e5;
/** What answers are for, until questions with other purposes come. */
const PURPOSE = 'personalise-popups';

/** The shopper's answers: kept with question, wording, time and purpose, and told to the visit. */
export const createAnswers = (
  store: Store,
  warn: Warn,
  locales: () => readonly string[],
  feed: (said: Said) => void,
) => {
  /** Those that still hold. */
  const valid = (kept: unknown) =>
    Object.values(readPreferences(kept, warn)).filter(({ expiresAt }) => expiresAt > Date.now());
  const all = async () => valid(await store.read('preferences'));
  return {
    all,
    get: async (key: string) => (await all()).find((preference) => preference.key === key),
    export: async () => JSON.stringify(await all(), null, 2),
    /** `null` forgets. `words`: the question and the answer as they stood on the screen. */
    async set(key: string, value: string | null, words: Partial<Preference> = {}) {
      const givenAt = Date.now();
      const preference: Preference = {
        key,
        value: `${value}`,
        question: key,
        wording: `${value}`,
        locale: locales()[0] ?? 'en',
        ...words,
        purpose: PURPOSE,
        givenAt,
        expiresAt: givenAt + KEEP_MS,
        consent: store.lasting() ? 'granted' : 'answer',
        sharedWith: [],
      };
      await store.update('preferences', (kept) => {
        const others = valid(kept).filter((other) => other.key !== key);
        const next = value === null ? others : [...others, preference];
        return Object.fromEntries(next.map((one) => [one.key, one]));
      });
      feed({ type: 'preference', key, value, question: preference.question, purpose: PURPOSE });
    },
  };
};
