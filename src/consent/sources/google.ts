import { strictest } from '../combine';
import type { Opinion, Source, SourceParts, Word } from '../opinion';

/**
 * Google Consent Mode, read from the data layer: `gtag('consent', 'default' | 'update', { <type>: 'granted' | 'denied' })`.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
export interface GoogleConsent {
  readonly defaults: Readonly<Record<string, unknown>>;
  /** What the shopper chose; wins over every default, also over one that comes late. */
  readonly choice: Readonly<Record<string, unknown>>;
}

/** Pure: the state so far and one message give the next state. */
export const readGoogleConsent = (state: GoogleConsent | null, message: object): GoogleConsent | null => {
  const { 0: command, 1: kind, 2: types } = message as { 0?: unknown; 1?: unknown; 2?: Record<string, unknown> };
  if (command !== 'consent' || !types) return state;
  const { defaults = {}, choice = {} } = state ?? {};
  if (kind === 'update') return { defaults, choice: { ...choice, ...types } };
  // Shops set defaults by region, and where the shopper is we do not know: of several the stricter one holds.
  const merged = { ...types };
  for (const type in defaults) if (merged[type] !== 'denied') merged[type] = defaults[type];
  return { defaults: merged, choice };
};

/** Personalisation is what answers and evidence are for; tools that do not ask about it are read by the next nearest. */
const FUNCTIONAL = ['personalization_storage', 'functionality_storage', 'analytics_storage'];

/** Of the first type that is named. Anything but a plain "granted" is no, and only what the shopper chose is a refusal. */
const wordOf = ({ defaults, choice }: GoogleConsent, types: readonly string[]): Word | undefined => {
  const first = (given: GoogleConsent['choice']) => given[types.find((type) => given[type]) ?? ''];
  const now = first({ ...defaults, ...choice });
  if (now === 'granted') return now;
  return first(choice) === 'denied' ? 'denied' : now ? 'open' : undefined;
};

/** What Google's own scripts hold it to be: some builds write words, some booleans, some numbers. */
const plain = (raw: unknown) =>
  [true, 'granted', 1].includes(raw as never) ? 'granted' : [false, 'denied', 2].includes(raw as never) ? 'denied' : '';

/** The state inside Google's scripts, which nobody has documented: consent set in Tag Manager is nowhere else. */
const readInner = (): GoogleConsent | null => {
  const { google_tag_data: inner } = window as {
    google_tag_data?: { ics?: { entries?: Record<string, Record<string, unknown>> } };
  };
  const entries = Object.entries(inner?.ics?.entries ?? {});
  const by = (read: (entry: Record<string, unknown>) => unknown) =>
    Object.fromEntries(entries.map(([type, entry]) => [type, plain(read(entry))]).filter(([, word]) => word));
  return entries.length
    ? { defaults: by((entry) => entry.default ?? entry.initial), choice: by((entry) => entry.update) }
    : null;
};

/** Both of Google's accounts; where they differ the stricter one holds. */
export const watchGoogle = ({ consents }: SourceParts): Source => ({
  read(): Opinion | undefined {
    const states = [consents.reduce(readGoogleConsent, null), readInner()].flatMap((state) => state ?? []);
    if (!states.length) return;
    const word = (...types: string[][]) =>
      strictest(types.flatMap((names) => states.map((state) => wordOf(state, names)))) ?? 'open';
    return {
      functional: word(FUNCTIONAL),
      analytics: word(['analytics_storage']),
      marketing: word(['ad_storage'], ['ad_user_data'], ['ad_personalization']),
    };
  },
});
