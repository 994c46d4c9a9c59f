import type { Guard } from './guard';

/** The shop's other tabs. Nothing is said but that there is news in the store, or that all of it is erased. */
export const openTabs = (guard: Guard, hear: (message: MessageEvent<boolean>) => void): BroadcastChannel =>
  Object.assign(new BroadcastChannel('waver'), { onmessage: guard(hear) });
