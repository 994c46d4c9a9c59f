import type { Listen, Stop } from '../browser/listen';

/** Pixels from the top edge, px/ms upwards, and ms in which the mouse may come back (20 px as ouibounce has it; the others are judgement). */
const EDGE = 20;
const SPEED = 0.3;
const GRACE_MS = 300;

/** The mouse on its way out at the top. Mouse only: a finger has no way out. */
export const watchExit = (listen: Listen, exit: () => void): Stop => {
  let last: { clientY: number; timeStamp: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = listen(document, 'pointermove mouseout', (event: PointerEvent) => {
    const { type, clientY, timeStamp, relatedTarget, pointerType } = event;
    if (type === 'mouseout') {
      if (relatedTarget || !last || clientY > EDGE) return;
      if (last.clientY - clientY > SPEED * (timeStamp - last.timeStamp)) timer = setTimeout(exit, GRACE_MS);
    } else {
      clearTimeout(timer);
      last = pointerType === 'mouse' ? event : undefined;
    }
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
};
