import type { Guard } from '../browser/guard';
import type { Listen } from '../browser/listen';
import type { PageKind } from '../types';

/**
 * Seconds of visible, attentive time. Reading makes no input, so how long a shopper may sit still depends on the page:
 * 15 s where there is much to read, 5 s elsewhere (five is Chartbeat's; fifteen is judgement).
 */
const READING_MS = 15_000;
const LOOKING_MS = 5_000;
const LONG = /^(shipping|returns|payment|size-guide|cart|checkout)$/;

/** Calls back each second the page is in view, and says whether somebody is there. */
export const watchAttention = (guard: Guard, listen: Listen, second: (attentive: boolean) => void) => {
  let patience = LOOKING_MS;
  let inputAt = 0;
  const input = () => {
    inputAt = performance.now();
  };
  input();
  const stopListening = listen(window, 'pointermove pointerdown keydown scroll focus', input);
  const clock = setInterval(
    guard(() => {
      if (!document.hidden) second(document.hasFocus() && performance.now() - inputAt < patience);
    }),
    1000,
  );
  return {
    /** A page begins, and coming to it is input too. */
    setKind(kind: PageKind) {
      patience = LONG.test(kind) ? READING_MS : LOOKING_MS;
      input();
    },
    stop() {
      stopListening();
      clearInterval(clock);
    },
  };
};
