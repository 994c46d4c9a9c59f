import type { Guard } from './browser/guard';
import type { Listen } from './browser/listen';
import { whenIdle } from './browser/whenIdle';
import type { Said } from './runVisit';
import { watchFields } from './signals/fields';
import { type ErrorSnapshot, findPaymentFailure, findShownErrors, snapshotErrors } from './signals/shownErrors';

/**
 * Forms as shoppers see them: which fields they go into, and what the shop refuses and how it shows that. A chunk of its
 * own with its word lists, loaded where there is a form to fill in. `early`: the focus that called for it.
 */
export const createForms = (guard: Guard, listen: Listen, feed: (said: Said) => void, early: readonly Event[]) => {
  /** What looked like an error before the attempt. Of the whole page: messages also stand above a form, or float. */
  let before: ErrorSnapshot | null = null;
  let failed = false;

  const note = guard(() => {
    before = snapshotErrors(document);
  });
  const fields = watchFields(guard, listen, feed, (nth, isLast) => {
    if (nth < 0) {
      if (!before) whenIdle(note);
      return;
    }
    if (!nth) failed = false;
    for (const one of findShownErrors(document, before)) fields.refuse(one);
    if (!failed && findPaymentFailure(document, before)) {
      failed = true;
      feed({ type: 'payment-failed' });
    }
    if (isLast) note();
  });
  for (const event of early) fields.handle(event);
  fields.look();
  return fields;
};

export type Forms = ReturnType<typeof createForms>;
