import type { Guard } from './guard';

/** The shop's other tabs. Nothing is said but that there is news in the store, or that all of it is erased. */
export interface Tabs {
  tell(erased: boolean): void;
  stop(): undefined;
}

export const openTabs = (guard: Guard, hear: (erased: boolean) => void): Tabs => {
  const channel = new BroadcastChannel('waver');
  channel.onmessage = guard(({ data }: MessageEvent) => hear(data));
  return { tell: (erased) => channel.postMessage(erased), stop: () => channel.close() as undefined };
};
