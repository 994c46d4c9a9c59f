/**
 * Runs once the page has nothing better to do, at the latest after half a second: who adds to the cart may go on at once.
 * Safari has no requestIdleCallback, and its setTimeout takes the object for no delay.
 */
export const whenIdle = (work: () => void): void => {
  const { requestIdleCallback: idle = setTimeout as never } = window;
  idle(work, { timeout: 500 });
};
