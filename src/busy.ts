import type { Busy } from './types';

/** Something of the page's own is asking for the shopper: its dialogs, drawers, consent banners. */
const DIALOGS = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]';

/** A closed drawer may still be in the layout, only unseen. */
const isVisible = (element: Element): boolean =>
  element.checkVisibility?.({ checkVisibilityCSS: true, checkOpacity: true }) ?? element.getClientRects().length > 0;

/** What stands in the way of a popup at this moment. Looked at only when one is due. */
export const whatIsBusy = (isTyping: boolean): Busy | null => {
  if (document.visibilityState !== 'visible') return 'hidden';
  if (isTyping) return 'typing';
  return [...document.querySelectorAll(DIALOGS)].some(isVisible) ? 'dialog' : null;
};
