import type { Guard } from '../browser/guard';
import type { Stop } from '../browser/listen';
import type { Said } from '../runVisit';

/**
 * What is better is not worth a signal: of INP web.dev's limit for "good", since a shop may set a stricter threshold than
 * "poor", of the others that for "poor". https://web.dev/articles/vitals
 */
const WORTH = { INP: 200, LCP: 4000, CLS: 0.25 } as const;
/** Shifts less than a second apart, over five seconds at most, are one. https://web.dev/articles/cls */
const GAP_MS = 1000;
const SPAN_MS = 5000;

interface Entry extends PerformanceEntry {
  readonly interactionId?: number;
  readonly value?: number;
  readonly hadRecentInput?: boolean;
}

/**
 * What of this page is poor by the Core Web Vitals: a slow answer to an interaction, a late main content, a layout that
 * jumps. Not the web-vitals library: that one reports a figure for a whole visit to a document, 3 kB of it, and cannot be
 * stopped; here one bad experience since `since` (the shopper's coming to this page, ms since the document began) is
 * enough, and it ends with the rest.
 */
export const watchVitals = (guard: Guard, feed: (said: Said) => void, since: () => number): Stop => {
  const observers: PerformanceObserver[] = [];
  /** The worst of each so far, of the page that began then. */
  let worst = { ...WORTH, since: 0 } as Record<keyof typeof WORTH | 'since', number>;
  const tell = (name: keyof typeof WORTH, value: number, at: number) => {
    if (worst.since !== since()) worst = { ...WORTH, since: since() };
    if (value <= worst[name] || at < worst.since) return;
    worst[name] = value;
    feed({ type: 'vital', name, value });
  };
  const observe = (type: string, hear: (entry: Entry) => void) => {
    // A browser that does not know the type says so by a warning in some versions and by an error in others.
    if (!PerformanceObserver.supportedEntryTypes?.includes(type)) return;
    const observer = new PerformanceObserver(guard((list) => list.getEntries().forEach(hear)));
    observer.observe({ type, buffered: true, durationThreshold: 104 } as PerformanceObserverInit);
    observers.push(observer);
  };
  let first = 0;
  let last = 0;
  let sum = 0;
  if (window.PerformanceObserver) {
    observe('event', ({ interactionId, duration, startTime }) => interactionId && tell('INP', duration, startTime));
    const [opened] = performance.getEntriesByType('navigation') as (PerformanceEntry & { activationStart?: number })[];
    const activationStart = opened?.activationStart ?? 0;
    const wasHidden =
      document.hidden || performance.getEntriesByType('visibility-state').some(({ name }) => name === 'hidden');
    // Made ready before anybody looked at it, a page has not kept anybody waiting.
    if (!wasHidden)
      observe('largest-contentful-paint', ({ startTime }) => tell('LCP', startTime - activationStart, startTime));
    observe('layout-shift', ({ startTime, value = 0, hadRecentInput }) => {
      if (hadRecentInput) return;
      if (startTime - last > GAP_MS || startTime - first > SPAN_MS || first < since()) {
        first = startTime;
        sum = 0;
      }
      last = startTime;
      sum += value;
      tell('CLS', sum, startTime);
    });
  }
  return () => {
    for (const observer of observers) observer.disconnect();
  };
};
