import type { Visit } from '../types';

const LOCK = 'waver-popup';
/** Without locks nobody says when a tab has died: a popup whose end was not heard of counts as open for this long. */
const OPEN_MS = 30_000;

/**
 * The right to show a popup, which one tab of the shop has at a time: a function that gives it back; null: another tab has
 * it; undefined: this browser or page has no locks (`isShownElsewhere` tells what can be told then). The browser frees
 * the lock of a tab that dies.
 */
export const claimStage = (): Promise<(() => void) | null | undefined> =>
  new Promise((resolve) => {
    const hold = (lock: unknown) =>
      lock
        ? new Promise<void>((done) => {
            const free = () => {
              removeEventListener('pagehide', free);
              done();
            };
            // A page that holds a lock is kept out of the bfcache.
            addEventListener('pagehide', free);
            resolve(free);
          })
        : resolve(null);
    // Only where the connection is secure; refused where storage is.
    const asked = navigator.locks?.request(LOCK, { ifAvailable: true }, hold) as Promise<unknown> | undefined;
    if (asked) asked.catch(() => resolve(undefined));
    else resolve(undefined);
  });

/** One was shown just now, and how it ended is not known. Asked by a tab that has none open. */
export const isShownElsewhere = ({ history }: Visit, at: number): boolean =>
  history.some((s) => s.outcome === 'shown' && Math.abs(at - s.at) < OPEN_MS);
