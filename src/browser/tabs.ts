import type { Guard } from './guard';

/** The shop's other tabs. Nothing is said but that there is news in the store. */
export interface Tabs {
  tell(): void;
  stop(): undefined;
}

export const openTabs = (guard: Guard, hear: () => void): Tabs => {
  const channel = new BroadcastChannel('waver');
  channel.onmessage = guard(hear);
  return { tell: () => channel.postMessage(0), stop: () => channel.close() as undefined };
};
