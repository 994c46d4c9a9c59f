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
  /** Is it on the page now? */
  const open = async (make: (widgets: Widgets) => Promise<Popup>): Promise<boolean> => {
    hide();
    if (stopped) return false;
    const mine = turn;
    busy = true;
    try {
      const widgets = await loadWidgets();
      if (mine !== turn) return false;
      const popup = await make(widgets);
      if (mine === turn) current = popup;
      else discard(popup);
    } catch (error) {
      if (mine === turn) busy = false;
      throw error;
    }
    return mine === turn;
  };
  /** The shop's own, where it has one for this; told as Waver's would be. Is it shown? */
  const showOwn = async (showing: Showing, ended: (outcome: PopupOutcome) => void, gone: () => void) => {
    const { readOwnPopup, readOutcome } = await import('./ownPopup');
    const popup = readOwnPopup(own, warn);
    if (!popup || stopped) return false;
    hide();
    const mine = turn;
    const leaving = new AbortController();
    const ending = popup(showing, leaving.signal);
    if (ending === false) return false;
    busy = true;
    current = { close: () => leaving.abort() };
    ended('shown');
    try {
      const outcome = readOutcome(await ending, warn);
      if (outcome) ended(outcome);
    } catch (error) {
      warn('popup threw', error);
    }
    if (mine === turn) hide();
    gone();
    return true;
  };
  return {
    open,
    /** `gone`: it is off the page, or never came. */
    async show(
      showing: Showing,
      door: Omit<PopupDoor, 'end' | 'closed'>,
      ended: (outcome: PopupOutcome) => void,
      gone: () => void,
    ) {
      const closed = () => {
        if (!discarding) busy = false;
        gone();
      };
      const end = (outcome: PopupOutcome) => {
        // What the answer asked for may come, while the thanks are still read. A code stays until it is put away.
        if (outcome === 'answered') closed();
        ended(outcome);
      };
      try {
        if (own && (await showOwn(showing, ended, gone))) return;
        if (await open((widgets) => widgets.openPopup(showing, { ...door, end, closed }))) ended('shown');
        else gone();
      } catch (error) {
        warn(`the popup "${showing.campaign}" could not be shown`, error);
        gone();
        ended('failed');
      }
    },
    /** Says what is on the page in another language. */
    setLocales: (locales: readonly string[]) => current?.setLocales?.(locales),
    /** Is one on the page, or on its way there? */
    isOpen: () => busy,
    hide,
    stop() {
      stopped = true;
      hide();
    },
  };
};
