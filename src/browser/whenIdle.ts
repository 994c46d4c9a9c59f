/** Runs once the page has nothing better to do, at the latest after two seconds. Safari has no requestIdleCallback. */
export const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 50);
};
