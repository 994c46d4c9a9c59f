import type { Place, PopupDoor } from '../src/types';
import { dress, type Look } from './look';
import { style } from './style';

export interface Host {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Where preact draws; the style stands beside it. */
  readonly stage: HTMLElement;
  /** Puts it on the page, once it is drawn. */
  show(): void;
}

/**
 * Into the browser's top layer, above whatever the page has stacked, transformed or cut off; without one it stays where it
 * is, fixed and on top of the page's own layers. While the page has a modal dialog open it stays below: nothing outside of
 * that dialog can be used, and a popup over it could not be put away.
 */
const rise = (host: HTMLElement) => {
  try {
    if (document.querySelector('dialog:modal')) return;
    host.popover = 'manual';
    host.showPopover();
  } catch {
    host.removeAttribute('popover');
  }
};

/**
 * The one element of Waver on the page; `data-place` says where it stands, none is the corner. Dressed and drawn before it
 * is shown, so that nothing shifts.
 */
export const createHost = (
  campaign: string,
  intent: string | null,
  door: Pick<PopupDoor, 'accent' | 'theme' | 'nonce'>,
  look: Look,
  place?: Place,
): Host => {
  const host = document.createElement('waver-popup');
  host.dataset.campaign = campaign;
  if (intent) host.dataset.intent = intent;
  // Where the shop wants this to stand in the flow of its page: there may be a slot for each of its layouts, of which one is
  // displayed. Help with a field stands beside its field.
  const slot =
    campaign !== 'form-help' &&
    [...document.querySelectorAll(`[data-waver-slot="${campaign}"]`)].find((one) => one.checkVisibility?.() ?? true);
  const at = slot ? 'inline' : place;
  if (at) host.dataset.place = at;
  const root = host.attachShadow({ mode: 'open' });
  style(root, door.nonce);
  dress(host, door, look);
  const stage = root.appendChild(document.createElement('div'));
  const show = () => {
    (slot || document.body).append(host);
    const dialog = root.querySelector('dialog');
    if (dialog && !slot && dialog.showModal) dialog.showModal();
    else dialog?.setAttribute('open', '');
    if (!dialog && !slot) rise(host);
  };
  return { host, root, stage, show };
};
