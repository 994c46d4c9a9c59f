import type { Guard } from './guard';

/** The shop's other tabs. Nothing is said but that there is news in the store, or that all of it is erased. */
export const openTabs = (guard: Guard, hear: (message: MessageEvent<boolean>) => void): BroadcastChannel => {
  const tabs = new BroadcastChannel('waver');
  tabs.onmessage = guard(hear);
  // A page left while it created the database can lie in Chromium's bfcache in the middle of it, and every other page's
  // opening waits for it, for minutes. A message throws it out of there.
  tabs.postMessage(false);
  return tabs;
};
