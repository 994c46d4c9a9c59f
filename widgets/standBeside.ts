import { type Box, place } from './place';
import type { Scene } from './scene';

/** A view this much lower than its window has a soft keyboard in it. */
const KEYBOARD = 0.8;

const around = (elements: readonly Element[]): Box => {
  const boxes = elements.map((element) => element.getBoundingClientRect()).filter((box) => box.width);
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
};

/**
 * Stands beside the field, in document coordinates so that it scrolls along. Measures once a frame at most: after it was
 * drawn, when the view changes, and when the field may have moved without it: in a box that scrolls, or because something
 * around it came or went.
 */
export const standBeside = ({ host, listen, onClose }: Scene, anchor: Element): (() => void) => {
  let frame = 0;
  // Measured are pixels of the screen; in a page that is zoomed by CSS, lengths are not.
  const set = (name: string, value: number) => host.style.setProperty(name, `${value / (host.currentCSSZoom || 1)}px`);
  const measure = () => {
    frame = 0;
    const view = window.visualViewport;
    const height = view?.height ?? innerHeight;
    set('--w_x', 0);
    set('--w_y', 0);
    set('--w_room', height);
    host.dataset.place = 'beside';
    const card = host.getBoundingClientRect();
    const spot = place({
      field: around([anchor, ...((anchor as HTMLInputElement).labels ?? [])]),
      card,
      view: { width: document.documentElement.clientWidth, height },
      rtl: getComputedStyle(anchor).direction === 'rtl',
      keyboard: height < innerHeight * KEYBOARD,
    });
    host.dataset.place = spot.at;
    if (spot.at !== 'beside') return set('--w_room', spot.room);
    set('--w_x', spot.x - card.left);
    set('--w_y', spot.y - card.top);
  };
  const stand = () => {
    frame = frame || requestAnimationFrame(measure);
  };
  listen(window, 'resize', stand);
  if (window.visualViewport) listen(window.visualViewport, 'resize', stand);
  // With the page the card moves too, unless it stands at an edge.
  const scrolled = ({ target }: Event) => {
    if (target !== document || host.dataset.place !== 'beside') stand();
  };
  // Only so are the page's boxes heard.
  const heard = { capture: true, passive: true };
  document.addEventListener('scroll', scrolled, heard);
  const sizes = window.ResizeObserver && new ResizeObserver(stand);
  for (const one of [(anchor as HTMLInputElement).form ?? anchor.parentElement, document.body])
    if (one) sizes?.observe(one);
  onClose(() => {
    cancelAnimationFrame(frame);
    document.removeEventListener('scroll', scrolled, heard);
    sizes?.disconnect();
  });
  return stand;
};
