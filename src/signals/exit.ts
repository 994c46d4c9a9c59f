import type { Listen, Stop } from '../browser/listen';

/** Pixels from the top edge, px/ms upwards, and ms in which the mouse may come back (conventions 9.1, exit intent). */
const EDGE = 20;
const SPEED = 0.3;
const GRACE_MS = 300;

/** The mouse on its way out at the top. Mouse only: a finger has no way out. */
export const watchExit = (listen: Listen, exit: () => void): Stop => {
  let last = { y: 0, at: 0 };
  let speed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stops = [
    listen(document, 'pointermove', ({ clientY: y, timeStamp: at, pointerType }: PointerEvent) => {
      if (pointerType !== 'mouse') return;
      clearTimeout(timer);
      if (at > last.at) speed = at - last.at > 100 ? 0 : (last.y - y) / (at - last.at);
      last = { y, at };
    }),
    listen(document, 'mouseout', ({ relatedTarget, clientY, timeStamp }: MouseEvent) => {
      if (relatedTarget || clientY > EDGE) return;
      const leaving = timeStamp > last.at ? Math.max(speed, (last.y - clientY) / (timeStamp - last.at)) : speed;
      if (leaving > SPEED) timer = setTimeout(exit, GRACE_MS);
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
};
