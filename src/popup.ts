import type { Warn } from './browser/warn';
import type { Popup, PopupDoor, PopupOutcome, Showing, Widgets } from './types';

/** One popup at a time, from the chunk that is loaded when the first is due. */
export const createPopups = (loadWidgets: () => Promise<Widgets>, warn: Warn) => {
  let current: Popup | undefined;
  let stopped = false;
  let busy = false;
  const hide = () => {
    busy = false;
    current?.close();
    current = undefined;
  };
  const open = async (make: (widgets: Widgets) => Popup) => {
    hide();
    busy = true;
    const widgets = await loadWidgets();
    if (!stopped) current = make(widgets);
  };
  return {
    open,
    async show(showing: Showing, door: Omit<PopupDoor, 'end'>, ended: (outcome: PopupOutcome) => void) {
      const end = (outcome: PopupOutcome) => {
        busy = outcome === 'shown';
        ended(outcome);
      };
      try {
        const answer: PopupDoor['answer'] = (given) => {
          end('answered');
          door.answer(given);
        };
        await open((widgets) => widgets.openPopup(showing, { ...door, answer, end }));
        if (current) end('shown');
      } catch (error) {
        warn(`the popup "${showing.campaign}" could not be shown`, error);
        end('failed');
      }
    },
    /** Is the shopper's answer still awaited? */
    isOpen: () => busy,
    hide,
    stop() {
      stopped = true;
      hide();
    },
  };
};
