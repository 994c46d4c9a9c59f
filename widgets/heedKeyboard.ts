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
  let across = 0;
  let tallest = 0;
  const look = () => {
    const { width, height, scale, offsetTop } = view;
    const { clientWidth, clientHeight } = document.documentElement;
    const wide = Math.round(width * scale) || 0;
    // A keyboard makes no view narrower: it is another window, or turned. With the keyboard laid over the page already the
    // view is low from the start: as high as the page's window, in its scale.
    if (wide !== across) {
      across = wide;
      tallest = (clientHeight * wide) / clientWidth;
    }
    tallest = Math.max(tallest, height * scale);
    const isUp = height * scale < tallest * KEYBOARD;
    const isHere = isUp && document.activeElement === host;
    const isAway = isUp && !isHere && isBusyElsewhere();
    const set = (name: string, px: number) => host.style.setProperty(name, isHere ? `${px}px` : '');
    set('--w_up', Math.max(0, clientHeight - height - offsetTop));
    set('--w_room', height);
    if (isAway) shrink();
    host.toggleAttribute('data-typing', isAway);
  };
  look();
  listen(view, 'resize', look);
  listen(view, 'scroll', look);
};
