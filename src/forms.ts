import type { Guard } from './browser/guard';
import type { Listen } from './browser/listen';
import { whenIdle } from './browser/whenIdle';
import type { Said } from './runVisit';
import { watchFields } from './signals/fields';
import {
  type ErrorSnapshot,
  findPaymentFailure,
  findShownErrors,
  lookForErrors,
  snapshotErrors,
} from './signals/shownErrors';

const FRESH_MS = 1000;

/**
 * Forms as shoppers see them: which fields they go into, and what the shop refuses and how it shows that. A chunk of its
 * own with its word lists, loaded where there is a form to fill in. `early`: the focus that called for it.
 */
export const createForms = (guard: Guard, listen: Listen, feed: (said: Said) => void, early: readonly Event[]) => {
  /** What looked like an error before the attempt. Of the whole page: messages also stand above a form, or float. */
  let before: ErrorSnapshot | null = null;
  let failed = false;
  let stopped = false;

  /** The page is looked over once for all that is asked of it, when it has nothing better to do. */
  const fields = watchFields(guard, listen, feed, (nth, isLast, sent) => {
    if (nth < 0 && before) return;
    if (!nth && sent) failed = false;
    whenIdle(
      guard(() => {
        if (stopped) return;
        const seen = lookForErrors(document);
        if (nth >= 0) {
          for (const one of findShownErrors(seen, before, nth > 0 && sent)) fields.refuse(one);
          if (sent && !failed && findPaymentFailure(seen, before)) {
            failed = true;
            feed({ type: 'payment-failed' });
          }
        }
        if (isLast || !before) before = snapshotErrors(seen);
      }),
    );
  });
  // Of an older one nobody knows whether something was written since.
  for (const event of early) if (performance.now() - event.timeStamp < FRESH_MS) fields.handle(event);
  fields.look();
  return {
    ...fields,
    isSending: () => !failed && fields.isSending(),
    stop() {
      stopped = true;
      fields.stop();
    },
  };
};

export type Forms = ReturnType<typeof createForms>;
