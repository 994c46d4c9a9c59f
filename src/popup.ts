import type { Warn } from './browser/warn';
import type { Popup, PopupDoor, PopupOutcome, Showing, Widgets } from './types';

/** One popup at a time, from the chunk that is loaded when the first is due. */
export const createPopups = (
  loadWidgets: () => Promise<Widgets>,
  warn: Warn,
  /** The shop's own popup, which goes before Waver's. */
  own?: unknown,
) => {
  let current: Popup | undefined;
  /** Counts what was asked for: whatever is loaded for an earlier turn comes too late. */
  let turn = 0;
  let stopped = false;
  let busy = false;
  let discarding = false;
  /** The languages the page turned to while it was loading. */
  let turned: readonly string[] | undefined;

  const hide = () => {
    // Too late to be shown, it says that it closed: that is not about the one that took its place.
    if (discarding) return;
    turn++;
    busy = false;
    current?.close();
    current = undefined;
  };
  const discard = (popup: Popup) => {
    discarding = true;
    try {
      popup.close();
    } finally {
      discarding = false;
    }
  };
  /** The turn of what is asked for now: it counts as open, and whatever was there goes. */
  const take = () => {
    hide();
    turned = undefined;
    busy = !stopped;
    return turn;
  };
  /** Is it on the page now? */
  const open = async (
    make: (widgets: Widgets) => Promise<Popup>,
    mine = take(),
    isLate: () => unknown = () => mine !== turn,
  ): Promise<boolean> => {
    if (stopped) return false;
    try {
      const widgets = await loadWidgets();
      if (isLate()) return false;
      const popup = await make(widgets);
      if (mine === turn) {
        current = popup;
        if (turned) popup.setLocales?.(turned);
      } else discard(popup);
    } catch (error) {
      if (mine === turn) busy = false;
      throw error;
    }
    return mine === turn;
  };
  return {
    open,
    /** `gone`: it is off the page, or never came. `isBusy`: the page has something of its own for the shopper by now. */
    async show(
      showing: Showing,
      door: Omit<PopupDoor, 'end' | 'closed'>,
      ended: (outcome: PopupOutcome) => void,
      gone?: () => void,
      isBusy?: () => unknown,
    ) {
      const mine = take();
      // Loading may take seconds, in which the shopper goes on.
      const isLate = () => mine !== turn || isBusy?.();
      const closed = () => {
        if (!discarding) busy = false;
        gone?.();
      };
      const end = (outcome: PopupOutcome) => {
        // What the answer asked for may come, while the thanks are still read. A code stays until it is put away.
        if (outcome === 'answered') closed();
        ended(outcome);
      };
      let isOwn = false;
      try {
        if (own) {
          // The shop's own, where it has one for this; told as Waver's would be.
          const { readOwnPopup, readOutcome } = await import('./ownPopup');
          const leaving = new AbortController();
          const ending = !isLate() && readOwnPopup(own, warn)(showing, leaving.signal);
          if (ending !== false) {
            isOwn = true;
            current = { close: () => leaving.abort() };
            ended('shown');
            const outcome = readOutcome(await ending, warn);
            // Taken away, it did not end by the shopper.
            if (outcome && !leaving.signal.aborted) ended(outcome);
          }
        }
        const make = (widgets: Widgets) => widgets.openPopup(showing, { ...door, end, closed });
        if (!isOwn && (await open(make, mine, isLate))) return ended('shown');
      } catch (error) {
        warn(isOwn ? 'popup threw' : `the popup "${showing.campaign}" could not be shown`, error);
      }
      // One of the shop's own that does not say how it ends may stay: whatever comes next takes it away.
      if (mine === turn) busy = false;
      gone?.();
      if (!(isOwn || stopped)) ended('failed');
    },
    /** Says what is on the page in another language. */
    setLocales(locales: readonly string[]) {
      turned = locales;
      current?.setLocales?.(locales);
    },
    /** Is one on the page, or on its way there? */
    isOpen() {
      // The page may have taken it away, with its slot or the whole body.
      if (busy && current?.setLocales && !document.querySelector('waver-popup')) hide();
      return busy;
    },
    hide,
    stop() {
      stopped = true;
      hide();
    },
  };
};
