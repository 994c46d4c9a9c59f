import type { Store } from './browser/store';
import type { Warn } from './browser/warn';
import { mergeHistory, mergeVisits } from './core/visit';
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
  async saveVisit(visit: Visit) {
    await store.update('visit', (kept) => mergeVisits(readVisit(kept, warn) ?? visit, visit));
    await store.update('visitor', () => visit.visitor);
  },
  /** One transaction over all tabs: `spend` sees what all of them know and returns what shall be known. */
  attention: (spend: (known: ReturnType<typeof readAttention>) => Pick<Visit, 'history' | 'offers'>) =>
    store.update('attention', (kept) => {
      const known = readAttention(kept, warn);
      const { history, offers } = spend(known);
      return { history: mergeHistory(known.history, history), offers: { ...known.offers, ...offers } };
    }),
});

export type Memory = ReturnType<typeof createMemory>;
