import type { Guard } from '../browser/guard';
import type { Listen, Stop } from '../browser/listen';

/** Pixels from the top edge, px/ms upwards, and ms in which the mouse may come back (20 px as ouibounce has it; the others are judgement). */
const EDGE = 20;
const SPEED = 0.3;
const GRACE_MS = 300;
/** How far and how fast the page must fly down under a finger: who looks something up scrolls slower (judgement). */
const FLUNG_PX = 600;
const FLUNG_SPEED = 1.5;
const SAMPLE_MS = 100;
/** A page that was let go goes on for a while. */
const COAST_MS = 1500;

/**
 * On the way out: the mouse at the top edge, or a page flung back to where the address is. There is no other sign of
 * leaving by touch that does not trap the back button.
 */
export const watchExit = (guard: Guard, listen: Listen, exit: (by?: 'touch') => void): Stop => {
  let last: { clientY: number; timeStamp: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sample: ReturnType<typeof setTimeout> | undefined;
  let from = 0;
  let at = 0;
  let flung = 0;
  let touchedAt = 0;
  const look = guard(() => {
    sample = undefined;
    const now = performance.now();
    const up = from - scrollY;
    // A page that jumps by itself, or by a tap, was not flung.
    flung = up > FLUNG_SPEED * (now - at) && now - touchedAt < COAST_MS ? flung + up : 0;
    from = scrollY;
    at = now;
    if (flung > FLUNG_PX) {
      flung = 0;
      exit('touch');
    }
  });
  const stops = [
    listen(document, 'pointermove', (event: PointerEvent) => {
      clearTimeout(timer);
      last = event.pointerType === 'mouse' ? event : undefined;
    }),
    listen(document, 'mouseout', ({ relatedTarget, clientY, timeStamp }: MouseEvent) => {
      if (!relatedTarget && last && clientY <= EDGE && last.clientY - clientY > SPEED * (timeStamp - last.timeStamp))
        timer = setTimeout(
          guard(() => exit()),
          GRACE_MS,
        );
    }),
  ];
  if (window.matchMedia?.('(pointer: coarse)').matches)
    // Where the page stands is read later: in a handler it would force a layout.
    stops.push(
      listen(document, 'scroll touchmove', ({ type }) => {
        if (type === 'scroll') sample ??= setTimeout(look, SAMPLE_MS);
        else touchedAt = performance.now();
      }),
    );
  return () => {
    clearTimeout(timer);
    clearTimeout(sample);
    for (const stop of stops) stop();
  };
};
