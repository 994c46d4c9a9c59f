/** What has a use of its own for Escape. */
const KEYS_WANTED =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]),textarea,select,' +
  '[contenteditable]:not([contenteditable=false]),dialog,[role=dialog],[role=alertdialog],[role=menu],[role=listbox]';

/** Whether the focus is in a field or a dialog of the page, inside open shadow roots too. */
export const isBusyElsewhere = (): boolean => {
  let focused = document.activeElement;
  let busy = false;
  while (focused) {
    busy = busy || focused.closest(KEYS_WANTED) !== null;
    focused = focused.shadowRoot?.activeElement ?? null;
  }
  return busy;
};
