/** Runs once the page has nothing better to do, at the latest after half a second: who adds to the cart may go on at once. Safari has no requestIdleCallback. */
export const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 50);
};
