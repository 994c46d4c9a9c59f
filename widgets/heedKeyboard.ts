import { isBusyElsewhere } from './isBusyElsewhere';
import type { Scene } from './scene';

/** A view this much lower than it was has a soft keyboard beneath it. */
const KEYBOARD = 0.8;

/**
 * Stands above the soft keyboard while it is typed into; and is out of the way, seen again only when the keyboard has gone,
 * while a field of the page is. Some browsers lay the keyboard over the page, others make the page lower.
 */
export const heedKeyboard = ({ host, listen }: Pick<Scene, 'host' | 'listen'>, shrink: () => void): void => {
  const view = window.visualViewport;
  if (!view) return;
  // With the keyboard laid over the page already, the view is low from the start: as high as the page's window, in its scale.
  const { clientWidth, clientHeight } = document.documentElement;
  let tallest = (clientHeight * view.width * view.scale) / clientWidth || 0;
  const set = (name: string, px: number | false) => host.style.setProperty(name, px === false ? '' : `${px}px`);
  const look = () => {
    const { height, scale, offsetTop } = view;
    tallest = Math.max(tallest, height * scale);
    const isUp = height * scale < tallest * KEYBOARD;
    const isHere = isUp && document.activeElement === host;
    const isAway = isUp && !isHere && isBusyElsewhere();
    set('--w_up', isHere && Math.max(0, document.documentElement.clientHeight - height - offsetTop));
    set('--w_room', isHere && height);
    if (isAway) shrink();
    host.toggleAttribute('data-typing', isAway);
  };
  look();
  listen(view, 'resize', look);
  listen(view, 'scroll', look);
};
