import type { Store } from './browser/store';
import type { Warn } from './browser/warn';
import { mergeHistory } from './core/visit';
import { readAttention, readPreferences, readVisit } from './readKept';
import type { Visit } from './types';

/** What is remembered, by its key in the store: the visit, attention spent and offers made, answers, the visitor's id. */
export const createMemory = (store: Store, warn: Warn) => ({
  async load() {
    const [visit, visitor, attention, preferences] = await Promise.all(
      ['visit', 'visitor', 'attention', 'preferences'].map(store.read),
    );
    return {
      visit: readVisit(visit, warn),
      visitor: visitor as string | undefined,
      ...readAttention(attention, warn),
      preferences: readPreferences(preferences, warn),
    };
  },
  /** One transaction over all tabs: `change` sees the visit that was kept and returns the one to keep. */
  visit: (change: (kept: Visit | undefined) => Visit) => store.update('visit', (kept) => change(readVisit(kept, warn))),
  /** One transaction over all tabs: `spend` sees what all of them know and returns what shall be known. */
  attention: (spend: (known: ReturnType<typeof readAttention>) => Pick<Visit, 'history' | 'offers'>) =>
    store.update('attention', (kept) => {
      const known = readAttention(kept, warn);
      const { history, offers } = spend(known);
      return { history: mergeHistory(known.history, history), offers: { ...known.offers, ...offers } };
    }),
});

export type Memory = ReturnType<typeof createMemory>;
