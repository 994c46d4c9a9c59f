import type { Guard } from '../browser/guard';
import type { Listen, Stop } from '../browser/listen';

/**
 * Seconds of visible, attentive time. Reading makes no input, so how long a shopper may sit still depends on what is in
 * view: 15 s where there is much to read, 5 s elsewhere (five is Chartbeat's; fifteen is judgement).
 */
const READING_MS = 15_000;
const LOOKING_MS = 5_000;

/** Calls back each second the page is in view, and says whether somebody is there. `reads`: is there much to read? */
export const watchAttention = (
  guard: Guard,
  listen: Listen,
  reads: () => boolean,
  second: (attentive: boolean) => void,
): Stop => {
  // Coming to the page is input too.
  let inputAt = performance.now();
  let stop: Stop = () => {};
  /** One input a second is enough to know: a mouse makes a hundred. */
  const wait = () => {
    stop();
    stop = listen(window, 'pointermove pointerdown keydown scroll focus', () => {
      inputAt = performance.now();
      stop();
    });
  };
  wait();
  const clock = setInterval(
    guard(() => {
      const still = performance.now() - inputAt;
      wait();
      if (!document.hidden) second(document.hasFocus() && still < (reads() ? READING_MS : LOOKING_MS));
    }),
    1000,
  );
  return () => {
    stop();
    clearInterval(clock);
  };
};
